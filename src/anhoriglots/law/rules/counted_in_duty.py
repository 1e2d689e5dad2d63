"""Under which figure is a contact counted? Source: the target groups of the section on support to carers."""

from datetime import date
from typing import Annotated

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

from .duty_status import NEW, OLD
from .offer_duty import CaredFor

GROUPS = "carer-target-groups"


class CountedFacts(Facts):
    """Whom the carer helps."""

    cared_for: Annotated[tuple[CaredFor, ...], Field(min_length=1, strict=False)] | None = Field(
        default=None,
        description="Vem den anhöriga hjälper: ett eller flera av elderly, long_term_ill, disability, addiction, other",
    )


QUESTION = Question("counted-in-duty", "Får kontakten räknas till lagens målgrupper?", CountedFacts)


@QUESTION.version(in_force=Period(date(2009, 7, 1), date(2025, 7, 1)), cites=(OLD,), parameters=(GROUPS,))
def by_the_old_act(facts: CountedFacts, basis: Basis) -> Decision:
    """I siffran för lagens skyldighet räknas bara de målgrupper som lagen nämner."""
    return _counted(facts, basis, OLD)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 7, 1)), cites=(NEW,), parameters=(GROUPS,))
def by_the_new_act(facts: CountedFacts, basis: Basis) -> Decision:
    """I siffran för lagens skyldighet räknas bara de målgrupper som lagen nämner."""
    return _counted(facts, basis, NEW)


@QUESTION.version(in_force=Period(date(2026, 7, 1)), cites=(NEW,), parameters=(GROUPS,))
def by_the_wording_with_a_support_contact(facts: CountedFacts, basis: Basis) -> Decision:
    """I siffran för lagens skyldighet räknas bara de målgrupper som lagen nämner, också när det gäller
    stödkontakter."""
    return _counted(facts, basis, NEW)


def _counted(facts: CountedFacts, basis: Basis, section: str) -> Decision:
    if facts.cared_for is None:
        return basis.cannot_tell(("cared_for",), "Fråga vem den anhöriga hjälper. Då går det att svara.", section)
    if basis.codes(GROUPS).keys() & set(facts.cared_for):
        sentence = "Räkna kontakten till lagens målgrupper."
        return basis.permits("in-target-group", sentence, section, results=(_figure("lagens målgrupper"),))
    sentence = "Räkna kontakten för sig. Den hör till dem som kommunen själv har valt att ge stöd."
    return basis.forbids("by-local-choice", sentence, section, results=(_figure("kommunens egna målgrupper"),))


def _figure(words: str) -> Result:
    return Result("figure", "Räknas till", words)
