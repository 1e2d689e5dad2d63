"""May this be demanded before direct support is given? Sources: who is a carer, what support may not depend on."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

DOCUMENTED, LEFT_OUT = "sol-2025 14:3", "sol-2025 14:5"
ANYBODY, NEEDED = "carer-is-anybody", "data-not-demanded"
# Each list of what is not demanded, with the sections that it is taken from; several may have the same.
ALWAYS = {
    NEEDED: ("personal-data-act 6",),
    ANYBODY: ("nykoping-guideline 3", "gislaved-guideline 1.2.1"),
    "direct-support-regardless": ("nykoping-guideline 7.1",),
}
WITH_PROGRAMME = ALWAYS | {
    ANYBODY: (*ALWAYS[ANYBODY], "stockholm-programme 4"),
    "met-alike": ("stockholm-programme 3",),
    "support-without-interventions": ("stockholm-programme 5-direkt",),
}
Lists = Mapping[str, tuple[str, ...]]


class DemandFacts(Facts):
    """What would be demanded, and how the support is written down."""

    demanded: Annotated[str, listed(*WITH_PROGRAMME, other=("name",))] | None = Field(
        default=None, description="Det som skulle krävas: name (namn), personal_number, cohabitation med flera"
    )
    identified: bool | None = Field(default=None, description="Om stödet ska skrivas ned med namn")


QUESTION = Question("identity-for-carer", "Får vi kräva det här för att ge direkt stöd?", DemandFacts)


def _sections(lists: Lists) -> tuple[str, ...]:
    return tuple(section for sections in lists.values() for section in sections)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1), date(2029, 1, 1)),
    cites=(*_sections(WITH_PROGRAMME), DOCUMENTED, LEFT_OUT),
    parameters=tuple(WITH_PROGRAMME),
)
def nothing_but_a_name_where_names_are_written(facts: DemandFacts, basis: Basis) -> Decision:
    """Den som hjälper någon är anhörig. Direkt stöd får inte bero på vem den anhöriga är, på släktskap eller på den
    närstående. Namn får krävas bara när stödet ska skrivas ned med namn."""
    return _may_be_demanded(facts, basis, WITH_PROGRAMME)


@QUESTION.version(
    in_force=Period(date(2029, 1, 1)),
    cites=(*_sections(ALWAYS), DOCUMENTED, LEFT_OUT),
    parameters=tuple(ALWAYS),
)
def nothing_but_a_name_without_the_programme(facts: DemandFacts, basis: Basis) -> Decision:
    """Den som hjälper någon är anhörig. Direkt stöd får inte bero på vem den anhöriga är, på släktskap eller på den
    närstående. Namn får krävas bara när stödet ska skrivas ned med namn."""
    return _may_be_demanded(facts, basis, ALWAYS)


def _may_be_demanded(facts: DemandFacts, basis: Basis, lists: Lists) -> Decision:
    if facts.demanded is None:
        return basis.cannot_tell(("demanded",), "Säg vad som skulle krävas.", *ALWAYS[NEEDED])
    if facts.demanded == "name":
        return _name(facts.identified, basis)
    named = {one: held for one in lists if (held := basis.codes(one).get(facts.demanded))}
    sections = _sections({one: lists[one] for one in named})
    words = next(iter(named.values()))
    sentence = f"Direkt stöd får inte bero på {words}. Ge stödet ändå. Den anhöriga får berätta om hen vill."
    # Three codes: what the act itself forbids stands firm, whatever a board may say of the others.
    if NEEDED in named:
        return basis.forbids("data-not-needed", sentence, *sections)
    if ANYBODY in named:
        return basis.forbids("anybody-is-carer", sentence, *sections)
    return basis.forbids("not-demanded", sentence, *sections)


def _name(identified: bool | None, basis: Basis) -> Decision:
    if identified is None:
        return basis.cannot_tell(("identified",), "Se efter hur stödet ska skrivas ned.", DOCUMENTED, LEFT_OUT)
    if identified:
        return basis.permits("name-is-written", "Stödet skrivs ned med namn. Fråga efter namnet.", DOCUMENTED)
    return basis.forbids("no-name-is-written", "Det här stödet skrivs ned utan namn. Fråga inte.", LEFT_OUT)
