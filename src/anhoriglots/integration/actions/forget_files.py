"""Forgets files that nobody saved."""

from datetime import datetime

from django.db import transaction

from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope

from ..models import ImportFile
from ..queries.import_preview import KEPT


@transaction.atomic
def forget_files(*, at: datetime) -> int:
    """Delete what this board has read and nobody saved within a day; returns how many.

    Raises:
        ValueError: no board is in scope.
    """
    board = owner_of(current_scope())["board_id"]
    count, _rows = ImportFile.objects.filter(board_id=board, made_at__lte=at - KEPT).delete()
    return count
