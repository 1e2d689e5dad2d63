"""Moves a group or a booking one step: checks the table, writes the row and the event together."""

from datetime import datetime

from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.notifications.actions.call_off import call_off

from .leaving import have_left
from .models import Booking, BookingEvent, Group, GroupEvent
from .workflow import BOOKING_STEPS, GROUP_STEPS, BookingStep, GroupStep


def step_group(group: Group, step: GroupStep, *, at: datetime) -> None:
    """Take the step; the caller has locked the row.

    Raises:
        Refused: the step does not follow from where the group is.
    """
    if step not in GROUP_STEPS[group.step or None]:
        label = GroupStep(group.step).label.lower()
        raise Refused(forbidden("group-step", f"Det går inte: gruppen är {label}. Ladda om sidan."))
    group.step, group.step_at = step, at
    group.save(update_fields=["step", "step_at"])
    log_group_step(group, at=at)


def log_group_step(group: Group, *, at: datetime) -> None:
    """Write the step that the group is in."""
    scope = current_scope()
    actor = scope.actor if scope else None
    GroupEvent.objects.create(**owner_of(scope), group_id=group.pk, step=group.step, actor_id=actor, at=at)


def step_booking(booking: Booking, step: BookingStep, *, at: datetime, reason: str = "") -> None:
    """Take the step; the caller holds the lock of the seats (see seats.py).

    What nobody has told about the booking yet is called off: it is not true any longer. What is true now is told by
    whoever takes the step.

    Raises:
        Refused: the step does not follow from where the booking is.
    """
    if step not in BOOKING_STEPS[booking.step or None]:
        raise Refused(forbidden("booking-step", "Det går inte: bokningen har redan ändrats. Ladda om sidan."))
    booking.step, booking.step_at = step, at
    booking.offered_until = None if step is not BookingStep.OFFERED else booking.offered_until
    booking.save(update_fields=["step", "step_at", "queued_at", "offered_until"])
    log_booking_step(booking, at=at, reason=reason)
    call_off(about_ids=[booking.pk], at=at)
    if step is BookingStep.CANCELLED:
        have_left([booking.pk])


def log_booking_step(booking: Booking, *, at: datetime, reason: str = "") -> None:
    """Write the step that the booking is in."""
    scope = current_scope()
    actor = scope.actor if scope else None
    BookingEvent.objects.create(
        **owner_of(scope), booking_id=booking.pk, step=booking.step, reason=reason, actor_id=actor, at=at
    )
