"""Must misconduct be reported (lex Sarah)? Source: SoL 27 kap. 2, 5 and 6 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

REPORT, REMEDY, NOTIFY = "sol-2025 27:2", "sol-2025 27:5", "sol-2025 27:6"

RECEIVERS = {True: "den som driver verksamheten", False: "nämnden"}


class MisconductFacts(Facts):
    """What somebody has seen in the social services."""

    seen: Literal["misconduct", "risk", "neither"] | None = Field(
        default=None,
        description="Vad någon har sett: misconduct (ett missförhållande), risk (en påtaglig risk för det), neither "
        "(inget av dem)",
    )
    serious: bool | None = Field(default=None, description="Om det är allvarligt, enligt den som har utrett det")
    private: bool | None = Field(default=None, description="Om det är en privat utförare som driver verksamheten")


QUESTION = Question("misconduct-report", "Måste ett missförhållande rapporteras?", MisconductFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(REPORT, REMEDY, NOTIFY))
def at_once_and_to_the_inspectorate_when_serious(facts: MisconductFacts, basis: Basis) -> Decision:
    """Den som ser ett missförhållande eller en påtaglig risk rapporterar genast. Det dokumenteras, utreds och avhjälps.
    Det som är allvarligt anmäls till Inspektionen för vård och omsorg."""
    if facts.seen is None:
        return basis.cannot_tell(("seen",), "Säg vad som har hänt. Rapportera om du är osäker.", REPORT)
    if facts.seen == "neither":
        return basis.permits("no-duty", "Lagen kräver ingen rapport. Du får ändå berätta vad du har sett.", REPORT)
    receiver = () if facts.private is None else (Result("to", "Rapportera till", RECEIVERS[facts.private]),)
    if facts.serious:
        sentence = "Rapportera genast. Det utreds och anmäls snarast till Inspektionen för vård och omsorg."
        return basis.requires("report-and-notify", sentence, REPORT, REMEDY, NOTIFY, results=receiver)
    sentence = "Rapportera genast. Det ska skrivas ned, utredas och avhjälpas."
    return basis.requires("report-at-once", sentence, REPORT, REMEDY, results=receiver)
