"""Deletes who came some days after the last meeting; the numbers stay, and the group says when it was done."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.notifications.actions.erase_messages import erase_messages_about
from anhoriglots.visitors.models import AccessCode, Opens

from ..leaving import have_left
from ..models import Booking, Group
from ..workflow import BookingStep

AT_A_TIME = 1000


@transaction.atomic
def erase_lists(*, at: datetime) -> int:
    """Delete this board's bookings whose last day has passed, with their codes and messages; returns how many.

    Raises:
        ValueError: no board is in scope.
    """
    board = owner_of(current_scope())["board_id"]
    due = Booking.objects.filter(board_id=board, erase_on__lt=localdate(at))
    count = 0
    while keys := list(due.values_list("pk", flat=True)[:AT_A_TIME]):
        _note_seats(keys, at)
        AccessCode.objects.filter(opens=Opens.BOOKING, object_id__in=keys).delete()
        erase_messages_about(keys)
        have_left(keys)
        Booking.objects.filter(pk__in=keys).delete()
        count += len(keys)
    if count:
        record(action="booking.erase_lists", at=at, bookings=count)
    return count


def _note_seats(keys: list[UUID], at: datetime) -> None:
    seats = Booking.objects.filter(pk__in=keys, step=BookingStep.BOOKED).values("group").annotate(seats=Sum("seats"))
    had = {row["group"]: row["seats"] for row in seats}
    for group in Group.objects.select_for_update(no_key=True).filter(
        pk__in=Booking.objects.filter(pk__in=keys).values("group")
    ):
        group.erased_on = localdate(at)
        group.erased_seats = (group.erased_seats or 0) + had.get(group.pk, 0)
        group.save(update_fields=["erased_on", "erased_seats"])
