"""The tables of the slice."""

from .booking import Attendance, Booking, BookingEvent
from .group import Group, GroupEvent, Meeting
from .pulse import PulseCard

__all__ = ["Attendance", "Booking", "BookingEvent", "Group", "GroupEvent", "Meeting", "PulseCard"]
