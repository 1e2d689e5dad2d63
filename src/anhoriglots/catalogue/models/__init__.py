"""Tables of the catalogue: what is offered, and what boards have decided about it."""

from .decisions import BoardDecision, Delegation, LawOverride, RegisteredDecision, RetentionDecision, RuleDecision
from .offers import GapCount, Offer, OfferReview, SupportForm

__all__ = [
    "BoardDecision",
    "Delegation",
    "GapCount",
    "LawOverride",
    "Offer",
    "OfferReview",
    "RegisteredDecision",
    "RetentionDecision",
    "RuleDecision",
    "SupportForm",
]
