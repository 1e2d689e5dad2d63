"""The guide's answer, tried on all sorts of municipalities and visitors."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.catalogue.fitting import FEWEST, LATER, MOST, Candidate, Wishes, fitting_offers, gaps

DISTRICTS = ("north", "middle", "south")
LINES = ("old", "ill", "lost")
NEEDS = ("talk", "rest", "meet")
WAYS = ("phone", "digital")

candidates = st.lists(
    st.builds(
        Candidate,
        key=st.uuids().map(str),
        offer=st.sampled_from([f"offer_{number}" for number in range(6)]),
        districts=st.frozensets(st.sampled_from(DISTRICTS)),
        lines=st.frozensets(st.sampled_from(LINES)),
        needs=st.frozensets(st.sampled_from(NEEDS), min_size=1),
        ways=st.frozensets(st.sampled_from(WAYS), min_size=1),
        position=st.integers(0, 20),
        direct=st.booleans(),
        opening=st.sampled_from((0, 1, 2, LATER)),
        one_to_one=st.booleans(),
    ),
    max_size=14,
)
wishes = st.builds(
    Wishes,
    lines=st.frozensets(st.sampled_from(LINES)),
    needs=st.lists(st.sampled_from(NEEDS), unique=True).map(tuple),
    district=st.none() | st.sampled_from(DISTRICTS),
    way=st.none() | st.sampled_from(WAYS),
)


def offer(key: str, **values: object) -> Candidate:
    ready: dict[str, object] = {
        "key": key,
        "offer": key,
        "districts": frozenset(),
        "lines": frozenset(),
        "needs": frozenset({"talk"}),
        "ways": frozenset({"phone"}),
        "position": 0,
        **values,
    }
    return Candidate(**ready)  # type: ignore[arg-type]


def found(rows: list[Candidate], asked: Wishes) -> list[str]:
    return [fit.key for fit in fitting_offers(rows, asked, districts=frozenset(DISTRICTS))]


@given(rows=candidates, asked=wishes)
def test_never_more_than_five_and_never_fewer_than_two_where_there_are_two(
    rows: list[Candidate], asked: Wishes
) -> None:
    within = {
        row.offer
        for row in rows
        if (asked.district is not None and (not row.districts or asked.district in row.districts))
        and (not row.lines or row.lines & asked.lines)
    }
    shown = found(rows, asked)
    assert len(shown) <= MOST
    if asked.district is not None and all(len({r.lines for r in rows if r.offer == name}) == 1 for name in within):
        assert len(shown) >= min(FEWEST, len(within))


@given(rows=candidates, asked=wishes)
def test_never_an_offer_of_another_district(rows: list[Candidate], asked: Wishes) -> None:
    by_key = {row.key: row for row in rows}
    for key in found(rows, asked):
        reach = by_key[key].districts
        if asked.district is not None:
            assert not reach or asked.district in reach


@given(rows=candidates, asked=wishes)
def test_never_an_offer_for_other_carers_only(rows: list[Candidate], asked: Wishes) -> None:
    by_key = {row.key: row for row in rows}
    for key in found(rows, asked):
        assert not by_key[key].lines or by_key[key].lines & asked.lines


@given(rows=candidates, asked=wishes)
def test_without_a_wish_nothing_that_has_to_be_applied_for_comes_before_what_is_the_carers_own(
    rows: list[Candidate], asked: Wishes
) -> None:
    by_key = {row.key: row for row in rows}
    shown = [by_key[key] for key in found(rows, replace(asked, needs=()))]
    assert [row.direct for row in shown] == sorted((row.direct for row in shown), reverse=True)
    direct = [row.opening for row in shown if row.direct]
    assert direct == sorted(direct)


@given(rows=candidates, asked=wishes)
def test_the_same_offer_by_two_boards_is_shown_once(rows: list[Candidate], asked: Wishes) -> None:
    by_key = {row.key: row for row in rows}
    shown = [by_key[key].offer for key in found(rows, asked)]
    assert len(shown) == len(set(shown))


@given(rows=candidates, asked=wishes)
def test_a_wish_is_either_answered_or_a_gap(rows: list[Candidate], asked: Wishes) -> None:
    fits = fitting_offers(rows, asked, districts=frozenset(DISTRICTS))
    missing = {gap.need for gap in gaps(rows, asked, districts=frozenset(DISTRICTS))}
    for need in asked.needs:
        assert need in missing or any(need in fit.needs for fit in fits)


@given(rows=candidates, asked=wishes)
def test_the_order_they_are_told_in_does_not_matter_when_places_differ(rows: list[Candidate], asked: Wishes) -> None:
    one_each = list({row.offer: row for row in rows}.values())
    assert found(one_each, asked) == found(one_each[::-1], asked)


def test_the_offer_that_meets_more_wishes_comes_first() -> None:
    rows = [offer("talk"), offer("both", needs=frozenset({"talk", "rest"}), position=9)]
    assert found(rows, Wishes(needs=("talk", "rest"))) == ["both", "talk"]


def test_no_wish_hides_another() -> None:
    resting = [offer(f"rest_{number}", needs=frozenset({"rest"}), position=number) for number in range(6)]
    shown = found([*resting, offer("talk", position=99)], Wishes(needs=("rest", "talk")))
    assert shown[:2] == ["rest_0", "talk"]


def test_the_one_who_tells_nothing_sees_three() -> None:
    assert len(found([offer(f"offer_{number}", position=number) for number in range(8)], Wishes())) == 3


def test_an_unknown_district_gets_only_what_reaches_everybody() -> None:
    rows = [offer("north_only", districts=frozenset({"north"})), offer("everywhere")]
    assert found(rows, Wishes(needs=("talk",))) == ["everywhere"]


def test_an_offer_by_every_district_board_reaches_the_one_who_does_not_know() -> None:
    rows = [offer(f"talk.{name}", offer="talk", districts=frozenset({name})) for name in DISTRICTS]
    assert len(found(rows, Wishes())) == 1


def test_a_gap_tells_for_whom_and_where_it_exists() -> None:
    rows = [offer("north", needs=frozenset({"rest"}), districts=frozenset({"north"})), offer("talk")]
    asked = Wishes(lines=frozenset({"old"}), needs=("rest", "talk"), district="south")
    (gap,) = gaps(rows, asked, districts=frozenset(DISTRICTS))
    assert (gap.need, gap.lines, gap.elsewhere) == ("rest", ("old",), ("north",))


def test_an_offer_for_just_this_line_comes_before_one_for_several() -> None:
    rows = [offer("many", lines=frozenset({"old", "ill"})), offer("one", lines=frozenset({"old"}), position=9)]
    assert found(rows, Wishes(lines=frozenset({"old"}), needs=("talk",))) == ["one", "many"]


def test_what_can_be_had_as_wished_comes_before_what_is_about_nothing_else() -> None:
    rows = [offer(f"far_{number}", position=number) for number in range(4)]
    near = offer("near", needs=frozenset({"talk", "rest"}), ways=frozenset({"digital"}), position=9)
    assert found([*rows, near], Wishes(needs=("talk",), way="digital"))[0] == "near"
    assert found([*rows, near], Wishes(needs=("talk",)))[0] == "far_0"


def test_talking_with_one_person_comes_before_a_group_but_not_for_the_one_who_wants_to_meet_others() -> None:
    group = offer("group", needs=frozenset({"talk", "meet"}))
    alone = offer("alone", needs=frozenset({"talk", "meet", "rest"}), one_to_one=True, position=9)
    assert found([group, alone], Wishes(needs=("talk",))) == ["alone", "group"]
    assert found([group, alone], Wishes(needs=("meet",))) == ["group", "alone"]


def test_the_one_who_chose_a_line_and_no_wish_also_sees_what_is_made_for_it() -> None:
    rows = [offer(f"offer_{place}", opening=place) for place in range(3)]
    rows += [offer("for_old", lines=frozenset({"old"})), offer("other")]
    assert found(rows, Wishes(lines=frozenset({"old"})))[:3] == ["offer_0", "offer_1", "offer_2"]
    assert found(rows, Wishes(lines=frozenset({"old"})))[3] == "for_old"


def test_what_some_carers_get_is_no_gap_for_the_one_who_does_not_say_whom_it_is_about() -> None:
    rows = [offer("for_old", needs=frozenset({"rest"}), lines=frozenset({"old"})), offer("talk")]
    (gap,) = gaps(rows, Wishes(needs=("rest",)), districts=frozenset())
    assert (gap.need, gap.lines, gap.elsewhere) == ("rest", (), ())
