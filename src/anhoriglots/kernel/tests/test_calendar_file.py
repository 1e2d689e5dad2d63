"""Two readers that know nothing of each other understand the file alike, on both sides of both changes of the clock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
import vobject

from anhoriglots.kernel.calendar_file import Event, calendar_file
from anhoriglots.kernel.dates import SWEDEN

AT_SIX = time(18)
WRITTEN = datetime(2026, 11, 24, 10, tzinfo=SWEDEN)
Read = list[tuple[str, datetime, datetime]]


def weekly(first: datetime, times: int = 4) -> list[Event]:
    """A weekly evening that begins at six on Swedish clocks, whatever these do."""
    days = [first.date() + timedelta(weeks=number) for number in range(times)]
    return [
        Event(
            key=f"time-{number}",
            starts_at=datetime.combine(day, AT_SIX, SWEDEN),
            ends_at=datetime.combine(day, time(20), SWEDEN),
            written=WRITTEN,
            title="Tisdagsgruppen, åäö; och mer",
            place="Träffpunkten, Exempelgatan 1",
        )
        for number, day in enumerate(days)
    ]


def parts_of(file: bytes, name: str = "VEVENT") -> list[Any]:
    """The parts of a kind, as the first reader finds them; its own types name everything that a part could hold."""
    return list(icalendar.Calendar.from_ical(file).walk(name))


def read_by_icalendar(file: bytes) -> Read:
    events = parts_of(file)
    assert [event.errors for event in events] == [[]] * len(events)  # it is silent about what it could not read
    assert all(event["DTSTAMP"] for event in events)
    # The rule of the clocks in the file itself, and not what the reader knows of the place.
    zone = parts_of(file, "VTIMEZONE")[0].to_tz(lookup_tzid=False)
    return [
        (str(event["UID"]), *(event[name].dt.replace(tzinfo=zone).astimezone(UTC) for name in ("DTSTART", "DTEND")))
        for event in events
    ]


def read_by_vobject(file: bytes) -> Read:
    calendar = vobject.readOne(file.decode())
    calendar.validate(raiseException=True)
    return [
        (event.uid.value, event.dtstart.value.astimezone(UTC), event.dtend.value.astimezone(UTC))
        for event in calendar.vevent_list
    ]


READERS = [read_by_icalendar, read_by_vobject]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("first", [datetime(2027, 3, 16), datetime(2026, 10, 13), datetime(2035, 3, 13)])  # noqa: DTZ001
def test_a_weekly_evening_is_at_six_on_both_sides_of_a_change_of_the_clock(
    first: datetime, reader: Callable[[bytes], Read]
) -> None:
    events = weekly(first)
    wanted = [(f"{one.key}@anhoriglots", one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC)) for one in events]
    assert len({one.starts_at.utcoffset() for one in events}) == 2
    assert reader(calendar_file(events, name="Grupper")) == wanted


@pytest.mark.parametrize("reader", READERS)
def test_every_week_of_three_years_is_read_alike(reader: Callable[[bytes], Read]) -> None:
    events = weekly(datetime(2026, 1, 6), times=156)  # noqa: DTZ001
    read = reader(calendar_file(events, name="Grupper"))
    assert [start for _, start, _ in read] == [one.starts_at.astimezone(UTC) for one in events]


def test_words_come_through_whole_and_no_line_is_too_long() -> None:
    title = "Grupp; för, dig\nsom hjälper \\ " + "åäö" * 60
    event = Event("a", WRITTEN, WRITTEN + timedelta(hours=2), WRITTEN, title, place="Exempelgatan 1, Nyköping")
    file = calendar_file([event], name="Grupper och träffar, Nyköping")
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    assert b"\n" not in file.replace(b"\r\n", b"")
    ours = parts_of(file)[0]
    theirs = vobject.readOne(file.decode()).vevent
    assert str(ours["SUMMARY"]) == theirs.summary.value == title
    assert str(ours["LOCATION"]) == theirs.location.value == "Exempelgatan 1, Nyköping"


def test_what_is_cancelled_says_so_under_the_same_key() -> None:
    event = weekly(datetime(2026, 12, 1), times=1)[0]  # noqa: DTZ001
    gone = replace(event, written=WRITTEN + timedelta(days=1), revision=1, is_cancelled=True)
    one, other = (parts_of(calendar_file([each], name="-"))[0] for each in (event, gone))
    assert one["UID"] == other["UID"]
    assert (str(one["STATUS"]), str(other["STATUS"])) == ("CONFIRMED", "CANCELLED")
    assert other["SEQUENCE"] > one["SEQUENCE"]
    assert other["DTSTAMP"].dt > one["DTSTAMP"].dt


def test_an_empty_file_is_a_calendar_too() -> None:
    assert parts_of(calendar_file([], name="Grupper")) == []


def test_the_same_times_make_the_same_file() -> None:
    events = weekly(datetime(2026, 12, 1))  # noqa: DTZ001
    assert calendar_file(events, name="Grupper") == calendar_file(events, name="Grupper")
