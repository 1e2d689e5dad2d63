"""What may a carer be shown? Sources: secrecy, consent with its scope and days, and a municipality's guideline."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Day, Facts, Question

SECRECY, CONSENT, OWN, LISTEN = "osl 26:1", "osl 12:2", "osl 12:1", "nykoping-guideline 6.5"


class ShownFacts(Facts):
    """What it is about, and what the cared-for person has agreed to."""

    ahead = frozenset({"consent_until"})

    what: Literal["general", "own", "about_cared_for", "mixed"] | None = Field(
        default=None,
        description="Vad det gäller: general (allmän information), own (bara det den anhöriga har berättat om sig "
        "själv), about_cared_for (den närstående) eller mixed (båda i samma text)",
    )
    do_not_involve: bool | None = Field(default=None, description="Om ärendet är märkt Involvera inte")
    consent: Annotated[Literal["refused", "given"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Den närståendes svar: refused (nej), given (ja) eller null när ingen har frågat"
    )
    within_scope: Annotated[bool | None, Consent((False, None, True))] = Field(
        default=None, description="Om samtycket gäller just det här och just den här anhöriga"
    )
    consent_until: Day | None = Field(default=None, description="Sista dagen som samtycket gäller")


QUESTION = Question("shown-about-cared-for", "Får vi visa det här för den anhöriga?", ShownFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(SECRECY, CONSENT, OWN, LISTEN))
def general_always_and_the_rest_by_consent(facts: ShownFacts, basis: Basis) -> Decision:
    """Allmän information får alltid ges. Uppgifter om den närstående visas bara inom ett samtycke som gäller just det,
    just den dagen. Det som gäller båda delas, så att den enas förtroende inte når den andra."""
    if facts.what == "general":
        sentence = "Berätta allmänt om stöd och rättigheter. Nämn inget om den närstående."
        return basis.permits("general-information", sentence, LISTEN, SECRECY)
    if facts.what == "own":
        return basis.permits("own-words", "Det är den anhörigas egna uppgifter. Visa dem för hen.", OWN)
    if facts.what is None:
        return basis.cannot_tell(("what",), "Säg vad som skulle visas. Allmän information går alltid bra.", SECRECY)
    if facts.do_not_involve:
        sentence = "Ärendet är märkt Involvera inte. Lyssna och berätta allmänt. En ansvarig person kan ta bort märket."
        return basis.forbids("do-not-involve", sentence, SECRECY)
    if facts.what == "mixed":
        return _both(facts, basis)
    return _about_cared_for(facts, basis)


def _both(facts: ShownFacts, basis: Basis) -> Decision:
    if facts.do_not_involve is None:
        return basis.cannot_tell(("do_not_involve",), "Se efter om ärendet är märkt Involvera inte.", SECRECY, OWN)
    sentence = "Visa det den anhöriga själv har sagt. Dölj det om den närstående som samtycket inte gäller."
    return basis.permits("mask-the-other", sentence, OWN, SECRECY)


def _about_cared_for(facts: ShownFacts, basis: Basis) -> Decision:
    if facts.consent == "refused":
        sentence = "Den närstående har sagt nej. Lyssna, berätta allmänt och erbjud den anhöriga eget stöd."
        return basis.forbids("no-consent", sentence, SECRECY, CONSENT, LISTEN)
    if facts.within_scope is False:
        sentence = "Samtycket gäller något annat. Fråga den närstående om det här också får visas."
        return basis.forbids("outside-consent", sentence, CONSENT, SECRECY)
    if facts.consent_until is not None and facts.consent_until < basis.on:
        sentence = "Samtycket har slutat gälla. Fråga den närstående igen."
        return basis.forbids("consent-ended", sentence, CONSENT, SECRECY, results=(_last_day(facts.consent_until),))
    return _within_consent(facts, basis)


def _within_consent(facts: ShownFacts, basis: Basis) -> Decision:
    missing = facts.unknown("do_not_involve", "consent", "within_scope", "consent_until")
    if missing or facts.consent_until is None:
        sentence = "Se efter vad den närstående har sagt ja till, och hur länge. Berätta bara allmänt tills dess."
        return basis.cannot_tell(missing, sentence, SECRECY, CONSENT)
    sentence = "Den närstående har sagt ja. Visa bara det som samtycket gäller."
    return basis.permits("within-consent", sentence, CONSENT, SECRECY, results=(_last_day(facts.consent_until),))


def _last_day(day: date) -> Result:
    return Result("consent_until", "Samtycket gäller till och med", day)
