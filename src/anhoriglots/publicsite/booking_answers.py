"""The answers of a booking as they travel from page to page, and what it is that is booked."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from anhoriglots.booking.actions.book import Wanted
from anhoriglots.booking.choices import Reach, Seating
from anhoriglots.booking.queries.group_page import GroupPage, GroupTime, group_page
from anhoriglots.booking.queries.words import Written, text_of
from anhoriglots.database.browser import Gone
from anhoriglots.relief.actions.ask_relief import Wish
from anhoriglots.relief.choices import Place as ReliefPlace
from anhoriglots.relief.queries.offered import relief_answer_by

from .answers import Answers, address, read
from .group_pages import ON, QUEUE, TIME, TRIAL
from .pages import OpenRequest

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class BookingAnswers(Answers):
    """The booking so far. ``group`` and ``meeting`` say what is booked; ``queue`` that a place in the queue will do;
    ``relief_hours`` is 0 for the one who needs no relief meanwhile.
    """

    group: str = ""
    meeting: str = ""
    submission: str = ""
    call_me: str = ""
    reach: str = ""
    contact: str = ""
    seats: int = 1
    companion: str = ""
    is_trial: bool = False
    wants_reminder: bool = False
    relief_hours: int = 0
    relief_place: str = ""
    lives_together: str = ""
    queue: bool = False
    checked: bool = False

    def begun(self) -> "BookingAnswers":
        """With the secret by which the form that is sent twice is known again."""
        return self if self.submission else replace(self, submission=secrets.token_urlsafe(16))

    @property
    def wanted(self) -> Wanted:
        """As the action takes them."""
        return Wanted(
            reach=Reach(self.reach),
            contact=self.contact,
            call_me=self.call_me,
            seats=self.seats,
            companion=self.companion,
            is_trial=self.is_trial,
            wants_reminder=self.wants_reminder and self.reach != Reach.CODE,
            or_queue=self.queue,
        )

    @property
    def wish(self) -> Wish | None:
        """The relief that is asked for, as the action takes it; None when it is not."""
        if not self.relief_hours:
            return None
        together = {YES: True, NO: False}.get(self.lives_together)
        where = ReliefPlace(self.relief_place or ReliefPlace.HOME)
        return Wish(hours=self.relief_hours, place=where, lives_together=together)


@dataclass(frozen=True, slots=True)
class Place:
    """What is being booked: a course from its first time to its last, or one time."""

    group: GroupPage
    time: GroupTime | None

    @property
    def title(self) -> Written:
        """What the group is called."""
        return text_of(self.group.texts, "title")

    @property
    def first(self) -> GroupTime:
        """The time to come to first."""
        coming = (time for time in self.group.times if not time.is_cancelled and not time.is_over)
        return self.time or next(coming, self.group.times[0])

    @property
    def times(self) -> tuple[GroupTime, ...]:
        """All that is booked."""
        return (self.time,) if self.time else self.group.times

    @property
    def ends_at(self) -> datetime:
        """When the last time ends."""
        return self.times[-1].ends_at

    @property
    def can_be_booked(self) -> bool:
        """Is it open for a booking, or for a place in the queue?"""
        return self.time.can_be_booked if self.time else self.group.can_be_booked

    @property
    def page_url(self) -> str:
        """The page of the group."""
        return reverse("group", args=[self.group.id])


def read_booking(request: OpenRequest, group_id: UUID, *, at: datetime) -> tuple[BookingAnswers, Place]:
    """The answers, see booking_answers, and what they book.

    Raises:
        Gone: they cannot be read here, or belong to another group.
        Http404: no such group or time.
    """
    answers = booking_answers(request, group_id, at=at)
    shown = group_page(group_id, at=at)
    time = shown.time(_key(answers.meeting)) if shown else None
    if shown is None or (shown.seating == Seating.MEETING) != (time is not None):
        raise Http404
    return answers, Place(shown, time)


def booking_answers(request: OpenRequest, group_id: UUID, *, at: datetime) -> BookingAnswers:
    """The answers in the address, or those that the group's page led here with; asks no database.

    Raises:
        Gone: they cannot be read here, or belong to another group.
    """
    answers: BookingAnswers = read(request, BookingAnswers, at=at)
    if answers.group not in ("", group_id.hex):
        raise Gone("another group")
    return answers if answers.group else _asked(request, group_id)


def may_ask_for_relief(request: OpenRequest, place: Place, *, at: datetime) -> bool:
    """Is there anybody who answers, in time for the first time?"""
    starts_at = place.first.starts_at
    return relief_answer_by(request.municipality, place.group.board_id, starts_at=starts_at, at=at) is not None


def _asked(request: OpenRequest, group_id: UUID) -> BookingAnswers:
    asked = request.GET
    meeting = _key(asked.get(TIME, ""))
    return BookingAnswers(
        group=group_id.hex,
        meeting=meeting.hex if meeting else "",
        is_trial=asked.get(TRIAL) == ON,
        queue=asked.get(QUEUE) == ON,
    )


def _key(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def booking_address(request: OpenRequest, name: str, answers: BookingAnswers, *, at: datetime) -> str:
    """The address of a page of this booking."""
    return address(request, name, answers, at=at, args=(str(UUID(answers.group)),))
