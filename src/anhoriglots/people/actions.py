"""Opens a carer's own file."""

from datetime import datetime
from typing import NamedTuple, Self

from django.db import IntegrityError, transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.kernel.identity import PersonalIdentityNumber, looks_like_personal_number

from .models import Carer
from .policies import may_read_carers
from .queries import number_index

NUMBER_IS_KNOWN = "personal-number-known"


class CarerDetails(NamedTuple):
    """What is written on a file; all but the name is optional (law A06, F12)."""

    name: str
    personal_number: PersonalIdentityNumber | None = None
    phone: str = ""
    email: str = ""
    language: str = ""
    needs_interpreter: bool = False

    @classmethod
    def of(cls, carer: Carer) -> Self:
        """What stands on the file."""
        number = PersonalIdentityNumber(carer.personal_number) if carer.personal_number else None
        return cls(carer.name, number, carer.phone, carer.email, carer.language, carer.needs_interpreter)


def add_carer(*, actor: Actor, details: CarerDetails, at: datetime) -> Carer:
    """Open a file for the carer.

    Raises:
        Refused: the role opens no files, the name holds a personal number, or the number has a file already.
    """
    may_read_carers(actor).require()
    if looks_like_personal_number(details.name):
        raise Refused(forbidden("number-in-name", "Namnet innehåller ett personnummer. Skriv det i sitt eget fält."))
    number = details.personal_number
    carer = Carer(
        **owner_of(current_scope()),
        name=details.name,
        personal_number=number.digits if number else "",
        personal_number_index=number_index(number) if number else None,
        phone=details.phone,
        email=details.email,
        language=details.language,
        needs_interpreter=details.needs_interpreter,
        created_at=at,
    )
    with transaction.atomic():
        _insert(carer)
        record(action="people.add_carer", at=at, object_id=carer.pk, with_number=number is not None)
    return carer


def _insert(carer: Carer) -> None:
    try:
        with transaction.atomic():
            carer.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(
            forbidden(NUMBER_IS_KNOWN, "Det finns redan en akt med det här personnumret. Använd den.")
        ) from error
