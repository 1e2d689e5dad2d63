"""May this be demanded before direct support is given? Sources: who is a carer, what support may not depend on."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

DEFINED, REGARDLESS, NEEDED = "nykoping-guideline 3", "nykoping-guideline 7.1", "personal-data-act 6"
DOCUMENTED, LEFT_OUT = "sol-2025 14:3", "sol-2025 14:5"
# Each list of what is not demanded, with the section that it is taken from.
LISTS = {"carer-is-anybody": DEFINED, "direct-support-regardless": REGARDLESS, "data-not-demanded": NEEDED}


class DemandFacts(Facts):
    """What would be demanded, and how the support is written down."""

    demanded: Annotated[str, listed(*LISTS, other=("name",))] | None = Field(
        default=None, description="Det som skulle krävas: name (namn), personal_number, cohabitation med flera"
    )
    identified: bool | None = Field(default=None, description="Om stödet ska skrivas ned med namn")


QUESTION = Question("identity-for-carer", "Får vi kräva det här för att ge direkt stöd?", DemandFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1)),
    cites=(REGARDLESS, DEFINED, NEEDED, DOCUMENTED, LEFT_OUT),
    parameters=tuple(LISTS),
)
def nothing_but_a_name_where_names_are_written(facts: DemandFacts, basis: Basis) -> Decision:
    """Den som hjälper någon är anhörig. Direkt stöd får inte bero på vem den anhöriga är, på släktskap eller på den
    närstående. Namn får krävas bara när stödet ska skrivas ned med namn."""
    if facts.demanded is None:
        return basis.cannot_tell(("demanded",), "Säg vad som skulle krävas.", REGARDLESS)
    if facts.demanded == "name":
        return _name(facts.identified, basis)
    section, words = next((LISTS[one], found) for one in LISTS if (found := basis.codes(one).get(facts.demanded)))
    sentence = f"Direkt stöd får inte bero på {words}. Ge stödet ändå. Den anhöriga får berätta om hen vill."
    return basis.forbids("not-demanded", sentence, section)


def _name(identified: bool | None, basis: Basis) -> Decision:
    if identified is None:
        return basis.cannot_tell(("identified",), "Se efter hur stödet ska skrivas ned.", DOCUMENTED, LEFT_OUT)
    if identified:
        return basis.permits("name-is-written", "Stödet skrivs ned med namn. Fråga efter namnet.", DOCUMENTED)
    return basis.forbids("no-name-is-written", "Det här stödet skrivs ned utan namn. Fråga inte.", LEFT_OUT)
