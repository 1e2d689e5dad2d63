"""What holds for every rule, on every day, with everything that can be known."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.law import LawError, NoLawOnDate, decide
from anhoriglots.law.registry import current_registry

from .cases import DAYS, VALUES, agree, all_facts

QUESTIONS = sorted(VALUES)
HOW_FREE = {Outcome.FORBIDDEN: 0, Outcome.UNDETERMINED: 1, Outcome.PERMITTED: 2, Outcome.REQUIRED: 2}


def answer(question: str, on: date, facts: Mapping[str, Any]) -> Decision | None:
    try:
        return decide(question, on=on, facts=facts)
    except NoLawOnDate:
        return None


def filled(question: str, on: date, facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """The facts with a value for each that was not known, such that all agree; None when the listed values do not."""
    more = dict(facts)
    for name, values in VALUES[question].items():
        if more[name] is None:
            agreeing = (value for value in values[1:] if agree(question, {**more, name: value}, on))
            more[name] = next(agreeing, None)
    return None if None in more.values() else more


def test_the_cases_below_know_every_question_and_every_fact() -> None:
    models = {key: set(question.facts.model_fields) for key, question in current_registry().questions.items()}
    assert {question: set(facts) for question, facts in VALUES.items()} == models


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("on", DAYS)
def test_every_combination_of_facts_has_an_answer_that_explains_itself(question: str, on: date) -> None:
    for facts in all_facts(question, on):
        decision = answer(question, on, facts)
        if decision is None:
            continue
        unknown = {name for name, value in facts.items() if value is None}
        assert set(decision.missing) <= unknown, facts
        assert bool(decision.missing) == (decision.outcome is Outcome.UNDETERMINED), facts
        assert decision.citations, facts
        assert all(on in citation.validity for citation in decision.citations), facts
        assert decision.sentence.endswith(".")
        assert "!" not in decision.sentence
        assert "tyvärr" not in decision.sentence.lower()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("on", DAYS)
def test_knowing_more_never_overturns_a_settled_answer(question: str, on: date) -> None:
    answers = [(facts, answer(question, on, facts)) for facts in all_facts(question, on)]
    for facts, decision in answers:
        if decision is None or decision.outcome is Outcome.UNDETERMINED:
            continue
        for name, values in VALUES[question].items():
            if facts[name] is not None:
                continue
            for value in values:
                known = {**facts, name: value}
                more = answer(question, on, known) if agree(question, known, on) else decision
                assert more is not None
                assert more.outcome is decision.outcome, (facts, name, value)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("on", DAYS)
def test_finding_out_what_is_missing_settles_the_question(question: str, on: date) -> None:
    """No chain of missing facts may end in a question that no fact can answer."""
    for facts in all_facts(question, on):
        decision = answer(question, on, facts)
        if decision is not None and decision.outcome is Outcome.UNDETERMINED:
            more = filled(question, on, facts)
            told = answer(question, on, more) if more else None
            assert more is None or (told is not None and told.outcome is not Outcome.UNDETERMINED), facts


@pytest.mark.parametrize("on", DAYS)
def test_a_board_decision_never_forbids_support_that_was_allowed_without_one(on: date) -> None:
    for facts in all_facts("support-without-assessment"):
        ladder = [
            answer("support-without-assessment", on, {**facts, "board_decision": decided})
            for decided in (False, None, True)
        ]
        freedom = [HOW_FREE[decision.outcome] for decision in ladder if decision is not None]
        assert freedom == sorted(freedom), facts


@given(st.data(), st.sampled_from(QUESTIONS))
def test_a_fact_left_out_is_the_same_as_not_known(data: st.DataObject, question: str) -> None:
    facts = {name: data.draw(st.sampled_from(values)) for name, values in VALUES[question].items()}
    on = data.draw(st.sampled_from(DAYS))
    assume(agree(question, facts, on))
    known = {name: value for name, value in facts.items() if value is not None}
    assert answer(question, on, facts) == answer(question, on, known)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(QUESTIONS))
def test_a_day_has_the_one_version_of_its_period_or_a_plain_error(on: date, question: str) -> None:
    versions = [version for version in current_registry().questions[question].versions if on in version.in_force]
    if versions:
        assert len(versions) == 1
        assert all(on in citation.validity for citation in decide(question, on=on, facts={}).citations)
    else:
        with pytest.raises(NoLawOnDate, match="har ingen regel för"):
            decide(question, on=on, facts={})


@given(st.sampled_from(QUESTIONS), st.dictionaries(st.text(max_size=30), st.text(max_size=30), max_size=3))
def test_whatever_is_sent_in_gives_an_answer_or_a_plain_error(question: str, facts: dict[str, str]) -> None:
    try:
        decision = decide(question, on=date(2026, 11, 23), facts=facts)
    except LawError as error:
        assert str(error).endswith(".")
    else:
        assert decision.citations
