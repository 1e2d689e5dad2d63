"""Must the council get statistics on decisions not carried out? Source: SoL 34 kap. 3 §; LSS 28 h § says the same.

The report is due once a quarter and says how many. Neither act makes an exception when the number is nought, unlike
SoL 34 kap. 1 §, which only speaks of decisions that do wait.
"""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import quarter_of
from anhoriglots.law.question import Basis, Facts, Question

SECTION, LSS, SECRECY = "sol-2025 34:3", "lss 28h", "osl 26:1"


class CouncilFacts(Facts):
    """What is waiting, and what the report would hold."""

    reported: bool | None = Field(default=None, description="Om fullmäktige redan har fått rapporten för kvartalet")
    waiting: bool | None = Field(
        default=None,
        description="Om något gynnande beslut har väntat längre än tre månader på att verkställas, eller på att "
        "verkställas igen efter ett avbrott",
    )
    shows_persons: bool | None = Field(default=None, description="Om rapporten visar vem besluten gäller")


QUESTION = Question("council-statistics", "Måste fullmäktige få statistiken för kvartalet?", CouncilFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, LSS, SECRECY))
def every_quarter_without_names(facts: CouncilFacts, basis: Basis) -> Decision:
    """Varje kvartal får fullmäktige veta hur många beslut som inte har verkställts, vilka slag av insatser det är och
    hur lång tid som har gått, också när det är noll. Inga personer visas."""
    if facts.shows_persons:
        return basis.forbids("shows-persons", "Ta bort allt som visar vem besluten gäller.", SECTION, LSS, SECRECY)
    missing = facts.unknown("reported", "waiting", "shows_persons")
    if facts.reported and "shows_persons" not in missing:
        return basis.permits("reported", "Rapporten är lämnad. Nästa gäller nästa kvartal.", SECTION, LSS)
    if missing:
        sentence = "Se efter vilka beslut som väntar, vad rapporten visar och om den redan är lämnad."
        return basis.cannot_tell(missing, sentence, SECTION, LSS)
    quarter = (Result("quarter", "Gäller", quarter_of(basis.on).text),)
    if facts.waiting:
        sentence = "Lämna antal, slag av insatser och tid till fullmäktige."
        return basis.requires("report-quarter", sentence, SECTION, LSS, results=quarter)
    return basis.requires("report-none", "Lämna rapporten. Skriv att antalet är noll.", SECTION, LSS, results=quarter)
