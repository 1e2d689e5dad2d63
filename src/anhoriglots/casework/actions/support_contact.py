"""The named support contact (SoL 13:9 from 2026-07-01): offer, answer, substitute, change, renew and end."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor, colleagues_with
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record
from anhoriglots.catalogue.queries.decisions import documentation_mode_for
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision, Outcome, Refused, forbidden, permitted
from anhoriglots.organisations.queries import works_on

from ..choices import DeclineReason, DocumentationMode
from ..models import Case, ContactRequest, SupportContact
from ..policies import (
    handled_support_contacts,
    may_build_on_request,
    may_handle_request,
    may_handle_support_contact,
    may_promise_support_contact,
    may_propose_support_contact,
)
from ..steps import step_support_contact
from ..workflow import ACTIVE_SUPPORT_STEPS, SupportContactStep
from .answer_request import write_to_thread
from .take_request import locked_request

SUPPORT_FORM = "DS05"
# A link that is known by a code alone ends by itself after half a year, unless it is renewed.
CODE_LINK_DAYS = 182
LATEST_PROMISE_DAYS = 92


def may_be_known_by_code(actor: Actor, *, on: date) -> Decision:
    """May a support contact be given to somebody who is known by a code only? The board's decision says (SoL 14:5)."""
    decided = documentation_mode_for(actor.board_id, SUPPORT_FORM, on=on)
    if decided.mode == DocumentationMode.IDENTIFIED:
        sentence = "För stödkontakt måste vi dokumentera vem det gäller. Välj eller öppna en akt först."
        return Decision(Outcome.FORBIDDEN, "case-needed", sentence, decided.documentation.citations)
    return permitted(
        "code-is-enough", "Stödkontakten följer koden. Ingen akt behövs.", *decided.documentation.citations
    )


@transaction.atomic
def offer_support_contact(
    *, actor: Actor, worker_id: UUID, at: datetime, request_id: UUID | None = None, case: Case | None = None
) -> SupportContact:
    """Offer a colleague as support contact to the one behind a request, a case, or both.

    Raises:
        Refused: the role proposes nobody, the colleague cannot be one, there is one already, a case is needed, or the
            request is not open any longer.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    may_propose_support_contact(actor).require()
    _must_be_available(actor, worker_id, at)
    if case is None:
        may_be_known_by_code(actor, on=localdate(at)).require()
    else:
        Case.objects.select_for_update().get(pk=case.pk)
    request = locked_request(actor, request_id) if request_id else None
    if request:
        may_build_on_request(request).require()
    _must_have_none(request, case)
    return _offer(worker_id=worker_id, request=request, case=case, at=at)


def _offer(*, worker_id: UUID, request: ContactRequest | None, case: Case | None, at: datetime) -> SupportContact:
    _close_wishes(request, case, at)
    contact = SupportContact(
        **owner_of(current_scope()),
        request=request,
        case=case,
        worker_id=worker_id,
        offered_at=at,
        ends_on=None if case else localdate(at) + timedelta(days=CODE_LINK_DAYS),
    )
    step_support_contact(contact, SupportContactStep.OFFERED, at=at)
    record(action="casework.offer_support_contact", at=at, object_id=contact.pk, worker=str(worker_id))
    return contact


def _close_wishes(request: ContactRequest | None, case: Case | None, at: datetime) -> None:
    """Who asked again after a no, or was promised somebody, is offered one now: nothing more to follow up."""
    if request:
        request.support_contact_promised_on = None
        request.save(update_fields=["support_contact_promised_on"])
    whose = Q(request=request) if request else Q()
    whose |= Q(case=case) if case else Q()
    for wish in SupportContact.objects.select_for_update().filter(whose, step=SupportContactStep.ASKED_AGAIN):
        step_support_contact(wish, SupportContactStep.ENDED, at=at)


def _must_be_available(actor: Actor, worker_id: UUID, at: datetime) -> None:
    able = colleagues_with(Capability.BE_SUPPORT_CONTACT, board=actor.board_id, on=localdate(at))
    if not able.filter(pk=worker_id).exists():
        raise Refused(forbidden("not-a-support-contact", "Personen kan inte vara stödkontakt. Välj en annan kollega."))


def _must_have_none(request: ContactRequest | None, case: Case | None) -> None:
    active = SupportContact.objects.filter(step__in=ACTIVE_SUPPORT_STEPS)
    if (request and active.filter(request=request).exists()) or (case and active.filter(case=case).exists()):
        raise Refused(forbidden("has-one", "Det finns redan en stödkontakt. Byt person i stället."))


@transaction.atomic
def promise_support_contact(*, actor: Actor, request_id: UUID, by: date, at: datetime) -> None:
    """Nobody has time to be a support contact just now: tell the person the last day. When we answer stays promised.

    Raises:
        Refused: wrong role, a day that has been, is too far away or on which the unit is closed, or the request is not
            this person's, not open or without a wish for a support contact.
        ContactRequest.DoesNotExist: none that this person may open.
    """
    may_propose_support_contact(actor).require()
    days = (by - localdate(at)).days
    if not 0 < days <= LATEST_PROMISE_DAYS:
        raise Refused(forbidden("promised-day", "Välj en dag från imorgon till högst tre månader framåt."))
    request = locked_request(actor, request_id)
    may_handle_request(actor, request).require()
    may_build_on_request(request).require()
    may_promise_support_contact(request).require()
    if not works_on(request.unit.hours, by):
        raise Refused(forbidden("closed-day", "Den dagen har enheten stängt. Välj en dag då ni arbetar."))
    text = f"Just nu hinner ingen ta fler. Du får en stödkontakt senast {swedish_date(by)}. Ring oss gärna under tiden."
    write_to_thread(actor=actor, request=request, text=text, at=at)
    request.support_contact_promised_on = by
    request.save(update_fields=["support_contact_promised_on"])
    record(action="casework.promise_support_contact", at=at, object_id=request.pk, by=by.isoformat())


@transaction.atomic
def register_answer(*, actor: Actor, contact_id: UUID, answer: str, at: datetime, reason: str = "") -> SupportContact:
    """Write down what the carer answered by telephone.

    Args:
        answer: "accepted", "declined" with a reason, or "change_asked".

    Raises:
        Refused: not this person's to handle, no such answer, a no without reason, or the offer has changed.
        SupportContact.DoesNotExist: none that this person may handle.
    """
    if answer not in (SupportContactStep.ACCEPTED, SupportContactStep.DECLINED, SupportContactStep.CHANGE_ASKED):
        raise Refused(forbidden("not-an-answer", "Välj ja, nej eller byta person."))
    if (answer == SupportContactStep.DECLINED) != (reason in DeclineReason.values):
        raise Refused(forbidden("decline-reason", "Välj varför personen tackade nej, eller Ville inte säga."))
    contact = _handled(actor, contact_id)
    return _step(contact, SupportContactStep(answer), at, reason=reason)


@transaction.atomic
def substitute(*, actor: Actor, contact_id: UUID, substitute_id: UUID, at: datetime) -> SupportContact:
    """Let a colleague stand in while the support contact is away.

    Raises:
        Refused: not this person's to handle, not somebody who can stand in, or not at work.
        SupportContact.DoesNotExist: none that this person may handle.
    """
    contact = _handled(actor, contact_id)
    _must_be_available(actor, substitute_id, at)
    if substitute_id == contact.worker_id:
        raise Refused(forbidden("substitute-is-another", "Ersättaren behöver vara någon annan."))
    contact.substitute_id = substitute_id
    return _step(contact, SupportContactStep.SUBSTITUTED, at, substitute=str(substitute_id))


@transaction.atomic
def bring_back(*, actor: Actor, contact_id: UUID, at: datetime) -> SupportContact:
    """The support contact is back; the substitute is no longer needed.

    Raises:
        Refused: not this person's to handle, or nobody stands in.
        SupportContact.DoesNotExist: none that this person may handle.
    """
    contact = _handled(actor, contact_id)
    contact.substitute = None
    return _step(contact, SupportContactStep.RETURNED, at)


@transaction.atomic
def change_worker(*, actor: Actor, contact_id: UUID, worker_id: UUID, at: datetime) -> SupportContact:
    """Offer another colleague instead; no reason is asked for. Returns the new offer.

    Raises:
        Refused: wrong role, the same person, not somebody who can be one, or the offer has ended.
        SupportContact.DoesNotExist: none that this person may handle.
    """
    may_propose_support_contact(actor).require()
    contact = _handled(actor, contact_id)
    _must_be_available(actor, worker_id, at)
    if worker_id == contact.worker_id:
        raise Refused(forbidden("same-worker", "Välj någon annan än den som är stödkontakt nu."))
    _step(contact, SupportContactStep.CHANGED, at)
    return _offer(worker_id=worker_id, request=contact.request, case=contact.case, at=at)


@transaction.atomic
def renew_support_contact(*, actor: Actor, contact_id: UUID, at: datetime) -> SupportContact:
    """Let a link that is known by a code go on for another half year, as agreed with the carer.

    Raises:
        Refused: not this person's to handle, without end, or already ended.
        SupportContact.DoesNotExist: none that this person may handle.
    """
    contact = _handled(actor, contact_id)
    if contact.ends_on is None or contact.step not in ACTIVE_SUPPORT_STEPS:
        raise Refused(forbidden("nothing-to-renew", "Stödkontakten har inget slutdatum eller är redan avslutad."))
    contact.ends_on = localdate(at) + timedelta(days=CODE_LINK_DAYS)
    contact.save(update_fields=["ends_on"])
    record(action="casework.renew_support_contact", at=at, object_id=contact.pk, until=contact.ends_on.isoformat())
    return contact


@transaction.atomic
def end_support_contact(*, actor: Actor, contact_id: UUID, at: datetime) -> SupportContact:
    """The carer needs it no longer, or both have agreed to end.

    Raises:
        Refused: not this person's to handle, or already ended.
        SupportContact.DoesNotExist: none that this person may handle.
    """
    return _step(_handled(actor, contact_id), SupportContactStep.ENDED, at)


def _handled(actor: Actor, contact_id: UUID) -> SupportContact:
    contact = handled_support_contacts(actor).select_for_update(of=("self",)).get(pk=contact_id)
    may_handle_support_contact(actor, contact).require()
    return contact


def _step(
    contact: SupportContact, step: SupportContactStep, at: datetime, *, reason: str = "", **details: str
) -> SupportContact:
    step_support_contact(contact, step, at=at, reason=reason)
    code = {"reason": reason} if reason else {}
    record(action=f"casework.support_contact_{step.value}", at=at, object_id=contact.pk, **code, **details)
    return contact
