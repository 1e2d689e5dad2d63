"""Swedish personal identity numbers and coordination numbers as a plain value.

Sources: folkbokföringslagen (1991:481) 18 § and lagen (2022:1697) om samordningsnummer for what they are; the test
numbers that Skatteverket publishes as open data for their form, incomplete birth dates included.
"""

import re
from dataclasses import dataclass
from datetime import date

from personnummer import personnummer

from .digits import has_right_check_digit, to_ascii
from .free_text import Span, find_personal_numbers, looks_like_personal_number

__all__ = [
    "NotAPersonalNumber",
    "PersonalIdentityNumber",
    "Span",
    "find_personal_numbers",
    "is_personal_number",
    "looks_like_personal_number",
]

COORDINATION_OFFSET = 60
WRITTEN = re.compile(r"(?P<century>\d\d)?(?P<year>\d\d)(?P<month_day>\d{4})(?P<sign>[-+]?)(?P<number>\d{4})")


class NotAPersonalNumber(ValueError):
    """The text is no valid number. The message never repeats what was written."""


@dataclass(frozen=True, slots=True, repr=False)
class PersonalIdentityNumber:
    """A valid personal identity number or coordination number, kept as twelve digits.

    Two numbers are equal when their twelve digits are. ``str`` and ``repr`` are masked, so that a log line or an
    error page cannot give a person away; ask for ``digits`` or ``formatted`` where the number is meant to be shown.

    Raises:
        NotAPersonalNumber: when the digits are not a valid number.
    """

    digits: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"(18|19|20)[0-9]{10}", self.digits) or not self._is_valid():
            raise NotAPersonalNumber("not a valid personal identity number or coordination number")

    @classmethod
    def parse(cls, text: str, *, on: date) -> "PersonalIdentityNumber":
        """Read a number written with ten or twelve digits, with or without sign and spaces, in any script's digits.

        Args:
            text: what somebody wrote.
            on: the day it was written; tells which century ten digits mean ("+" means a hundred years or more).

        Raises:
            NotAPersonalNumber: it is none, or the birth date is after ``on``.
        """
        match = WRITTEN.fullmatch(re.sub(r"\s", "", to_ascii(text)))
        if match is None:
            raise NotAPersonalNumber("a personal identity number has ten or twelve digits")
        century = match["century"] or _century(match["year"], match["month_day"], match["sign"], on)
        number = cls(century + match["year"] + match["month_day"] + match["number"])
        if number.birth_date is not None and number.birth_date > on:
            raise NotAPersonalNumber("the birth date has not come yet")
        return number

    @property
    def is_coordination_number(self) -> bool:
        """True when sixty is added to the day: a person who is not, or has not been, in the population register."""
        return int(self.digits[6:8]) >= COORDINATION_OFFSET

    @property
    def birth_date(self) -> date | None:
        """The day of birth; None for a coordination number whose month or day was not known."""
        month, day = int(self.digits[4:6]), int(self.digits[6:8]) % COORDINATION_OFFSET
        return date(int(self.digits[:4]), month, day) if month and day else None

    @property
    def formatted(self) -> str:
        """Twelve digits with a hyphen, the form that never changes with age."""
        return f"{self.digits[:8]}-{self.digits[8:]}"

    def __repr__(self) -> str:
        return "PersonalIdentityNumber(********-****)"

    def __str__(self) -> str:
        return "********-****"

    def _is_valid(self) -> bool:
        if has_unknown_month_or_day(self.digits[2:8]):
            return has_right_check_digit(self.digits[2:])
        return bool(personnummer.valid(self.digits))


def is_personal_number(digits: str) -> bool:
    """True when ten or twelve plain digits, and nothing else, are a valid number; ten may mean any century."""
    centuries = ("",) if len(digits) == 12 else ("18", "19", "20")
    return any(_is_valid_number(century + digits) for century in centuries)


def _is_valid_number(twelve: str) -> bool:
    try:
        PersonalIdentityNumber(twelve)
    except NotAPersonalNumber:
        return False
    return True


def has_unknown_month_or_day(six: str) -> bool:
    """True for the date part of a coordination number with month 00 or day 60, which the library does not know of."""
    month, day = int(six[2:4]), int(six[4:6])
    if day < COORDINATION_OFFSET or day > COORDINATION_OFFSET + 31 or month > 12:
        return False
    return month == 0 or day == COORDINATION_OFFSET


def _century(year: str, month_day: str, sign: str, on: date) -> str:
    """The century meant by a two-digit year: the latest that is not after ``on``, a hundred years earlier for "+"."""
    day = int(month_day[2:]) % COORDINATION_OFFSET
    not_yet_this_year = (int(month_day[:2]), day) > (on.month, on.day)
    latest = on.year - (on.year - int(year)) % 100
    if latest == on.year and not_yet_this_year:
        latest -= 100
    if sign == "+" and on.year - latest < 100:
        latest -= 100
    return str(latest // 100)
