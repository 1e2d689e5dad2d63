"""May a matter be moved to another municipality? Source: SoL 29 kap. 10-12 §§."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.calendar import add_months
from anhoriglots.law.question import Basis, Consent, Day, Facts, Question

MOVE, DISPUTE, DATA, COUNTED = "sol-2025 29:10", "sol-2025 29:11", "sol-2025 29:12", "statutory-time 1"
ANSWER_MONTHS = "transfer-answer-months"


class TransferFacts(Facts):
    """What the matter is about, what was asked, and what the other municipality has said."""

    assessed: bool | None = Field(
        default=None, description="Om ärendet gäller stöd efter behovsprövning till en person"
    )
    written: bool | None = Field(default=None, description="Om kommunen har begärt det skriftligt")
    requested_on: Day | None = Field(default=None, description="Dagen då begäran nådde den andra kommunen")
    other_says: Annotated[Literal["yes", "no", "no_answer"] | None, Consent(("no", None, "yes"))] = Field(
        default=None, description="Den andra kommunen: yes (säger ja), no (säger nej), no_answer (har inte svarat)"
    )
    strongest_ties: bool | None = Field(
        default=None, description="Om personen har starkast anknytning till den andra kommunen"
    )
    suitable: bool | None = Field(
        default=None, description="Om flytten är lämplig med tanke på vad personen vill och hur länge hjälpen behövs"
    )


QUESTION = Question("transfer", "Får ärendet flyttas till en annan kommun?", TransferFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(MOVE, DISPUTE, DATA, COUNTED), parameters=(ANSWER_MONTHS,))
def on_a_written_request(facts: TransferFacts, basis: Basis) -> Decision:
    """Ett ärende om behovsprövat stöd får flyttas efter skriftlig begäran. Är kommunerna inte överens prövar
    Inspektionen för vård och omsorg frågan. Uppgifter som behövs för att ta över ärendet lämnas ut."""
    if facts.assessed is False:
        sentence = "Bara ärenden om behovsprövat stöd flyttas. Berätta för personen vart hon kan vända sig."
        return basis.forbids("not-assessed", sentence, MOVE)
    if facts.written is False:
        return basis.forbids("not-in-writing", "Begär det skriftligt hos den andra kommunen först.", MOVE)
    missing = facts.unknown("assessed", "written", "other_says")
    if missing:
        sentence = "Se efter vad ärendet gäller, om begäran är skriftlig och vad den andra kommunen svarar."
        return basis.cannot_tell(missing, sentence, MOVE)
    return _agreed(facts, basis) if facts.other_says == "yes" else _not_agreed(facts, basis)


def _agreed(facts: TransferFacts, basis: Basis) -> Decision:
    missing = facts.unknown("strongest_ties", "suitable")
    if missing:
        sentence = "Bedöm var personen har starkast anknytning, och om flytten är lämplig."
        return basis.cannot_tell(missing, sentence, MOVE)
    if facts.strongest_ties and facts.suitable:
        sentence = "Flytta ärendet och lämna bara de uppgifter som behövs för att ta över det."
        return basis.requires("move", sentence, MOVE, DATA)
    sentence = "Kommunerna är överens, så ärendet får flyttas. Lämna bara de uppgifter som behövs."
    return basis.permits("agreed", sentence, MOVE, DATA)


def _not_agreed(facts: TransferFacts, basis: Basis) -> Decision:
    if facts.strongest_ties is False or facts.suitable is False:
        sentence = "Grunderna för en flytt finns inte. Behåll ärendet."
        return basis.forbids("no-grounds", sentence, MOVE)
    if facts.other_says == "no":
        sentence = "Flytta inte än. Ansök hos Inspektionen för vård och omsorg, som prövar frågan."
        return basis.forbids("ask-the-inspectorate", sentence, DISPUTE)
    if facts.requested_on is None:
        sentence = "Vänta på svar. Se efter vilken dag begäran nådde den andra kommunen."
        return basis.cannot_tell(("requested_on",), sentence, DISPUTE)
    first = add_months(facts.requested_on, basis.number(ANSWER_MONTHS)) + timedelta(days=1)
    results = (Result("ask_from", "Kan prövas av Inspektionen för vård och omsorg från", first),)
    if basis.on < first:
        sentence = "Vänta på svar. Kommer det inte i tid kan Inspektionen för vård och omsorg pröva frågan."
        return basis.forbids("wait-for-the-answer", sentence, DISPUTE, COUNTED, results=results)
    sentence = "Flytta inte än. Svaret har dröjt så länge att Inspektionen för vård och omsorg kan pröva frågan."
    return basis.forbids("no-answer-in-time", sentence, DISPUTE, COUNTED, results=results)
