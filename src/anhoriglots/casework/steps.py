"""Moves a request or a support contact one step: checks the table, writes the row and the event together."""

from datetime import datetime

from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden

from .models import ContactRequest, RequestEvent, SupportContact, SupportContactEvent
from .workflow import REQUEST_STEPS, SUPPORT_CONTACT_STEPS, RequestStep, SupportContactStep


def step_request(request: ContactRequest, step: RequestStep, *, at: datetime) -> None:
    """Take the step; the caller has locked the row and saves nothing more than it changes itself.

    Raises:
        Refused: the step does not follow from where the request is.
    """
    if step not in REQUEST_STEPS[request.step or None]:
        raise Refused(forbidden("request-step", f"Det går inte: förfrågan är redan {_label(request.step)}."))
    scope = current_scope()
    request.step, request.step_at = step, at
    request.save()
    RequestEvent.objects.create(
        **owner_of(scope), request_id=request.pk, step=step, actor_id=scope.actor if scope else None, at=at
    )


def step_support_contact(contact: SupportContact, step: SupportContactStep, *, at: datetime, reason: str = "") -> None:
    """Take the step of a support contact, with the reason when the carer declined.

    Raises:
        Refused: the step does not follow from where the offer is.
    """
    if step not in SUPPORT_CONTACT_STEPS[contact.step or None]:
        raise Refused(forbidden("support-contact-step", "Det går inte: erbjudandet har redan ändrats. Ladda om sidan."))
    scope = current_scope()
    contact.step, contact.step_at = step, at
    contact.save()
    SupportContactEvent.objects.create(
        **owner_of(scope),
        support_contact=contact,
        step=step,
        reason=reason,
        actor_id=scope.actor if scope else None,
        at=at,
    )


def _label(step: str) -> str:
    return RequestStep(step).label.lower() if step else "ny"
