"""What a code opens, and which code a form has got."""

from datetime import date
from itertools import islice
from uuid import UUID

from .codes import codes_of, mark_of
from .models import AccessCode

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
