"""May technology that follows a person be used? Source: SoL 10 kap. 6 §, lag (2001:454) 9 §."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

USE, DATA = "sol-2025 10:6", "personal-data-act 9"


class TechnologyFacts(Facts):
    """Where the technology is, what it does, and who has said yes."""

    setting: Literal["home_help", "elderly_housing", "other"] | None = Field(
        default=None,
        description="Stöd: home_help (hemtjänst), elderly_housing (särskilt boende för äldre), other (något annat)",
    )
    other_ground: bool | None = Field(
        default=None, description="Bara för annat stöd: om en jurist har prövat att tekniken har en annan laglig grund"
    )
    inside_body: bool | None = Field(default=None, description="Om tekniken används i kroppen")
    follows: bool | None = Field(
        default=None, description="Om tekniken kan följa personen, till exempel med kamera, sensor eller position"
    )
    only_needed: bool | None = Field(
        default=None, description="Om bara nödvändiga uppgifter samlas in och de inte sparas längre än nödvändigt"
    )
    consent: Annotated[Literal["given", "refused"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Personens svar: given (ja), refused (nej)"
    )
    housemate: bool | None = Field(
        default=None, description="Om den också samlar uppgifter om en närstående som bor där stadigvarande"
    )
    housemate_consent: Annotated[Literal["given", "refused"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Den närståendes svar: given (ja), refused (nej)"
    )


QUESTION = Question("monitoring-technology", "Får tekniken användas hemma hos personen?", TechnologyFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(USE, DATA))
def with_consent_of_everybody_it_follows(facts: TechnologyFacts, basis: Basis) -> Decision:
    """I hemtjänst och särskilt boende för äldre får teknik användas, bara utanför kroppen. Kan den följa personen krävs
    samtycke, också av en närstående som bor där, och bara nödvändiga uppgifter får samlas in."""
    if facts.setting == "other":
        return _elsewhere(facts.other_ground, basis)
    if facts.setting and facts.inside_body:
        return basis.forbids("inside-the-body", "Tekniken får bara användas utanför kroppen.", USE)
    if facts.setting and facts.follows and (facts.consent == "refused" or _housemate_says_no(facts)):
        sentence = "Använd inte tekniken. Alla som den följer måste säga ja, också den närstående som bor där."
        return basis.forbids("consent-refused", sentence, DATA)
    if facts.setting and facts.follows and facts.only_needed is False:
        sentence = "Samla bara in det som behövs, och spara det inte längre än det behövs. Då får tekniken användas."
        return basis.forbids("more-than-needed", sentence, DATA)
    return _allowed(facts, basis)


def _housemate_says_no(facts: TechnologyFacts) -> bool:
    return facts.housemate is True and facts.housemate_consent == "refused"


def _elsewhere(other_ground: bool | None, basis: Basis) -> Decision:
    if other_ground is None:
        sentence = (
            "Paragrafen gäller hemtjänst och särskilt boende för äldre. Låt en jurist pröva den här användningen."
        )
        return basis.cannot_tell(("other_ground",), sentence, USE)
    if other_ground:
        return basis.permits("other-ground-tried", "Tekniken vilar på en annan grund som är prövad.", USE)
    sentence = "Använd inte tekniken här. Den har ingen laglig grund utanför hemtjänst och särskilt boende för äldre."
    return basis.forbids("no-ground-here", sentence, USE)


def _allowed(facts: TechnologyFacts, basis: Basis) -> Decision:
    following = ("only_needed", "consent", "housemate") if facts.follows else ()
    also = ("housemate_consent",) if facts.follows and facts.housemate else ()
    missing = facts.unknown("setting", "inside_body", "follows", *following, *also)
    if missing:
        sentence = "Ta reda på var tekniken ska sitta, vad den samlar in, och fråga alla som den följer."
        return basis.cannot_tell(missing, sentence, USE, DATA)
    if facts.follows:
        return basis.permits("consent-of-all", "Tekniken får användas. Alla som den följer har sagt ja.", USE, DATA)
    return basis.permits("follows-nobody", "Tekniken får användas. Den följer ingen person.", USE)
