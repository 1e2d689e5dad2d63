"""Must the board see to it that a child gets support when a next-of-kin is ill or dies? Source: the bill 2025/26:60."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

BILL, BEST = "bill-2025-26-60 child", "sol-2025 3:1"


class ChildSupportFacts(Facts):
    """Who it is, what has happened, and whether the child needs support."""

    under_18: bool | None = Field(default=None, description="Om den det gäller är under 18 år")
    happened: Literal["seriously_ill", "died_unexpectedly", "other"] | None = Field(
        default=None,
        description="Vad som har hänt en närstående: seriously_ill (allvarligt sjuk), died_unexpectedly (oväntat "
        "död), other (annat)",
    )
    needs_support: bool | None = Field(default=None, description="Om barnet behöver stöd, när någon har bedömt det")
    judged_alike: bool | None = Field(
        default=None, description="Vid annat: om någon har bedömt att det är jämförbart, eftersom regeln ger exempel"
    )


QUESTION = Question("child-support-duty", "Måste nämnden se till att barnet får stöd?", ChildSupportFacts)


@QUESTION.version(in_force=Period(date(2026, 7, 1)), cites=(BILL, BEST))
def when_a_next_of_kin_is_ill_or_dies(facts: ChildSupportFacts, basis: Basis) -> Decision:
    """Nämnden ansvarar för att ett barn får det stöd det behöver när en närstående till exempel är allvarligt sjuk
    eller oväntat dör."""
    if facts.under_18 is False:
        return basis.permits("adult", "Regeln gäller barn. Erbjud stöd som till andra vuxna anhöriga.", BEST)
    if facts.needs_support is False:
        return basis.permits("no-need", "Barnet behöver inget stöd nu. Fråga igen när något ändras.", BILL)
    if facts.happened == "other" and facts.judged_alike is False:
        sentence = "Regeln träffar inte det här, men barn får stöd också av andra skäl. Bedöm vad barnet behöver."
        return basis.permits("other-reason", sentence, BILL, BEST)
    missing = facts.unknown("under_18", "happened", "needs_support")
    if facts.happened == "other":
        missing += facts.unknown("judged_alike")
    if missing:
        sentence = "Ta reda på barnets ålder, vad som har hänt och vad barnet behöver."
        return basis.cannot_tell(missing, sentence, BILL)
    return basis.requires("child-gets-support", "Se till att barnet får det stöd det behöver.", BILL, BEST)
