"""rules.yaml: whose yes is needed, and what some forms of support presuppose, and who answers about relief."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Key, LegalReference, Line, Row, SourcedRow, SupportFormCode
from .relief import Relief

SupportForms = Annotated[tuple[SupportFormCode, ...], Field(min_length=1)]


class ConsentRule(SourcedRow):
    """Whose consent is needed in which situation, and what staff may still do without it."""

    key: Key
    situation: Literal[
        "staff_noticed_need",
        "carer_made_contact",
        "carer_takes_part",
        "carer_asks_about_cared_for",
        "coordination_with_others",
        "coordinator_support_starts",
    ]
    consent_by: Literal["cared_for", "carer", "guardian", "nobody"]
    text: Line
    without_consent: Line
    documented: bool
    citations: tuple[LegalReference, ...] = ()


class CohabitationRule(SourcedRow):
    """Forms of support that may be applied for only by those who live together."""

    key: Key
    support_forms: SupportForms
    strength: Literal["required", "may_be_required"]
    text: Line


class AgeRule(SourcedRow):
    """The oldest age, in years, of the child or young person that a form of support is meant for."""

    key: Key
    support_forms: SupportForms
    oldest: Annotated[int, Field(ge=0, le=120)]
    text: Line


class Rules(Row):
    """The whole of rules.yaml."""

    consent: tuple[ConsentRule, ...]
    cohabitation: tuple[CohabitationRule, ...] = ()
    age: tuple[AgeRule, ...] = ()
    relief: Relief = Relief()
