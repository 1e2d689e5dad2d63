"""What the boards have decided has to be one thing at a time, and to cover what is offered."""

from collections.abc import Iterator
from itertools import combinations

from anhoriglots.profiles.schema.decisions import BoardDecision
from anhoriglots.profiles.schema.profile import Profile
from anhoriglots.profiles.schema.support import Offer

from .found import Findings, Found


def overlapping_decisions(profile: Profile) -> Findings:
    """Two decisions by one board about one support form that hold on the same day."""
    for (_, first), (index, second) in combinations(enumerate(profile.board_decisions), 2):
        shared = _shared(profile, first, second)
        if shared and first.period.overlaps(second.period):
            message = f'gäller samma dagar som "{first.key}" för {shared}'
            yield Found("board_decisions.yaml", ("board_decisions", index, "valid_from"), message)


def undecided_offers(profile: Profile) -> Findings:
    """Offers without assessment that no decision covers on the day they were last reviewed (SoL 11 kap. 5 §)."""
    for index, offer in enumerate(profile.offers):
        if offer.access_route in ("without_assessment", "either"):
            for board in _boards_without_decision(profile, offer):
                message = f'nämnden "{board}" har inget beslut om {offer.support_form} utan behovsprövning'
                yield Found("support.yaml", ("offers", index, "access_route"), message)


def _shared(profile: Profile, first: BoardDecision, second: BoardDecision) -> str:
    forms = sorted(set(first.support_forms) & set(second.support_forms))
    boards = {board.key for board in profile.boards_deciding(first)}
    boards &= {board.key for board in profile.boards_deciding(second)}
    return f"{', '.join(forms)} i {', '.join(sorted(boards))}" if forms and boards else ""


def _boards_without_decision(profile: Profile, offer: Offer) -> Iterator[str]:
    covering = [
        decision
        for decision in profile.board_decisions
        if decision.without_assessment
        and offer.support_form in decision.support_forms
        and offer.reviewed_on in decision.period
    ]
    decided = {board.key for decision in covering for board in profile.boards_deciding(decision)}
    for board in profile.boards_giving(offer):
        if board.key not in decided:
            yield board.key
