"""Which decisions hold on the same day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.profiles.checks.decisions import overlapping_decisions
from anhoriglots.profiles.reader import BUILT_IN, read_profile
from anhoriglots.profiles.schema import BoardDecision

PROFILE = read_profile(BUILT_IN / "0662")
FIRST = date(2026, 1, 1)
SPANS = st.tuples(st.integers(0, 12), st.none() | st.integers(0, 5))


def decision(key: str, span: tuple[int, int | None], forms: tuple[str, ...] = ("DS04",)) -> BoardDecision:
    start, length = span
    row = PROFILE.board_decisions[0]
    begins = FIRST + timedelta(days=start)
    ends = None if length is None else begins + timedelta(days=length)
    changes = {"key": key, "support_forms": forms, "decided_on": FIRST, "valid_from": begins, "valid_to": ends}
    return BoardDecision.model_validate(row.model_dump() | changes)


def days(row: BoardDecision) -> set[date]:
    last = row.valid_to or FIRST + timedelta(days=30)
    return {row.valid_from + timedelta(days=step) for step in range((last - row.valid_from).days + 1)}


@given(one=SPANS, other=SPANS)
def test_two_decisions_clash_exactly_when_they_share_a_day(one: tuple[int, int | None], other: tuple[int, int]) -> None:
    rows = (decision("one", one), decision("other", other))
    found = list(overlapping_decisions(PROFILE.model_copy(update={"board_decisions": rows})))
    assert bool(found) == bool(days(rows[0]) & days(rows[1]))


def test_decisions_about_different_forms_never_clash() -> None:
    rows = (decision("one", (0, None)), decision("other", (0, None), ("DS05",)))
    assert not list(overlapping_decisions(PROFILE.model_copy(update={"board_decisions": rows})))


def test_a_decision_holds_on_its_last_day_and_not_after() -> None:
    row = decision("one", (0, 2))
    assert date(2026, 1, 3) in row.period
    assert date(2026, 1, 4) not in row.period
