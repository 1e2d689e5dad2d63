"""May the carer be involved in the cared-for person's matter? Sources: secrecy, free will, a city's programme."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

SECRECY, CONSENT, WILL, VIOLENCE = "osl 26:1", "osl 12:2", "sol-2025 2:1", "sol-2025 13:1"
PROGRAMME = "stockholm-programme 5"
ALWAYS = (SECRECY, CONSENT, WILL, VIOLENCE)
MARK = (Result("mark", "Märk ärendet", "Involvera inte"),)


class InvolvementFacts(Facts):
    """What both want, and whether there is anything to fear."""

    suspected_violence: bool | None = Field(
        default=None, description="Om det finns misstanke om våld, hot eller tvång mellan dem, åt något håll"
    )
    carer_wish: Annotated[
        Literal["does_not_want", "cannot", "wants"] | None, Consent(("does_not_want", "cannot", None, "wants"))
    ] = Field(
        default=None,
        description="Den anhörigas egen vilja: does_not_want (vill inte), cannot (kan inte) eller wants (vill)",
    )
    cared_for_consent: Annotated[Literal["refused", "given"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Den närståendes svar: refused (nej), given (ja) eller null när ingen har frågat"
    )


QUESTION = Question("carer-involvement", "Får den anhöriga vara med i den närståendes ärende?", InvolvementFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(*ALWAYS, PROGRAMME))
def when_both_want_and_nothing_is_feared(facts: InvolvementFacts, basis: Basis) -> Decision:
    """Den anhöriga är med när den närstående säger ja, den anhöriga själv vill och kan, och ingen misstänker våld, hot
    eller tvång. Annars märks ärendet så att inga brev eller inbjudningar går ut."""
    return _involve(facts, basis, (PROGRAMME,))


@QUESTION.version(in_force=Period(date(2029, 1, 1)), cites=ALWAYS)
def when_both_want_without_the_programme(facts: InvolvementFacts, basis: Basis) -> Decision:
    """Den anhöriga är med när den närstående säger ja, den anhöriga själv vill och kan, och ingen misstänker våld, hot
    eller tvång."""
    return _involve(facts, basis, ())


def _involve(facts: InvolvementFacts, basis: Basis, programme: tuple[str, ...]) -> Decision:
    if facts.suspected_violence:
        sentence = "Involvera inte. Skicka inget till någon av dem om den andra. Fråga dem var för sig, i trygghet."
        return basis.forbids("suspected-violence", sentence, VIOLENCE, SECRECY, *programme, results=MARK)
    if facts.carer_wish in ("does_not_want", "cannot"):
        sentence = "Involvera inte. Den anhöriga avgör själv, och får höra av sig när hen vill."
        return basis.forbids("carer-stays-out", sentence, WILL, *programme, results=MARK)
    if facts.cared_for_consent == "refused":
        sentence = "Involvera inte. Den närstående har sagt nej. Den anhöriga får ändå eget stöd."
        return basis.forbids("consent-refused", sentence, SECRECY, CONSENT, *programme, results=MARK)
    missing = facts.unknown("suspected_violence", "carer_wish", "cared_for_consent")
    if missing:
        sentence = "Fråga dem var för sig vad de vill. Ta reda på att det är tryggt."
        return basis.cannot_tell(missing, sentence, SECRECY, CONSENT, *programme)
    sentence = "Båda vill. Bjud in den anhöriga och håll dig till det som den närstående har sagt ja till."
    return basis.permits("both-want", sentence, CONSENT, *programme)
