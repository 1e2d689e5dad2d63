"""Shows a group to the public, or hides it again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import Group
from ..policies import may_lead, may_plan_groups
from ..steps import step_group
from ..workflow import GroupStep


@transaction.atomic
def publish_group(*, actor: Actor, group_id: UUID, at: datetime) -> None:
    """From now on it can be found and booked.

    Raises:
        Group.DoesNotExist: not a group of the board.
        Refused: not one's own, it is cancelled, or it has met for the last time.
    """
    _step(actor, group_id, GroupStep.PUBLISHED, at)


@transaction.atomic
def withdraw_group(*, actor: Actor, group_id: UUID, at: datetime) -> None:
    """From now on it cannot be found; those who have booked keep their seats.

    Raises:
        Group.DoesNotExist: not a group of the board.
        Refused: not one's own, or it is not published.
    """
    _step(actor, group_id, GroupStep.WITHDRAWN, at)


def _step(actor: Actor, group_id: UUID, step: GroupStep, at: datetime) -> None:
    group = Group.objects.select_for_update(no_key=True).get(pk=group_id, board_id=actor.board_id)
    may_plan_groups(actor).require()
    may_lead(actor, group).require()
    if group.step == step:
        return
    if step is GroupStep.PUBLISHED and group.ends_at <= at:
        raise Refused(forbidden("in-the-past", "Gruppen har redan träffats för sista gången."))
    step_group(group, step, at=at)
    record(action=f"booking.{step.value}", at=at, object_id=group.pk)
