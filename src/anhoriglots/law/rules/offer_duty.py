"""Must the board offer something to a carer? Source: the section on support to carers, in its three wordings."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

CaredFor = Literal["elderly", "long_term_ill", "disability", "addiction", "other"]
What = Literal["support", "information_and_guidance", "support_contact"]
LISTS = ("carer-target-groups", "offers-required")


class CarerFacts(Facts):
    """Whom the carer helps; shared with the other questions on the same duty."""

    cared_for: Annotated[tuple[CaredFor, ...], Field(min_length=1, strict=False)] | None = Field(
        default=None,
        description="Vem den anhöriga hjälper: ett eller flera av elderly, long_term_ill, disability, addiction, other",
    )
    judged_long_term_ill: bool | None = Field(
        default=None,
        description="Bara vid beroende: om någon har bedömt att den närstående är långvarigt sjuk, som lagen säger",
    )


class OfferFacts(CarerFacts):
    """The same, and what the offer would be."""

    what: What | None = Field(
        default=None, description="Vad erbjudandet gäller: support, information_and_guidance eller support_contact"
    )


QUESTION = Question("offer-duty", "Måste nämnden erbjuda det här till den anhöriga?", OfferFacts)


@QUESTION.version(in_force=Period(date(2009, 7, 1), date(2025, 7, 1)), cites=("sol-2001 5:10",), parameters=LISTS)
def support_must_be_offered(facts: OfferFacts, basis: Basis) -> Decision:
    """Nämnden ska erbjuda stöd till den som vårdar någon som är äldre eller långvarigt sjuk, eller stödjer någon med
    funktionsnedsättning. Vilket stöd sägs inte."""
    return _duty(facts, basis, "sol-2001 5:10")


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 7, 1)), cites=("sol-2025 13:9",), parameters=LISTS)
def support_must_be_offered_by_the_new_act(facts: OfferFacts, basis: Basis) -> Decision:
    """Nämnden ska erbjuda stöd till den som vårdar någon som är äldre eller långvarigt sjuk, eller stödjer någon med
    funktionsnedsättning. Vilket stöd sägs inte."""
    return _duty(facts, basis, "sol-2025 13:9")


@QUESTION.version(
    in_force=Period(date(2026, 7, 1)),
    cites=("sol-2025 13:9",),
    parameters=LISTS,
    # Every kind of offer is named in this wording.
    reasons=("carer-in-target-group", "outside-target-groups"),
)
def guidance_and_a_support_contact_must_be_offered(facts: OfferFacts, basis: Basis) -> Decision:
    """Erbjudandet ska gälla information, vägledning eller annat stöd, och en stödkontakt."""
    return _duty(facts, basis, "sol-2025 13:9")


def in_target_groups(facts: CarerFacts, basis: Basis) -> bool | None:
    """True when the section names whom the carer helps; None when that is not known.

    An addiction is not named. Whether it is a long illness in the one case is for a person to judge.
    """
    if facts.cared_for is None:
        return None
    if basis.codes("carer-target-groups").keys() & set(facts.cared_for):
        return True
    return facts.judged_long_term_ill if "addiction" in facts.cared_for else False


def unclear_group(facts: CarerFacts, basis: Basis, section: str) -> Decision:
    """What to find out when it is not known whether the carer belongs to the target groups."""
    if facts.cared_for is None:
        return basis.cannot_tell(("cared_for",), "Fråga vem den anhöriga hjälper. Då går det att svara.", section)
    sentence = "Lagen nämner inte beroende. Bedöm om den närstående är långvarigt sjuk: då gäller den."
    return basis.cannot_tell(("judged_long_term_ill",), sentence, section)


def _duty(facts: OfferFacts, basis: Basis, section: str) -> Decision:
    inside = in_target_groups(facts, basis)
    if inside is None:
        return unclear_group(facts, basis, section)
    if not inside:
        sentence = "Lagen kräver inte det här för den här målgruppen. Kommunen får erbjuda det efter eget beslut."
        return basis.permits("outside-target-groups", sentence, section)
    return _within_target_groups(facts.what, basis, section)


def _within_target_groups(what: What | None, basis: Basis, section: str) -> Decision:
    required = basis.codes("offers-required")
    if what is None:
        sentence = f"Säg vad erbjudandet gäller. Lagen kräver att nämnden erbjuder {' och '.join(required.values())}."
        return basis.cannot_tell(("what",), sentence, section)
    if what in required:
        return basis.requires("carer-in-target-group", f"Nämnden ska erbjuda {required[what]}.", section)
    sentence = "Lagen kräver att stöd erbjuds men säger inte vilket. Det här får vara en del av stödet."
    return basis.permits("not-named-in-this-wording", sentence, section)
