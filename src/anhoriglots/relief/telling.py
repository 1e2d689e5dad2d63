"""Tells the one who booked that there is something to read behind the code; never what."""

from datetime import datetime

from anhoriglots.booking.choices import Reach
from anhoriglots.booking.models import Booking
from anhoriglots.notifications.actions.queue_messages import NewMessage, queue_messages
from anhoriglots.notifications.choices import Way, Words


def tell_news(booking: Booking, *, occasion: str, starts_at: datetime, at: datetime) -> int:
    """Tell it by the way the person chose, once for each occasion; whoever looks with the code is told nothing.

    Args:
        starts_at: the meeting before which it is of use to know.

    Returns:
        How many messages are new.
    """
    if booking.reach == Reach.CODE:
        return 0
    message = NewMessage(
        about_id=booking.pk,
        words=Words.NEWS,
        way=Way(booking.reach),
        to=booking.contact,
        language=booking.language,
        time=starts_at,
        occasion=occasion,
        of_use_until=starts_at,
        leave_time_to_ring=True,
        erase_on=booking.erase_on,
    )
    return queue_messages([message], at=at)
