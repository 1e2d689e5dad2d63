"""May many persons' data be handed out at once? Source: OSL 21 kap. 7 §, 26 kap. 1 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

PROCESSING, SECRECY = "osl 21:7", "osl 26:1"


class ExtractFacts(Facts):
    """What somebody wants an extract of, and what they may do with it."""

    names_persons: bool | None = Field(default=None, description="Om det går att se vilka personer det handlar om")
    unlawful_processing: bool | None = Field(
        default=None,
        description="Om uppgifterna kan antas bli behandlade i strid med dataskyddsreglerna eller etikprövningslagen, "
        "enligt den som har prövat det",
    )


QUESTION = Question("mass-extract", "Får ett urval av personuppgifter lämnas ut?", ExtractFacts)


@QUESTION.version(in_force=Period(date(2024, 4, 1)), cites=(PROCESSING, SECRECY))
def not_when_the_receiver_would_break_the_rules(facts: ExtractFacts, basis: Basis) -> Decision:
    """Personuppgifter är hemliga om de kan antas bli behandlade i strid med dataskyddsreglerna när de har lämnats ut.
    Socialtjänstens egen sekretess prövas dessutom för sig."""
    if facts.names_persons is False:
        return basis.permits("nobody-can-be-seen", "Urvalet visar inga personer. Det får lämnas ut.", PROCESSING)
    if facts.names_persons and facts.unlawful_processing:
        sentence = "Lämna inte ut urvalet. Det kan lämnas ut utan det som visar vilka personerna är."
        return basis.forbids("unlawful-processing", sentence, PROCESSING)
    missing = facts.unknown("names_persons", "unlawful_processing")
    if missing:
        sentence = "Fråga vad urvalet ska användas till, när det finns skäl att göra det, och pröva om det är tillåtet."
        return basis.cannot_tell(missing, sentence, PROCESSING)
    sentence = "Den här regeln hindrar inte. Pröva också för varje person om uppgiften får lämnas ut."
    return basis.permits("not-hindered-here", sentence, PROCESSING, SECRECY)
