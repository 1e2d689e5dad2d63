"""May this person apply? Source: SoL 11:1 and 3:4, LSS 7-8 §§, förvaltningslagen 14-15 §§, and Nyköping's guideline."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.age import known_age
from anhoriglots.law.question import Basis, Day, Facts, Question

SOL, LSS, ON_REQUEST, OWN_VOICE = "sol-2025 11:1", "lss 7", "lss 8", "sol-2025 3:4"
OWN_SAKE, INDIRECT = "nykoping-guideline 7.1", "nykoping-guideline 7.2"
ATTORNEY, PROOF, GUARDIAN = "fl 14", "fl 15", "parental-code 6:11"
CITES = (SOL, LSS, ON_REQUEST, OWN_VOICE, OWN_SAKE, INDIRECT, ATTORNEY, PROOF, GUARDIAN)
OWN_AGE, ADULT, LSS_AGE = "age-own-action", "age-of-majority", "age-lss-request"


class ApplicantFacts(Facts):
    """Whose need the application is about, and what lets the applicant speak for somebody else."""

    act: Literal["sol", "lss"] | None = Field(
        default=None, description="Lag: sol (socialtjänstlagen), lss (lagen om stöd och service)"
    )
    whose: Literal["own", "other"] | None = Field(
        default=None,
        description="Vems behov: own (den som ansöker, också en anhörig för egen del), other (någon annans)",
    )
    mandate: Literal["none", "power_of_attorney", "guardian", "legal"] | None = Field(
        default=None,
        description="Rätt att ansöka för någon annan: none (ingen, bara släkt eller vän), "
        "power_of_attorney (fullmakt), guardian (vårdnadshavare), "
        "legal (god man, förmyndare, förvaltare eller framtidsfullmakt)",
    )
    shown: bool | None = Field(
        default=None, description="Om fullmakten eller uppdraget är visat och räcker för ansökan"
    )
    born: Day | None = Field(default=None, description="Dagen då den person som behöver stödet föddes")
    unable: bool | None = Field(
        default=None, description="Om personen uppenbart inte kan ta ställning själv, som någon har bedömt"
    )


QUESTION = Question("who-may-apply", "Får den här personen ansöka?", ApplicantFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=CITES, parameters=(OWN_AGE, ADULT, LSS_AGE))
def the_person_or_somebody_with_a_mandate(facts: ApplicantFacts, basis: Basis) -> Decision:
    """Den som har behovet ansöker, också en anhörig för egen del. Någon annan behöver fullmakt eller en laglig rätt;
    släktskap räcker inte. Ett barn för sin egen talan från 15 år."""
    section = LSS if facts.act == "lss" else SOL
    if facts.whose is None:
        sentence = "Fråga vems behov ansökan gäller: den som ansöker, eller någon annan."
        return basis.cannot_tell(("whose",), sentence, section)
    return _own(facts, section, basis) if facts.whose == "own" else _for_another(facts, section, basis)


def _own(facts: ApplicantFacts, section: str, basis: Basis) -> Decision:
    if facts.born is None:
        return basis.cannot_tell(("born",), "Ta reda på när personen är född.", section, OWN_VOICE)
    if known_age(facts.born, basis.on) < basis.number(OWN_AGE):
        sentence = f"Före {basis.number(OWN_AGE)} år ansöker vårdnadshavaren. Lyssna ändå: nämnden kan behöva utreda."
        return basis.forbids("guardian-applies", sentence, OWN_VOICE, GUARDIAN)
    sentence = "Personen får ansöka, om vilken hjälp som helst. En anhörigs ansökan för egen del får en egen akt."
    return basis.permits("own-application", sentence, section, ON_REQUEST if section == LSS else OWN_SAKE)


def _for_another(facts: ApplicantFacts, section: str, basis: Basis) -> Decision:
    if facts.mandate == "none":
        sentence = "Släktskap räcker inte. Den som behöver stödet ansöker själv eller ger dig fullmakt."
        return basis.forbids("kinship-is-no-mandate", sentence, INDIRECT, ATTORNEY, PROOF)
    if facts.mandate == "guardian":
        return _guardian(facts, section, basis)
    if facts.mandate and facts.shown is False:
        sentence = "Be om en fullmakt eller ett beslut som visar rätten att ansöka. Då går det att pröva ansökan."
        return basis.forbids("mandate-not-shown", sentence, PROOF)
    missing = facts.unknown("mandate", "shown")
    if missing:
        sentence = "Fråga vad som ger rätt att ansöka för den andra, och be att få se det."
        return basis.cannot_tell(missing, sentence, PROOF, INDIRECT)
    if facts.mandate == "power_of_attorney":
        sentence = "Ombudet får ansöka inom fullmakten. Den som behöver stödet är part och får beslutet."
        return basis.permits("power-of-attorney", sentence, ATTORNEY, PROOF, INDIRECT)
    return _legal(facts, section, basis)


def _legal(facts: ApplicantFacts, section: str, basis: Basis) -> Decision:
    if facts.act == "sol":
        return basis.permits("legal-representative", "Ställföreträdaren får ansöka inom sitt uppdrag.", section, PROOF)
    if facts.act is None:
        return basis.cannot_tell(("act",), "Säg vilken lag ansökan gäller.", section, ON_REQUEST)
    return _lss_for_another(facts, basis)


def _guardian(facts: ApplicantFacts, section: str, basis: Basis) -> Decision:
    if facts.born is None:
        return basis.cannot_tell(("born",), "Ta reda på när barnet är fött.", section, GUARDIAN)
    age = known_age(facts.born, basis.on)
    if age >= basis.number(ADULT):
        sentence = "Personen är vuxen och ansöker själv. En förälder behöver fullmakt eller ett annat uppdrag."
        return basis.forbids("no-longer-a-child", sentence, INDIRECT, PROOF)
    if facts.act == "sol":
        sentence = f"Vårdnadshavaren får ansöka. Från {basis.number(OWN_AGE)} år får barnet också ansöka själv."
        return basis.permits("guardian", sentence, section, GUARDIAN, OWN_VOICE)
    if facts.act is None and age >= basis.number(LSS_AGE):
        return basis.cannot_tell(("act",), "Säg vilken lag ansökan gäller.", section, ON_REQUEST)
    return _lss_for_another(facts, basis)


def _lss_for_another(facts: ApplicantFacts, basis: Basis) -> Decision:
    """LSS is asked for by the person; by others only for the very young and for who cannot take a stand."""
    young = facts.born is not None and known_age(facts.born, basis.on) < basis.number(LSS_AGE)
    if young or facts.unable:
        sentence = "Företrädaren får begära insatsen. Fråga ändå vad personen själv vill."
        return basis.permits("represented", sentence, ON_REQUEST)
    missing = facts.unknown("born", "unable")
    if missing:
        sentence = "Ta reda på personens ålder, och låt någon bedöma om hon själv kan ta ställning."
        return basis.cannot_tell(missing, sentence, ON_REQUEST)
    sentence = "Personen begär själv insatsen enligt LSS. Fråga henne, och hjälp till med ansökan om hon vill."
    return basis.forbids("person-asks-for-it", sentence, ON_REQUEST)
