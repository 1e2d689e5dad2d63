"""May a contact be anonymous? Sources: SoL 11 kap. 1 § and 14 kap. 3-5 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

COUNSELLING, LEFT_OUT, DOCUMENTED, RIGHT = "sol-2025 14:4", "sol-2025 14:5", "sol-2025 14:3", "sol-2025 11:1"


class AnonymousFacts(Facts):
    """What the contact is about, and who would tie a name to it."""

    about: Literal["counselling", "without_assessment", "decision", "fee"] | None = Field(
        default=None,
        description="Vad kontakten gäller: counselling (rådgivning), without_assessment (stöd utan behovsprövning), "
        "decision (ett beslut) eller fee (något med avgift)",
    )
    identity_decision: bool | None = Field(
        default=None, description="Om nämnden har ett gällande beslut om att identitet inte ska dokumenteras"
    )
    name_tied_by: Literal["nobody", "the_person", "staff"] | None = Field(
        default=None,
        description="Den som knyter ett namn till kontakten: nobody (ingen), the_person (personen själv) eller staff "
        "(personal, utan att personen har bett om det)",
    )


QUESTION = Question("anonymous-contact", "Får kontakten vara utan namn, eller få ett namn så här?", AnonymousFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(COUNSELLING, LEFT_OUT, DOCUMENTED, RIGHT))
def counselling_and_what_the_board_has_decided(facts: AnonymousFacts, basis: Basis) -> Decision:
    """Rådgivning får vara utan namn, och stöd utan behovsprövning när nämnden har beslutat det. Beslut och avgifter
    kräver namn. Bara personen själv gör en kontakt utan namn till en med."""
    if facts.name_tied_by == "staff":
        sentence = "Knyt inget namn till kontakten. Fråga om personen själv vill säga vem hen är."
        return basis.forbids("only-the-person", sentence, LEFT_OUT, COUNSELLING)
    if facts.name_tied_by == "the_person":
        return basis.permits("the-persons-own-choice", "Personen vill säga vem hen är. Det går bra.", DOCUMENTED)
    if facts.name_tied_by is None:
        return basis.cannot_tell(("name_tied_by",), "Säg om ett namn ska knytas till kontakten, och av vem.", LEFT_OUT)
    return _without_name(facts, basis)


def _without_name(facts: AnonymousFacts, basis: Basis) -> Decision:
    if facts.about == "counselling":
        return basis.permits(
            "counselling", "Rådgivning får vara utan namn. Ge en kod att höra av sig med.", COUNSELLING
        )
    if facts.about in ("decision", "fee"):
        sentence = "Beslut och avgifter kräver namn. Berätta vad som går att få utan, och låt personen välja."
        return basis.forbids("name-needed", sentence, RIGHT, DOCUMENTED)
    missing = facts.unknown("about", "identity_decision")
    if missing:
        sentence = "Säg vad kontakten gäller, och se efter om nämnden har beslutat att namn utelämnas."
        return basis.cannot_tell(missing, sentence, DOCUMENTED, LEFT_OUT)
    if facts.identity_decision:
        return basis.permits("board-has-decided", "Nämnden har beslutat det. Skriv inget som visar vem.", LEFT_OUT)
    sentence = "Stödet skrivs ned med namn så länge nämnden inte har beslutat annat. Rådgivning går utan namn."
    return basis.forbids("no-identity-decision", sentence, DOCUMENTED, LEFT_OUT)
