"""Finds what looks like a Swedish personal number in free text, so that it is not kept where no identity may be.

Rather one false alarm too many than one person given away, except for telephone numbers: they belong in notes.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .digits import has_right_check_digit, plain

# Year, month and day, run together or set apart, then a few signs of any kind (a stretch of space counts as one), then
# four digits or the letter and three digits of an interim number. A "2026-12" after the hyphen is a second date. Four
# digits split in two count only after a hyphen and a date without gaps: "2026-11-23 13-15" is a day and its hours.
DATE = r"""(?<!\d)(?:18|19|20)?\d\d(?P<gap>[ ./-]?)
    (?:(?:0[1-9]|1[0-2])(?P<gap_before_day>[ ./-]?)(?:0[1-9]|[12]\d|3[01])
      |(?:0\d|1[0-2])(?P<gap_before_day_of_coordination>[ ./-]?)(?:[678]\d|9[01]))"""
SIGNS = r"(?:\s++|[^\w\s]|_)"
WRITTEN_OUT = re.compile(
    rf"""{DATE}
        (?:{SIGNS}{{0,4}}\d{{4}}(?![./-]\d\d(?!\d))|{SIGNS}{{1,4}}[TRSUWXJKLMN]\d{{3}})(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
SPLIT_LAST_FOUR = re.compile(
    r"(?<!\d)(?:18|19|20)?\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0\d|1[0-2])(?:[678]\d|9[01]))"
    r" ?[-+] ?\d\d[ -]\d\d(?!\d)"
)
SPACED_RUN = re.compile(r"(?<![\d+])\d+(?:[ \t+-]{1,3}\d+)+")
TEN_DIGITS = re.compile(
    r"(?:18|19|20)?(\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0\d|1[0-2])(?:[678]\d|9[01]))\d{4})"
)
AREA_CODE = re.compile(r"0\d{1,3}")
LENGTHS = (10, 12)


class Span(NamedTuple):
    """Where something stands in a text: ``text[start:end]``."""

    start: int
    end: int


def looks_like_personal_number(text: str) -> bool:
    """True when the text holds anything that looks like a personal or coordination number."""
    return bool(find_personal_numbers(text))


def find_personal_numbers(text: str) -> list[Span]:
    """Where the text holds anything that looks like a personal or coordination number, in order, never overlapping.

    Known are six or eight digits of a possible date followed by four, in any script's digits, with separators and
    characters without width in between. Numbers grouped in some other way count when their check digit is right and
    they are not grouped as a telephone number.
    """
    places = [(position, shown) for position, character in enumerate(text) if (shown := plain(character))]
    skeleton = "".join(shown for _, shown in places)
    positions = [*(position for position, _ in places), len(text)]
    found: list[Span] = []
    for start, end in sorted({*_written_out(skeleton), *_oddly_spaced(skeleton)}):
        span = Span(positions[start], positions[end])
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _written_out(skeleton: str) -> Iterator[tuple[int, int]]:
    position = 0
    while match := WRITTEN_OUT.search(skeleton, position):
        position = match.start() + 1
        if not _may_be_telephone(match):
            yield match.span()
    yield from (match.span() for match in SPLIT_LAST_FOUR.finditer(skeleton))


def _may_be_telephone(match: re.Match[str]) -> bool:
    """Ten digits that begin with 0, in a row or with a gap that a date would have twice, are as often a telephone
    number: the check digit decides.
    """
    digits = re.sub(r"\D", "", match.group())
    second_gap = match["gap_before_day"] or match["gap_before_day_of_coordination"] or ""
    in_a_row = len(match.group()) == len(digits)
    if len(digits) != 10 or digits[0] != "0" or not (in_a_row or match["gap"] != second_gap):
        return False
    return not has_right_check_digit(digits)


def _oddly_spaced(skeleton: str) -> Iterator[tuple[int, int]]:
    for run in SPACED_RUN.finditer(skeleton):
        groups = [
            (run.start() + group.start(), run.start() + group.end()) for group in re.finditer(r"\d+", run.group())
        ]
        for first in range(len(groups)):
            yield from _windows(skeleton, groups[first : first + max(LENGTHS)])


def _windows(skeleton: str, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of ten or twelve digits that begin with the first group and could be a number."""
    start, end = groups[0]
    if AREA_CODE.fullmatch(skeleton[start:end]):
        return
    digits = ""
    for group_start, group_end in groups:
        digits += skeleton[group_start:group_end]
        if len(digits) > max(LENGTHS):
            return
        match = TEN_DIGITS.fullmatch(digits) if len(digits) in LENGTHS else None
        if match and has_right_check_digit(match[1]):
            yield start, group_end
