"""May staff contact a carer? Sources: secrecy in the social services, and how two municipalities have written it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Consent, Facts, Question

PROGRAMME = "stockholm-programme 5"
LISTEN = "nykoping-guideline 6.5"
SECRECY, CONSENT, OUTREACH = "osl 26:1", "osl 12:2", "sol-2025 6:3"
ALWAYS = (SECRECY, CONSENT, LISTEN, OUTREACH)


class ContactFacts(Facts):
    """Who made the first move, how the need was noticed, and what the cared-for person has said."""

    initiated_by: Literal["carer", "staff"] | None = Field(
        default=None, description="Vem som tar kontakt: carer (den anhöriga) eller staff (personal)"
    )
    noticed_through: Literal["cared_for", "other"] | None = Field(
        default=None, description="Hur behovet kom fram: cared_for (genom den närstående) eller other"
    )
    cared_for_consent: Annotated[Literal["given", "refused"] | None, Consent(("refused", None, "given"))] = Field(
        default=None, description="Den närståendes svar: given, refused eller null när ingen har frågat"
    )


QUESTION = Question("contact-noticed-carer", "Får personal kontakta den anhöriga?", ContactFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(*ALWAYS, PROGRAMME))
def with_consent_as_the_programme_says(facts: ContactFacts, basis: Basis) -> Decision:
    """Uppgifter om den närstående är sekretessbelagda. När behovet kom fram genom den närstående behövs dennes
    samtycke först. En anhörig som själv hör av sig får alltid stöd."""
    return _contact(facts, basis, SECRECY, CONSENT, PROGRAMME)


@QUESTION.version(in_force=Period(date(2029, 1, 1)), cites=ALWAYS)
def with_consent_as_secrecy_demands(facts: ContactFacts, basis: Basis) -> Decision:
    """Uppgifter om den närstående är sekretessbelagda. När behovet kom fram genom den närstående behövs dennes samtycke
    först. En anhörig som själv hör av sig får alltid stöd."""
    return _contact(facts, basis, SECRECY, CONSENT)


def _contact(facts: ContactFacts, basis: Basis, *consent_sections: str) -> Decision:
    if facts.initiated_by == "carer":
        sentence = "Lyssna, informera och erbjud eget stöd. Berätta inget om den närstående utan samtycke."
        return basis.permits("carer-asked", sentence, LISTEN, SECRECY)
    if facts.cared_for_consent == "given":
        sentence = "Den närstående har sagt ja. Kontakta den anhöriga och håll dig till det samtycket gäller."
        return basis.permits("consent-given", sentence, *consent_sections)
    if facts.noticed_through == "other":
        sentence = "Kontakta den anhöriga. Berätta inget om den närstående utan samtycke."
        return basis.permits("noticed-elsewhere", sentence, OUTREACH, SECRECY)
    missing = tuple(name for name in type(facts).model_fields if getattr(facts, name) is None)
    if missing:
        sentence = "Fråga den närstående först, och ta reda på hur behovet kom fram."
        return basis.cannot_tell(missing, sentence, *consent_sections)
    sentence = "Vänta. Den närstående har sagt nej. Hör den anhöriga av sig själv får du lyssna och erbjuda stöd."
    return basis.forbids("consent-refused", sentence, *consent_sections)
