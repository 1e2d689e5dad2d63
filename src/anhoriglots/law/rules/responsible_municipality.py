"""Which municipality is responsible? Source: SoL 29 kap. 1-4 §§."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

HOME, PLACED, REGISTERED, STAY = "sol-2025 29:1", "sol-2025 29:2", "sol-2025 29:3", "sol-2025 29:4"


class ResidenceFacts(Facts):
    """Where the person lives and stays."""

    acute: bool | None = Field(
        default=None, description="Om behovet kom under ett tillfälligt besök i kommunen och är akut"
    )
    institution: bool | None = Field(
        default=None,
        description="Om personen är i en kriminalvårdsanstalt, eller på sjukhus utan att en kommun tog initiativet",
    )
    placed: bool | None = Field(
        default=None,
        description="Om en kommun genom ett beslut har ordnat familjehem, stödboende, skyddat boende, hem för vård "
        "eller särskilt boende i en annan kommun, eller annat boende när det är oklart vart personen hör",
    )
    home_clear: bool | None = Field(
        default=None, description="Om det är klart var personen bor stadigvarande eller har sin starkaste anknytning"
    )


QUESTION = Question("responsible-municipality", "Vilken kommun ansvarar för personens stöd?", ResidenceFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(HOME, PLACED, REGISTERED, STAY))
def the_home_municipality_with_three_exceptions(facts: ResidenceFacts, basis: Basis) -> Decision:
    """Kommunen där personen bor ansvarar. Undantag: boende som en annan kommun har ordnat, anstalt och sjukhus, och
    akuta behov under ett besök."""
    if facts.acute:
        return _answer(
            "visited", "Vistelsekommunen", "Kommunen som personen besöker ger det som behövs akut.", STAY, basis
        )
    missing = facts.unknown("acute", "institution", "placed", "home_clear")
    if missing:
        sentence = "Ta reda på var personen bor, om någon kommun har ordnat boendet, och om det är akut."
        return basis.cannot_tell(missing, sentence, HOME)
    if facts.placed:
        sentence = "Kommunen som har ordnat boendet behåller ansvaret."
        return _answer("placing", "Kommunen som ordnade boendet", sentence, PLACED, basis)
    if facts.institution:
        sentence = "Kommunen där personen är folkbokförd ansvarar, också för det som ska ordnas inför utskrivningen."
        return _answer("registered", "Folkbokföringskommunen", sentence, REGISTERED, basis)
    if not facts.home_clear:
        sentence = "Kommunen där personen är ansvarar tills det är klart vilken annan kommun som gör det."
        return _answer("unclear", "Vistelsekommunen", sentence, STAY, basis)
    sentence = "Kommunen där personen bor ansvarar. Det gäller också en anhörig: hon får stöd där hon själv bor."
    return _answer("home", "Bosättningskommunen", sentence, HOME, basis)


def _answer(reason: str, who: str, sentence: str, section: str, basis: Basis) -> Decision:
    return basis.requires(reason, sentence, section, results=(Result("municipality", "Ansvarig", who),))
