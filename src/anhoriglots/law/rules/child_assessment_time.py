"""By when must a report about a child be handled? Source: SoL 20 kap. 1-3 §§.

The last day is not moved past weekends, although the act on statutory time might allow it: a child's protection does
not wait, and an answer that is too early does no harm.
"""

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months
from anhoriglots.law.question import Basis, Day, Facts, Question

AT_ONCE, PRELIMINARY, INVESTIGATION = "sol-2025 20:1", "sol-2025 20:2", "sol-2025 20:3"
TIMES = ("preliminary-assessment-days", "investigation-months")


class AssessmentFacts(Facts):
    """Which step it is, and when it began."""

    in_order = (("began_on", "extended_to"),)
    ahead = frozenset({"extended_to"})

    step: Literal["protection", "preliminary", "investigation"] | None = Field(
        default=None,
        description="Steg: protection (omedelbar skyddsbedömning), preliminary (förhandsbedömning), investigation "
        "(utredning)",
    )
    began_on: Day | None = Field(default=None, description="Dagen då anmälan kom in, eller då utredningen inleddes")
    already_investigating: bool | None = Field(
        default=None, description="Om en utredning om samma barn redan pågår; behövs för förhandsbedömningen"
    )
    extended_to: Day | None = Field(
        default=None, description="Dagen som nämnden har förlängt tiden till, när den har beslutat om det"
    )


QUESTION = Question("child-assessment-time", "När måste anmälan om ett barn vara bedömd eller utredd?", AssessmentFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(AT_ONCE, PRELIMINARY, INVESTIGATION), parameters=TIMES)
def at_once_then_days_then_months(facts: AssessmentFacts, basis: Basis) -> Decision:
    """Barnets skydd bedöms genast. Inom fjorton dagar beslutar nämnden om en utredning ska inledas. Utredningen är klar
    inom fyra månader, om nämnden inte har förlängt tiden."""
    if facts.step == "preliminary" and facts.already_investigating:
        sentence = "En utredning pågår redan. Då behövs inget beslut om att inleda en."
        return basis.permits("already-investigating", sentence, PRELIMINARY)
    missing = facts.unknown("step", "began_on")
    if facts.step == "preliminary":
        missing += facts.unknown("already_investigating")
    if facts.step is None or facts.began_on is None or missing:
        sentence = "Säg vilket steg det är, när det började och om en utredning redan pågår."
        return basis.cannot_tell(missing, sentence, AT_ONCE, PRELIMINARY, INVESTIGATION)
    return _by(facts.step, facts.began_on, facts.extended_to, basis)


def _by(step: str, began_on: date, extended_to: date | None, basis: Basis) -> Decision:
    if step == "protection":
        sentence = "Bedöm genast om barnet behöver skydd, och dokumentera det i barnets akt."
        return basis.requires("protect-at-once", sentence, AT_ONCE, results=_last(began_on))
    if step == "preliminary":
        last = extended_to or began_on + timedelta(days=basis.number("preliminary-assessment-days"))
        if basis.on > last:
            sentence = "Tiden har gått ut. Besluta nu om en utredning ska inledas."
            return basis.requires("time-is-out", sentence, PRELIMINARY, results=_last(last))
        sentence = "Besluta senast den dagen om en utredning ska inledas. Bara synnerliga skäl ger mer tid."
        return basis.requires("decide-by", sentence, PRELIMINARY, results=_last(last))
    last = extended_to or add_months(began_on, basis.number("investigation-months"))
    if basis.on > last:
        sentence = "Tiden har gått ut. Bli klar med utredningen nu, eller låt nämnden ta ställning till mer tid."
        return basis.requires("time-is-out", sentence, INVESTIGATION, results=_last(last))
    sentence = "Var klar med utredningen senast den dagen. Nämnden kan förlänga tiden när det finns särskilda skäl."
    return basis.requires("finish-by", sentence, INVESTIGATION, results=_last(last))


def _last(day: date) -> tuple[Result, ...]:
    return (Result("last_day", "Sista dag", day),)
