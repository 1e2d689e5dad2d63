"""Reason codes are read from the source, through helpers; what cannot be seen must be named."""

from collections.abc import Callable

import pytest

from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Version
from anhoriglots.law.reasons import NotVisible, reason_codes
from anhoriglots.law.registry import current_registry

from .room import SmallFacts

Made = Callable[[SmallFacts, Basis], Decision]
CODE = "named"


def directly(facts: SmallFacts, basis: Basis) -> Decision:
    if facts.known is None:
        return basis.cannot_tell(("known",), "Fråga.", "act 1")
    if facts.known:
        return basis.permits(CODE, "Ja.", "act 1")
    return basis.requires(sentence="Ja.", reason="by-keyword")


def by_condition(facts: SmallFacts, basis: Basis) -> Decision:
    code = "yes" if facts.known else "no"
    if facts.known is None:
        code = "unknown"
    return basis.forbids(code, "Nej.", "act 1")


def through_helpers(facts: SmallFacts, basis: Basis) -> Decision:
    return _first(facts, basis) if facts.known else _second(basis, "given")


def _first(facts: SmallFacts, basis: Basis) -> Decision:
    return _second(basis, code="by-name") if facts.known else through_helpers(facts, basis)


def _second(basis: Basis, code: str) -> Decision:
    return _third(code, basis)


def _third(code: str, basis: Basis) -> Decision:
    return basis.permits(code, "Ja.", "act 1")


def computed(facts: SmallFacts, basis: Basis) -> Decision:
    return basis.permits(f"known-{facts.known}", "Ja.", "act 1")


def computed_before(facts: SmallFacts, basis: Basis) -> Decision:
    code = str(facts.known)
    return basis.permits(code, "Ja.", "act 1")


def unpacked(facts: SmallFacts, basis: Basis) -> Decision:
    code, sentence = ("a", "Ja.") if facts.known else ("b", "Nej.")
    return basis.permits(code, sentence, "act 1")


def changed_on_the_way(facts: SmallFacts, basis: Basis) -> Decision:
    return _changes("a", basis)


def _changes(code: str, basis: Basis) -> Decision:
    code = code + "b"
    return basis.permits(code, "Ja.", "act 1")


def handed_on(facts: SmallFacts, basis: Basis) -> Decision:
    say = basis.permits if facts.known else basis.forbids
    return say("a", "Ja.", "act 1")


def starred(facts: SmallFacts, basis: Basis) -> Decision:
    return basis.permits(*("a", "Ja.", "act 1"))


def beside_the_basis(facts: SmallFacts, basis: Basis) -> Decision:
    return Decision(Outcome.PERMITTED, "a", "Ja.")


def version(answer: Made, *reasons: str) -> Version[SmallFacts]:
    return Version(Period(), ("act 1",), answer, (), reasons)


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        (directly, {"named", "by-keyword"}),
        (by_condition, {"yes", "no", "unknown"}),
        (through_helpers, {"given", "by-name"}),
    ],
)
def test_codes_are_seen_where_they_are_written(answer: Made, codes: set[str]) -> None:
    assert reason_codes(version(answer)) == codes


HIDING = [computed, computed_before, unpacked, changed_on_the_way, handed_on, starred, beside_the_basis]


@pytest.mark.parametrize("answer", HIDING)
def test_a_code_that_cannot_be_seen_must_be_named(answer: Made) -> None:
    with pytest.raises(NotVisible, match=r"\(line \d+\)"):
        reason_codes(version(answer))
    assert reason_codes(version(answer, "a", "b")) == {"a", "b"}


def test_every_version_of_ours_shows_its_codes_or_names_them() -> None:
    for question in current_registry().questions.values():
        for one in question.versions:
            assert reason_codes(one)
