"""May a minority language be used with the board? Source: the act on national minorities, 6-9 §§."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

AREA, JOINED, INSIDE, OUTSIDE = (f"minority-act {number}" for number in ("6", "7", "8", "9"))
AREAS = {"finnish": "finnish-area", "meankieli": "meankieli-area", "sami": "sami-area"}
MUNICIPALITIES = "municipalities"
Municipality = Annotated[str, listed(MUNICIPALITIES)]
Language = Literal["finnish", "meankieli", "sami", "yiddish", "romani"]


class AreaFacts(Facts):
    """Which language, and where."""

    language: Language | None = Field(
        default=None,
        description="Språk: finnish (finska), meankieli (meänkieli), sami (samiska), yiddish (jiddisch), romani "
        "(romani chib)",
    )
    municipality: Municipality | None = Field(default=None, description="Kommunen")
    joined: bool | None = Field(
        default=None,
        description="Om kommunen har anslutit sig till språkets förvaltningsområde efter beslut av regeringen",
    )
    staff_can: bool | None = Field(default=None, description="Om det finns personal som kan språket")


class LanguageFacts(AreaFacts):
    """And whose matter it is."""

    party: bool | None = Field(
        default=None,
        description="Om personen är part i ett ärende, eller företräder en part, och ärendet hör till området",
    )


QUESTION = Question("minority-language", "Måste vi svara på minoritetsspråket?", LanguageFacts)


def in_area(facts: AreaFacts, basis: Basis) -> bool | None:
    """True when the municipality belongs to the area of the language; None when that is not known."""
    if facts.language is None:
        return None
    if facts.language not in AREAS:
        return False
    if facts.joined or (facts.municipality and facts.municipality in basis.codes(AREAS[facts.language])):
        return True
    return False if facts.joined is False and facts.municipality else None


@QUESTION.version(
    in_force=Period(date(2025, 7, 1)),
    cites=(AREA, JOINED, INSIDE, OUTSIDE),
    parameters=(*AREAS.values(), MUNICIPALITIES),
)
def always_inside_the_area_else_when_staff_can(facts: LanguageFacts, basis: Basis) -> Decision:
    """I ett förvaltningsområde får den som är part tala och skriva finska, meänkieli eller samiska, och få muntligt
    svar på språket och beslutet översatt. Utanför gäller det när personal som kan språket kan sköta ärendet."""
    if facts.language in ("yiddish", "romani"):
        sentence = "Rätten gäller finska, meänkieli och samiska. Använd tolk när personen behöver det."
        return basis.permits("other-language", sentence, INSIDE)
    if facts.party is False:
        return basis.permits("strive", "Försök ändå att möta personen på språket.", INSIDE)
    if facts.party and facts.language:
        return _as_party(facts, basis)
    return basis.cannot_tell(
        facts.unknown("language", "party"), "Fråga vilket språk det är och vems ärendet är.", INSIDE
    )


def _as_party(facts: LanguageFacts, basis: Basis) -> Decision:
    inside = in_area(facts, basis)
    if inside:
        sentence = "Svara muntligt på språket. Översätt beslutet när den som inte har juridiskt biträde ber om det."
        return basis.requires("inside-area", sentence, INSIDE, AREA)
    if facts.staff_can:
        return basis.requires("staff-can", "Låt personen använda språket. Det finns personal som kan det.", OUTSIDE)
    missing = (*(facts.unknown("municipality", "joined") if inside is None else ()), *facts.unknown("staff_can"))
    if missing:
        sentence = "Se efter om kommunen är med i förvaltningsområdet, och om någon i personalen kan språket."
        return basis.cannot_tell(missing, sentence, AREA, JOINED, OUTSIDE)
    return basis.permits("outside-area", "Ni måste inte, men använd tolk när personen behöver det.", OUTSIDE)
