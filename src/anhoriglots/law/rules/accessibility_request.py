"""What must be done when somebody reports a fault or asks for an accessible version? Source: lag 2018:1937."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

STATEMENT, REQUEST, APPEAL = "accessibility-act 13", "accessibility-act 15", "accessibility-act 20"


class AccessibilityFacts(Facts):
    """What has come in, and what has been judged."""

    came_in: Literal["fault", "request"] | None = Field(
        default=None,
        description="Vad som har kommit: fault (någon säger att något inte fungerar), request (någon ber om en "
        "tillgänglig version av det som är undantaget)",
    )
    justified: bool | None = Field(default=None, description="Om begäran är berättigad och rimlig")
    asks_for_decision: bool | None = Field(
        default=None, description="Om den som har fått nej ber om ett skriftligt beslut"
    )


QUESTION = Question("accessibility-request", "Måste vi svara eller göra en tillgänglig version?", AccessibilityFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(STATEMENT, REQUEST, APPEAL))
def answer_and_adapt_without_delay(facts: AccessibilityFacts, basis: Basis) -> Decision:
    """Den som säger till om ett fel får svar så snart det går. En rimlig begäran om en tillgänglig version uppfylls
    utan onödigt dröjsmål. Den som får nej kan begära ett skriftligt beslut och överklaga det."""
    if facts.came_in == "fault":
        return basis.requires("answer-soon", "Svara så snart det går.", STATEMENT)
    if facts.came_in is None:
        return basis.cannot_tell(("came_in",), "Läs vad som har kommit in.", STATEMENT, REQUEST)
    if facts.justified is None:
        return basis.cannot_tell(("justified",), "Bedöm om begäran är berättigad och rimlig.", REQUEST)
    if facts.justified:
        return basis.requires("adapt", "Gör en tillgänglig version utan onödigt dröjsmål.", REQUEST)
    return _refusal(facts, basis)


def _refusal(facts: AccessibilityFacts, basis: Basis) -> Decision:
    if facts.asks_for_decision is None:
        return basis.cannot_tell(("asks_for_decision",), "Fråga om personen vill ha ett skriftligt beslut.", REQUEST)
    if facts.asks_for_decision:
        sentence = "Ge ett skriftligt beslut med skäl, och berätta hur det överklagas."
        return basis.requires("written-decision", sentence, REQUEST, APPEAL)
    return basis.permits("may-refuse", "Ni får säga nej. Berätta att det går att få ett skriftligt beslut.", REQUEST)
