"""Must a district board give this to carers? Source: the basic offer of Stockholm's programme."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

PARTS, PROGRAMME = "base-offer-parts", "stockholm-programme 6"


class BaseOfferFacts(Facts):
    """What it is, and whether the programme binds the board."""

    part: Annotated[str, listed(PARTS, other=("other",))] | None = Field(
        default=None, description="Vad det gäller: en del av basutbudet, eller other (annat stöd)"
    )
    bound_by_programme: bool | None = Field(
        default=None, description="Om nämnden är en stadsdelsnämnd i Stockholm, som programmet gäller för"
    )


QUESTION = Question("base-offer", "Måste stadsdelsnämnden ge det här till anhöriga?", BaseOfferFacts)


@QUESTION.version(in_force=Period(date(2025, 1, 1), date(2029, 1, 1)), cites=(PROGRAMME,), parameters=(PARTS,))
def three_parts_in_every_district(facts: BaseOfferFacts, basis: Basis) -> Decision:
    """Varje stadsdelsnämnd i Stockholm ger information, vägledande samtal och anhöriggrupper och träffpunkter."""
    if facts.bound_by_programme is False:
        return basis.permits("not-bound", "Programmet gäller inte den här nämnden. Det går bra att ge ändå.", PROGRAMME)
    if facts.part == "other":
        sentence = "Det här hör inte till basutbudet. Nämnden får ge det ändå."
        return basis.permits("outside-basic-offer", sentence, PROGRAMME)
    missing = facts.unknown("part", "bound_by_programme")
    if missing or facts.part is None:
        return basis.cannot_tell(missing, "Säg vad det gäller, och om Stockholms program gäller nämnden.", PROGRAMME)
    sentence = f"Nämnden ska ge {basis.codes(PARTS)[facts.part]} och visa det för dem som bor där."
    return basis.requires("part-of-basic-offer", sentence, PROGRAMME)
