"""Days and times in words, in the language of the page."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .foreign import spoken_language


@dataclass(frozen=True, slots=True)
class Habit:
    """How days and times are written in a language; always with Western digits, as on Swedish letters and doors.

    Attributes:
        locale: whose names of days and months (Unicode CLDR).
        weekday: the day of the week and what stands after it, before the date.
        day: the day and the month.
        clock: what stands between hours and minutes; with a colon whole hours have minutes too.
    """

    locale: str
    weekday: str = "EEEE "
    day: str = "d MMMM"
    clock: str = "."


HABITS = {
    "sv": Habit("sv"),
    "en": Habit("en_GB"),
    "fi": Habit("fi", day="d. MMMM"),
    "ar": Habit("ar", weekday="EEEE، ", clock=":"),
    "so": Habit("so", clock=":"),
    "fa": Habit("fa", clock=":"),
    "uk": Habit("uk", weekday="EEEE, ", clock=":"),
}
DAYS_IN_WEEK = 7
# A word and its clocks stay on one line where a narrow page has room for both.
LONGEST_ON_A_LINE = 19


@lru_cache(maxsize=2048)
def _in_words(day: date, pattern: str, *, locale: str) -> str:
    """A list says the same few days on many rows, and the names of days and months are slow to look up."""
    return str(format_date(day, pattern, locale=locale))


def day_in_words(day: date, *, weekday: bool = False, year: bool = False) -> str:
    """The day as "5 mars", with weekday and year on request: "torsdag 5 mars 2027"."""
    habit = _habit()
    pattern = f"{habit.weekday if weekday else ''}{habit.day}{' y' if year else ''}"
    return _in_words(day, pattern, locale=habit.locale)


def instant_in_words(at: datetime) -> str:
    """The instant as "torsdag 5 mars klockan 15", on Swedish clocks."""
    return _at_the_hour(day_in_words(localtime(at).date(), weekday=True), at)


def span_in_words(starts_at: datetime, ends_at: datetime) -> str:
    """A time with its end, on Swedish clocks: "tisdag 1 december klockan 18–20"."""
    clocks = "–".join(_clock(at) for at in (starts_at, ends_at))
    phrase = _("%(day)s klockan %(clock)s") % {
        "day": day_in_words(localtime(starts_at).date(), weekday=True),
        "clock": clocks,
    }
    before, word, clock = phrase.rsplit(" ", 2)
    glue = "\N{NO-BREAK SPACE}" if len(f"{word} {clock}") <= LONGEST_ON_A_LINE else " "
    return f"{before} {word}{glue}{clock}"


def month_in_words(at: datetime) -> str:
    """The Swedish month as "december 2026"."""
    return _in_words(localtime(at).date(), "MMMM y", locale=_habit().locale)


def coming_in_words(then: datetime, *, now: datetime) -> str:
    """A coming instant as seen from now: "i dag klockan 9", "i morgon klockan 9", "på måndag klockan 9".

    From a week ahead on the date is told, since the weekday alone would be taken for the nearer one.
    """
    day = localtime(then).date()
    days = (day - localtime(now).date()).days
    if days == 0:
        return _at_the_hour(_("i dag"), then)
    if days == 1:
        return _at_the_hour(_("i morgon"), then)
    told = _in_words(day, "EEEE", locale=_habit().locale) if days < DAYS_IN_WEEK else day_in_words(day, weekday=True)
    return _at_the_hour(_("på %(day)s") % {"day": told}, then)


def _at_the_hour(day: str, at: datetime) -> str:
    phrase = _("%(day)s klockan %(clock)s") % {"day": day, "clock": _clock(at)}
    return "\N{NO-BREAK SPACE}".join(phrase.rsplit(" ", 1))  # the hour never stands alone on a line


def _clock(at: datetime) -> str:
    local = localtime(at)
    between = _habit().clock
    return f"{local.hour}{between}{local:%M}" if local.minute or between == ":" else f"{local.hour}"


def _habit() -> Habit:
    return HABITS.get(spoken_language(), HABITS["sv"])


def moment_in_words(at: datetime) -> str:
    """The instant as short as it can be, for a text message: "tis 3 mars 10.00", on Swedish clocks."""
    local = localtime(at)
    return f"{_in_words(local.date(), f'EEE {_habit().day}', locale=_habit().locale)} {clock_in_words(at)}"


def clock_in_words(at: datetime) -> str:
    """The Swedish wall-clock time as "15.05"."""
    return localtime(at).strftime(f"%H{_habit().clock}%M")
