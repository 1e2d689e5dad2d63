"""What a code opens, which code a form has got, and what this browser has opened."""

from datetime import date, datetime
from itertools import islice
from uuid import UUID

from django.http import HttpRequest

from anhoriglots.database.browser import seal_for, unseal_from

from .codes import codes_of, mark_of
from .models import AccessCode, Opens

# A form's second code is taken once in a million forms; its third never.
LIKELY_CODES = 3


def opened_by(written: str, *, municipality: str, today: date) -> AccessCode | None:
    """The code somebody wrote, with what it opens; None when it opens nothing, or not any longer.

    Args:
        municipality: SCB code; a code opens nothing in another one.
        today: a code opens until the end of its last day.
    """
    mark = mark_of(written, municipality=municipality)
    return AccessCode.objects.filter(mark=mark, expires_on__gte=today).first()


def code_made_by(submission: str, *, municipality: str, object_id: UUID) -> str:
    """The code that the form with this secret got, as it is written; empty when it has been erased."""
    codes = {mark_of(code, municipality=municipality): code for code in islice(codes_of(submission), LIKELY_CODES)}
    mark = AccessCode.objects.filter(mark__in=codes, object_id=object_id).values_list("mark", flat=True).first()
    return codes[bytes(mark)] if mark else ""


def opened_token(request: HttpRequest, opens: Opens, *, board_id: UUID, object_id: UUID, at: datetime) -> str:
    """What lets this browser, and no other, read the page behind a code without writing the code again."""
    return seal_for(request, [board_id.hex, object_id.hex], use=f"opened:{opens.value}", at=at)


def opened_here(request: HttpRequest, token: str, opens: Opens, *, at: datetime) -> tuple[UUID, UUID]:
    """The board and the one thing that the token opens.

    Raises:
        Gone: not in this browser, or not any longer.
    """
    board, thing = unseal_from(request, token, use=f"opened:{opens.value}", at=at)
    return UUID(board), UUID(thing)
