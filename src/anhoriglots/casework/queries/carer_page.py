"""A carer's own file: who it is, the cases, and the contacts noted in them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.identity import PersonalIdentityNumber
from anhoriglots.kernel.telephone import readable_number
from anhoriglots.people.models import Carer
from anhoriglots.people.policies import readable_carers

from ..choices import Channel, DeclineReason, DocumentationMode, NextStep, Topic
from ..models import Case, ContactRetraction, IdentifiedContact, SupportContact
from ..policies import readable_cases, readable_contacts
from ..workflow import ACTIVE_SUPPORT_STEPS
from .event_words import support_contact_words
from .request_page import Row
from .request_words import language_name
from .when import moment

PAGE = 50


@dataclass(frozen=True, slots=True)
class Note:
    """One contact in the file. ``retracted``: undone, so the text is no longer shown."""

    when: str
    title: str
    facts: str
    text: str
    author: str
    retracted: bool


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case."""

    pk: UUID
    number: str
    opened: str
    unit: str


@dataclass(frozen=True, slots=True)
class SupportLine:
    """A support contact offered in one of the cases."""

    href: str
    text: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class CarerPage:
    """The file as one page. ``older`` is the key of the last note shown, empty when there are no older ones."""

    pk: UUID
    name: str
    facts: list[Row]
    cases: list[CaseLine]
    support_contacts: list[SupportLine]
    notes: list[Note]
    older: str


def carer_page(
    actor: Actor, carer_id: UUID, *, at: datetime, before: UUID | None, support_at: Callable[[UUID], str]
) -> CarerPage:
    """The file with 50 contacts, newest first; the caller writes the read log.

    Args:
        before: the key of the last contact already seen, or None for the newest.

    Raises:
        Carer.DoesNotExist: none that this person may read.
    """
    carer = readable_carers(actor).get(pk=carer_id)
    cases = readable_cases(actor).filter(carer=carer).select_related("unit").order_by("-opened_at")
    contacts = _contacts(actor, carer_id, before)
    shown = contacts[:PAGE]
    return CarerPage(
        pk=carer.pk,
        name=carer.name,
        facts=_facts(carer),
        cases=[CaseLine(case.pk, case.number, _day(case.opened_at), case.unit.name) for case in cases],
        support_contacts=_support(carer_id, at, support_at),
        notes=[_note(contact, at) for contact in shown],
        older=str(shown[-1].pk) if len(contacts) > PAGE else "",
    )


def newest_case(actor: Actor, carer_id: UUID) -> Case | None:
    """The case that a new note goes into; None when the carer has none that this person may read."""
    return readable_cases(actor).filter(carer_id=carer_id).select_related("carer").order_by("-opened_at").first()


def noted_case(actor: Actor, contact_id: UUID) -> Case | None:
    """The case that a contact was noted in; None when there is no such contact that this person may read."""
    return readable_cases(actor).filter(contacts__pk=contact_id).select_related("carer").first()


def _contacts(actor: Actor, carer_id: UUID, before: UUID | None) -> list[IdentifiedContact]:
    undone = ContactRetraction.objects.filter(contact_id=OuterRef("pk"), mode=DocumentationMode.IDENTIFIED)
    found = readable_contacts(actor, carer_id).annotate(undone=Exists(undone)).select_related("author", "support_form")
    if before is not None:
        last = readable_contacts(actor, carer_id).filter(pk=before).values_list("noted_at", flat=True).first()
        found = found.filter(Q(noted_at__lt=last) | Q(noted_at=last, pk__lt=before)) if last else found
    return list(found.order_by("-noted_at", "-pk")[: PAGE + 1])


def _facts(carer: Carer) -> list[Row]:
    number = PersonalIdentityNumber(carer.personal_number).formatted if carer.personal_number else ""
    rows = [
        Row("Personnummer", number),
        Row("Telefon", readable_number(carer.phone), phone=True),
        Row("E-post", carer.email),
        Row("Språk", language_name(carer.language) if carer.language else ""),
        Row("Tolk", "Behövs" if carer.needs_interpreter else ""),
    ]
    return [row for row in rows if row.value]


def _note(contact: IdentifiedContact, at: datetime) -> Note:
    undone: bool = getattr(contact, "undone")  # noqa: B009 - annotated by the query
    topics = [str(Topic(topic).label) for topic in contact.topics]
    facts = [str(Channel(contact.channel).label), *topics, str(NextStep(contact.next_step).label)]
    if contact.decline_reason:
        facts.append(str(DeclineReason(contact.decline_reason).label))
    return Note(
        when=moment(contact.noted_at, now=at),
        title=contact.support_form.name,
        facts=" · ".join(facts),
        text="" if undone else contact.text,
        author=contact.author.full_name,
        retracted=undone,
    )


def _support(carer_id: UUID, at: datetime, support_at: Callable[[UUID], str]) -> list[SupportLine]:
    rows = SupportContact.objects.filter(case__carer_id=carer_id).select_related("worker").order_by("-offered_at")
    return [
        SupportLine(support_at(row.pk), support_contact_words(row, at), row.step in ACTIVE_SUPPORT_STEPS)
        for row in rows
    ]


def _day(at: datetime) -> str:
    return swedish_date(localdate(at))
