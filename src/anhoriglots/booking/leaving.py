"""Tells other slices that somebody has left a group, or that a booking is gone, without knowing who they are.

Slices above add themselves when the program starts. All of it is done in the transaction that is open, so that what
hangs on a seat never outlives it.
"""

from collections.abc import Callable, Collection
from uuid import UUID

Leaver = Callable[[Collection[UUID]], object]
_leavers: list[Leaver] = []


def when_left(leaver: Leaver) -> None:
    """Call this with the keys of the bookings each time that some of them are given back or deleted."""
    if leaver not in _leavers:
        _leavers.append(leaver)


def have_left(booking_ids: Collection[UUID]) -> None:
    """The bookings are given back or deleted, in the scope of their board."""
    for leaver in _leavers:
        leaver(booking_ids)
