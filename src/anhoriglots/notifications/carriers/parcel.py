"""What is handed over, and how it went."""

from dataclasses import dataclass, field
from enum import Enum, auto
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message, ready to go.

    Attributes:
        id: the same each time that the message is tried, so that a receiver who gets it twice can know.
        sender_name, sender_address: of e-mail.
        text_sender: what a telephone shows as the sender.
    """

    id: UUID
    to: str = field(repr=False)
    subject: str
    text: str
    sender_name: str
    sender_address: str
    text_sender: str


class Outcome(Enum):
    """How handing over went. ``LATER`` concerns this message alone, ``AWAY`` everything that goes the same way."""

    SENT = auto()
    REFUSED = auto()
    LATER = auto()
    AWAY = auto()
