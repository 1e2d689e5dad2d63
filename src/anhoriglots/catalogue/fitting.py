"""Which offers fit a visitor's answers, best first. Plain values in and out, so that it can be tried a thousand ways.

It never says "you may not": a district decides what is there. What is meant for certain carers is shown to those who
say that they are among them, since a guess would hurt. Everything else only decides the order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST = 5
# Shown even when only one offer answers what was asked for: one card alone looks like an order.
FEWEST = 2
WITHOUT_WISH = 3
# One wish gives three cards, three wishes five: enough to choose from, few enough to read.
MORE_THAN_ASKED = 2
# The need for which a talk with one person comes before a group.
TALK = "talk"
# The place of a form that does not open the list for the one who has no wish.
LATER = 9


@dataclass(frozen=True, slots=True)
class Candidate:
    """What ranking needs to know of an offer by one board.

    Attributes:
        key: the row; ``offer`` is the same for the same offer by several boards.
        districts: keys of the districts it reaches; empty when it reaches the whole municipality.
        lines: lines of the guide's first question that it is for; empty when it is for everybody.
        needs, ways: keys of the guide.
        position: the profile's own order.
        direct: for the carer's own sake, with nobody else's yes and without an assessment.
        opening: place among what is shown first to the one who has no wish; LATER for all else.
        one_to_one: a talk with one person.
    """

    key: str
    offer: str
    districts: frozenset[str]
    lines: frozenset[str]
    needs: frozenset[str]
    ways: frozenset[str]
    position: int
    direct: bool = True
    opening: int = LATER
    one_to_one: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the visitor answered; everything may be empty. ``district`` is None when it is not known."""

    lines: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    district: str | None = None
    way: str | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """An offer that fits: the lines it is meant for, the needs it answers, and whether it comes in the way wished."""

    key: str
    lines: tuple[str, ...]
    needs: tuple[str, ...]
    right_way: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A wish that nothing in the district meets; ``elsewhere`` are the keys of offers in other districts that do.

    Without ``lines`` the wish is met for some carers, and the visitor has not said for whom it is.
    """

    need: str
    lines: tuple[str, ...]
    elsewhere: tuple[str, ...]


def fitting_offers(candidates: Iterable[Candidate], wishes: Wishes, *, districts: frozenset[str]) -> list[Fit]:
    """Two to five offers, best first: fewer only when the district has fewer for this visitor.

    Args:
        candidates: all offers of the municipality.
        wishes: the answers.
        districts: keys of all districts, to tell whether an offer reaches everybody when the own district is unknown.
    """
    here = [row for row in _reaching(list(candidates), wishes.district, districts) if _is_for(row, wishes.lines)]
    ranked = sorted(here, key=lambda row: (*_rank(row, wishes), row.position, row.key))
    answering = _each_wish_in_turn(ranked, wishes)
    others = sorted((row for row in ranked if row not in answering), key=lambda row: (not row.direct, row.opening))
    wanted = max(min(len(answering), len(wishes.needs) + MORE_THAN_ASKED), FEWEST)
    if not answering:
        wanted = WITHOUT_WISH + any(_is_just_for(row, wishes.lines) for row in others)
    return [_fit(row, wishes) for row in [*answering, *others][: min(wanted, MOST)]]


def gaps(candidates: Iterable[Candidate], wishes: Wishes, *, districts: frozenset[str]) -> list[Gap]:
    """The needs that nothing within reach meets for one or more of the visitor's lines."""
    rows = list(candidates)
    here = _reaching(rows, wishes.district, districts)
    return [gap for need in wishes.needs if (gap := _gap(need, rows, here, wishes)) is not None]


def _each_wish_in_turn(ranked: Sequence[Candidate], wishes: Wishes) -> list[Candidate]:
    """The offers that answer a wish: the best for each wish, then the second best, so that no wish hides another."""
    lanes = [_lane(ranked, need, wishes) for need in wishes.needs]
    taken: dict[str, Candidate] = {}
    while any(lanes):
        for lane in lanes:
            while lane and lane[0].key in taken:
                lane.pop(0)
            if lane:
                row = lane.pop(0)
                taken[row.key] = row
    return list(taken.values())


def _lane(ranked: Sequence[Candidate], need: str, wishes: Wishes) -> list[Candidate]:
    rows = [row for row in ranked if need in row.needs]
    if need != TALK:
        return rows
    return sorted(rows, key=lambda row: not (row.one_to_one or _right_way(row, wishes)))


def _gap(need: str, rows: Sequence[Candidate], here: Sequence[Candidate], wishes: Wishes) -> Gap | None:
    missing = tuple(line for line in sorted(wishes.lines) or ("",) if not _meets(here, need, line))
    if not missing:
        return None
    if not wishes.lines and any(need in row.needs for row in here):
        return Gap(need, (), ())
    elsewhere = [row.key for row in rows if row not in here and need in row.needs and _is_for(row, frozenset(missing))]
    return Gap(need, missing, tuple(elsewhere))


def _meets(rows: Sequence[Candidate], need: str, line: str) -> bool:
    return any(need in row.needs and _is_for(row, frozenset({line} - {""})) for row in rows)


def _reaching(rows: Sequence[Candidate], district: str | None, districts: frozenset[str]) -> list[Candidate]:
    """The same offer by several boards is shown once. An unknown district is reached by what reaches every one."""
    wanted = districts if district is None else {district}
    found: dict[str, Candidate] = {}
    reached: dict[str, set[str]] = {}
    for row in rows:
        reach = row.districts or districts | wanted
        if reach & wanted or not wanted:
            found.setdefault(row.offer, row)
        reached.setdefault(row.offer, set()).update(reach)
    return [row for offer, row in found.items() if reached[offer] >= wanted]


def _is_for(row: Candidate, lines: frozenset[str]) -> bool:
    return not row.lines or bool(row.lines & lines)


def _is_just_for(row: Candidate, lines: frozenset[str]) -> bool:
    """Made for one line, which the visitor chose. An assessed form is not: it takes more than a line to tell."""
    return row.direct and len(row.lines) == 1 and row.lines <= lines


def _rank(row: Candidate, wishes: Wishes) -> tuple[float, ...]:
    """Smaller is better: wishes met, just for this visitor, the right way, about nothing else, for this group too."""
    met = len(set(wishes.needs) & row.needs)
    return (
        -met,
        -int(_is_just_for(row, wishes.lines)),
        -int(_right_way(row, wishes)),
        -met / max(len(row.needs), 1),
        -int(bool(row.lines & wishes.lines)),
    )


def _right_way(row: Candidate, wishes: Wishes) -> bool:
    return wishes.way in row.ways


def _fit(row: Candidate, wishes: Wishes) -> Fit:
    needs = tuple(need for need in wishes.needs if need in row.needs)
    return Fit(row.key, tuple(sorted(row.lines & wishes.lines)), needs, _right_way(row, wishes))
