"""A decision is never read as yes or no when it cannot be told."""

import pytest

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision, Outcome, Refused, UndeterminedError, forbidden, permitted

CITATION = Citation("socialtjänstlagen", "13 kap. 9 §", "2025:400")


@pytest.mark.parametrize("outcome", [Outcome.PERMITTED, Outcome.REQUIRED])
def test_what_may_or_must_be_done_is_true_and_goes_on(outcome: Outcome) -> None:
    decision = Decision(outcome, "reason", "Mening.")
    decision.require()
    assert decision


def test_what_is_forbidden_is_false_and_stops_the_act_with_its_reason() -> None:
    decision = forbidden("not-yours", "Det är inte ditt ärende.", CITATION)
    assert not decision
    with pytest.raises(Refused) as refused:
        decision.require()
    assert refused.value.decision.citations == (CITATION,)


def test_what_cannot_be_told_is_neither_and_names_what_is_missing() -> None:
    decision = Decision(Outcome.UNDETERMINED, "unknown", "Fråga först.", missing=("consent",))
    with pytest.raises(UndeterminedError, match="missing consent"):
        bool(decision)
    with pytest.raises(Refused):
        decision.require()


def test_permitted_carries_its_citations() -> None:
    assert permitted("ok", "Det går bra.", CITATION).citations == (CITATION,)
