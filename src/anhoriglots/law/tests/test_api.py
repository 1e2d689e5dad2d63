"""What other floors call."""

import subprocess
import sys
import time
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest

from anhoriglots.kernel.decision import Outcome
from anhoriglots.law import BadFact, NoLawOnDate, UnknownQuestion, citation, codes, decide, rules_in_force

TODAY = date(2026, 11, 23)


class Mode(StrEnum):
    IDENTIFIED = "identified"


def test_a_question_is_answered_with_outcome_sentence_and_section() -> None:
    decision = decide("offer-duty", on=TODAY, facts={"cared_for": ("elderly",), "what": "support_contact"})
    assert decision.outcome is Outcome.REQUIRED
    assert decision.sentence == "Nämnden ska erbjuda en stödkontakt."
    assert decision.citations[0].mark == "V2"


def test_choices_of_a_model_can_be_handed_over_as_they_are() -> None:
    facts = {"mode": Mode.IDENTIFIED, "activity": "handling"}
    assert decide("documentation-mode", on=TODAY, facts=facts).outcome is Outcome.REQUIRED


def test_an_unknown_question_is_told_which_there_are() -> None:
    with pytest.raises(UnknownQuestion, match="offer-duty"):
        decide("offer_duty", on=TODAY, facts={})


def test_a_day_without_law_is_told_which_days_have_it() -> None:
    with pytest.raises(NoLawOnDate, match=r"ingen regel för 30 juni 2009\. Den har regler från 1 juli 2009"):
        decide("offer-duty", on=date(2009, 6, 30), facts={})


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"caredfor": ["elderly"]}, "'caredfor' är okänd. De som finns är: cared_for, judged_long_term_ill, what."),
        ({"cared_for": ["old"]}, "I den kan elderly, long_term_ill, disability, addiction och other stå."),
        ({"cared_for": []}, "'cared_for' har ett värde som inte går att använda."),
        ({"cared_for": "elderly"}, "'cared_for' har ett värde som inte går att använda."),
        ({"cared_for": {"elderly": True}}, "'cared_for' har ett värde som inte går att använda."),
        ({"what": ""}, "'what' har ett värde som inte går att använda."),
        ({"what": 1}, "'what' har ett värde som inte går att använda."),
        ({"what": ["support"]}, "'what' har ett värde som inte går att använda."),
    ],
)
def test_a_bad_fact_is_told_in_words(facts: dict[str, object], told: str) -> None:
    with pytest.raises(BadFact) as refusal:
        decide("offer-duty", on=TODAY, facts=facts)
    assert told in str(refusal.value)


@pytest.mark.parametrize("value", ["true", "ja", 1, 0, "", []])
def test_only_yes_no_and_unknown_are_yes_no_and_unknown(value: object) -> None:
    with pytest.raises(BadFact, match="true, false eller null"):
        decide("support-without-assessment", on=TODAY, facts={"board_decision": value})


def test_a_misspelt_kind_of_support_is_never_taken_for_an_ordinary_one() -> None:
    with pytest.raises(BadFact, match="contact_person"):
        decide("support-without-assessment", on=TODAY, facts={"kind": "contact_persn", "board_decision": True})


@pytest.mark.parametrize(
    ("facts", "fact", "told"),
    [
        ({"decided_on": "2026-06-01", "executed_on": "2026-05-31"}, "executed_on", "ligger före 'decided_on'."),
        (
            {"interrupted": False, "interrupted_on": "2026-05-31"},
            "interrupted_on",
            "är känd fast svaret på 'interrupted' är nej.",
        ),
    ],
)
def test_facts_that_contradict_each_other_are_refused(facts: dict[str, object], fact: str, told: str) -> None:
    with pytest.raises(BadFact) as refusal:
        decide("execution-report", on=TODAY, facts=facts)
    assert str(refusal.value) == f"Uppgiften {fact!r} {told}"
    assert refusal.value.fact == fact
    same_day = {"decided_on": "2026-06-01", "executed_on": "2026-06-01", "executed": True}
    assert decide("execution-report", on=TODAY, facts=same_day).missing


def test_facts_that_contradict_the_day_are_refused() -> None:
    with pytest.raises(BadFact, match="ligger efter den dag som frågan gäller") as refusal:
        decide("child-own-action", on=TODAY, facts={"born": "2030-01-01"})
    assert refusal.value.fact == "born"


def test_a_message_never_repeats_what_was_written() -> None:
    with pytest.raises(BadFact) as refusal:
        decide("search-key", on=TODAY, facts={"key": "19900101-2385"})
    assert "2385" not in str(refusal.value)


def test_an_instant_is_not_a_day() -> None:
    with pytest.raises(TypeError, match="not instants"):
        decide("offer-duty", on=datetime(2026, 6, 30, 23, 30, tzinfo=UTC), facts={})


@pytest.mark.parametrize(
    ("key", "on", "label"),
    [
        ("offer-duty", date(2025, 6, 30), "5 kap. 10 § socialtjänstlagen (2001:453), i lydelsen enligt lag (2009:549)"),
        ("offer-duty", date(2026, 6, 30), "13 kap. 9 § socialtjänstlagen (2025:400)"),
        ("offer-duty", TODAY, "13 kap. 9 § socialtjänstlagen (2025:400), i lydelsen enligt lag (2026:673)"),
        ("sol-2025 13:9", TODAY, "13 kap. 9 § socialtjänstlagen (2025:400), i lydelsen enligt lag (2026:673)"),
        ("sol-2025 14:5", TODAY, "14 kap. 5 § socialtjänstlagen (2025:400)"),
    ],
)
def test_a_page_can_show_the_section_of_the_day(key: str, on: date, label: str) -> None:
    assert citation(key, on).label == label


def test_a_section_that_is_not_known_or_not_in_force_is_an_error() -> None:
    with pytest.raises(UnknownQuestion):
        citation("sol-2025 99:1", TODAY)
    with pytest.raises(NoLawOnDate):
        citation("sol-2025 14:5", date(2025, 6, 30))
    with pytest.raises(NoLawOnDate):
        citation("sol-2001 5:10", TODAY)


def test_the_seven_points_are_a_list_of_the_law() -> None:
    assert {"contact_person", "contact_family", "other_round_the_clock_care"} <= codes(
        "kinds-always-assessed", TODAY
    ).keys()
    with pytest.raises(NoLawOnDate):
        codes("kinds-always-assessed", date(2025, 6, 30))
    with pytest.raises(UnknownQuestion):
        codes("kinds", TODAY)


def test_the_rules_of_a_day_can_be_shown() -> None:
    rules = rules_in_force(TODAY)
    assert [rule.question for rule in rules] == sorted(rule.question for rule in rules)
    assert {"offer-duty", "documentation-mode", "search-key"} <= {rule.question for rule in rules}
    assert all(
        rule.title.endswith("?") and rule.summary and rule.citations and all(rule.facts.values()) for rule in rules
    )
    assert rules_in_force(date(2001, 1, 1)) == ()


def test_a_decision_is_cheap_enough_to_ask_on_every_click() -> None:
    facts = {"kind": "ordinary", "board_decision": True}
    decide("support-without-assessment", on=TODAY, facts=facts)
    started = time.process_time()
    for _ in range(1000):
        decide("support-without-assessment", on=TODAY, facts=facts)
    assert time.process_time() - started < 0.2


def test_the_law_can_be_asked_without_the_web_framework() -> None:
    code = (
        "import sys, anhoriglots.law as law; law.rules_in_force(__import__('datetime').date(2026, 11, 23));"
        "sys.exit(bool({'django', 'psycopg'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
