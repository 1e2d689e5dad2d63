"""Opening hours and meetings as the standard's schedules.

Opening hours are Swedish clock times all the year, so they carry no offset: there is none that holds on both sides of
a clock change. A meeting is on one day, and carries the offset of that day.
"""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from anhoriglots.booking.choices import Way
from anhoriglots.booking.queries.published_groups import ToldTime
from anhoriglots.booking.queries.translations import shown_texts
from anhoriglots.booking.queries.words import text_of
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.organisations.models import Unit

from ..answers import Asked
from .words import Thing, filled, part_id

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CLOCK = "Svensk tid (Europe/Stockholm). Stängt på helgdagar."
HOUR = 3600


def opening_hours(unit: Unit, location: UUID) -> list[Thing]:
    """One schedule for all the days with the same hours."""
    days: dict[str, list[str]] = defaultdict(list)
    for day, span in sorted(unit.hours.items()):
        days[span].append(DAYS[int(day)])
    return [
        {
            "id": part_id(location, "hours", span),
            "location_id": str(location),
            "freq": "WEEKLY",
            "interval": 1,
            "wkst": "MO",
            "byday": ",".join(names),
            "opens_at": span.split("-")[0],
            "closes_at": span.split("-")[1],
            "description": CLOCK,
        }
        for span, names in days.items()
    ]


def meeting_schedule(time: ToldTime, service: UUID, asked: Asked) -> Thing:
    """One meeting of a group, with how many seats are left where one books."""
    meeting, group = time.meeting, time.meeting.group
    starts = meeting.starts_at.astimezone(SWEDEN)
    day = starts.date().isoformat()
    return filled(
        {
            "id": str(meeting.pk),
            "service_id": str(service),
            "valid_from": day,
            "valid_to": day,
            "dtstart": day,
            "timezone": _offset(starts),
            "count": 1,
            "opens_at": _clock(starts),
            "closes_at": _clock(meeting.ends_at.astimezone(SWEDEN)),
            "description": str(text_of(shown_texts(group), "title")),
            "attending_type": Way(group.way).label,
            "schedule_link": asked.page("group", group.pk),
            "notes": "Ingen bokning" if time.left is None else f"Platser kvar: {time.left} av {group.capacity}",
        }
    )


def _clock(at: datetime) -> str:
    return at.isoformat(timespec="minutes").partition("T")[2]


def _offset(at: datetime) -> float:
    offset = at.utcoffset()
    return offset.total_seconds() / HOUR if offset else 0
