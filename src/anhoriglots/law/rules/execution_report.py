"""Must a decision be reported as not executed? Source: SoL 34 kap. 1-3 §§, LSS 28 f-28 h §§.

The three months end on the day of the same number and are not moved past weekends, for the sections describe a delay
and name no last day for an act. A decision by the act of 2001 is counted in the same way: the transitional provisions
say nothing else.
"""

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months, quarter_of
from anhoriglots.law.question import Basis, Day, Facts, Question

SOL = ("sol-2025 34:1", "sol-2025 34:2", "sol-2025 34:3")
LSS = ("lss 28f", "lss 28g", "lss 28h")
COUNTED = "statutory-time 1"
SOL_MONTHS, LSS_MONTHS = "execution-months-sol", "execution-months-lss"


class ExecutionFacts(Facts):
    """What was decided, and when the person got it; the day asked about is today."""

    in_order = (("decided_on", "interrupted_on"), ("decided_on", "executed_on"), ("interrupted_on", "executed_on"))
    only_when = (("interrupted_on", "interrupted"), ("executed_on", "executed"))

    act: Literal["sol", "lss", "without_assessment"] | None = Field(
        default=None,
        description="Vad beslutet rör: sol (insats efter ansökan enligt socialtjänstlagen), lss (insats enligt LSS), "
        "without_assessment (stöd utan behovsprövning)",
    )
    favourable: bool | None = Field(default=None, description="Om beslutet gav personen insatsen")
    decided_on: Day | None = Field(default=None, description="Dagen för beslutet")
    interrupted: bool | None = Field(default=None, description="Om insatsen har kommit igång och sedan avbrutits")
    interrupted_on: Day | None = Field(default=None, description="Dagen då insatsen avbröts")
    executed: bool | None = Field(default=None, description="Om insatsen ges, eller ges igen efter ett avbrott")
    executed_on: Day | None = Field(default=None, description="Dagen då den började ges, eller började ges igen")
    reported: bool | None = Field(default=None, description="Om beslutet redan har rapporterats som inte verkställt")


QUESTION = Question("execution-report", "Måste beslutet rapporteras som inte verkställt?", ExecutionFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(*SOL, *LSS, COUNTED), parameters=(SOL_MONTHS, LSS_MONTHS))
def after_three_months(facts: ExecutionFacts, basis: Basis) -> Decision:
    """Ett gynnande beslut som inte har verkställts inom tre månader rapporteras varje kvartal, också efter ett avbrott.
    När det har verkställts anmäls dagen."""
    report = LSS[0] if facts.act == "lss" else SOL[0]
    if facts.act == "without_assessment":
        return basis.permits("not-assessed", "Stöd utan behovsprövning rapporteras inte.", report)
    if facts.favourable is False:
        return basis.permits("not-favourable", "Bara beslut som gav personen insatsen rapporteras.", report)
    started = facts.interrupted_on if facts.interrupted else facts.decided_on
    missing = facts.unknown("act", "favourable", "interrupted", *_days_needed(facts), "executed")
    if missing or started is None:
        sentence = "Se efter vad beslutet gäller, vilken dag det fattades eller avbröts, och om insatsen ges."
        return basis.cannot_tell(missing, sentence, report)
    return _late_or_not(facts, started, basis)


def _days_needed(facts: ExecutionFacts) -> tuple[str, ...]:
    start = "interrupted_on" if facts.interrupted else "decided_on"
    return (start, "executed_on") if facts.executed else (start,)


def _late_or_not(facts: ExecutionFacts, started: date, basis: Basis) -> Decision:
    report, notify, statistics = LSS if facts.act == "lss" else SOL
    last = add_months(started, basis.number(LSS_MONTHS if facts.act == "lss" else SOL_MONTHS))
    due = last + timedelta(days=1)
    results = (Result("due_from", "Rapporteras från", due), Result("quarter", "Kvartal", quarter_of(due).text))
    if facts.executed and facts.executed_on and facts.executed_on <= last:
        return basis.permits("executed-in-time", "Insatsen gavs i tid. Inget rapporteras.", report, COUNTED)
    if not facts.executed and basis.on <= last:
        sentence = "Tiden har inte gått ut. Ges insatsen inte i tid ska beslutet rapporteras."
        return basis.permits("still-in-time", sentence, report, COUNTED, results=results)
    if facts.executed and facts.reported is None:
        sentence = "Insatsen gavs sent. Se efter om beslutet redan har rapporterats."
        return basis.cannot_tell(("reported",), sentence, report, notify)
    if facts.executed and facts.reported:
        sentence = "Anmäl till Inspektionen för vård och omsorg och revisorerna vilken dag insatsen gavs."
        return basis.requires("notify-executed", sentence, notify, results=results)
    sentence = "Rapportera till Inspektionen för vård och omsorg och revisorerna, och räkna med beslutet i statistiken."
    return basis.requires("report", sentence, report, statistics, COUNTED, results=results)
