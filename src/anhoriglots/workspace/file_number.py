"""Finds the file that already has the personal number somebody wrote, so that nobody gets two."""

from uuid import UUID

from anhoriglots.accounts.access import StaffRequest
from anhoriglots.kernel.identity import NotAPersonalNumber, PersonalIdentityNumber
from anhoriglots.people.queries import carers_by_number

from .forms import FileForm


def file_with_number(request: StaffRequest, form: FileForm) -> UUID | None:
    """The key of the file, or None when no file at the own board has the number."""
    try:
        number = PersonalIdentityNumber.parse(str(form.data.get("personal_number", "")), on=form.today)
    except NotAPersonalNumber:
        return None
    found = carers_by_number(request.actor, number).first()
    return found.pk if found else None
