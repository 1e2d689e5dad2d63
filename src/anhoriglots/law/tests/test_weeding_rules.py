"""What always holds of the rules on weeding, whatever else is known."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.law import BadFact, codes, decide
from anhoriglots.law.calendar import add_years

from .cases import all_facts

WEEDING = {"weed", "overdue"}
BEFORE, AFTER = date(2025, 7, 1), date(2036, 5, 4)
ENDED = st.dates(date(1990, 1, 1), date(2030, 12, 31))
FACTS = {"kind": "file", "holder": "board", "born": "1960-04-11", "municipality": "0480", "same_person_remains": False}


def ask(on: date, **facts: Any) -> Decision:
    return decide("retention", on=on, facts=FACTS | facts)


def results(decision: Decision) -> dict[str, Any]:
    return {result.name: result.value for result in decision.results}


@given(ENDED)
def test_the_last_day_is_the_end_of_the_year_after_five_years(ended: date) -> None:
    came = results(ask(AFTER, ended_on=ended))
    assert came["due_on"] == add_years(ended, 5)
    assert came["weed_by"] == date(ended.year + 6, 12, 31)


@given(ENDED)
def test_a_provider_is_never_later_than_a_board(ended: date) -> None:
    board, provider = ask(AFTER, ended_on=ended), ask(AFTER, ended_on=ended, holder="provider")
    assert results(provider)["due_on"] == add_years(ended, 2)
    assert results(provider)["weed_by"] < results(board)["weed_by"]


@given(ENDED, st.dates(date(1910, 1, 1), date(2020, 12, 31)))
def test_nothing_about_the_sample_is_ever_weeded(ended: date, born: date) -> None:
    assume(born <= ended)
    for place, always in (("0580", True), ("0980", True), ("2281", True), ("1480", True), ("0480", False)):
        answer = ask(AFTER, ended_on=ended, born=born, municipality=place)
        if always or born.day in (5, 15, 25):
            assert answer.reason == "kept-for-research" or answer.reason == "too-early"
        else:
            assert answer.reason in WEEDING | {"too-early"}


@pytest.mark.parametrize("on", [BEFORE, AFTER])
def test_papers_on_paternity_adoption_and_placed_children_never_leave_the_board(on: date) -> None:
    for facts in all_facts("retention"):
        if facts["kind"] in ("paternity", "adoption") or (facts["kind"] == "placement" and facts["holder"] == "board"):
            assert decide("retention", on=on, facts=facts).outcome is Outcome.FORBIDDEN, facts


def test_an_investigation_of_a_child_is_never_weeded_before_thirty_unless_it_was_closed_before_the_change() -> None:
    for facts in all_facts("retention"):
        young = facts["born"] is None or add_years(facts["born"], 30) > AFTER
        if facts["kind"] == "child_protection" and facts["holder"] != "provider" and young:
            answer = decide("retention", on=AFTER, facts=facts)
            assert answer.reason not in WEEDING or facts["closed_before_change"], facts


def test_what_is_not_known_is_never_weeded() -> None:
    for missing in FACTS:
        answer = decide("retention", on=AFTER, facts={"ended_on": "2020-01-01"} | FACTS | {missing: None})
        assert answer.outcome is Outcome.UNDETERMINED
        assert answer.missing == (missing,)


def test_no_decision_of_a_board_shortens_or_lengthens_what_the_act_keeps() -> None:
    of_the_act = {("file", True, "years", 5), ("file", True, "months", 60), ("preserved", False, None, None)}
    before = of_the_act | {("child_protection", True, "years", 5), ("child_protection", True, "months", 60)}
    for on, expected in ((BEFORE, before), (AFTER, of_the_act)):
        board = [facts for facts in all_facts("retention-decision") if facts["holder"] == "board"]
        files = [one for one in board if one["kind"] in ("file", "child_protection", "preserved", "custody")]
        answers = [(one, decide("retention-decision", on=on, facts=one)) for one in files]
        permitted = {tuple(one.values()) for one, answer in answers if answer.outcome is Outcome.PERMITTED}
        assert {(kind, weeded, unit, number) for kind, _, weeded, unit, number in permitted} == expected


def test_a_municipality_that_does_not_exist_is_told_as_a_fault() -> None:
    with pytest.raises(BadFact, match="municipality"):
        ask(AFTER, ended_on="2020-01-01", municipality="9999")


@given(st.integers(0, 400), st.sampled_from([None, False, True]))
def test_a_figure_below_the_limit_is_never_shown(count: int, reveals_hidden: bool | None) -> None:
    answer = decide("small-numbers", on=AFTER, facts={"count": count, "reveals_hidden": reveals_hidden})
    if 0 < count < 5 or reveals_hidden:
        assert answer.outcome is Outcome.FORBIDDEN
    else:
        assert answer.outcome is (Outcome.PERMITTED if reveals_hidden is False else Outcome.UNDETERMINED)


def test_every_place_of_the_sample_and_of_a_language_is_a_municipality() -> None:
    known = codes("municipalities", AFTER)
    for name in ("research-municipalities", "finnish-area", "meankieli-area", "sami-area"):
        assert codes(name, AFTER).keys() <= known.keys()
        if name != "research-municipalities":
            assert codes(name, AFTER) == {code: known[code] for code in codes(name, AFTER)}
    for county in codes("research-counties", AFTER):
        assert any(code.startswith(county) for code in known)
