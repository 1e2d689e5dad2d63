"""Must somebody report concern for a child? Source: SoL 19 kap. 1, 2 and 4 §§."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

NAMED = "concern-reporters"
DUTY, COUNSELLING, EVERYONE, CHILD = "sol-2025 19:1", "sol-2025 19:2", "sol-2025 19:4", "sol-2025 3:1"
# Persons whom only the later list names; before it they were no authority.
PERSONS = ("mediator", "security_guard")
OTHERS = ("other_authority", "family_counselling", "private_person", "other_work")


class ConcernFacts(Facts):
    """Who is concerned, about whom, and how sure."""

    reporter: Annotated[str, listed(NAMED, other=OTHERS)] | None = Field(
        default=None,
        description="Var den som är orolig arbetar: social_services (socialtjänsten) eller någon av de andra, "
        "other_authority (annan myndighet), family_counselling (familjerådgivning), other_work (annat "
        "arbete), private_person (privatperson)",
    )
    under_18: bool | None = Field(default=None, description="Om den det gäller är under 18 år")
    knows: Literal["knows", "suspects", "neither"] | None = Field(
        default=None,
        description="Att barnet far illa: knows (har fått veta), suspects (misstänker), neither (varken eller)",
    )
    work_concerns_children: bool | None = Field(
        default=None,
        description="Bara för andra myndigheter och annat arbete: om myndighetens verksamhet, eller det du själv gör i "
        "arbetet, berör barn och unga",
    )
    abuse: bool | None = Field(
        default=None,
        description="Bara i familjerådgivning: om det gäller att barnet utnyttjas sexuellt eller misshandlas i hemmet",
    )


QUESTION = Question("concern-report", "Måste oro för ett barn anmälas?", ConcernFacts)
BASIS = (DUTY, COUNSELLING, EVERYONE, CHILD)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 1, 15)), cites=BASIS, parameters=(NAMED,))
def those_who_are_named_report_at_once(facts: ConcernFacts, basis: Basis) -> Decision:
    """Den som arbetar i vård, socialtjänst, polis eller hos en myndighet som rör barn anmäler genast den som far illa
    eller misstänks göra det. Andra bör anmäla."""
    return _report(facts, basis)


@QUESTION.version(in_force=Period(date(2026, 1, 15)), cites=BASIS, parameters=(NAMED,))
def more_are_named(facts: ConcernFacts, basis: Basis) -> Decision:
    """Den som arbetar i vård, tandvård, skola, socialtjänst, polis, Försäkringskassan eller hos någon annan som lagen
    nämner anmäler genast ett barn som far illa eller misstänks göra det. Andra bör anmäla."""
    return _report(facts, basis)


def _report(facts: ConcernFacts, basis: Basis) -> Decision:
    if facts.under_18 is False:
        sentence = "Regeln gäller barn under 18 år. Berätta om stöd för vuxna, och ring 112 vid fara."
        return basis.permits("not-a-child", sentence, CHILD)
    if facts.knows == "neither":
        sentence = "Ingen plikt utan misstanke. Fråga socialtjänsten om råd utan att säga vem det gäller."
        return basis.permits("no-suspicion", sentence, DUTY)
    if facts.reporter == "private_person" or (facts.reporter == "other_work" and facts.work_concerns_children is False):
        sentence = "Anmäl gärna till socialtjänsten. Lagen säger att alla bör, och du får vara anonym."
        return basis.permits("everyone-should", sentence, EVERYONE)
    missing = facts.unknown("reporter", "under_18", "knows")
    if missing:
        sentence = "Säg var du arbetar, om det gäller ett barn och vad du vet. Är du osäker: anmäl. Vid fara: ring 112."
        return basis.cannot_tell(missing, sentence, DUTY, EVERYONE)
    return _counselling(facts, basis) if facts.reporter == "family_counselling" else _at_work(facts, basis)


def _counselling(facts: ConcernFacts, basis: Basis) -> Decision:
    if facts.abuse is False or facts.knows == "suspects":
        sentence = (
            "I familjerådgivning gäller plikten bara det du får veta om övergrepp och misshandel. Du bör ändå anmäla."
        )
        return basis.permits("counselling-exempt", sentence, COUNSELLING, EVERYONE)
    if facts.abuse is None:
        sentence = "Säg om det gäller sexuella övergrepp eller misshandel i hemmet."
        return basis.cannot_tell(("abuse",), sentence, COUNSELLING)
    return basis.requires("report-at-once", "Anmäl genast. Ingen behöver godkänna det först.", COUNSELLING)


def _at_work(facts: ConcernFacts, basis: Basis) -> Decision:
    named = facts.reporter in basis.codes(NAMED)
    if not named and facts.reporter in PERSONS:
        return basis.permits("not-named", "Du är inte skyldig, men alla bör anmäla.", DUTY, EVERYONE)
    if not named and facts.work_concerns_children is None:
        sentence = "Lagen nämner inte det arbetet. Se efter om det berör barn och unga. Är du osäker: anmäl genast."
        return basis.cannot_tell(("work_concerns_children",), sentence, DUTY)
    if not named and facts.work_concerns_children is False:
        return basis.permits("not-named", "Ni är inte skyldiga, men alla bör anmäla.", DUTY, EVERYONE)
    sentence = "Anmäl genast. Vänta inte på chef, samtycke eller mer underlag. Ingen behöver godkänna det först."
    return basis.requires("report-at-once", sentence, DUTY)
