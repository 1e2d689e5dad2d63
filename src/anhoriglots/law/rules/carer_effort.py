"""May the municipality count on a carer's help? Sources: self-determination, family law, two municipalities' words."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

WILL, VOLUNTARY, CHILD = "sol-2025 2:1", "nykoping-guideline 1", "sol-2025 3:1"
SPOUSES, PARENTS, PROGRAMME = "marriage-code 6:1", "parental-code 6:2", "stockholm-programme 4"
ALWAYS = (WILL, VOLUNTARY, SPOUSES, PARENTS, CHILD)


class EffortFacts(Facts):
    """What the carer has said, and what they are to each other."""

    carer_says: Annotated[Literal["refused", "given"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Den anhörigas svar: refused (nej), given (ja) eller null när ingen har frågat"
    )
    carer_under_18: bool | None = Field(default=None, description="Om den anhöriga är under 18 år")
    relation: Literal["spouse", "parent_of_minor", "other"] | None = Field(
        default=None,
        description="Relation: spouse (make eller maka), parent_of_minor (förälder till ett barn) eller other (annan)",
    )
    judged_family_duty: bool | None = Field(
        default=None,
        description="Om en person har bedömt att just den här hjälpen hör till makars eller föräldrars eget ansvar",
    )


QUESTION = Question("carer-effort", "Får vi räkna med den anhörigas hjälp?", EffortFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(*ALWAYS, PROGRAMME))
def only_with_the_carers_own_yes(facts: EffortFacts, basis: Basis) -> Decision:
    """Den anhörigas hjälp är frivillig. Makar och föräldrar har visst eget ansvar, men relationen avgör inget av sig
    själv. Ett barns hjälp räknas aldrig."""
    return _effort(facts, basis, (CHILD, PROGRAMME))


@QUESTION.version(in_force=Period(date(2029, 1, 1)), cites=ALWAYS)
def only_with_the_carers_own_yes_without_the_programme(facts: EffortFacts, basis: Basis) -> Decision:
    """Den anhörigas hjälp är frivillig. Makar och föräldrar har visst eget ansvar, men relationen avgör inget av sig
    själv. Ett barns hjälp räknas aldrig."""
    return _effort(facts, basis, (CHILD,))


def _effort(facts: EffortFacts, basis: Basis, child: tuple[str, ...]) -> Decision:
    if facts.carer_under_18:
        sentence = "Räkna inte med ett barns hjälp. Ge stöd så att barnet slipper ta ansvaret."
        return basis.forbids("child-is-no-resource", sentence, *child)
    if facts.carer_says == "refused" and _is_settled_by_no(facts):
        sentence = "Den anhöriga vill inte. Planera andra insatser. Den anhöriga får ändra sig när som helst."
        return basis.forbids("carer-says-no", sentence, WILL, VOLUNTARY)
    if facts.carer_under_18 is None:
        missing = ("carer_under_18", *_undecided(facts))
        return basis.cannot_tell(missing, "Ta reda på om den anhöriga är vuxen, och vad hen vill.", WILL, VOLUNTARY)
    return _adult(facts, basis)


def _adult(facts: EffortFacts, basis: Basis) -> Decision:
    if facts.carer_says == "given":
        return basis.permits("carer-says-yes", "Den anhöriga vill hjälpa. Fråga igen längre fram.", WILL, VOLUNTARY)
    if _family(facts) and facts.judged_family_duty:
        sentence = (
            "Hjälpen är bedömd som en del av det egna ansvaret. Fråga ändå vad den anhöriga orkar, och skriv varför."
        )
        return basis.permits("family-duty-judged", sentence, SPOUSES, PARENTS)
    sentence = "Fråga den anhöriga. En relation säger inte av sig själv vad någon ska göra."
    if facts.carer_says == "refused":
        sentence = (
            "Räkna inte med hjälpen nu: den anhöriga vill inte. Någon får bedöma om den hör till det egna ansvaret."
        )
    return basis.cannot_tell(_undecided(facts), sentence, WILL, VOLUNTARY, SPOUSES, PARENTS)


def _is_settled_by_no(facts: EffortFacts) -> bool:
    return facts.relation == "other" or facts.judged_family_duty is False


def _family(facts: EffortFacts) -> bool:
    return facts.relation in ("spouse", "parent_of_minor")


def _undecided(facts: EffortFacts) -> tuple[str, ...]:
    if facts.carer_says is None:
        return ("carer_says",)
    return facts.unknown("relation", "judged_family_duty") if facts.carer_says == "refused" else ()
