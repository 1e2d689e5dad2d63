"""Under which figure is a contact counted? Source: the target groups of the section on support to carers."""

from datetime import date

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Question

from .duty_status import NEW, OLD
from .offer_duty import CarerFacts, in_target_groups, unclear_group

GROUPS = "carer-target-groups"


class CountedFacts(CarerFacts):
    """Whom the carer helps."""


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
    inside = in_target_groups(facts, basis)
    if inside is None:
        return unclear_group(facts, basis, section)
    if inside:
        sentence = "Räkna kontakten till lagens målgrupper."
        return basis.permits("in-target-group", sentence, section, results=(_figure("lagens målgrupper"),))
    sentence = "Räkna kontakten för sig. Den hör till dem som kommunen själv har valt att ge stöd."
    return basis.forbids("by-local-choice", sentence, section, results=(_figure("kommunens egna målgrupper"),))


def _figure(words: str) -> Result:
    return Result("figure", "Räknas till", words)
