"""What may be shown or sent about somebody protected? Source: OSL 21 kap. 3-3 a §§ and 22 kap. 1 §."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

AUTOMATIC, WHEREABOUTS, BY_HAND = "acts-never-when-protected", "acts-on-whereabouts", "acts-with-care-when-protected"
LISTS = (AUTOMATIC, WHEREABOUTS, BY_HAND)
THREAT, WHERE, MARK = "osl 21:3", "osl 21:3a", "osl 22:1"
MOVED, WARNING, POST = "population-register-act 16", "tax-agency-guidance mark", "tax-agency-guidance registration"
SECTIONS = {
    "none": (THREAT,),
    "secrecy_mark": (MARK, WARNING),
    "protected_registration": (WHERE, MOVED, POST),
    "fictitious_identity": (THREAT, WHERE),
}


class ProtectedFacts(Facts):
    """How somebody is protected, whether somebody close is, and what would be done."""

    protection: Literal["none", "secrecy_mark", "protected_registration", "fictitious_identity"] | None = Field(
        default=None,
        description="Personens skydd: none (inget), secrecy_mark (sekretessmarkering), protected_registration (skyddad "
        "folkbokföring), fictitious_identity (fingerade personuppgifter)",
    )
    close_person_protected: bool | None = Field(
        default=None, description="Om någon som personen hör ihop med är skyddad eller hotad, till exempel ett barn"
    )
    act: Annotated[str, listed(*LISTS, other=("send_by_tax_agency",))] | None = Field(
        default=None,
        description="Vad som ska göras",
    )
    checked: bool | None = Field(
        default=None, description="Om en namngiven handläggare har prövat just det här och sagt ja"
    )


QUESTION = Question("protected-identity", "Får det här visas eller skickas om den som är skyddad?", ProtectedFacts)


@QUESTION.version(
    in_force=Period(date(2025, 7, 1)),
    cites=(THREAT, WHERE, MARK, MOVED, WARNING, POST),
    parameters=LISTS,
)
def nothing_by_itself_and_all_else_after_a_check(facts: ProtectedFacts, basis: Basis) -> Decision:
    """En sekretessmarkering varnar: allt om personen prövas noga innan det visas eller lämnas. Med skyddad
    folkbokföring är det hemligt var personen finns. Skyddet gäller också dem som hör ihop med personen."""
    if facts.act == "send_by_tax_agency":
        return basis.permits("sent-by-the-agency", "Skicka posten till Skatteverket, som skickar den vidare.", POST)
    if facts.protection == "none" and facts.close_person_protected is False:
        return basis.permits("not-protected", "Personen är inte skyddad. Vanlig sekretess gäller.", THREAT)
    unprotected = facts.protection == "none"
    missing = facts.unknown("act", "protection", *(("close_person_protected",) if unprotected else ()))
    if facts.act is None or facts.protection is None or missing:
        sentence = "Se efter om personen eller någon nära är skyddad. Visa och skicka inget innan dess."
        return basis.cannot_tell(missing, sentence, MARK, THREAT)
    return _protected(facts, facts.act, SECTIONS[facts.protection], basis)


def _protected(facts: ProtectedFacts, act: str, sections: tuple[str, ...], basis: Basis) -> Decision:
    if act in basis.codes(AUTOMATIC):
        sentence = "Gör det inte. Ingen hinner pröva det varje gång. Skriv eller ring själv efter en prövning."
        return basis.forbids("nobody-checks", sentence, *sections)
    hidden = facts.protection in ("protected_registration", "fictitious_identity") or facts.close_person_protected
    if act in basis.codes(WHEREABOUTS) and hidden:
        sentence = "Gör det inte. Det kan visa vem eller var personen är. Skicka post genom Skatteverket."
        return basis.forbids("shows-whereabouts", sentence, *sections)
    if act in basis.codes(WHEREABOUTS) and facts.close_person_protected is None and facts.checked is not False:
        sentence = "Se efter om någon som personen hör ihop med är skyddad."
        return basis.cannot_tell(("close_person_protected",), sentence, THREAT, *sections)
    return _by_hand(facts.checked, sections, basis)


def _by_hand(checked: bool | None, sections: tuple[str, ...], basis: Basis) -> Decision:
    if checked is None:
        sentence = "Låt en namngiven handläggare pröva just det här fallet först."
        return basis.cannot_tell(("checked",), sentence, *sections)
    if checked:
        return basis.permits("checked", "Gör bara det som är prövat. Skriv upp vem som prövade.", *sections)
    sentence = "Gör det inte. Det ska först prövas av en namngiven handläggare."
    return basis.forbids("not-checked", sentence, *sections)
