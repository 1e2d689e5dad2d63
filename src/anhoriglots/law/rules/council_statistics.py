"""Must the council get statistics on decisions not carried out? Source: SoL 34 kap. 3 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import quarter_of
from anhoriglots.law.question import Basis, Facts, Question

SECTION, SECRECY = "sol-2025 34:3", "osl 26:1"


class CouncilFacts(Facts):
    """What is waiting, and what the report would hold."""

    waiting: bool | None = Field(
        default=None, description="Om något gynnande beslut har väntat längre än tre månader på att verkställas"
    )
    shows_persons: bool | None = Field(default=None, description="Om rapporten visar vem besluten gäller")


QUESTION = Question("council-statistics", "Måste fullmäktige få statistiken för kvartalet?", CouncilFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECTION, SECRECY))
def every_quarter_without_names(facts: CouncilFacts, basis: Basis) -> Decision:
    """Varje kvartal får fullmäktige veta hur många beslut som inte har verkställts, vilka slag av insatser det är och
    hur lång tid som har gått. Inga personer visas."""
    if facts.shows_persons:
        return basis.forbids("shows-persons", "Ta bort allt som visar vem besluten gäller.", SECTION, SECRECY)
    missing = facts.unknown("waiting", "shows_persons")
    if missing:
        return basis.cannot_tell(missing, "Se efter vilka beslut som väntar och vad rapporten visar.", SECTION)
    quarter = (Result("quarter", "Gäller", quarter_of(basis.on).text),)
    if facts.waiting:
        sentence = "Lämna antal, slag av insatser och tid till fullmäktige."
        return basis.requires("report-quarter", sentence, SECTION, results=quarter)
    return basis.permits("nothing-waiting", "Inget beslut har väntat så länge. Noll får också visas.", SECTION)
