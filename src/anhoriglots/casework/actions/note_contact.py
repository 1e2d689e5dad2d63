"""Notes a contact in the way the board has decided for the support form (SoL 14:3-5), and undoes it in time."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.catalogue.queries.decisions import FormMode, documentation_mode_for
from anhoriglots.database.encryption import keyed_index
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Decision, Outcome, Refused, forbidden
from anhoriglots.kernel.identity import looks_like_personal_number

from ..choices import DocumentationMode, NextStep
from ..models import Case, ContactRetraction, CounsellingContact, DeidentifiedContact, IdentifiedContact
from ..policies import may_note_contact, may_read_case

LONGEST_NOTE = 400
UNDO_TIME = timedelta(minutes=10)
MOST_PEOPLE = 999
MODE_CHANGED = "mode-changed"


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


class Receipt(NamedTuple):
    """What is needed to undo; kept by the browser of the one who saved, never by the server."""

    contact_id: UUID
    mode: DocumentationMode
    actor_id: UUID
    saved_at: datetime


@transaction.atomic
def note_contact(
    *,
    actor: Actor,
    answers: Answers,
    mode: DocumentationMode,
    submission: UUID,
    at: datetime,
    case: Case | None = None,
    text: str = "",
) -> Receipt:
    """Save one contact. The same ``submission`` saved twice is one contact.

    Args:
        mode: the mode the person was shown; refused when the board's decision says another one by now.
        submission: the key of the form that was sent.
        case: whom it concerns; needed when identified, and has no place otherwise.
        text: the note in the case; only when identified.

    Raises:
        Refused: wrong role, wrong mode, no case, too many people, or a text that must not be kept.
    """
    may_note_contact(actor).require()
    decided = documentation_mode_for(actor.board_id, answers.support_form, on=localdate(at))
    _check(actor, answers, mode, decided, case, text)
    contact = _contact(actor, answers, mode, submission, at, case, text)
    if _insert(contact):
        known = None if mode is DocumentationMode.DEIDENTIFIED else contact.pk
        record(action="casework.note_contact", at=at, object_id=known, mode=mode.value)
    return Receipt(contact.pk, mode, actor.user_id, at)


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
    submission: UUID,
    at: datetime,
    case: Case | None,
    text: str,
) -> IdentifiedContact | CounsellingContact | DeidentifiedContact:
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
        week = day - timedelta(days=day.weekday())
        return DeidentifiedContact(id=_unlinkable(submission), week=week, **common)
    common |= {"id": submission, "author_id": actor.user_id, "noted_at": at, "happened_on": day}
    if mode is DocumentationMode.COUNSELLING:
        return CounsellingContact(**common)
    return IdentifiedContact(case=case, text=text, **common)


def _unlinkable(submission: UUID) -> UUID:
    """The same key for the same form, but one that tells neither time nor form."""
    return UUID(bytes=keyed_index(str(submission), use="casework.deidentified_contact")[:16], version=4)


def _insert(contact: IdentifiedContact | CounsellingContact | DeidentifiedContact) -> bool:
    try:
        with transaction.atomic():
            contact.save(force_insert=True)
    except IntegrityError:
        if not type(contact).objects.filter(pk=contact.pk).exists():
            raise
        return False
    return True


@transaction.atomic
def retract_contact(*, actor: Actor, receipt: Receipt, at: datetime) -> None:
    """Undo the contact: a row says that it counts no more. Undoing twice is undoing once.

    Raises:
        Refused: somebody else saved it, or ten minutes have passed.
    """
    if receipt.actor_id != actor.user_id:
        raise Refused(forbidden("others-contact", "Bara den som sparade kontakten kan ångra den."))
    if at - receipt.saved_at > UNDO_TIME:
        raise Refused(forbidden("undo-too-late", "Det har gått mer än tio minuter. Kontakten är sparad."))
    row = ContactRetraction(**owner_of(current_scope()), contact_id=receipt.contact_id, mode=receipt.mode)
    if ContactRetraction.objects.filter(contact_id=receipt.contact_id).exists():
        return
    ContactRetraction.objects.bulk_create([row], ignore_conflicts=True)
    known = None if receipt.mode == DocumentationMode.DEIDENTIFIED else receipt.contact_id
    record(action="casework.retract_contact", at=at, object_id=known, mode=str(receipt.mode))
