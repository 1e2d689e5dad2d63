"""The tables of the slice."""

from .hours import HourEntry
from .request import ReliefEvent, ReliefRequest

__all__ = ["HourEntry", "ReliefEvent", "ReliefRequest"]
