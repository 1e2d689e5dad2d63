"""What holds for every question, with any facts that can be known, on the days where law changes and on any other."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from anhoriglots.kernel.decision import Decision, Outcome, Result
from anhoriglots.law import NoLawOnDate, decide
from anhoriglots.law.question import FIRST_YEAR, LAST_YEAR, Consent, Version
from anhoriglots.law.reasons import MISSING, reason_codes
from anhoriglots.law.registry import current_registry

from .cases import VALUES, agree, known_by

QUESTIONS = current_registry().questions
KEYS = st.sampled_from(sorted(QUESTIONS))
CONSENTS = [
    (key, name, marker.ladder)
    for key, question in sorted(QUESTIONS.items())
    for name, field in question.facts.model_fields.items()
    for marker in field.metadata
    if isinstance(marker, Consent)
]
CONSENT_LIKE = re.compile("consent|agree|wish|say|refus|declin")
NO_CONSENT = {
    ("coordinated-plan-contents", "says"): "what is written in the plan",
    ("provider-may", "agreement"): "the contract with the provider; without one there is nothing to permit",
    ("shown-about-cared-for", "consent_until"): "a day; how much is consented to stands in two other facts",
}
ENOUGH = settings(max_examples=600, deadline=None)


def edges(key: str) -> list[date]:
    """The first and last day of each version and the days beside them."""
    found = {day for one in QUESTIONS[key].versions for day in (one.in_force.start, one.in_force.end) if day}
    return sorted(found | {day - timedelta(days=1) for day in found})


def days(key: str) -> st.SearchStrategy[date]:
    return st.sampled_from(edges(key)) | st.dates(date(2001, 1, 1), date(2035, 12, 31))


@st.composite
def asked(draw: st.DrawFn, keys: st.SearchStrategy[str] = KEYS) -> tuple[str, date, dict[str, Any]]:
    key = draw(keys)
    on = draw(days(key))
    facts = {name: draw(st.sampled_from(values)) for name, values in known_by(key, on).items()}
    assume(agree(key, facts, on))
    return key, on, facts


def answer(key: str, on: date, facts: Mapping[str, Any]) -> Decision | None:
    try:
        return decide(key, on=on, facts=facts)
    except NoLawOnDate:
        return None


def version_on(key: str, on: date) -> Version[Any]:
    (version,) = [one for one in QUESTIONS[key].versions if on in one.in_force]
    return version


@ENOUGH
@given(asked())
def test_every_question_has_an_outcome_or_no_law_on_the_day(case: tuple[str, date, dict[str, Any]]) -> None:
    key, on, facts = case
    held = any(on in one.in_force for one in QUESTIONS[key].versions)
    decision = answer(key, on, facts)
    assert (decision is not None) == held
    if decision is not None:
        assert isinstance(decision.outcome, Outcome)
        assert decision.reason in reason_codes(version_on(key, on)) | {MISSING}


@pytest.mark.parametrize("key", sorted(QUESTIONS))
@settings(max_examples=20, deadline=None)
@given(data=st.data(), chance=st.randoms(use_true_random=False))
def test_the_order_of_the_facts_and_asking_again_change_nothing(key: str, data: st.DataObject, chance: Any) -> None:
    _, on, facts = data.draw(asked(st.just(key)))
    shuffled = list(facts.items())
    chance.shuffle(shuffled)
    assert answer(key, on, facts) == answer(key, on, dict(shuffled)) == answer(key, on, facts)


@ENOUGH
@given(asked())
def test_what_is_undetermined_names_facts_that_are_not_known(case: tuple[str, date, dict[str, Any]]) -> None:
    key, on, facts = case
    decision = answer(key, on, facts)
    if decision is not None:
        assert all(facts[name] is None for name in decision.missing)
        assert bool(decision.missing) == (decision.outcome is Outcome.UNDETERMINED)
        assert len(set(decision.missing)) == len(decision.missing)


@ENOUGH
@given(asked())
def test_what_is_computed_is_a_day_a_number_or_a_word_with_its_name(case: tuple[str, date, dict[str, Any]]) -> None:
    key, on, facts = case
    decision = answer(key, on, facts)
    for result in decision.results if decision is not None else ():
        assert isinstance(result, Result)
        assert type(result.value) in (date, int, str)
        assert result.name
        assert result.label
        assert result.text
    names = [result.name for result in decision.results] if decision is not None else []
    assert len(set(names)) == len(names)


def test_every_consent_is_marked_with_values_that_it_has() -> None:
    marked = {(key, name): ladder for key, name, ladder in CONSENTS}
    for key, question in QUESTIONS.items():
        for name in filter(CONSENT_LIKE.search, question.facts.model_fields):
            told = marked.keys() | NO_CONSENT.keys()
            assert (key, name) in told, f"{key} {name}: say which value is more consent: Consent((...)) in question.py"
    assert len(CONSENTS) > 0
    assert all(name in QUESTIONS[key].facts.model_fields for key, name in NO_CONSENT)
    assert not marked.keys() & NO_CONSENT.keys()
    for (key, name), ladder in marked.items():
        assert len(ladder) > 1, (key, name)
        assert {repr(value) for value in ladder} <= {repr(value) for value in VALUES[key][name]}, (key, name)


@pytest.mark.parametrize(("key", "name", "ladder"), CONSENTS)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_more_consent_never_forbids_what_less_permitted(
    key: str, name: str, ladder: tuple[object, ...], data: st.DataObject
) -> None:
    on = data.draw(days(key))
    facts = {fact: data.draw(st.sampled_from(values)) for fact, values in known_by(key, on).items()}
    assume(agree(key, facts, on))
    allowed = False
    for consent in ladder:
        decision = answer(key, on, {**facts, name: consent})
        if decision is None:
            return
        assert not (allowed and decision.outcome is Outcome.FORBIDDEN), (facts, consent)
        allowed = allowed or decision.outcome in (Outcome.PERMITTED, Outcome.REQUIRED)


@given(KEYS, st.dates(max_value=date(FIRST_YEAR - 1, 12, 31)) | st.dates(min_value=date(LAST_YEAR + 1, 1, 1)))
def test_nobody_knows_the_law_of_a_day_that_is_too_far_away(key: str, on: date) -> None:
    with pytest.raises(NoLawOnDate, match="Ange en dag mellan 1900 och 2100"):
        decide(key, on=on, facts={})
