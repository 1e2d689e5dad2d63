"""Who may do what with requests, contacts, cases and support contacts. Each answers for one object and for many."""

from uuid import UUID

from django.db.models import Q, QuerySet

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.people.policies import may_read_carers

from .models import Case, ContactRequest, IdentifiedContact, SupportContact
from .workflow import ACTIVE_SUPPORT_STEPS, OPEN_STEPS, WAITING_STEPS, RequestStep, SupportContactStep


def may_work_with_request(actor: Actor, request: ContactRequest) -> Decision:
    """May this person open the request, and take it when it waits? Those in its unit may, nobody else (law F07)."""
    if not actor.can(Capability.WORK_WITH_REQUESTS):
        return forbidden("role-answers-no-requests", "Din roll svarar inte på förfrågningar.")
    if request.board_id != actor.board_id or request.unit_id not in actor.unit_ids:
        return forbidden("other-unit", "Förfrågan gäller en annan enhet.")
    return permitted("own-unit", "Förfrågan gäller din enhet.")


def workable_requests(actor: Actor) -> QuerySet[ContactRequest]:
    """The requests this person may open."""
    if not actor.can(Capability.WORK_WITH_REQUESTS):
        return ContactRequest.objects.none()
    return ContactRequest.objects.filter(board_id=actor.board_id, unit_id__in=actor.unit_ids)


def may_handle_request(actor: Actor, request: ContactRequest) -> Decision:
    """May this person answer, try to reach and close? Only the one who has taken it."""
    access = may_work_with_request(actor, request)
    if access and request.taken_by_id != actor.user_id:
        return forbidden("not-taken-by-you", "Ta förfrågan först. Då vet dina kollegor att du har den.")
    return access


def may_reach_out(request: ContactRequest) -> Decision:
    """May anybody call or write to the one behind the request? Not while that person has said that it is not safe.

    An answer that the person reads with the code is no message: nothing goes out.
    """
    if request.silent_since is not None:
        sentence = "Personen har sagt att det inte är säkert att ringa eller skriva. Svara så att det läses med koden."
        return forbidden("silent-contact", sentence)
    return permitted("may-reach-out", "Personen har bett oss att höra av oss.")


def handled_requests(actor: Actor) -> QuerySet[ContactRequest]:
    """The requests this person has taken."""
    return workable_requests(actor).filter(taken_by_id=actor.user_id)


def waiting_requests(actor: Actor) -> QuerySet[ContactRequest]:
    """The requests that anybody in the unit may take now."""
    return workable_requests(actor).filter(step__in=WAITING_STEPS)


def may_build_on_request(request: ContactRequest) -> Decision:
    """May a file or a support contact come of the request? Not when it is done, nor when it has been taken back."""
    if request.step == RequestStep.WITHDRAWN:
        return forbidden(
            "request-withdrawn", "Den som frågade har tagit bort förfrågan. Den leder inte till något mer."
        )
    if request.step not in OPEN_STEPS:
        return forbidden("request-not-open", "Förfrågan är avslutad. Utgå från personens akt i stället.")
    return permitted("request-open", "Förfrågan är öppen.")


def may_note_contact(actor: Actor) -> Decision:
    """May this person note contacts?"""
    if not actor.can(Capability.NOTE_CONTACT):
        return forbidden("role-notes-no-contacts", "Din roll noterar inte kontakter.")
    return permitted("notes-contacts", "Du noterar kontakter för din enhet.")


def may_read_case(actor: Actor, case: Case) -> Decision:
    """May this person read the case?"""
    if case.board_id != actor.board_id:
        return forbidden("other-board", "Ärendet finns hos en annan nämnd.")
    return may_read_carers(actor)


def readable_cases(actor: Actor) -> QuerySet[Case]:
    """The cases this person may read."""
    if not actor.can(Capability.READ_CARERS):
        return Case.objects.none()
    return Case.objects.filter(board_id=actor.board_id)


def readable_contacts(actor: Actor, carer_id: UUID) -> QuerySet[IdentifiedContact]:
    """The noted contacts of one carer that this person may read."""
    return IdentifiedContact.objects.filter(case__in=readable_cases(actor).filter(carer_id=carer_id))


def may_propose_support_contact(actor: Actor) -> Decision:
    """May this person offer a carer a support contact?"""
    if not actor.can(Capability.PROPOSE_SUPPORT_CONTACT):
        return forbidden("role-proposes-nobody", "Din roll föreslår inte stödkontakter. Fråga en kollega som gör det.")
    return permitted("proposes", "Du kan föreslå en stödkontakt.")


def may_mark_urgent(actor: Actor, request: ContactRequest) -> Decision:
    """May this person say that the request cannot wait, or can? All in its unit may, while it is open."""
    access = may_work_with_request(actor, request)
    if access and request.step not in OPEN_STEPS:
        return forbidden("request-not-open", "Förfrågan är avslutad. Öppna den igen först.")
    return access


def may_promise_support_contact(request: ContactRequest) -> Decision:
    """May a day be promised? Only to somebody who wishes for a support contact and has none."""
    if request.support_contacts.filter(step__in=ACTIVE_SUPPORT_STEPS).exists():
        return forbidden("has-one", "Det finns redan en stödkontakt.")
    asked_again = request.support_contacts.filter(step=SupportContactStep.ASKED_AGAIN)
    if not request.wants_support_contact and not asked_again.exists():
        return forbidden("not-wished-for", "Personen har inte bett om en stödkontakt.")
    return permitted("wished-for", "Personen vill ha en stödkontakt.")


def may_handle_support_contact(actor: Actor, contact: SupportContact) -> Decision:
    """May this person register answers, a substitute, a change or the end?

    The support contact and the substitute may, and those who propose support contacts at the board.
    """
    if contact.board_id != actor.board_id:
        return forbidden("other-board", "Stödkontakten finns hos en annan nämnd.")
    if actor.can(Capability.PROPOSE_SUPPORT_CONTACT) or actor.user_id in (contact.worker_id, contact.substitute_id):
        return permitted("own-support-contact", "Du får ändra stödkontakten.")
    return forbidden("others-support-contact", "Stödkontakten är en kollegas.")


def handled_support_contacts(actor: Actor) -> QuerySet[SupportContact]:
    """The support contacts this person may handle."""
    here = SupportContact.objects.filter(board_id=actor.board_id)
    if actor.can(Capability.PROPOSE_SUPPORT_CONTACT):
        return here
    return here.filter(Q(worker_id=actor.user_id) | Q(substitute_id=actor.user_id))
