"""May the first contact with a carer be closed? Source: SoL 13 kap. 9 §, as worded before and from 1 July 2026."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Question

from .duty_status import NEW, WORDS, Offer
from .offer_duty import CarerFacts, in_target_groups, unclear_group

GROUPS = "carer-target-groups"


class ClosingFacts(CarerFacts):
    """Whom the carer helps, and whether information and guidance was offered."""

    information_and_guidance: Offer | None = Field(default=None, description=f"Information och vägledning: {WORDS}")


QUESTION = Question("first-contact-closing", "Får den första kontakten avslutas?", ClosingFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 7, 1)), cites=(NEW,))
def whatever_was_said(_facts: ClosingFacts, basis: Basis) -> Decision:
    """Stöd ska erbjudas, men lagen nämner inte information och vägledning för sig."""
    sentence = "Kontakten får avslutas. Berätta gärna vilket stöd som finns."
    return basis.permits("not-named-in-this-wording", sentence, NEW)


@QUESTION.version(in_force=Period(date(2026, 7, 1)), cites=(NEW,), parameters=(GROUPS,))
def when_information_and_guidance_was_offered(facts: ClosingFacts, basis: Basis) -> Decision:
    """Information och vägledning ska ha erbjudits innan den första kontakten är klar. Ett nej räknas."""
    if facts.information_and_guidance not in (None, "not_offered"):
        return basis.permits("offered", "Information och vägledning har erbjudits. Kontakten får avslutas.", NEW)
    inside = in_target_groups(facts, basis)
    if inside is False:
        sentence = "Lagen kräver inget erbjudande för den här målgruppen. Kontakten får avslutas."
        return basis.permits("outside-target-groups", sentence, NEW)
    if inside is None and facts.cared_for is not None:
        return unclear_group(facts, basis, NEW)
    missing = facts.unknown("cared_for", "information_and_guidance")
    if missing:
        return basis.cannot_tell(missing, "Säg vem den anhöriga hjälper, och om information har erbjudits.", NEW)
    sentence = "Erbjud information och vägledning först. Sedan kan kontakten avslutas, också om svaret är nej."
    return basis.forbids("offer-first", sentence, NEW)
