"""Moves a request one step: checks the table, writes the row and the event together."""

from datetime import datetime

from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden

from .models import ReliefEvent, ReliefRequest
from .workflow import RELIEF_STEPS, ReliefStep


def step_relief(request: ReliefRequest, step: ReliefStep, *, at: datetime) -> None:
    """Take the step and save the row; the caller has locked it.

    Raises:
        Refused: the step does not follow from where the request is.
    """
    if step not in RELIEF_STEPS[request.step or None]:
        raise Refused(forbidden("relief-step", "Det går inte: svaret har redan ändrats. Ladda om sidan."))
    request.step, request.step_at = step, at
    request.save()
    log_relief_step(request, at=at)


def log_relief_step(request: ReliefRequest, *, at: datetime) -> None:
    """Write the step that the request is in."""
    scope = current_scope()
    actor = scope.actor if scope else None
    ReliefEvent.objects.create(
        **owner_of(scope), request_id=request.pk, step=request.step, no=request.no, actor_id=actor, at=at
    )
