"""Can LSS support be granted? Source: LSS 1 and 7-9 §§."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Consent, Facts, Question

CIRCLE, RIGHT, REQUEST, KINDS = "lss 1", "lss 7", "lss 8", "lss 9"
CITES = (RIGHT, CIRCLE, REQUEST, KINDS)
LISTS = INTERVENTIONS, DAILY, CONDITIONS = "lss-interventions", "lss-circle-daily-activity", "lss-own-conditions"


class LssFacts(Facts):
    """What is asked for, by whom, and what the assessment says."""

    intervention: Annotated[str, listed("lss-interventions")] | None = Field(default=None, description="Insats")
    assessed: bool | None = Field(default=None, description="Om behovet är prövat för just den här personen")
    requested: Annotated[bool | None, Consent((False, None, True))] = Field(
        default=None, description="Om personen, eller den som får göra det, har begärt den"
    )
    circle: Literal["first", "second", "third", "outside"] | None = Field(
        default=None,
        description="Personkrets: first (utvecklingsstörning, autism eller liknande), second (hjärnskada i vuxen "
        "ålder), third (annan stor och varaktig funktionsnedsättning), outside (ingen av dem)",
    )
    needed: bool | None = Field(default=None, description="Om personen behöver insatsen i sin livsföring")
    conditions_met: bool | None = Field(
        default=None,
        description="För personlig assistans, korttidstillsyn, boende för barn och daglig verksamhet: om insatsens "
        "egna villkor är uppfyllda, som någon har prövat",
    )
    met_otherwise: bool | None = Field(default=None, description="Om behovet faktiskt tillgodoses på annat sätt")


QUESTION = Question("lss-support", "Kan insatsen ges enligt LSS?", LssFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 7, 1)), cites=CITES, parameters=LISTS)
def ten_interventions_with_relief_in_the_home(facts: LssFacts, basis: Basis) -> Decision:
    """Den som hör till personkretsen har rätt till tio slags insatser efter prövning, om behovet inte är tillgodosett.
    Avlösarservice ges i hemmet."""
    return _right(facts, basis)


@QUESTION.version(in_force=Period(date(2026, 7, 1)), cites=CITES, parameters=LISTS)
def ten_interventions_with_relief_anywhere(facts: LssFacts, basis: Basis) -> Decision:
    """Den som hör till personkretsen har rätt till tio slags insatser efter prövning, om behovet inte är tillgodosett.
    Avlösarservice behöver inte ges i hemmet."""
    return _right(facts, basis)


def _right(facts: LssFacts, basis: Basis) -> Decision:
    if facts.assessed is False:
        sentence = "LSS ges alltid efter prövning av personens behov. Hjälp personen att begära insatsen."
        return basis.forbids("always-assessed", sentence, RIGHT)
    if facts.requested is False:
        return basis.forbids("not-requested", "LSS ges bara på begäran. Fråga personen vad hon vill.", REQUEST)
    if facts.circle == "outside":
        sentence = "Personen hör inte till personkretsen. Hon kan ansöka om stöd enligt socialtjänstlagen."
        return basis.forbids("outside-the-circle", sentence, CIRCLE)
    if facts.intervention == "daily_activity" and facts.circle and facts.circle not in basis.codes(DAILY):
        sentence = "Daglig verksamhet gäller inte den här gruppen. Pröva sysselsättning enligt socialtjänstlagen."
        return basis.forbids("not-daily-activity", sentence, RIGHT)
    if facts.needed is False or facts.met_otherwise:
        sentence = (
            "Insatsen kan inte beviljas nu, för behovet finns inte eller är tillgodosett. Personen kan begära igen."
        )
        return basis.forbids("no-unmet-need", sentence, RIGHT)
    return _granted(facts, basis)


def _granted(facts: LssFacts, basis: Basis) -> Decision:
    own = basis.codes(CONDITIONS).get(facts.intervention or "")
    if own and facts.conditions_met is False:
        sentence = f"Insatsen har ett eget villkor: {own}. Pröva en annan insats, eller stöd enligt socialtjänstlagen."
        return basis.forbids("own-conditions", sentence, KINDS)
    asked = ("intervention", "assessed", "requested", "circle", "needed", *(("conditions_met",) if own else ()))
    missing = facts.unknown(*asked, "met_otherwise")
    if missing or facts.intervention is None:
        sentence = "Säg vilken insats det gäller, och pröva personkrets, begäran och behov."
        return basis.cannot_tell(missing, sentence, RIGHT, CIRCLE)
    words = basis.codes(INTERVENTIONS)[facts.intervention]
    return basis.requires("has-a-right", f"Personen har rätt till {words}.", RIGHT, CIRCLE, KINDS)
