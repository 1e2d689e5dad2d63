"""Says which support form each of their categories is."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.support_forms import support_forms

from ..importing.plan import LEAVE_OUT, SAYS_NOTHING
from ..models import ImportFile
from ..policies import may_import
from ..queries.import_preview import waiting


@transaction.atomic
def choose_forms(*, actor: Actor, file_id: UUID, forms: Mapping[str, str], at: datetime) -> None:
    """Keep the choices with the file; they are the source's when it is saved. What is no choice is passed over.

    Raises:
        ImportFile.DoesNotExist: nothing waits under the key.
        Refused: the role writes no offers, or another unit's.
    """
    file: ImportFile = waiting(at).select_for_update(of=("self",)).get(pk=file_id)
    may_import(actor, file.unit_id).require()
    allowed = {SAYS_NOTHING, LEAVE_OUT, *(code for code, row in support_forms().items() if row["class"] != "none")}
    terms = {term["key"] for service in file.found["services"] for term in service["terms"]}
    kept = {key: value for key, value in file.forms.items() if key not in forms}
    file.forms = kept | {key: value for key, value in forms.items() if key in terms and value in allowed}
    file.save(update_fields=["forms"])
