"""What a new file begins with: what a request told, and whether the personal number has a file already."""

from uuid import UUID

from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest
from anhoriglots.audit.actions import record_read
from anhoriglots.casework.actions.open_case import FirstMove
from anhoriglots.casework.choices import Reply
from anhoriglots.casework.models import ContactRequest
from anhoriglots.kernel.identity import NotAPersonalNumber, PersonalIdentityNumber
from anhoriglots.people.queries import carers_by_number

from .forms import FileForm


def file_with_number(request: StaffRequest, form: FileForm) -> UUID | None:
    """The key of the file, or None when no file at the own board has the number.

    That there is one tells something of the person, so it is written in the read log as a hit of a search is.
    """
    try:
        number = PersonalIdentityNumber.parse(str(form.data.get("personal_number", "")), on=form.today)
    except NotAPersonalNumber:
        return None
    found = carers_by_number(request.actor, number).first()
    if found is None:
        return None
    record_read(subject_id=found.pk, page="number-known", at=timezone.now())
    return found.pk


def known_details(told: ContactRequest) -> dict[str, str]:
    """What stands in a new file from the start when it begins with a request."""
    name = "email" if told.reply == Reply.EMAIL else "phone"
    # What it is not safe to use does not follow into a file, where nobody would see why.
    contact = "" if told.silent_since else told.contact
    return {"name": told.call_me, name: contact, "first_move": FirstMove.CARER}
