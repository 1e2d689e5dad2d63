"""May or must papers and notes be weeded?

Sources: SoL 16 and 17 kap., the ordinance on social services, LSS 21 c-d §§.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_years, end_of_next_year
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Day, Facts, Question

FIVE, NEVER, THIRTY, CUSTODY, SAMPLE = (f"sol-2025 16:{number}" for number in ("1", "2", "2a", "3", "4"))
TWO, HAND_OVER, PROVIDER_SAMPLE = (f"sol-2025 17:{number}" for number in ("2", "4", "5"))
ORDINANCE, LSS, LSS_SAMPLE, CLOSED = "so-2025 13:1", "lss 21c", "lss 21d", "sol-2025 2025:1501-p2"
ALWAYS = (FIVE, NEVER, CUSTODY, SAMPLE, TWO, HAND_OVER, PROVIDER_SAMPLE, ORDINANCE, LSS, LSS_SAMPLE)
PLACES = ("research-counties", "research-municipalities", "research-birth-days")
FIGURES = ("retention-years", "retention-years-provider", "retention-age-custody", *PLACES, "municipalities")
THIRTY_YEARS = "retention-age-child-protection"

Kind = Literal["file", "register", "child_protection", "not_opened", "paternity", "adoption", "placement", "custody"]


class RetentionFacts(Facts):
    """What it is, who keeps it, whom it is about, and when it ended."""

    in_order = (("born", "ended_on"),)

    kind: Kind | None = Field(
        default=None,
        description="Slag: file (personakt som hör till en sammanställning), register (uppgifter i en "
        "sammanställning), child_protection (utredning om ett barns skydd eller stöd), not_opened "
        "(anmälan om ett barn där ingen utredning inleddes), paternity (faderskap eller föräldraskap), "
        "adoption (adoption), placement (placerat barn), custody (avtal om vårdnad, boende eller umgänge)",
    )
    holder: Literal["board", "provider"] | None = Field(
        default=None, description="Vem som har dem: board (nämnden), provider (enskild verksamhet)"
    )
    ended_on: Day | None = Field(
        default=None, description="Dagen för sista anteckningen; för ett register dagen då förhållandena upphörde"
    )
    born: Day | None = Field(default=None, description="Födelsedagen för den som handlingarna gäller")
    municipality: Annotated[str, listed("municipalities")] | None = Field(default=None, description="Kommunen")
    same_person_remains: bool | None = Field(
        default=None,
        description="Om uppgifter om samma person finns kvar i en sammanställning; behövs inte för ett register",
    )
    closed_before_change: bool | None = Field(
        default=None,
        description="För en utredning om ett barn: om ärendet avslutades före den 15 januari 2026, då regeln om "
        "trettio år började gälla",
    )


QUESTION = Question("retention", "Får eller måste handlingarna gallras?", RetentionFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1), date(2026, 1, 15)),
    cites=ALWAYS,
    parameters=FIGURES,
    reasons=("never-weeded", "too-early", "same-person-remains", "hand-over", "kept-for-research", "weed", "overdue"),
)
def five_years_or_two(facts: RetentionFacts, basis: Basis) -> Decision:
    """Nämnden gallrar fem år efter sista anteckningen och enskild verksamhet efter två år. Det ska vara klart när nästa
    kalenderår är slut. Faderskap, adoption, placerade barn och urvalet för forskningen bevaras."""
    return _kept_or_weeded(facts, basis, None)


@QUESTION.version(
    in_force=Period(date(2026, 1, 15)), cites=(*ALWAYS, THIRTY, CLOSED), parameters=(*FIGURES, THIRTY_YEARS)
)
def thirty_years_for_investigations_of_children(facts: RetentionFacts, basis: Basis) -> Decision:
    """Nämnden gallrar fem år efter sista anteckningen och enskild verksamhet efter två år. Det ska vara klart när nästa
    kalenderår är slut. Faderskap, adoption, placerade barn och urvalet för forskningen bevaras. Nämnden bevarar
    utredningar om ett barns skydd eller stöd tills personen har fyllt 30 år, utom i ärenden som avslutades före den 15
    januari 2026."""
    if facts.kind != "child_protection" or facts.holder == "provider" or facts.closed_before_change:
        return _kept_or_weeded(facts, basis, None)
    missing = facts.unknown("holder", "born", "closed_before_change")
    if facts.born is None or missing:
        return _ask(missing, basis)
    until = add_years(facts.born, basis.number(THIRTY_YEARS))
    if basis.on >= until:
        return _kept_or_weeded(facts, basis, until)
    results = (*_class("child_protection"), Result("preserved_until", "Bevaras till", until))
    return basis.forbids("until-thirty", "Bevara dem tills personen fyller 30 år.", THIRTY, CLOSED, results=results)


def _kept_or_weeded(facts: RetentionFacts, basis: Basis, not_before: date | None) -> Decision:
    if facts.kind in ("paternity", "adoption") or (facts.kind == "placement" and facts.holder == "board"):
        sentence = "Bevara dem. De gallras inte."
        return basis.forbids("never-weeded", sentence, NEVER, LSS_SAMPLE, results=_class("preserved"))
    missing = facts.unknown("kind", "holder", "ended_on")
    if facts.kind == "custody":
        missing += facts.unknown("born")
    if facts.ended_on is None or missing:
        return _ask(missing, basis)
    return _on_its_day(facts, basis, _due(facts, facts.ended_on, basis, not_before))


def _due(facts: RetentionFacts, ended_on: date, basis: Basis, not_before: date | None) -> date:
    """The day the duty to weed arises: by the clock of the holder, and not before an age that the law names."""
    clock = "retention-years-provider" if facts.holder == "provider" else "retention-years"
    due = add_years(ended_on, basis.number(clock))
    if facts.kind == "custody" and facts.born:
        not_before = add_years(facts.born, basis.number("retention-age-custody"))
    return max(due, not_before) if not_before else due


def _on_its_day(facts: RetentionFacts, basis: Basis, due: date) -> Decision:
    times = _times(facts, due)
    if basis.on < due:
        sentence = "Bevara dem ännu. Tiden räknas från sista anteckningen eller från den ålder som lagen säger."
        return basis.forbids("too-early", sentence, *_clocks(facts), results=times)
    if facts.holder == "provider" and facts.kind == "placement":
        sentence = "Lämna över akten om det placerade barnet till nämnden. Gallra den inte."
        return basis.requires("hand-over", sentence, HAND_OVER, results=times)
    if facts.kind != "register" and facts.same_person_remains:
        sentence = "Vänta. Uppgifter om samma person finns kvar i en sammanställning och gallras först."
        return basis.forbids("same-person-remains", sentence, *_clocks(facts), results=times)
    return _sampled(facts, basis, due)


def _sampled(facts: RetentionFacts, basis: Basis, due: date) -> Decision:
    sampled = _in_sample(facts, basis)
    if sampled and facts.holder == "board":
        sentence = "Bevara dem för forskningen."
        return basis.forbids("kept-for-research", sentence, SAMPLE, ORDINANCE, results=_class("research"))
    missing = () if sampled is not None else facts.unknown("municipality", "born")
    if facts.kind != "register":
        missing += facts.unknown("same_person_remains")
    if missing:
        return _ask(missing, basis)
    times = _times(facts, due)
    if sampled:
        sentence = "Lämna över dem till nämnden, som bevarar dem för forskningen. Gallra dem inte."
        handed_over = _handed_over(facts, due)
        return basis.requires("hand-over", sentence, PROVIDER_SAMPLE, ORDINANCE, results=handed_over)
    if basis.on > end_of_next_year(due):
        return basis.requires("overdue", "Gallra nu. Sista dagen har gått.", *_clocks(facts), results=times)
    return basis.requires("weed", "Gallra senast den sista dagen.", *_clocks(facts), results=times)


def _in_sample(facts: RetentionFacts, basis: Basis) -> bool | None:
    """True when kept for research wherever that is known, None when it cannot be told yet."""
    counties, places, days = (basis.codes(name) for name in PLACES)
    if facts.municipality and (facts.municipality in places or facts.municipality.startswith(tuple(counties))):
        return True
    if facts.born and str(facts.born.day) in days:
        return True
    return False if facts.municipality and facts.born else None


def _ask(missing: tuple[str, ...], basis: Basis) -> Decision:
    sentence = "Bevara dem tills det är klart. Ta reda på det som saknas, eller låt arkivansvarig besluta för hand."
    return basis.cannot_tell(missing, sentence, FIVE, SAMPLE)


def _clocks(facts: RetentionFacts) -> tuple[str, ...]:
    """The section whose time is counted; LSS has the same five years for the board's files and none of the others."""
    if facts.kind == "custody":
        return (CUSTODY,)
    if facts.holder == "provider":
        return (TWO,)
    return (FIVE,) if facts.kind in ("child_protection", "not_opened") else (FIVE, LSS)


def _times(facts: RetentionFacts, due: date) -> tuple[Result, ...]:
    if facts.holder == "provider" and facts.kind == "placement":
        return _handed_over(facts, due)
    weed_by = Result("weed_by", "Sista dag att gallra", end_of_next_year(due))
    return (*_class(str(facts.kind)), Result("due_on", "Ska gallras från", due), weed_by)


def _handed_over(facts: RetentionFacts, due: date) -> tuple[Result, ...]:
    """What is never weeded has no last day to weed, only the day it is to leave the provider."""
    return (*_class(str(facts.kind)), Result("hand_over_on", "Ska lämnas till nämnden", due))


CLASSES = {
    "file": "personakt",
    "register": "sammanställning",
    "child_protection": "utredning om barn",
    "not_opened": "anmälan utan utredning",
    "placement": "placerat barn",
    "custody": "avtal om vårdnad, boende eller umgänge",
    "preserved": "bevaras alltid",
    "research": "bevaras för forskningen",
}


def _class(kind: str) -> tuple[Result, ...]:
    return (Result("class", "Gallringsklass", CLASSES[kind]),)
