"""Has a carer been offered all that the law says? Source: the section on support to carers, in its three wordings."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Question

from .offer_duty import LISTS, CarerFacts, in_target_groups, unclear_group

Offer = Literal["not_offered", "offered", "accepted", "declined"]
WORDS = (
    "not_offered (inte erbjudet), offered (erbjudet, inget svar), accepted (tackade ja) eller declined (tackade nej)"
)
OLD, NEW = "sol-2001 5:10", "sol-2025 13:9"


class DutyFacts(CarerFacts):
    """Whom the carer helps, and what has been offered; each offer has the name it has in the dated list."""

    support: Offer | None = Field(default=None, description=f"Stöd: {WORDS}")
    information_and_guidance: Offer | None = Field(default=None, description=f"Information och vägledning: {WORDS}")
    support_contact: Offer | None = Field(default=None, description=f"Stödkontakt: {WORDS}")
    named_person: bool | None = Field(default=None, description="Om stödkontakten är en namngiven person")
    function_is_enough: bool | None = Field(
        default=None, description="Om kommunen har beslutat att en stödkontakt utan namn räcker"
    )


QUESTION = Question("duty-status", "Har den anhöriga erbjudits det som lagen kräver?", DutyFacts)


@QUESTION.version(in_force=Period(date(2009, 7, 1), date(2025, 7, 1)), cites=(OLD,), parameters=LISTS)
def support_has_been_offered(facts: DutyFacts, basis: Basis) -> Decision:
    """Skyldigheten är uppfylld när stöd har erbjudits. Ett nej räknas som svar på ett erbjudande."""
    return _status(facts, basis, OLD)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2026, 7, 1)), cites=(NEW,), parameters=LISTS)
def support_has_been_offered_by_the_new_act(facts: DutyFacts, basis: Basis) -> Decision:
    """Skyldigheten är uppfylld när stöd har erbjudits. Ett nej räknas som svar på ett erbjudande."""
    return _status(facts, basis, NEW)


@QUESTION.version(in_force=Period(date(2026, 7, 1)), cites=(NEW,), parameters=LISTS)
def guidance_and_a_support_contact_have_been_offered(facts: DutyFacts, basis: Basis) -> Decision:
    """Stöd, information och vägledning och en stödkontakt ska ha erbjudits. Om stödkontakten måste ha ett namn säger
    den lästa texten inte; utan namn gäller det som kommunen har beslutat."""
    return _status(facts, basis, NEW)


def _status(facts: DutyFacts, basis: Basis, section: str) -> Decision:
    inside = in_target_groups(facts, basis)
    if inside is None:
        return unclear_group(facts, basis, section)
    if not inside:
        sentence = "Lagen kräver inget erbjudande för den här målgruppen. Kommunen får erbjuda stöd ändå."
        return basis.permits("outside-target-groups", sentence, section)
    required = basis.codes("offers-required")
    remaining = {code: _told(facts, code, words) for code, words in required.items() if _remains(facts, code)}
    if remaining:
        return _remaining(remaining, basis, section)
    missing = (*facts.unknown(*required), *_unclear_person(facts, required))
    if missing:
        return basis.cannot_tell(missing, "Se efter vad som har erbjudits, och på vilket sätt.", section)
    sentence = "Det som lagen kräver har erbjudits. Ett nej räknas, och den anhöriga får ändra sig när som helst."
    return basis.permits("duty-met", sentence, section)


def _remaining(remaining: Mapping[str, str], basis: Basis, section: str) -> Decision:
    results = tuple(Result(code, "Kvar att erbjuda", words) for code, words in remaining.items())
    return basis.requires("offers-remain", f"Erbjud {_and(remaining.values())}.", section, results=results)


def _told(facts: DutyFacts, code: str, words: str) -> str:
    unnamed = code == "support_contact" and facts.support_contact in ("offered", "accepted")
    return f"{words} med namn" if unnamed else words


def _remains(facts: DutyFacts, code: str) -> bool:
    if code == "support_contact" and facts.support_contact in ("offered", "accepted"):
        return facts.named_person is False and facts.function_is_enough is False
    return bool(getattr(facts, code) == "not_offered")


def _unclear_person(facts: DutyFacts, required: Mapping[str, str]) -> tuple[str, ...]:
    """A no counts whoever was offered, so the person matters only while there is an offer or a yes."""
    asked = "support_contact" in required and facts.support_contact in ("offered", "accepted")
    if not asked or facts.named_person or facts.function_is_enough:
        return ()
    return ("named_person",) if facts.named_person is None else facts.unknown("function_is_enough")


def _and(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} och {last}" if first else last
