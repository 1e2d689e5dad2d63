"""May a decision or plan that concerns a child be finished? Source: SoL 3 kap. 1-3 §§."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

BEST, OPINION, INFORMATION = "sol-2025 3:1", "sol-2025 3:2", "sol-2025 3:3"


class BestInterestFacts(Facts):
    """What has been written about the child."""

    child_concerned: bool | None = Field(default=None, description="Om beslutet eller planen rör ett barn under 18 år")
    best_interest_noted: bool | None = Field(default=None, description="Om det står vad som är bäst för barnet")
    opinion_asked: bool | None = Field(
        default=None, description="Om barnet har fått säga vad det tycker, på det sätt som ålder och mognad tillåter"
    )
    informed: bool | None = Field(default=None, description="Om barnet har fått information som det förstår")


QUESTION = Question("child-best-interest", "Får beslutet eller planen bli klar?", BestInterestFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(BEST, OPINION, INFORMATION))
def with_the_childs_best_and_opinion(facts: BestInterestFacts, basis: Basis) -> Decision:
    """Barnets bästa kommer först i allt som rör barn. Barnet ska få information som det förstår och få säga vad det
    tycker."""
    if facts.child_concerned is False:
        return basis.permits("no-child", "Inget barn berörs.", BEST)
    lacking = next((name for name in SECTIONS if getattr(facts, name) is False), None)
    if lacking and facts.child_concerned:
        return _lacking(lacking, basis)
    missing = facts.unknown("child_concerned", *SECTIONS)
    if missing:
        sentence = "Skriv om ett barn berörs, vad som är bäst för barnet, vad barnet tycker och hur det har fått veta."
        return basis.cannot_tell(missing, sentence, BEST, OPINION, INFORMATION)
    sentence = "Det står vad som är bäst för barnet och vad barnet tycker. Nu kan du bli klar."
    return basis.permits("child-considered", sentence, BEST, OPINION, INFORMATION)


SECTIONS = {"best_interest_noted": BEST, "opinion_asked": OPINION, "informed": INFORMATION}


def _lacking(name: str, basis: Basis) -> Decision:
    if name == "best_interest_noted":
        return basis.forbids("best-interest-missing", "Skriv först vad som är bäst för barnet, och varför.", BEST)
    if name == "opinion_asked":
        return basis.forbids("opinion-missing", "Låt först barnet säga vad det tycker, på sitt sätt.", OPINION)
    return basis.forbids("information-missing", "Berätta först för barnet, så att det förstår.", INFORMATION)
