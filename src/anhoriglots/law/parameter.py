"""Dated lists and numbers that rules use, each row with its source; so that nothing of the kind stands in code."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from anhoriglots.kernel.period import Period

from .files import Row, read_folder
from .source import Sources


class DatedCodes(Row):
    """What a list held during some days.

    Attributes:
        in_force_from, in_force_to: first and last day; the last is absent while it holds.
        source: "<source> <id>" of the section it is taken from.
        codes: English code and the Swedish words for the screen.
        number: instead of codes, one whole number; ``unit`` says of what.
    """

    in_force_from: date
    in_force_to: date | None = None
    source: str
    codes: dict[str, str] = Field(default_factory=dict)
    number: int | None = None
    unit: Literal["days", "weeks", "months", "years", "SEK", "persons", ""] = ""

    @model_validator(mode="after")
    def _holds_one_kind(self) -> "DatedCodes":
        if bool(self.codes) == (self.number is not None) or (self.number is None) != (self.unit == ""):
            raise ValueError("a row has either codes, or a number with its unit")
        return self

    @property
    def period(self) -> Period:
        """The days as a half-open period."""
        return Period(self.in_force_from, self.in_force_to + timedelta(days=1) if self.in_force_to else None)


class Parameter(Row):
    """A list that changes with time."""

    meaning: str
    values: list[DatedCodes] = Field(min_length=1)

    def on(self, day: date) -> Mapping[str, str] | None:
        """The codes that hold on the day; None when none do."""
        return next((row.codes for row in self.values if day in row.period), None)

    def number_on(self, day: date) -> int:
        """The number that holds on the day.

        Raises:
            LookupError: there is none; the registry refuses a rule that could meet this.
        """
        for row in self.values:
            if day in row.period and row.number is not None:
                return row.number
        raise LookupError(f"no number on {day}")

    def changes(self) -> Iterator[date]:
        """The first days of rows that hold something else than the row before; not of one that only moves."""
        for before, after in pairwise(self.values):
            if (before.codes, before.number, before.unit) != (after.codes, after.number, after.unit):
                yield after.in_force_from

    def covers(self, period: Period) -> bool:
        """True when rows follow each other without a gap from the first to the last day of the period."""
        rows = [row.period for row in self.values if row.period.overlaps(period)]
        if not rows or period.start is None or period.start not in rows[0]:
            return False
        reaches_the_end = rows[-1].end is None or (period.end is not None and period.end <= rows[-1].end)
        return reaches_the_end and all(one.meets(following) for one, following in pairwise(rows))


class Parameters:
    """All parameters, by file name."""

    def __init__(self, by_name: Mapping[str, Parameter]) -> None:
        self.by_name = by_name

    @classmethod
    def read(cls, folder: Path) -> "Parameters":
        """All YAML files of a folder."""
        return cls(read_folder(folder, ".yaml", Parameter))

    def faults(self, sources: Sources) -> Iterator[str]:
        """Rows that overlap or stand out of order, and rows whose source does not hold on all their days."""
        for name, parameter in self.by_name.items():
            for one, following in pairwise(parameter.values):
                if one.period.end is None or one.period.end > following.in_force_from:
                    yield f"parameters/{name}.yaml: the row from {following.in_force_from} overlaps the one before"
            for row in parameter.values:
                if sources.covering(row.source, row.period) is None:
                    yield f"parameters/{name}.yaml: {row.source} is unknown or does not hold from {row.in_force_from}"


@lru_cache
def all_codes(name: str) -> frozenset[str]:
    """Every code a list has ever held; what a fact may say before its day is known."""
    return frozenset(code for row in _all_lists()[name].values for code in row.codes)


@lru_cache(maxsize=1)
def _all_lists() -> Mapping[str, Parameter]:
    """Every list, read once: one reading per asked list would read all files as many times."""
    return Parameters.read(Path(__file__).with_name("parameters")).by_name
