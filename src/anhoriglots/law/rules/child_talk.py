"""May staff talk with a child without its guardian? Source: SoL 20 kap. 7 §."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

TALK, GUARDIAN = "sol-2025 20:7", "parental-code 6:11"
ASSESSED, UNASSESSED = "sol-2025 21:1", "sol-2025 21:2"


class TalkFacts(Facts):
    """Why the talk is held, and what the guardian says."""

    investigation: Literal["protection", "custody_transfer", "none"] | None = Field(
        default=None,
        description="Utredning: protection (om barnets behov av skydd eller stöd), custody_transfer (om att flytta "
        "över vårdnaden, på nämndens initiativ), none (ingen)",
    )
    guardian_consents: Annotated[bool | None, Consent((False, None, True))] = Field(
        default=None, description="Om vårdnadshavaren säger ja till samtalet; båda, när de är två"
    )
    support_without_guardian: bool | None = Field(
        default=None,
        description="Om samtalet är ett stöd som barnet får utan vårdnadshavarens ja, så som ålder och lämplighet "
        "avgör",
    )


QUESTION = Question("child-talk", "Får personal tala med barnet utan vårdnadshavaren?", TalkFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(TALK, GUARDIAN, ASSESSED, UNASSESSED))
def in_an_investigation_or_with_consent(facts: TalkFacts, basis: Basis) -> Decision:
    """Utan vårdnadshavarens ja får personal tala med barnet i en utredning om barnets skydd eller stöd, när nämnden
    utreder att flytta över vårdnaden, och när samtalet är ett stöd som barnet får på egen hand."""
    if facts.investigation in ("protection", "custody_transfer"):
        return basis.permits("investigation", "Samtalet får hållas i utredningen utan vårdnadshavaren.", TALK)
    if facts.guardian_consents:
        return basis.permits("guardian-consents", "Vårdnadshavaren säger ja. Fråga också barnet.", GUARDIAN)
    if facts.support_without_guardian:
        sentence = "Samtalet är ett stöd som barnet får utan vårdnadshavarens ja. Skriv varför det är lämpligt."
        return basis.permits("own-support", sentence, UNASSESSED, ASSESSED)
    missing = facts.unknown("investigation", "guardian_consents", "support_without_guardian")
    if missing:
        sentence = "Se efter om en utredning pågår och om barnet får stödet på egen hand, och fråga vårdnadshavaren."
        return basis.cannot_tell(missing, sentence, TALK, GUARDIAN)
    sentence = "Be vårdnadshavaren om ett ja. Är du orolig för barnet: anmäl genast. Lyssna alltid när barnet berättar."
    return basis.forbids("no-consent", sentence, TALK, GUARDIAN)
