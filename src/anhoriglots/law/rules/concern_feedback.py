"""May or must the one who reported be told whether an investigation was opened? Source: SoL 19 kap. 6 §.

The last day is not moved past weekends: an answer that is too early does no harm.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_weeks
from anhoriglots.law.question import Basis, Day, Facts, Question

SECTION, EVERYONE = "sol-2025 19:6", "sol-2025 19:4"
WEEKS = "feedback-weeks"


class FeedbackFacts(Facts):
    """Who reported, and what has happened since."""

    bound: bool | None = Field(default=None, description="Om anmälaren var skyldig att anmäla")
    asked: bool | None = Field(default=None, description="Om anmälaren har bett att få veta")
    judged_unsuitable: bool | None = Field(
        default=None, description="Om någon har bedömt att det är olämpligt att berätta"
    )
    ongoing: bool | None = Field(default=None, description="Om en utredning redan pågick när anmälan kom")
    decided_on: Day | None = Field(
        default=None, description="Dagen då nämnden beslutade att inleda eller inte inleda utredning"
    )
    asked_on: Day | None = Field(default=None, description="Dagen då anmälaren bad att få veta")


QUESTION = Question("concern-feedback", "Får eller måste anmälaren få veta om det blev en utredning?", FeedbackFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 1, 15)), cites=(SECTION, EVERYONE))
def on_request(facts: FeedbackFacts, basis: Basis) -> Decision:
    """Nämnden får berätta för den som var skyldig att anmäla om en utredning har inletts. På begäran ska den berätta,
    om det inte är olämpligt."""
    settled = _settled(facts, basis)
    if settled is not None:
        return settled
    return basis.requires("tell", "Berätta om en utredning har inletts, inte har inletts eller redan pågår.", SECTION)


@QUESTION.version(in_force=Period(date(2026, 1, 15)), cites=(SECTION, EVERYONE), parameters=(WEEKS,))
def on_request_within_a_week(facts: FeedbackFacts, basis: Basis) -> Decision:
    """Nämnden får berätta för den som var skyldig att anmäla om en utredning har inletts. På begäran ska den berätta,
    om det inte är olämpligt: senast en vecka efter beslutet, eller genast när begäran kommer senare."""
    settled = _settled(facts, basis)
    if settled is not None:
        return settled
    if facts.ongoing:
        return basis.requires("tell-at-once", "Berätta genast att en utredning redan pågår.", SECTION)
    missing = facts.unknown("ongoing", "decided_on", "asked_on")
    if facts.decided_on is None or facts.asked_on is None or missing:
        sentence = "Se efter om en utredning pågick, när nämnden beslutade och när anmälaren bad att få veta."
        return basis.cannot_tell(missing, sentence, SECTION)
    last = add_weeks(facts.decided_on, basis.number(WEEKS))
    if facts.asked_on > last or basis.on > last:
        return basis.requires("tell-at-once", "Berätta genast vad nämnden har beslutat.", SECTION)
    until = (Result("last_day", "Sista dag att berätta", last),)
    return basis.requires("tell-by", "Berätta senast den dagen om en utredning har inletts.", SECTION, results=until)


def _settled(facts: FeedbackFacts, basis: Basis) -> Decision | None:
    """The answer that both wordings share; none when the reporter has to be told."""
    if facts.bound is False:
        sentence = "Den här rätten gäller bara den som var skyldig att anmäla. Tacka för anmälan utan att berätta mer."
        return basis.forbids("not-bound", sentence, SECTION, EVERYONE)
    missing = facts.unknown("bound")
    if missing:
        return basis.cannot_tell(missing, "Se efter om anmälaren var skyldig att anmäla.", SECTION)
    if facts.asked is False or facts.judged_unsuitable:
        sentence = "Nämnden får berätta att en utredning har inletts, inte har inletts eller pågår. Den måste inte."
        return basis.permits("may-tell", sentence, SECTION)
    missing = facts.unknown("asked", "judged_unsuitable")
    if missing:
        sentence = "Se efter om anmälaren har bett att få veta, och bedöm om det är olämpligt."
        return basis.cannot_tell(missing, sentence, SECTION)
    return None
