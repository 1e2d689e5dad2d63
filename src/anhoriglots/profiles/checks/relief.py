"""Who answers about relief has to be one unit of the board itself, and hours need a board decision behind them."""

from collections.abc import Mapping
from itertools import combinations

from anhoriglots.profiles.known_forms import KnownForm
from anhoriglots.profiles.schema import ReliefDesk, ReliefHours
from anhoriglots.profiles.schema.profile import Profile

from .found import Findings, Found

FILE = "rules.yaml"


def relief_faults(profile: Profile, forms: Mapping[str, KnownForm]) -> Findings:
    """Two desks or two rules at once, a desk of another board, hours that no board has decided on."""
    yield from _two_at_once(profile)
    for index, desk in enumerate(profile.rules.relief.desks):
        yield from _of_the_board_itself(profile, desk, index)
    for index, rule in enumerate(profile.rules.relief.hours):
        form = forms.get(rule.support_form)  # an unknown one is told of elsewhere
        if form and form.support_class != "indirect":
            place = ("relief", "hours", index, "support_form")
            yield Found(FILE, place, f"{rule.support_form} är ingen avlösning")
        yield from _undecided(profile, rule, index)


def _two_at_once(profile: Profile) -> Findings:
    desks, hours = profile.rules.relief.desks, profile.rules.relief.hours
    for (_, first), (index, second) in combinations(enumerate(desks), 2):
        if shared := _shared(profile, first, second):
            message = f'"{first.key}" svarar redan om avlösning för {shared}'
            yield Found(FILE, ("relief", "desks", index, "boards"), message)
    for (_, before), (index, after) in combinations(enumerate(hours), 2):
        shared = _shared(profile, before, after)
        if shared and before.period.overlaps(after.period):
            message = f'gäller samma dagar som "{before.key}" för {shared}'
            yield Found(FILE, ("relief", "hours", index, "valid_from"), message)


def _shared(profile: Profile, first: ReliefDesk | ReliefHours, second: ReliefDesk | ReliefHours) -> str:
    boards = {board.key for board in profile.boards_deciding(first)}
    return ", ".join(sorted(boards & {board.key for board in profile.boards_deciding(second)}))


def _of_the_board_itself(profile: Profile, desk: ReliefDesk, index: int) -> Findings:
    place = ("relief", "desks", index, "unit")
    for board in profile.boards_deciding(desk):
        try:
            unit = profile.unit_for(desk.unit, board)
        except LookupError:
            message = f'nämnden "{board.key}" har ingen enhet som är övergripande anhörigstöd'
            yield Found(FILE, place, message)
            continue
        if unit.board != board.key:
            yield Found(FILE, place, f'enheten "{unit.key}" hör till en annan nämnd än "{board.key}"')


def _undecided(profile: Profile, rule: ReliefHours, index: int) -> Findings:
    """Hours without assessment stand on a decision of the board (SoL 11 kap. 5 §), on the first day at least."""
    decided = {
        board.key
        for decision in profile.board_decisions
        if decision.without_assessment
        and rule.support_form in decision.support_forms
        and rule.valid_from in decision.period
        for board in profile.boards_deciding(decision)
    }
    for board in profile.boards_deciding(rule):
        if board.key not in decided:
            message = f'nämnden "{board.key}" har inget beslut om {rule.support_form} utan behovsprövning den dagen'
            yield Found(FILE, ("relief", "hours", index, "valid_from"), message)
