"""Which rows a page holds, and how many pages there are. Pages are counted from 1."""

from dataclasses import dataclass

MOST_ON_A_PAGE = 100
LAST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of so many rows.

    Attributes:
        number: which page, from 1; it may lie after the last.
        size: rows on a full page.
        total: rows in all.
    """

    number: int
    size: int
    total: int

    @property
    def rows(self) -> slice:
        """The rows of this page."""
        first = (self.number - 1) * self.size
        return slice(first, first + self.size)

    @property
    def pages(self) -> int:
        """How many pages there are; none when there is no row."""
        return -(-self.total // self.size)

    @property
    def is_last(self) -> bool:
        """Does nothing follow?"""
        return self.number >= self.pages
