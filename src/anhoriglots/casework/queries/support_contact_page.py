"""One support contact: who it is, how it stands, what can be done next."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.telephone import readable_number
from anhoriglots.people.policies import may_read_carers

from ..models import SupportContact, SupportContactEvent
from ..policies import handled_support_contacts
from ..workflow import ACTIVE_SUPPORT_STEPS, SUPPORT_CONTACT_STEPS, SupportContactStep
from .event_words import SOMEBODY, how_it_stands, support_event
from .request_page import Event, Row
from .when import moment


@dataclass(frozen=True, slots=True)
class SupportContactPage:
    """The page of one support contact.

    Attributes:
        facts, events: without matter number and reason for a no, for those whose role reads no files.
        next_steps: the codes of the steps that may follow.
    """

    pk: UUID
    worker_id: UUID
    state: str
    facts: list[Row]
    events: list[Event]
    next_steps: frozenset[str]
    can_renew: bool
    asked_again: bool
    request_id: UUID | None
    carer_id: UUID | None
    known_by_code: bool


def support_contact_page(actor: Actor, contact_id: UUID, *, at: datetime) -> SupportContactPage:
    """The support contact as this person may see it; the caller writes the read log.

    Raises:
        SupportContact.DoesNotExist: none that this person may handle.
    """
    found = handled_support_contacts(actor).select_related("worker", "substitute", "case")
    contact = found.get(pk=contact_id)
    next_steps = SUPPORT_CONTACT_STEPS[contact.step]
    reads = bool(may_read_carers(actor))
    return SupportContactPage(
        pk=contact.pk,
        worker_id=contact.worker_id,
        state=_sentence(how_it_stands(contact, at)),
        facts=_facts(contact, reads),
        events=_events(contact, at, reads),
        next_steps=frozenset(step.value for step in next_steps),
        can_renew=contact.ends_on is not None and contact.step in ACTIVE_SUPPORT_STEPS,
        asked_again=contact.step == SupportContactStep.ASKED_AGAIN,
        request_id=contact.request_id,
        carer_id=contact.case.carer_id if contact.case else None,
        known_by_code=contact.request_id is not None,
    )


def _facts(contact: SupportContact, reads: bool) -> list[Row]:
    worker = contact.worker
    rows = [
        Row("Stödkontakt", worker.full_name),
        Row("Telefon som visas", readable_number(worker.phone), phone=True),
        Row("Telefontid", worker.phone_hours),
        Row("Ersättare", contact.substitute.full_name if contact.substitute else ""),
        Row("Gäller", _whom(contact, reads)),
        Row("Erbjuden", swedish_date(localdate(contact.offered_at))),
        Row("Slutar av sig själv", swedish_date(contact.ends_on) if contact.ends_on else ""),
    ]
    return [row for row in rows if row.value]


def _whom(contact: SupportContact, reads: bool) -> str:
    if contact.case is None:
        return "En förfrågan med kod"
    return f"Ärende {contact.case.number}" if reads else "En person med akt"


def _events(contact: SupportContact, at: datetime, reads: bool) -> list[Event]:
    rows = list(SupportContactEvent.objects.filter(support_contact=contact).order_by("at", "pk"))
    actors = User.objects.filter(pk__in={row.actor_id for row in rows if row.actor_id})
    names = {user.pk: user.first_name for user in actors}
    return [
        Event(moment(row.at, now=at), *_happened(row, contact, names, reads=reads), now=row is rows[-1]) for row in rows
    ]


def _happened(
    row: SupportContactEvent, contact: SupportContact, names: dict[UUID, str], *, reads: bool
) -> tuple[str, str]:
    who = names.get(row.actor_id, SOMEBODY) if row.actor_id else ""
    worker = contact.worker.first_name
    if row.actor_id == contact.worker_id and row.step == SupportContactStep.OFFERED:
        worker = "sig själv"
    elif row.actor_id == contact.worker_id and row.step == SupportContactStep.RETURNED:
        who = ""
    return support_event(row.step, who=who, worker=worker, reason=row.reason if reads else "")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
