"""How may or must a contact be written down? Source: SoL 14 kap. 3-5 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

DUTY, COUNSELLING, DEIDENTIFIED = "sol-2025 14:3", "sol-2025 14:4", "sol-2025 14:5"


class DocumentationFacts(Facts):
    """What was done, how it would be written down, and what the board has decided."""

    mode: Literal["identified", "counselling", "deidentified"] | None = Field(
        default=None, description="Hur det skrivs ned: identified (med namn), counselling eller deidentified"
    )
    activity: Literal["counselling", "intervention", "handling"] | None = Field(
        default=None, description="Vad det gäller: counselling (rådgivning), intervention (insats) eller handling"
    )
    without_assessment: bool | None = Field(default=None, description="Om insatsen ges utan individuell behovsprövning")
    identity_decision: bool | None = Field(
        default=None, description="Om nämnden har ett gällande beslut om att identitet inte ska dokumenteras"
    )


QUESTION = Question("documentation-mode", "Får eller måste kontakten skrivas ned så här?", DocumentationFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(DUTY, COUNSELLING, DEIDENTIFIED))
def identified_unless_counselling_or_decided(facts: DocumentationFacts, basis: Basis) -> Decision:
    """Handläggning och genomförande ska dokumenteras. Personliga förhållanden behöver inte skrivas ned vid rådgivning.
    För insatser utan behovsprövning får nämnden av särskilda skäl besluta att identitet inte dokumenteras."""
    if facts.activity == "counselling":
        sentence = "Vid rådgivning behöver personliga förhållanden inte skrivas ned. Skriv bara det som behövs."
        return basis.permits("counselling-is-exempt", sentence, COUNSELLING)
    missing = tuple(name for name in ("mode", "activity") if getattr(facts, name) is None)
    if missing:
        return basis.cannot_tell(missing, "Säg vad kontakten gällde och hur den ska skrivas ned.", DUTY)
    if facts.mode == "counselling":
        sentence = "Det här är mer än rådgivning. Skriv ned det som en insats eller ett ärende."
        return basis.forbids("not-counselling", sentence, DUTY, COUNSELLING)
    return _with_or_without_identity(facts, basis)


def _with_or_without_identity(facts: DocumentationFacts, basis: Basis) -> Decision:
    if facts.activity == "handling" or facts.without_assessment is False or facts.identity_decision is False:
        return _identity_is_noted(facts, basis)
    missing = tuple(name for name in ("without_assessment", "identity_decision") if getattr(facts, name) is None)
    if missing:
        sentence = "Se efter om stödet ges utan behovsprövning och om nämnden har beslutat att identitet utelämnas."
        return basis.cannot_tell(missing, sentence, DUTY, DEIDENTIFIED)
    if facts.mode == "deidentified":
        return basis.requires("identity-left-out", "Skriv inget som kan visa vem det gäller.", DEIDENTIFIED)
    sentence = "Nämnden har beslutat att identitet inte skrivs ned för det här stödet. Skriv utan namn."
    return basis.forbids("identity-decided-against", sentence, DEIDENTIFIED)


def _identity_is_noted(facts: DocumentationFacts, basis: Basis) -> Decision:
    if facts.mode == "identified":
        return basis.requires("identified-by-default", "Skriv ned vem det gäller och vad som gjordes.", DUTY)
    sentence = "Skriv ned med namn. Utan namn kräver stöd utan behovsprövning och ett beslut av nämnden."
    return basis.forbids("no-identity-decision", sentence, DUTY, DEIDENTIFIED)
