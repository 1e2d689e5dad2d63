"""What a change of the register touches, told before it is made: it is made in earnest, looked at, and taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.actions.end_decision import end_decision
from anhoriglots.catalogue.actions.registering import only_tried
from anhoriglots.catalogue.models import (
    BoardDecision,
    Delegation,
    LawOverride,
    RegisteredDecision,
    RetentionDecision,
    RuleDecision,
)
from anhoriglots.catalogue.queries.behind_answers import question_resting_on
from anhoriglots.catalogue.queries.erased_by_program import differs_from_program
from anhoriglots.catalogue.queries.own_rules import rule_of
from anhoriglots.catalogue.queries.places import pages_that_meet
from anhoriglots.catalogue.queries.register import MODELS, OVERRIDE, SUPPORT, Registered, registered
from anhoriglots.catalogue.queries.replaceable import law_answer
from anhoriglots.catalogue.queries.running_out import running_out
from anhoriglots.catalogue.queries.touched import SupportState, support_state
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision
from anhoriglots.law import binds
from anhoriglots.organisations.queries import municipality_by_code

from .decision_forms import PaperForm
from .decision_kinds import Kind

FAR_AHEAD = timedelta(days=365)
# Pages that tell what the board has decided, by kind, besides the register; of the other kinds see _shown_on.
PAGES = {SUPPORT: ("Ny kontakt", "Lagen"), OVERRIDE: ("Lagen", "Fråga lagen")}


class Difference(NamedTuple):
    """One thing that a page shows, before and after."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What is to be saved, and what it touches.

    Attributes:
        line: the decision as the register will show it.
        day: the day on which before and after are compared, in words.
        differences: what changes, or stays.
        offers: titles of the board's offers that it is about.
        pages: names of the pages that will show it.
        notes: what should be thought of once more.
        citations: what the law behind it is.
    """

    line: Registered
    day: str
    differences: tuple[Difference, ...]
    offers: tuple[str, ...]
    pages: tuple[str, ...]
    notes: tuple[str, ...]
    documentation: Decision | None = None
    citations: tuple[Citation, ...] = ()


def preview_of_new(actor: Actor, kind: Kind, form: PaperForm, *, at: datetime) -> Preview:
    """What registering the decision would do; the form must be valid.

    Raises:
        Refused: what saving it would refuse.
    """
    today = localdate(at)
    with only_tried():
        row = kind.register(form, actor=actor, key=uuid7(), at=at)
        line = registered(actor, kind.slug, row.pk, on=today)
        day = _telling_day(row, today)
        after, pages = _state(row, day), _shown_on(actor, row, day)
    notes = tuple(_notes(row, today))
    return _preview(row, line, day, before=_state(row, day), after=after, pages=pages, notes=notes)


def preview_of_end(actor: Actor, kind: Kind, decision_id: UUID, last_day: date, *, at: datetime) -> Preview:
    """What ending the decision after the day would do.

    Raises:
        Refused: what ending it would refuse.
        ObjectDoesNotExist: not a decision of the actor's board.
    """
    with only_tried():
        row = end_decision(actor=actor, model=MODELS[kind.slug], decision_id=decision_id, last_day=last_day, at=at)
        line = registered(actor, kind.slug, decision_id, on=localdate(at))
        day = max(row.valid_from, last_day + timedelta(days=1))
        after, pages = _state(row, day), _shown_on(actor, row, day)
    return _preview(row, line, day, before=_state(row, day), after=after, pages=pages, notes=(), ends=True)


def _shown_on(actor: Actor, row: RegisteredDecision, day: date) -> tuple[str, ...]:
    """The pages besides the register that tell of the decision; of those about support and answers, the same always."""
    if isinstance(row, RuleDecision):
        rule = rule_of(row.rule)
        return ("Lagen", "Fråga lagen") if rule and rule.questions else ("Lagen",)
    if not isinstance(row, Delegation | RetentionDecision):
        return PAGES[SUPPORT if isinstance(row, BoardDecision) else OVERRIDE]
    asked = ("Fråga lagen",) if question_resting_on(row) else ()
    ends = any(one.pk == row.pk for one in running_out(actor, on=day))
    here = municipality_by_code(actor.municipality)
    differs = isinstance(row, RetentionDecision) and here is not None and differs_from_program(row, here)
    return (*asked, "Lagen") if ends or differs else asked


def _telling_day(row: RegisteredDecision, today: date) -> date:
    """The first day from now on which the decision holds, or its last when it is over."""
    day = max(row.valid_from, today)
    return min(day, row.valid_to) if row.valid_to else day


def _state(row: RegisteredDecision, day: date) -> SupportState | None:
    if not isinstance(row, BoardDecision):
        return None
    return support_state(row.board_id, row.support_form_id, on=day)


def _preview(
    row: RegisteredDecision,
    line: Registered,
    day: date,
    *,
    before: SupportState | None,
    after: SupportState | None,
    pages: tuple[str, ...],
    notes: tuple[str, ...],
    ends: bool = False,
) -> Preview:
    differences = _differences(before, after)
    citations: tuple[Citation, ...] = ()
    if after and after.offers:
        pages = (*pages, "Stöd")
    if isinstance(row, LawOverride):
        differences = _spoken(row, day, ends=ends)
        pages, citations = (*pages_that_meet(row.question, row.replaces, day), *pages), _sections(row, day)
    if isinstance(row, RuleDecision):
        differences, notes = _beside(row, ends=ends), ("Programmet gör likadant som förut.", *notes)
    return Preview(
        line=line,
        day=swedish_date(day),
        differences=differences,
        offers=after.offers if after else (),
        pages=pages,
        notes=notes,
        documentation=after.documentation if after else None,
        citations=citations,
    )


def _differences(before: SupportState | None, after: SupportState | None) -> tuple[Difference, ...]:
    if before is None or after is None:
        return ()
    return (
        Difference("Får ges utan behovsprövning", before.way, after.way),
        Difference("Kontakten skrivs ned", before.written, after.written),
        Difference("Beslut", before.number or "saknas", after.number or "saknas"),
    )


def _spoken(row: LawOverride, day: date, *, ends: bool) -> tuple[Difference, ...]:
    replaced = law_answer(row.question, row.replaces, day)
    law = f"Lagen svarar: {' / '.join(replaced.sentences)}" if replaced else "Lagen ger inte det svaret längre."
    own = f"Nämnden svarar: {row.get_outcome_display()}. {row.sentence}"
    before, after = (own, law) if ends else (law, own)
    return (Difference("Svaret", before, after),)


def _beside(row: RuleDecision, *, ends: bool) -> tuple[Difference, ...]:
    before, after = (row.sentence, "ingenting") if ends else ("ingenting", row.sentence)
    return (Difference("Bredvid regeln står", before, after),)


def _sections(row: LawOverride, day: date) -> tuple[Citation, ...]:
    replaced = law_answer(row.question, row.replaces, day)
    return tuple(one for one in replaced.citations if binds(one, row.municipality)) if replaced else ()


def _notes(row: RegisteredDecision, today: date) -> Iterator[str]:
    if row.valid_to is not None and row.valid_to < today:
        yield f"Beslutet slutade gälla {swedish_date(row.valid_to)}. Det ändrar inget från idag."
    for name, day in {"Första dagen": row.valid_from, "Sista dagen": row.valid_to}.items():
        if day is not None and day - today > FAR_AHEAD:
            yield f"{name} är {swedish_date(day)}. Det är mer än ett år fram."
