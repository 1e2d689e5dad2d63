"""Hands one message to what carries it: a mail server, or a service for text messages. No vendor is known here."""

from collections.abc import Callable

from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Way
from ..words import code_page_address
from . import email, text
from .parcel import Outcome, Parcel

__all__ = ["Outcome", "Parcel", "is_set_up", "send"]

_CARRIERS: dict[Way, Callable[[Parcel], Outcome]] = {Way.EMAIL: email.send, Way.TEXT: text.send}
_SET_UP: dict[Way, Callable[[], bool]] = {Way.EMAIL: email.is_set_up, Way.TEXT: text.is_set_up}


def is_set_up(way: Way, municipality: MunicipalityPage) -> bool:
    """Can a message go that way by itself: is there a carrier, a sender, and an address to lead the reader to?"""
    by_itself = way in _SET_UP and _SET_UP[way]()
    return by_itself and "messages" in municipality.own and code_page_address(municipality) != ""


def send(way: Way, parcel: Parcel) -> Outcome:
    """Hand it over and say how it went; waits some seconds at most.

    Raises:
        KeyError: the way is one that goes by somebody's hand.
    """
    return _CARRIERS[way](parcel)
