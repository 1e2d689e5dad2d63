"""Days and times in words, in the language of the page."""

from datetime import date, datetime

from babel.dates import format_date
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# Arabic pages are read with Western digits in Sweden; the start page alone is in Arabic and shows no date.
LOCALES = {"sv": "sv", "en": "en_GB"}
DAYS_IN_WEEK = 7


def day_in_words(day: date, *, weekday: bool = False, year: bool = False) -> str:
    """The day as "5 mars", with weekday and year on request: "torsdag 5 mars 2027"."""
    pattern = f"{'EEEE ' if weekday else ''}d MMMM{' y' if year else ''}"
    return str(format_date(day, pattern, locale=_locale()))


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
    return "\N{NO-BREAK SPACE}".join(phrase.rsplit(" ", 1))


def month_in_words(at: datetime) -> str:
    """The Swedish month as "december 2026"."""
    return str(format_date(localtime(at).date(), "MMMM y", locale=_locale()))


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
    told = format_date(day, "EEEE", locale=_locale()) if days < DAYS_IN_WEEK else day_in_words(day, weekday=True)
    return _at_the_hour(_("på %(day)s") % {"day": told}, then)


def _at_the_hour(day: str, at: datetime) -> str:
    phrase = _("%(day)s klockan %(clock)s") % {"day": day, "clock": _clock(at)}
    return "\N{NO-BREAK SPACE}".join(phrase.rsplit(" ", 1))  # the hour never stands alone on a line


def _clock(at: datetime) -> str:
    local = localtime(at)
    return f"{local.hour}.{local:%M}" if local.minute else f"{local.hour}"


def _locale() -> str:
    return LOCALES.get(get_language() or "", "sv")


def moment_in_words(at: datetime) -> str:
    """The instant as short as it can be, for a text message: "tis 3 mars 10.00", on Swedish clocks."""
    local = localtime(at)
    return f"{format_date(local.date(), 'EEE d MMMM', locale=_locale())} {local:%H.%M}"


def clock_in_words(at: datetime) -> str:
    """The Swedish wall-clock time as "15.05"."""
    return f"{localtime(at):%H.%M}"
