"""What always holds of the rules on children, whatever else is known."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.kernel.decision import Outcome
from anhoriglots.law import BadFact, codes, decide
from anhoriglots.law.calendar import age_on

from .cases import all_facts

TODAY = date(2026, 11, 23)
DAYS = [date(2025, 7, 1), TODAY, date(2029, 1, 1)]
HOW_FREE = {Outcome.FORBIDDEN: 0, Outcome.UNDETERMINED: 1, Outcome.PERMITTED: 2, Outcome.REQUIRED: 2}
LADDERS = {
    "guardians_say": ("none", None, "all_yes"),
    # Not asked is no step between: the child has to be asked before anybody else's yes is enough.
    "child_says": ("no", "consents"),
    "judged_suitable": (False, None, True),
    "judged_best": (False, None, True),
}


@pytest.mark.parametrize("question", ["child-participation", "child-without-guardian"])
@pytest.mark.parametrize("fact", LADDERS)
def test_more_consent_never_forbids_what_less_permitted(question: str, fact: str) -> None:
    for facts in (facts for facts in all_facts(question) if fact in facts):
        answers = [decide(question, on=TODAY, facts={**facts, fact: step}) for step in LADDERS[fact]]
        freedom = [HOW_FREE[answer.outcome] for answer in answers]
        assert freedom == sorted(freedom), facts


@pytest.mark.parametrize("on", DAYS)
def test_care_outside_the_home_never_without_every_guardian_that_can_answer(on: date) -> None:
    for facts in all_facts("child-participation"):
        consent = facts["guardians_say"] == "all_yes" or facts["other_guardian"] == "prevented"
        child = facts["born"] is not None and age_on(facts["born"], on) < 18
        if child and facts["support"] == "placement" and not consent:
            assert decide("child-participation", on=on, facts=facts).outcome in (
                Outcome.FORBIDDEN,
                Outcome.UNDETERMINED,
            ), facts


def test_a_guardians_yes_never_settles_it_against_the_childs_no() -> None:
    for facts in all_facts("child-participation"):
        child = facts["born"] is None or age_on(facts["born"], TODAY) < 18
        if child and facts["child_says"] == "no" and facts["judged_best"] is not True:
            assert decide("child-participation", on=TODAY, facts=facts).outcome is not Outcome.PERMITTED, facts


def test_the_grown_up_is_never_decided_for_by_a_guardian() -> None:
    for facts in all_facts("child-participation"):
        if facts["born"] and age_on(facts["born"], TODAY) >= 18:
            assert decide("child-participation", on=TODAY, facts=facts).reason == "adult", facts


CHILD_SAYS = st.sampled_from([None, "no", "consents", "asks", "cannot_say"])


@given(st.dates(date(2008, 11, 24), TODAY), CHILD_SAYS, st.sampled_from([None, False, True]))
def test_no_child_under_fifteen_is_in_unassessed_support_without_a_guardian(
    born: date, child_says: str | None, judged_suitable: bool | None
) -> None:
    facts: dict[str, Any] = {"born": born, "support": "unassessed", "guardians_say": "none"}
    facts |= {"child_says": child_says, "judged_suitable": judged_suitable}
    outcome = decide("child-participation", on=TODAY, facts=facts).outcome
    if age_on(born, TODAY) < 15:
        assert outcome is Outcome.FORBIDDEN
    else:
        assert (outcome is Outcome.PERMITTED) == (bool(judged_suitable) and child_says not in (None, "no"))


@pytest.mark.parametrize(
    "question", ["child-participation", "child-without-guardian", "child-own-action", "guardian-insight"]
)
def test_a_child_that_is_not_born_yet_is_told_as_a_fault(question: str) -> None:
    with pytest.raises(BadFact, match="ligger efter den dag"):
        decide(question, on=TODAY, facts={"born": TODAY + timedelta(days=1)})


@pytest.mark.parametrize("on", [date(2025, 7, 1), date(2026, 1, 14), date(2026, 1, 15), TODAY])
def test_nothing_that_is_known_takes_the_duty_to_report_away_from_those_who_are_named(on: date) -> None:
    for reporter in codes("concern-reporters", on):
        for facts in all_facts("concern-report"):
            if facts["reporter"] == reporter and facts["under_18"] and facts["knows"] in ("knows", "suspects"):
                assert decide("concern-report", on=on, facts=facts).outcome is Outcome.REQUIRED, facts


@pytest.mark.parametrize("on", [date(2025, 7, 1), TODAY])
@pytest.mark.parametrize("reporter", ["other_authority", "other_work"])
def test_work_that_is_not_known_to_leave_children_out_never_ends_the_duty(on: date, reporter: str) -> None:
    for facts in all_facts("concern-report"):
        suspects = facts["under_18"] and facts["knows"] in ("knows", "suspects")
        if facts["reporter"] == reporter and suspects and facts["work_concerns_children"] is not False:
            assert decide("concern-report", on=on, facts=facts).outcome is not Outcome.PERMITTED, facts


def test_whoever_was_named_before_the_change_is_named_after_it() -> None:
    assert codes("concern-reporters", date(2026, 1, 14)).keys() < codes("concern-reporters", date(2026, 1, 15)).keys()
