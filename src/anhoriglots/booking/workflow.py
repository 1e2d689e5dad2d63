"""States and the steps between them, one table each."""

from django.db.models import TextChoices


class GroupStep(TextChoices):
    """What can happen to a group."""

    PLANNED = "planned", "Utkast"
    PUBLISHED = "published", "Publicerad"
    WITHDRAWN = "withdrawn", "Dold"
    CANCELLED = "cancelled", "Inställd"


GROUP_STEPS: dict[str | None, frozenset[GroupStep]] = {
    None: frozenset({GroupStep.PLANNED}),
    GroupStep.PLANNED: frozenset({GroupStep.PUBLISHED, GroupStep.CANCELLED}),
    GroupStep.PUBLISHED: frozenset({GroupStep.WITHDRAWN, GroupStep.CANCELLED}),
    # Those who have booked keep their seats; it can only no longer be found.
    GroupStep.WITHDRAWN: frozenset({GroupStep.PUBLISHED, GroupStep.CANCELLED}),
    GroupStep.CANCELLED: frozenset(),
}


class BookingStep(TextChoices):
    """What can happen to a booking."""

    BOOKED = "booked", "Bokad"
    QUEUED = "queued", "I kö"
    OFFERED = "offered", "Erbjuden plats"
    CANCELLED = "cancelled", "Avbokad"
    PASSED_ON = "passed_on", "Tackade inte ja i tid"
    GROUP_CANCELLED = "group_cancelled", "Inställt"


BOOKING_STEPS: dict[str | None, frozenset[BookingStep]] = {
    None: frozenset({BookingStep.BOOKED, BookingStep.QUEUED}),
    BookingStep.BOOKED: frozenset({BookingStep.CANCELLED, BookingStep.GROUP_CANCELLED}),
    BookingStep.QUEUED: frozenset({BookingStep.OFFERED, BookingStep.CANCELLED, BookingStep.GROUP_CANCELLED}),
    BookingStep.OFFERED: frozenset(
        {BookingStep.BOOKED, BookingStep.CANCELLED, BookingStep.PASSED_ON, BookingStep.GROUP_CANCELLED}
    ),
    # Who did not answer in time, or has cancelled, may stand in the queue again, last.
    BookingStep.PASSED_ON: frozenset({BookingStep.QUEUED}),
    BookingStep.CANCELLED: frozenset({BookingStep.QUEUED}),
    BookingStep.GROUP_CANCELLED: frozenset(),
}

# A seat that is offered is held: nobody else gets it while the offer stands.
TAKES_A_SEAT = (BookingStep.BOOKED, BookingStep.OFFERED)
WAITING = (BookingStep.QUEUED,)
ALIVE = (*TAKES_A_SEAT, *WAITING)
# What was said among those who were to meet can still be read when we have called it off.
HAS_HAD_A_SEAT = (BookingStep.BOOKED, BookingStep.GROUP_CANCELLED)
