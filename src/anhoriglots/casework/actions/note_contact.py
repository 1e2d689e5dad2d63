"""Notes a contact in the way the board has decided for the support form (SoL 14:3-5)."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Value
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record, record_of_nobody
from anhoriglots.catalogue.queries.decisions import FormMode, documentation_mode_for
from anhoriglots.database.encryption import keyed_index
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.dates import monday_of
from anhoriglots.kernel.decision import Decision, Outcome, Refused, forbidden
from anhoriglots.kernel.identity import looks_like_personal_number

from ..choices import DocumentationMode, NextStep
from ..models import Case, ContactRetraction, CounsellingContact, DeidentifiedContact, IdentifiedContact
from ..policies import may_note_contact, may_read_case

LONGEST_NOTE = 400
MOST_PEOPLE = 999
MODE_CHANGED = "mode-changed"
Contact = IdentifiedContact | CounsellingContact | DeidentifiedContact
# As long as a session lasts; nobody fills in one form over night.
FORM_LASTS = timedelta(hours=8)
OTHER_BOARD = forbidden(
    "form-of-other-board",
    "Formuläret öppnades när du arbetade för en annan nämnd. Kontrollera svaren och spara igen.",
)
TOO_OLD = forbidden("form-too-old", "Formuläret har varit öppet för länge. Kontrollera svaren och spara igen.")
SAID_OTHERWISE = forbidden(
    "saved-otherwise", "Kontakten är redan sparad, med andra svar. Spara en gång till om det här är en ny kontakt."
)
UNDONE = forbidden("saved-and-undone", "Kontakten sparades och ångrades. Spara en gång till om den ska räknas.")
# What differs when the same form is sent a second time: the instant, and the key, which is the same already.
OF_THE_INSTANT = {"id", "week", "noted_at", "happened_on"}


class Answers(NamedTuple):
    """The taps of one contact; codes and keys only."""

    support_form: str
    channel: str
    topics: tuple[str, ...]
    duration: str
    next_step: str
    target_group_id: UUID | None = None
    decline_reason: str = ""
    people: int = 1
    district_id: UUID | None = None
    age_band: str = ""
    language: str = ""
    interpreter: bool | None = None
    is_first: bool | None = None


class Submission(NamedTuple):
    """The form that was sent: its key, and the board and the instant it was opened at."""

    key: UUID
    board_id: UUID
    opened_at: datetime


class Receipt(NamedTuple):
    """What is needed to undo; kept by the browser of the one who saved, never by the server."""

    contact_id: UUID
    mode: DocumentationMode
    actor_id: UUID
    saved_at: datetime


def note_contact(
    *,
    actor: Actor,
    answers: Answers,
    mode: DocumentationMode,
    submission: Submission,
    at: datetime,
    case: Case | None = None,
    text: str = "",
) -> Receipt:
    """Save one contact. The same form saved twice is one contact, and gives the receipt of the first time.

    A contact without name keeps no instant. Its second receipt goes by when the form was opened, which was earlier,
    so that nothing can be undone for longer than it could at first.

    Args:
        mode: the mode the person was shown; refused when the board's decision says another one by now.
        submission: the form that was sent.
        case: whom it concerns; needed when identified, and has no place otherwise.
        text: the note in the case; only when identified.

    Raises:
        Refused: wrong role, wrong mode, no case, too many people, or a text that must not be kept; a form of another
            board, too old, or saved before with other answers or undone.
    """
    may_note_contact(actor).require()
    if submission.board_id != actor.board_id:
        raise Refused(OTHER_BOARD)
    if at - submission.opened_at > FORM_LASTS:
        raise Refused(TOO_OLD)
    decided = documentation_mode_for(actor.board_id, answers.support_form, on=localdate(at))
    _check(actor, answers, mode, decided, case, text)
    contact = _contact(actor, answers, mode, submission.key, at, case, text)
    first = _saved_before(contact, submission.key) or _insert(contact, mode, at)
    if first is None:
        return Receipt(contact.pk, mode, actor.user_id, at)
    _check_repeated(first, contact, mode)
    return Receipt(contact.pk, mode, actor.user_id, getattr(first, "noted_at", submission.opened_at))


def _check(
    actor: Actor, answers: Answers, mode: DocumentationMode, decided: FormMode, case: Case | None, text: str
) -> None:
    if decided.mode != mode:
        sentence = f"Nämndens beslut gäller inte så längre. {decided.documentation.sentence}"
        raise Refused(Decision(Outcome.FORBIDDEN, MODE_CHANGED, sentence, decided.documentation.citations))
    if mode is not DocumentationMode.IDENTIFIED and (case or text):
        raise Refused(forbidden("no-place-for-identity", "Den här kontakten sparas utan namn och utan anteckning."))
    if mode is DocumentationMode.IDENTIFIED:
        _check_note(actor, case, text)
    if not 1 <= answers.people <= MOST_PEOPLE:
        raise Refused(forbidden("people", f"Antal personer är 1 till {MOST_PEOPLE}."))
    if (answers.next_step == NextStep.DECLINED) != bool(answers.decline_reason):
        raise Refused(forbidden("decline-reason", "Välj varför personen tackade nej, eller Ville inte säga."))


def _check_note(actor: Actor, case: Case | None, text: str) -> None:
    if case is None:
        raise Refused(forbidden("case-needed", "Välj vem kontakten gäller."))
    may_read_case(actor, case).require()
    if len(text) > LONGEST_NOTE:
        raise Refused(forbidden("note-too-long", f"Korta anteckningen till högst {LONGEST_NOTE} tecken."))
    if looks_like_personal_number(text):
        raise Refused(
            forbidden("number-in-note", "Det ser ut som ett personnummer. Ta bort det, akten har redan sitt.")
        )


def _contact(
    actor: Actor,
    answers: Answers,
    mode: DocumentationMode,
    key: UUID,
    at: datetime,
    case: Case | None,
    text: str,
) -> Contact:
    common: dict[str, Any] = {
        **owner_of(current_scope()),
        **answers._asdict(),
        "support_form_id": answers.support_form,
        "topics": list(answers.topics),
        "unit_id": actor.unit_ids[0],
    }
    del common["support_form"]
    day = localdate(at)
    if mode is DocumentationMode.DEIDENTIFIED:
        return DeidentifiedContact(id=_unlinkable(key), week=monday_of(day), **common)
    common |= {"id": key, "author_id": actor.user_id, "noted_at": at, "happened_on": day}
    if mode is DocumentationMode.COUNSELLING:
        return CounsellingContact(**common)
    return IdentifiedContact(case=case, text=text, **common)


def _unlinkable(key: UUID) -> UUID:
    """The same key for the same form, but one that tells neither time nor form."""
    return UUID(bytes=keyed_index(str(key), use="casework.deidentified_contact")[:16], version=4)


def _insert(contact: Contact, mode: DocumentationMode, at: datetime) -> Contact | None:
    """None when the row was written, otherwise the row that the same form wrote this very moment."""
    try:
        with transaction.atomic():
            contact.save(force_insert=True)
            _log(contact, mode, at)
    except IntegrityError:
        first = type(contact)._default_manager.filter(pk=contact.pk).first()
        if first is None:
            raise
        return first
    return None


def _log(contact: Contact, mode: DocumentationMode, at: datetime) -> None:
    if mode is DocumentationMode.DEIDENTIFIED:
        record_of_nobody(action="casework.note_contact", at=at, mode=mode.value)
    else:
        record(action="casework.note_contact", at=at, object_id=contact.pk, mode=mode.value)


def _check_repeated(first: Contact, contact: Contact, mode: DocumentationMode) -> None:
    if ContactRetraction.objects.filter(contact_id=contact.pk, mode=mode).exists():
        raise Refused(UNDONE)
    if _said(first) != _said(contact):
        raise Refused(SAID_OTHERWISE)


def _said(contact: Contact) -> dict[str, Any]:
    names = (field.attname for field in contact._meta.concrete_fields)
    return {name: getattr(contact, name) for name in names if name not in OF_THE_INSTANT}


def _saved_before(contact: Contact, key: UUID) -> Contact | None:
    """The row that the same form wrote before; each mode has a table of its own.

    Raises:
        Refused: it wrote one in another mode.
    """
    tables = (IdentifiedContact, CounsellingContact, DeidentifiedContact)
    asked = [
        table._default_manager.filter(pk=_unlinkable(key) if table is DeidentifiedContact else key).values_list(
            "pk", Value(place)
        )
        for place, table in enumerate(tables)
    ]
    found = list(asked[0].union(*asked[1:], all=True))
    if any(tables[place] is not type(contact) for _, place in found):
        raise Refused(SAID_OTHERWISE)
    return type(contact)._default_manager.get(pk=contact.pk) if found else None
