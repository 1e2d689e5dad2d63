"""Writes calendar files (RFC 5545) that every calendar reads alike: times on Swedish clocks, and when these change.

The rule is written by hand, as two that recur each year. A list of dates, which libraries write, is read by some
calendars only as far as its first one, and a weekly group then comes an hour wrong after the clock has changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from .dates import SWEDEN

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCER = "-//Anhöriglots//SV"
FOLD_AT = 75  # bytes of a line, its first space counted
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
TIMEZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Stockholm",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19970330T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One time.

    Attributes:
        key: the same each time the file is made, so that a calendar changes the time it has and adds no second one.
        written: when what stands here was decided.
        revision: how often it has been changed since the first time; a calendar keeps the highest it has seen.
        url: where more can be read.
        is_sure: False for somebody who has no seat yet.
    """

    key: str
    starts_at: datetime
    ends_at: datetime
    written: datetime
    title: str
    revision: int = 0
    place: str = ""
    url: str = ""
    is_cancelled: bool = False
    is_sure: bool = True

    @property
    def status(self) -> str:
        """As calendars name it."""
        return "CANCELLED" if self.is_cancelled else "CONFIRMED" if self.is_sure else "TENTATIVE"


def calendar_file(events: Iterable[Event], *, name: str) -> bytes:
    """The file; ``name`` is what a calendar that follows it calls it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCER}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
        *TIMEZONE,
        *(line for event in events for line in _event(event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.key}@anhoriglots"
    yield f"DTSTAMP:{_instant(event.written)}"
    yield f"LAST-MODIFIED:{_instant(event.written)}"
    yield f"DTSTART;TZID=Europe/Stockholm:{_clock(event.starts_at)}"
    yield f"DTEND;TZID=Europe/Stockholm:{_clock(event.ends_at)}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if event.url:
        yield f"URL:{event.url}"
    yield f"SEQUENCE:{event.revision}"
    yield f"STATUS:{event.status}"
    yield "END:VEVENT"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _clock(at: datetime) -> str:
    return f"{at.astimezone(SWEDEN):%Y%m%dT%H%M%S}"


def _text(words: str) -> str:
    return words.translate(ESCAPED)


def _folded(line: str) -> str:
    """The line in parts of at most 75 bytes; no sign is cut in two."""
    parts, size = [""], 0
    for sign in line:
        bytes_ = len(sign.encode())
        if size + bytes_ > FOLD_AT:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += bytes_
    return "\r\n".join(parts)
