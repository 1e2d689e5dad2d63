"""What those who have booked are told, and when. Only what they have asked for: nobody is written to after booking."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.law.calendar import is_working_day
from anhoriglots.notifications.actions.queue_messages import NewMessage, queue_messages
from anhoriglots.notifications.choices import Way, Words

from .choices import Reach
from .models import Booking, Meeting

# Whoever looks with the code is told nothing.
WAYS = {Reach.EMAIL: Way.EMAIL, Reach.TEXT: Way.TEXT, Reach.PHONE: Way.PHONE, Reach.LETTER: Way.LETTER}
REMINDED_AT = time(10)  # while somebody answers the telephone


def remind_at(starts_at: datetime) -> datetime:
    """When a reminder goes: at ten on Swedish clocks, the working day before."""
    day = starts_at.astimezone(SWEDEN).date() - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return datetime.combine(day, REMINDED_AT, SWEDEN)


def tell_reminder(bookings: Iterable[Booking], meeting: Meeting, *, at: datetime) -> int:
    """Tell of the time to come; once for each booking and time. A letter would not arrive. Returns how many are new."""
    wanted = [one for one in bookings if one.wants_reminder and one.reach != Reach.LETTER]
    return _queue(
        wanted,
        Words.REMINDER,
        meeting.starts_at,
        at=at,
        occasion=f"{meeting.pk}:{meeting.starts_at.timestamp():.0f}",
        meeting=meeting,
    )


def tell_offered(booking: Booking, starts_at: datetime, *, at: datetime) -> None:
    """Tell that a seat is held, and how long; ``booking`` has just been offered it."""
    until = booking.offered_until or starts_at
    _queue([booking], Words.OFFERED, starts_at, at=at, occasion=f"{at.timestamp():.0f}", until=until)


def tell_cancelled(bookings: Iterable[Booking], meeting: Meeting, *, at: datetime, all_later: bool = False) -> None:
    """Tell that this time will not be, or that neither this nor any later one will."""
    words = Words.ALL_CANCELLED if all_later else Words.CANCELLED
    _queue(bookings, words, meeting.starts_at, at=at, occasion=str(meeting.pk), meeting=meeting, in_good_time=True)


def tell_added(bookings: Iterable[Booking], meeting: Meeting, *, at: datetime) -> None:
    """Tell that there is one time more."""
    _queue(
        bookings, Words.ADDED, meeting.starts_at, at=at, occasion=str(meeting.pk), meeting=meeting, in_good_time=True
    )


def tell_moved(bookings: Iterable[Booking], meeting: Meeting, *, at: datetime, before: datetime) -> None:
    """Tell the new time, which ``meeting`` already has; ``before`` is when it was to begin."""
    _queue(
        bookings,
        Words.MOVED,
        meeting.starts_at,
        at=at,
        occasion=f"{meeting.pk}:{at.timestamp():.0f}",
        meeting=meeting,
        use_until=min(before, meeting.starts_at),
        in_good_time=True,
    )


def _queue(
    bookings: Iterable[Booking],
    words: Words,
    starts_at: datetime,
    *,
    at: datetime,
    occasion: str,
    meeting: Meeting | None = None,
    until: datetime | None = None,
    use_until: datetime | None = None,
    in_good_time: bool = False,
) -> int:
    """
    Args:
        use_until: when it is of no use to be told; else the end of the offer or the start.
        in_good_time: so that somebody has time to ring those whom no message reaches.
    """
    messages = [
        NewMessage(
            about_id=booking.pk,
            words=words,
            way=WAYS[Reach(booking.reach)],
            to=booking.contact,
            language=booking.language,
            time=starts_at,
            until=until,
            occasion=occasion,
            occasion_id=meeting.pk if meeting else None,
            of_use_until=use_until or until or starts_at,
            leave_time_to_ring=in_good_time,
            erase_on=booking.erase_on,
        )
        for booking in bookings
        if booking.reach in WAYS
    ]
    return queue_messages(messages, at=at)
