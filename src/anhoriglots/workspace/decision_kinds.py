"""The kinds of decision that the register holds: their words, their forms, and the action that saves each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.http import Http404

from anhoriglots.accounts.queries import Actor, role_titles
from anhoriglots.catalogue.actions.register_decision import AboutSupport, register_decision
from anhoriglots.catalogue.actions.register_delegation import register_delegation
from anhoriglots.catalogue.actions.register_override import register_override
from anhoriglots.catalogue.actions.register_retention import register_retention
from anhoriglots.catalogue.actions.register_rule import register_rule
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.models import RegisteredDecision
from anhoriglots.catalogue.queries.own_rules import rules_to_decide
from anhoriglots.catalogue.queries.register import DELEGATION, OVERRIDE, RETENTION, RULE, SUPPORT
from anhoriglots.catalogue.queries.replaceable import replaceable_answers
from anhoriglots.catalogue.queries.support_form_names import support_form_names

from .decision_forms import (
    Choices,
    DelegationForm,
    OverrideForm,
    PaperForm,
    RetentionForm,
    RuleForm,
    SupportDecisionForm,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of decision.

    Attributes:
        slug: its part of the address.
        title: what the list calls them.
        new: the heading of the page where one is registered.
        nothing: what the list says when there is none.
        act: the action, with the answers of the form by name.
        lead: what to know before registering one.
    """

    slug: str
    title: str
    new: str
    nothing: str
    form: type[PaperForm]
    act: Callable[..., RegisteredDecision]
    lead: str = "Skriv av det som nämnden har beslutat. Du får se vad det ändrar innan det sparas."

    def register(self, form: PaperForm, *, actor: Actor, key: UUID, at: datetime) -> RegisteredDecision:
        """Save what the form says; it must be valid.

        Raises:
            Refused: as the action.
        """
        return self.act(actor=actor, paper=form.paper(key), at=at, **form.content())


def _support(*, actor: Actor, paper: Paper, at: datetime, **content: Any) -> RegisteredDecision:
    return register_decision(actor=actor, paper=paper, about=AboutSupport(**content), at=at)


def _override(*, actor: Actor, paper: Paper, at: datetime, answer: str, **content: Any) -> RegisteredDecision:
    question, _, reason = answer.partition(":")
    return register_override(actor=actor, paper=paper, question=question, replaces=reason, at=at, **content)


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            SUPPORT,
            "Stöd utan behovsprövning",
            "Nytt beslut om en stödform",
            "Inget beslut. Allt stöd ges då efter behovsprövning och skrivs ned med namn.",
            SupportDecisionForm,
            _support,
        ),
        Kind(
            DELEGATION,
            "Delegation",
            "Ny delegation",
            "Ingen delegation är registrerad.",
            DelegationForm,
            register_delegation,
        ),
        Kind(
            RETENTION,
            "Gallring",
            "Nytt beslut om gallring",
            "Inget beslut om gallring är registrerat.",
            RetentionForm,
            register_retention,
        ),
        Kind(
            OVERRIDE,
            "Nämndens egna svar på lagfrågor",
            "Nytt eget svar på en lagfråga",
            "Inget eget svar. Programmet svarar som lagtexten är läst.",
            OverrideForm,
            _override,
        ),
        Kind(
            RULE,
            "Nämndens beslut om regler",
            "Nytt beslut om en regel",
            "Inget beslut om någon regel.",
            RuleForm,
            register_rule,
            lead="Programmet gör likadant som förut. Det här är vad nämnden har bestämt, och det syns bredvid regeln.",
        ),
    )
}


def kind_of(slug: str) -> Kind:
    """The kind at the address.

    Raises:
        Http404: there is none.
    """
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def choices_for(actor: Actor, *, on: date) -> dict[str, Choices]:
    """What the forms of all kinds give to choose from, by the name of the field; two statements."""
    return {
        "support_form": support_form_names(),
        "role": list(role_titles(actor.municipality).items()),
        "answer": _answers(actor.municipality, on),
        "rule": rules_to_decide(actor.municipality, on),
    }


def _answers(municipality: str, on: date) -> Choices:
    """The answers that may be replaced, each below its question: so a folded list shows the answer that was chosen."""
    every = groupby(replaceable_answers(municipality, on), key=attrgetter("title"))
    return [(title, [(one.value, one.short) for one in found]) for title, found in every]
