"""The answers that a question can give on a day."""

from datetime import date
from pathlib import Path

from anhoriglots.kernel.decision import Decision
from anhoriglots.law import BadFact, answers, decide
from anhoriglots.law.possible import answers_of
from anhoriglots.law.question import Basis
from anhoriglots.law.registry import Registry, current_registry

from .room import CHANGE, FIRST, SmallFacts, furnish, question, rule

TODAY = date(2026, 11, 23)


def test_each_answer_comes_once_as_the_law_words_it_that_day() -> None:
    before, after = (answers("offer-duty", day) for day in (date(2026, 6, 30), date(2026, 7, 1)))
    assert len(set(after)) == len(after)
    assert decide("offer-duty", on=TODAY, facts={"cared_for": ("elderly",), "what": "support_contact"}) in after
    assert {said.reason for said in before} - {said.reason for said in after} == {"not-named-in-this-wording"}


def test_what_belongs_to_the_one_case_is_left_out() -> None:
    found = [said for question in current_registry().questions for said in answers(question, TODAY)]
    assert found
    assert not any(said.missing or said.results for said in found)


def test_a_day_without_law_and_a_question_that_is_unknown_give_none() -> None:
    assert answers("offer-duty", date(2009, 6, 30)) == ()
    assert answers("no-such-question", TODAY) == ()


def test_facts_that_cannot_be_put_that_day_are_passed_over(tmp_path: Path) -> None:
    def born_in_2022(facts: SmallFacts, basis: Basis) -> Decision:
        if facts.known and basis.on < CHANGE:
            raise BadFact("Barnet är inte fött än.")
        return rule(facts, basis)

    registry = Registry([question(answer=born_in_2022)], furnish(tmp_path))
    before, after = ({said.reason for said in answers_of(registry, "small", day)} for day in (FIRST, CHANGE))
    assert after - before == {"known"}
    assert "not-known" in before
