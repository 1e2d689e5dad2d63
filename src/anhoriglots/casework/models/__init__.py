"""Tables of casework, one file per matter."""

from .case import Case
from .contact import ContactRetraction, CounsellingContact, DeidentifiedContact, IdentifiedContact
from .contact_request import ContactRequest, RequestEvent, ThreadMessage
from .support_contact import SupportContact, SupportContactEvent

__all__ = [
    "Case",
    "ContactRequest",
    "ContactRetraction",
    "CounsellingContact",
    "DeidentifiedContact",
    "IdentifiedContact",
    "RequestEvent",
    "SupportContact",
    "SupportContactEvent",
    "ThreadMessage",
]
