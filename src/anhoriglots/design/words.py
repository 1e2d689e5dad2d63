"""Days and times in words, in the language of the page."""

from datetime import date, datetime

from babel.dates import format_date
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# Arabic pages are read with Western digits in Sweden; the start page alone is in Arabic and shows no date.
LOCALES = {"sv": "sv", "en": "en_GB"}


def day_in_words(day: date, *, weekday: bool = False, year: bool = False) -> str:
    """The day as "5 mars", with weekday and year on request: "torsdag 5 mars 2027"."""
    pattern = f"{'EEEE ' if weekday else ''}d MMMM{' y' if year else ''}"
    return str(format_date(day, pattern, locale=LOCALES.get(get_language() or "", "sv")))


def instant_in_words(at: datetime) -> str:
    """The instant as "torsdag 5 mars klockan 15", on Swedish clocks."""
    local = localtime(at)
    clock = f"{local:%H.%M}" if local.minute else f"{local.hour}"
    phrase = _("%(day)s klockan %(clock)s") % {"day": day_in_words(local.date(), weekday=True), "clock": clock}
    return "\N{NO-BREAK SPACE}".join(phrase.rsplit(" ", 1))  # the hour never stands alone on a line


def clock_in_words(at: datetime) -> str:
    """The Swedish wall-clock time as "15.05"."""
    return f"{localtime(at):%H.%M}"
