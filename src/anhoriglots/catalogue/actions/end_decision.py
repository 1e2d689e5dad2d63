"""Lets a decision of the board end before its time."""

from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision, forbidden, permitted

from ..models import RegisteredDecision
from ..policies import may_manage_decisions, visible_decisions

Row = TypeVar("Row", bound=RegisteredDecision)


def may_end(row: RegisteredDecision, last_day: date, *, today: date) -> Decision:
    """May the decision end on the day? Not so that days that have been change, and not later than it ends anyhow."""
    if row.ended_at is not None:
        return forbidden("ended-already", "Beslutet är redan avslutat.")
    if last_day < today - timedelta(days=1):
        sentence = "Sista dagen kan tidigast vara igår. Det som redan har skrivits ned vilar på beslutet."
        return forbidden("in-the-past", sentence)
    if row.holds_to is not None and last_day >= row.holds_to:
        return forbidden("ends-anyhow", f"Beslutet slutar ändå {swedish_date(row.holds_to)}. Välj en tidigare dag.")
    return permitted("may-end", "Beslutet kan avslutas.")


@transaction.atomic
def end_decision(*, actor: Actor, model: type[Row], decision_id: UUID, last_day: date, at: datetime) -> Row:
    """Let it hold to ``last_day`` and not longer; before its first day, it never holds. Twice the same is once.

    Raises:
        Refused: the role ends nothing, or the day cannot be; see ``may_end``.
        ObjectDoesNotExist: not a decision of the actor's board.
    """
    may_manage_decisions(actor).require()
    row = visible_decisions(actor, model).select_for_update().get(pk=decision_id)
    if row.last_day == last_day:
        return row
    may_end(row, last_day, today=localdate(at)).require()
    row.ended_by, row.ended_at, row.last_day = actor.user_id, at, last_day
    row.save(update_fields=["ended_by", "ended_at", "last_day"])
    record(action=f"catalogue.end_{model._meta.model_name}", at=at, object_id=row.pk)
    return row
