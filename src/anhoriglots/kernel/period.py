"""A stretch of days during which something holds."""

from dataclasses import dataclass
from datetime import date

from .dates import swedish_date


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open interval of days: ``start`` belongs to it, ``end`` does not; None means without limit.

    Half-open so that the day a rule is replaced belongs to exactly one of the two versions.

    Raises:
        ValueError: when the end is not after the start.
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"a period must end after it starts: {self.start} to {self.end}")

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """True when at least one day belongs to both."""
        starts_before_other_ends = self.start is None or other.end is None or self.start < other.end
        other_starts_before_end = other.start is None or self.end is None or other.start < self.end
        return starts_before_other_ends and other_starts_before_end

    def meets(self, other: "Period") -> bool:
        """True when the other begins on the very day this one ends: no gap, no overlap."""
        return self.end is not None and self.end == other.start

    @property
    def text(self) -> str:
        """From when and until when, in Swedish: the last day is named, not the day after; empty when without limit."""
        parts = [f"från {swedish_date(self.start)}" if self.start else ""]
        parts += [f"till och med {swedish_date(self.end, days=-1)}" if self.end else ""]
        return " ".join(part for part in parts if part)
