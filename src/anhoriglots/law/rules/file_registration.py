"""Must a document be registered? Source: OSL 5 kap. 1 and 3 §§, OSF 2 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

REGISTER, EXEMPT, FILE = "osl 5:1", "osl 5:3", "osf 2"


class DocumentFacts(Facts):
    """A document that has come in or been drawn up."""

    in_persons_file: bool | None = Field(
        default=None, description="Om handlingen ligger i en enskilds personakt hos socialnämnden"
    )
    of_little_importance: bool | None = Field(
        default=None, description="Om det är uppenbart att handlingen betyder lite för verksamheten"
    )
    secret: bool | None = Field(default=None, description="Om något i handlingen omfattas av sekretess")
    kept_in_order: bool | None = Field(
        default=None, description="Om handlingen hålls så ordnad att den är lätt att hitta, när den inte är hemlig"
    )


QUESTION = Question("file-registration", "Måste handlingen registreras?", DocumentFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(REGISTER, EXEMPT, FILE))
def all_but_what_lies_in_a_persons_file(facts: DocumentFacts, basis: Basis) -> Decision:
    """Allmänna handlingar registreras så snart de har kommit in eller upprättats. Det som ligger i en personakt hos
    socialnämnden är undantaget, och det som inte är hemligt får hållas ordnat i stället."""
    if facts.in_persons_file:
        return basis.permits("persons-file", "Det räcker att handlingen ligger i personakten.", FILE, EXEMPT)
    if facts.of_little_importance:
        return basis.permits("little-importance", "Handlingen behöver varken registreras eller ordnas.", REGISTER)
    if facts.secret is False and facts.kept_in_order:
        return basis.permits("kept-in-order", "Det räcker att handlingen hålls ordnad.", REGISTER)
    missing = facts.unknown("in_persons_file", "of_little_importance", "secret")
    if missing:
        sentence = "Lägg handlingen i personakten, eller se efter om den är hemlig. Registrera den om du är osäker."
        return basis.cannot_tell(missing, sentence, REGISTER, FILE)
    return _outside_a_file(facts, basis)


def _outside_a_file(facts: DocumentFacts, basis: Basis) -> Decision:
    if facts.secret:
        sentence = "Registrera handlingen genast, eller lägg den i personakten som den hör till."
        return basis.requires("register-at-once", sentence, REGISTER, FILE)
    if facts.kept_in_order is None:
        return basis.cannot_tell(("kept_in_order",), "Se efter om handlingen hålls ordnad.", REGISTER)
    return basis.requires("register-or-order", "Registrera handlingen eller håll den ordnad.", REGISTER)
