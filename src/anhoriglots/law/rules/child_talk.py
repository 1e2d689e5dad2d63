"""May staff talk with a child without its guardian? Source: SoL 20 kap. 7 §."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

TALK, GUARDIAN = "sol-2025 20:7", "parental-code 6:11"


class TalkFacts(Facts):
    """Why the talk is held, and what the guardian says."""

    investigation: Literal["protection", "custody_transfer", "none"] | None = Field(
        default=None,
        description="Utredning: protection (om barnets behov av skydd eller stöd), custody_transfer (om att flytta "
        "över vårdnaden, på nämndens initiativ), none (ingen)",
    )
    guardian_consents: Annotated[bool | None, Consent((False, None, True))] = Field(
        default=None, description="Om vårdnadshavaren säger ja till samtalet"
    )


QUESTION = Question("child-talk", "Får personal tala med barnet utan vårdnadshavaren?", TalkFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(TALK, GUARDIAN))
def in_an_investigation_or_with_consent(facts: TalkFacts, basis: Basis) -> Decision:
    """Utan vårdnadshavarens ja får personal tala med barnet bara i en utredning om barnets skydd eller stöd, eller när
    nämnden utreder att flytta över vårdnaden."""
    if facts.investigation in ("protection", "custody_transfer"):
        return basis.permits("investigation", "Samtalet får hållas i utredningen utan vårdnadshavaren.", TALK)
    if facts.guardian_consents:
        return basis.permits("guardian-consents", "Vårdnadshavaren säger ja. Fråga också barnet.", GUARDIAN)
    missing = facts.unknown("investigation", "guardian_consents")
    if missing:
        sentence = "Se efter om en utredning pågår, och fråga vårdnadshavaren."
        return basis.cannot_tell(missing, sentence, TALK, GUARDIAN)
    sentence = "Be vårdnadshavaren om ett ja. Är du orolig för barnet: anmäl genast. Lyssna alltid när barnet berättar."
    return basis.forbids("no-consent", sentence, TALK, GUARDIAN)
