"""May the board decide how long this is kept? Sources: SoL 16 and 17 kap., LSS 21 c-d §§, the act on personal data in
social services, 10 §, and the archives act, which has not been read.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months, add_years
from anhoriglots.law.question import Basis, Facts, Question

FIVE, NEVER, THIRTY, CUSTODY = "sol-2025 16:1", "sol-2025 16:2", "sol-2025 16:2a", "sol-2025 16:3"
TWO, HAND_OVER = "sol-2025 17:2", "sol-2025 17:4"
LSS, LSS_NEVER, LOG, OUTSIDE = "lss 21c", "lss 21d", "personal-data-act 10", "archives-act 10"
ALWAYS = (FIVE, NEVER, CUSTODY, TWO, HAND_OVER, LSS, LSS_NEVER, LOG, OUTSIDE)
YEARS, PROVIDER_YEARS = "retention-years", "retention-years-provider"
CUSTODY_AGE, INVESTIGATION_AGE = "retention-age-custody", "retention-age-child-protection"
FIGURES = (YEARS, PROVIDER_YEARS, CUSTODY_AGE)

Kind = Literal[
    "file",
    "child_protection",
    "preserved",
    "custody",
    "booking_list",
    "statistics",
    "chat",
    "access_log",
    "other",
]


class RetentionDecisionFacts(Facts):
    """What the decision is about, who keeps it, and the time that the board would decide."""

    kind: Kind | None = Field(
        default=None,
        description="Vad beslutet gäller: file (personakter och sammanställningar), child_protection (utredningar om "
        "ett barns skydd eller stöd), preserved (faderskap, adoption och placerade barn), custody (avtal om vårdnad, "
        "boende eller umgänge), booking_list (bokningslistor), statistics (statistik utan namn), chat (chatt och "
        "meddelanden), access_log (åtkomstloggar), other (annat som inte ligger i en akt)",
    )
    holder: Literal["board", "provider"] | None = Field(
        default=None, description="För akter, vem som har dem: board (nämnden), provider (enskild verksamhet)"
    )
    weeded: bool | None = Field(default=None, description="Om det ska gallras efter en tid; annars bevaras det")
    unit: Literal["days", "months", "years"] | None = Field(
        default=None, description="Hur tiden räknas: days (dagar), months (månader), years (år)"
    )
    number: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        default=None, description="Hur många dagar, månader eller år"
    )
    only_when: ClassVar[tuple[tuple[str, str], ...]] = (("unit", "weeded"), ("number", "weeded"))


QUESTION = Question("retention-decision", "Får nämnden besluta den här tiden?", RetentionDecisionFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 1, 15)), cites=ALWAYS, parameters=FIGURES)
def only_outside_the_file(facts: RetentionDecisionFacts, basis: Basis) -> Decision:
    """Lagen säger själv hur länge personakter sparas, och den tiden kan nämnden varken korta eller förlänga. Utanför
    akten bestämmer kommunen själv, och nämnden bestämmer hur länge åtkomstloggen sparas."""
    return _answer(facts, basis)


@QUESTION.version(in_force=Period(date(2026, 1, 15)), cites=(*ALWAYS, THIRTY), parameters=(*FIGURES, INVESTIGATION_AGE))
def nor_investigations_of_children(facts: RetentionDecisionFacts, basis: Basis) -> Decision:
    """Lagen säger själv hur länge personakter sparas, och den tiden kan nämnden varken korta eller förlänga. Det gäller
    också utredningar om barn, som bevaras tills personen har fyllt 30 år. Utanför akten bestämmer kommunen själv, och
    nämnden bestämmer hur länge åtkomstloggen sparas."""
    if facts.kind == "child_protection" and facts.holder == "board":
        return _by_age(basis, INVESTIGATION_AGE, THIRTY)
    return _answer(facts, basis)


def _answer(facts: RetentionDecisionFacts, basis: Basis) -> Decision:
    if facts.kind == "access_log":
        sentence = "Nämnden bestämmer tiden. Spara loggen så länge att ni hinner kontrollera vem som har läst."
        return basis.permits("board-decides-log", sentence, LOG, OUTSIDE)
    if facts.kind in ("booking_list", "statistics", "chat", "other"):
        sentence = "Kommunen bestämmer själv tiden. Det som hör till en persons akt följer i stället lagen."
        return basis.permits("municipality-decides", sentence, OUTSIDE)
    missing = facts.unknown("kind", "holder")
    if missing:
        sentence = "Säg vad beslutet gäller. För akter behöver vi också veta vem som har dem."
        return basis.cannot_tell(missing, sentence, FIVE, TWO, OUTSIDE)
    return _about_files(facts, basis)


def _about_files(facts: RetentionDecisionFacts, basis: Basis) -> Decision:
    if facts.holder == "provider":
        return _by_years(facts, basis, PROVIDER_YEARS, TWO, HAND_OVER)
    if facts.kind == "custody":
        return _by_age(basis, CUSTODY_AGE, CUSTODY)
    if facts.kind == "preserved":
        return _for_good(facts, basis)
    return _by_years(facts, basis, YEARS, FIVE, LSS)


def _by_years(facts: RetentionDecisionFacts, basis: Basis, figure: str, *sections: str) -> Decision:
    years = basis.number(figure)
    missing = () if facts.weeded is False else facts.unknown("weeded", "unit", "number")
    if missing:
        return _ask_for_the_time(missing, basis, sections)
    if facts.weeded and _is_years(facts, basis.on, years):
        return _same(basis, sections)
    sentence = (
        f"Lagen säger själv att akten gallras {years} år efter sista anteckningen. Nämnden kan bara skriva den tiden."
    )
    return basis.forbids("the-act-decides", sentence, *sections)


def _is_years(facts: RetentionDecisionFacts, day: date, years: int) -> bool:
    """Days are never the same as years: a leap day may lie between."""
    if facts.number is None:
        return False
    add = {"months": add_months, "years": add_years}.get(facts.unit or "")
    return add is not None and add(day, facts.number) == add_years(day, years)


def _for_good(facts: RetentionDecisionFacts, basis: Basis) -> Decision:
    if facts.weeded is None:
        return _ask_for_the_time(("weeded",), basis, (NEVER, LSS_NEVER))
    if not facts.weeded:
        return _same(basis, (NEVER, LSS_NEVER))
    sentence = "Lagen säger själv att de aldrig gallras. Nämnden kan bara skriva att de bevaras."
    return basis.forbids("never-weeded", sentence, NEVER, LSS_NEVER)


def _by_age(basis: Basis, figure: str, section: str) -> Decision:
    """No time that is counted from the decision or the note is the same as an age."""
    age = basis.number(figure)
    sentence = f"Lagen säger själv att de bevaras tills personen har fyllt {age} år. Det behövs inget beslut."
    return basis.forbids("until-an-age", sentence, section)


def _same(basis: Basis, sections: tuple[str, ...]) -> Decision:
    return basis.permits("as-the-act-says", "Tiden är lagens egen. Beslutet ändrar inget i den.", *sections)


def _ask_for_the_time(missing: tuple[str, ...], basis: Basis, sections: tuple[str, ...]) -> Decision:
    return basis.cannot_tell(missing, "Säg vilken tid nämnden vill besluta.", *sections)
