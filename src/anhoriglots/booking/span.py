"""A group begins and ends with its times, and what is booked is kept as long after the last of them as before."""

from datetime import datetime

from django.db.models import F, Max, Min, Q, QuerySet

from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.visitors.models import AccessCode, Opens

from .models import Booking, Group, Meeting
from .schedule import Time


def follow(group: Group) -> None:
    """Let the group begin and end with its meetings; the caller has locked the row."""
    span = Meeting.objects.filter(group=group).aggregate(first=Min("starts_at"), last=Max("ends_at"))
    group.starts_at, group.ends_at = span["first"], span["last"]
    group.save(update_fields=["starts_at", "ends_at"])


def keep_longer(bookings: QuerySet[Booking], days: int) -> None:
    """Move the last day of the bookings and their codes, since what they are for ends so many days later."""
    if days:
        codes = AccessCode.objects.filter(opens=Opens.BOOKING, object_id__in=bookings.values("pk"))
        codes.update(expires_on=F("expires_on") + days)
        bookings.update(erase_on=F("erase_on") + days)


def may_be_then(group: Group, to: Time, *, at: datetime, but: Meeting | None = None) -> Decision:
    """Can the group meet then: a time to come, when it meets in no other meeting than ``but``?"""
    if to.ends_at <= to.starts_at:
        return forbidden("impossible-times", "Sluttiden ska vara senare än starttiden.")
    if to.starts_at <= at:
        return forbidden("in-the-past", "Den tiden har redan varit. Välj en tid längre fram.")
    if _meets_then(group, to, but):
        return forbidden("overlaps", "Gruppen ses redan då. Välj en annan tid.")
    return permitted("can-be-then", "")


def _meets_then(group: Group, to: Time, but: Meeting | None) -> bool:
    """A cancelled meeting keeps its start, which two of the same group cannot share."""
    at_once = Q(starts_at__lt=to.ends_at, ends_at__gt=to.starts_at, cancelled_at=None)
    others = Meeting.objects.filter(at_once | Q(starts_at=to.starts_at), group=group)
    return (others.exclude(pk=but.pk) if but else others).exists()
