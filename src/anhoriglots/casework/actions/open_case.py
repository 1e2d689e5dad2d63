"""Opens a carer's case, with a new file when the carer has none."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import TextChoices
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.catalogue.queries.places import Place
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Decision
from anhoriglots.people.actions import CarerDetails, add_carer
from anhoriglots.people.models import Carer
from anhoriglots.people.policies import may_read_carer

from ..models import Case

NUMBER_DIGITS = 6


class FirstMove(TextChoices):
    """Who made the first move; decides whether the cared-for person must have said yes (law A16)."""

    CARER = "carer", "Den anhöriga hörde av sig"
    NOTICED_WITH_CONSENT = "consent", "Vi – den som hen hjälper har sagt ja"
    NOTICED_ELSEWHERE = "elsewhere", "Vi – behovet kom fram på annat sätt"
    NOTICED_AND_REFUSED = "refused", "Vi – den som hen hjälper har sagt nej"
    NOTICED_UNASKED = "unasked", "Vi – ingen har frågat den som hen hjälper"


_FACTS: dict[str, dict[str, str | None]] = {
    FirstMove.CARER: {"initiated_by": "carer"},
    FirstMove.NOTICED_WITH_CONSENT: {
        "initiated_by": "staff",
        "noticed_through": "cared_for",
        "cared_for_consent": "given",
    },
    FirstMove.NOTICED_ELSEWHERE: {"initiated_by": "staff", "noticed_through": "other"},
    FirstMove.NOTICED_AND_REFUSED: {
        "initiated_by": "staff",
        "noticed_through": "cared_for",
        "cared_for_consent": "refused",
    },
    FirstMove.NOTICED_UNASKED: {"initiated_by": "staff", "noticed_through": "cared_for"},
}
FIRST_CONTACT = Place(
    "contact-noticed-carer", ("Ny akt, när ni tar första kontakten",), every=lambda _day: _FACTS.values()
)


def contact_is_allowed(actor: Actor, first_move: FirstMove, *, at: datetime) -> Decision:
    """May we be in touch with the carer, given how it began? The board's own reading speaks where it has one."""
    return FIRST_CONTACT.decide(actor, localdate(at), _FACTS[first_move])


@transaction.atomic
def open_file(*, actor: Actor, details: CarerDetails, first_move: FirstMove, at: datetime) -> Case:
    """Open a file and a first case for a carer who has none.

    Raises:
        Refused: the role opens no files, the cared-for person has not said yes, or the number has a file already.
    """
    contact_is_allowed(actor, first_move, at=at).require()
    carer = add_carer(actor=actor, details=details, at=at)
    return open_case(actor=actor, carer=carer, first_move=first_move, at=at)


@transaction.atomic
def open_case(*, actor: Actor, carer: Carer, first_move: FirstMove, at: datetime) -> Case:
    """Open a case in the carer's file, with the board's next number.

    Raises:
        Refused: the role reads no files, or the cared-for person has not said yes.
    """
    may_read_carer(actor, carer).require()
    contact_is_allowed(actor, first_move, at=at).require()
    case = Case.objects.create(
        **owner_of(current_scope()),
        carer=carer,
        unit_id=actor.unit_ids[0],
        number=_next_number(actor, localdate(at).year),
        opened_at=at,
    )
    record(action="casework.open_case", at=at, object_id=case.pk, first_move=first_move.value)
    return case


def _next_number(actor: Actor, year: int) -> str:
    """The year and a running number with leading zeros, so that text order is number order."""
    with connection.cursor() as cursor:
        # Held to the end of the transaction: two cases opened at once get two numbers.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"case-number:{actor.board_id}"])
    last = (
        Case.objects.filter(board_id=actor.board_id, number__gte=f"{year}-", number__lt=f"{year + 1}-")
        .order_by("-number")
        .values_list("number", flat=True)
        .first()
    )
    running = int(last.split("-")[1]) + 1 if last else 1
    return f"{year}-{running:0{NUMBER_DIGITS}}"
