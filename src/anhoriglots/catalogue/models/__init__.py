"""Tables of the catalogue: what is offered, what is written of it, and what boards have decided about it."""

from .content import OfferContent
from .decisions import BoardDecision, Delegation, LawOverride, RegisteredDecision, RetentionDecision, RuleDecision
from .editing import OfferDraft, OfferVersion, VersionKind
from .offers import GapCount, Offer, OfferReview, SupportForm

__all__ = [
    "BoardDecision",
    "Delegation",
    "GapCount",
    "LawOverride",
    "Offer",
    "OfferContent",
    "OfferDraft",
    "OfferReview",
    "OfferVersion",
    "RegisteredDecision",
    "RetentionDecision",
    "RuleDecision",
    "SupportForm",
    "VersionKind",
]
