"""The shape of a profile; every other part of the program reads a municipality through these classes."""

from .base import Language, LegalReference, Phone, SourcedRow, Text
from .decisions import BoardDecision, DocumentationMode
from .guide import Guide, GuideChoice, WayChoice
from .municipality import Municipality, Theme
from .organisation import Board, District, Division, OpeningHours, Organisation, RoleTitle, Span, Unit
from .profile import Profile
from .relief import Relief, ReliefDesk, ReliefHours
from .rules import AgeRule, CohabitationRule, ConsentRule, Rules
from .support import AccessRoute, ConsentBy, NotOffered, Offer, OutsideLink, Way
from .target_groups import LegalBasis, TargetGroup

__all__ = [
    "AccessRoute",
    "AgeRule",
    "Board",
    "BoardDecision",
    "CohabitationRule",
    "ConsentBy",
    "ConsentRule",
    "District",
    "Division",
    "DocumentationMode",
    "Guide",
    "GuideChoice",
    "Language",
    "LegalBasis",
    "LegalReference",
    "Municipality",
    "NotOffered",
    "Offer",
    "OpeningHours",
    "Organisation",
    "OutsideLink",
    "Phone",
    "Profile",
    "Relief",
    "ReliefDesk",
    "ReliefHours",
    "RoleTitle",
    "Rules",
    "SourcedRow",
    "Span",
    "TargetGroup",
    "Text",
    "Theme",
    "Unit",
    "Way",
    "WayChoice",
]
