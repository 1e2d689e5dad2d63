"""May relief be given outside the home? Source: LSS 9 § 5 in its two wordings; SoL names no place.

The later wording is known from the summary of the bill only. The day that counts is the day the relief is given.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

LSS, SOL = "lss 9", "sol-2025 11:1"


class ReliefFacts(Facts):
    """By which act, and where."""

    act: Literal["lss", "sol"] | None = Field(
        default=None, description="Lag: lss (avlösarservice enligt LSS), sol (avlösning enligt socialtjänstlagen)"
    )
    place: Literal["home", "outside"] | None = Field(
        default=None, description="Plats: home (i hemmet), outside (utanför hemmet)"
    )


QUESTION = Question("relief-place", "Får avlösningen ges utanför hemmet?", ReliefFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 7, 1)), cites=(LSS, SOL))
def in_the_home_by_lss(facts: ReliefFacts, basis: Basis) -> Decision:
    """Avlösarservice enligt LSS ges i hemmet. Avlösning enligt socialtjänstlagen är inte bunden till en plats."""
    if facts.act == "sol":
        return basis.permits("no-place-named", "Socialtjänstlagen säger inte var avlösningen ges.", SOL)
    if facts.place == "home":
        return basis.permits("in-the-home", "Avlösningen får ges i hemmet.", LSS, SOL)
    missing = facts.unknown("act", "place")
    if missing:
        return basis.cannot_tell(missing, "Säg vilken lag beslutet vilar på, och var avlösningen ska ges.", LSS)
    sentence = "Den dagen ges avlösarservice enligt LSS i hemmet. Pröva korttidsvistelse eller socialtjänstlagen."
    return basis.forbids("only-in-the-home", sentence, LSS)


@QUESTION.version(in_force=Period(date(2026, 7, 1)), cites=(LSS, SOL))
def anywhere(facts: ReliefFacts, basis: Basis) -> Decision:
    """Avlösarservice enligt LSS behöver inte längre ges i hemmet."""
    if facts.act == "sol":
        return basis.permits("no-place-named", "Socialtjänstlagen säger inte var avlösningen ges.", SOL)
    if facts.place == "home":
        return basis.permits("in-the-home", "Avlösningen får ges i hemmet.", LSS, SOL)
    sentence = "Avlösningen får ges utanför hemmet, också enligt LSS. Skriv i beslutet var den ges."
    return basis.permits("outside-the-home", sentence, LSS, SOL)
