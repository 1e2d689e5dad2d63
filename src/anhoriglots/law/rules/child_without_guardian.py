"""May a child get help although no guardian consents? Source: SoL 21 kap. 1-2 §§."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.age import known_age
from anhoriglots.law.calendar import add_years
from anhoriglots.law.question import Basis, Consent, Day, Facts, Question

ASSESSED, UNASSESSED, CHILD, OPINION = "sol-2025 21:1", "sol-2025 21:2", "sol-2025 3:1", "sol-2025 3:2"
ALONE = (ASSESSED, UNASSESSED, CHILD, OPINION)
AGES = ("age-of-majority", "age-may-consent", "age-may-ask", "age-unassessed-alone")
Support = Literal["unassessed", "assessed", "placement"]


class ChildFacts(Facts):
    """Who it is, what help it is about, and what the child and staff say."""

    born: Day | None = Field(default=None, description="Barnets födelsedag")
    support: Support | None = Field(
        default=None,
        description="Stödet: unassessed (utan behovsprövning), assessed (efter behovsprövning), placement (vård i "
        "familjehem, jourhem, stödboende eller hem för vård eller boende, eller bostad med särskilt stöd)",
    )
    child_says: Annotated[Literal["asks", "consents", "no", "cannot_say"] | None, Consent(("no", None, "consents"))] = (
        Field(
            default=None,
            description="Vad barnet säger: asks (ber själv om det), consents (säger ja), no (säger nej), "
            "cannot_say (kan inte säga det, till exempel för litet)",
        )
    )
    judged_suitable: bool | None = Field(default=None, description="Om personal har bedömt att stödet är lämpligt så")


QUESTION = Question("child-without-guardian", "Får barnet stöd utan vårdnadshavarens ja?", ChildFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=ALONE, parameters=AGES)
def from_twelve_or_fifteen(facts: ChildFacts, basis: Basis) -> Decision:
    """Efter behovsprövning räcker ett lämpligt stöd och barnets ja från 12 år, och barnets begäran från 15 år. Utan
    behovsprövning räcker det från 15 år att stödet är lämpligt. Vård och boende utanför hemmet kräver alltid
    vårdnadshavarens ja."""
    return alone(facts, basis)


def alone(facts: ChildFacts, basis: Basis) -> Decision:
    """What holds when no guardian consents; shared with the question on taking part.

    Raises:
        BadFact: born later than the day.
    """
    if facts.born is None:
        return basis.cannot_tell(("born",), "Ta reda på barnets födelsedag. Åldern avgör.", ASSESSED, UNASSESSED)
    if known_age(facts.born, basis.on) >= basis.number("age-of-majority"):
        return basis.permits("adult", "Personen är vuxen och bestämmer själv.", CHILD)
    if facts.support is None:
        return basis.cannot_tell(("support",), "Säg vilket slags stöd det är.", ASSESSED, UNASSESSED)
    if facts.support == "placement":
        sentence = "Vård eller boende utanför hemmet kräver alltid att vårdnadshavaren säger ja."
        return basis.forbids("guardian-always", sentence, ASSESSED)
    return _unassessed(facts, basis) if facts.support == "unassessed" else _assessed(facts, basis)


def _unassessed(facts: ChildFacts, basis: Basis) -> Decision:
    if _younger_than("age-unassessed-alone", facts, basis):
        sentence = "Barnet är för ungt för att få stödet utan att vårdnadshavaren säger ja. Fråga vårdnadshavaren."
        return basis.forbids("too-young", sentence, UNASSESSED, results=_from("age-unassessed-alone", facts, basis))
    if facts.child_says == "no":
        return basis.forbids("child-says-no", "Barnet säger nej. Stödet är frivilligt.", UNASSESSED, OPINION)
    if facts.judged_suitable is False:
        return basis.forbids("not-suitable", "Det är inte lämpligt så. Fråga vårdnadshavaren.", UNASSESSED)
    missing = facts.unknown("child_says", "judged_suitable")
    if missing:
        sentence = "Fråga barnet. Bedöm om stödet är lämpligt utan vårdnadshavarens ja, och skriv varför."
        return basis.cannot_tell(missing, sentence, UNASSESSED, OPINION)
    return basis.permits("old-enough", "Barnet får stödet utan vårdnadshavarens ja.", UNASSESSED)


def _assessed(facts: ChildFacts, basis: Basis) -> Decision:
    if _younger_than("age-may-consent", facts, basis):
        sentence = "Barnet är för ungt för att få stödet utan att vårdnadshavaren säger ja. Fråga vårdnadshavaren."
        return basis.forbids("too-young", sentence, ASSESSED, results=_from("age-may-consent", facts, basis))
    if facts.judged_suitable is False:
        return basis.forbids("not-suitable", "Det är inte lämpligt så. Fråga vårdnadshavaren.", ASSESSED)
    if facts.child_says in ("no", "cannot_say"):
        return basis.forbids("child-says-no", "Barnet har inte sagt ja. Då behövs vårdnadshavarens ja.", ASSESSED)
    if facts.child_says == "asks" and _younger_than("age-may-ask", facts, basis):
        sentence = "Fråga barnet om det säger ja till just det här stödet. Begäran räcker först när barnet är äldre."
        return basis.forbids("request-is-not-consent", sentence, ASSESSED)
    missing = facts.unknown("child_says", "judged_suitable")
    if missing:
        return basis.cannot_tell(missing, "Fråga barnet, och bedöm om stödet är lämpligt.", ASSESSED)
    return basis.permits("old-enough", "Barnet får stödet utan vårdnadshavarens ja.", ASSESSED)


def _younger_than(age: str, facts: ChildFacts, basis: Basis) -> bool:
    return facts.born is not None and known_age(facts.born, basis.on) < basis.number(age)


def _from(age: str, facts: ChildFacts, basis: Basis) -> tuple[Result, ...]:
    if facts.born is None:
        return ()
    return (Result("alone_from", "Kan prövas utan vårdnadshavarens ja från", add_years(facts.born, basis.number(age))),)
