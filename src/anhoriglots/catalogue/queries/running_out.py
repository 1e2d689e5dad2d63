"""Delegations and times to keep that end soon, or have ended, and what comes after them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from anhoriglots.accounts.queries import Actor, role_titles
from anhoriglots.kernel.dates import swedish_date

from ..models import Delegation, RegisteredDecision, RetentionDecision
from .register import DELEGATION, RETENTION, rows_of
from .register_words import Words, said

TOLD_BEFORE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class RunningOut:
    """One decision.

    Attributes:
        says: what was decided, in words.
        ends: when it ends or ended, in words.
        then: what holds after it, in words; empty when nothing does, which somebody should see to.
    """

    pk: UUID
    subject: str
    says: str
    number: str
    ends: str
    then: str


def running_out(actor: Actor, *, on: date) -> list[RunningOut]:
    """Those of the actor's board that end within 90 days of the day, and those that have ended with nothing after
    them. In two statements, and one more where there are delegations.
    """
    rows = [row for kind in (DELEGATION, RETENTION) for row in rows_of(actor, kind)]
    any_delegation = any(isinstance(row, Delegation) for row in rows)
    words = Words(titles=role_titles(actor.municipality) if any_delegation else {}, questions={}, names={})
    found = [(row, _next(row, rows)) for row in rows if _held(row)]
    return [_line(row, then, words, on) for row, then in found if _is_told(row, then, on)]


def _held(row: RegisteredDecision) -> bool:
    return row.holds_to is None or row.holds_to >= row.valid_from


def _is_told(row: RegisteredDecision, then: RegisteredDecision | None, on: date) -> bool:
    if row.holds_to is None or row.valid_from > on:
        return False
    return then is None if row.holds_to < on else row.holds_to - on < TOLD_BEFORE


def _next(row: RegisteredDecision, rows: Iterable[RegisteredDecision]) -> RegisteredDecision | None:
    """The first decision about the same that begins later; the rows stand in the order of their first days."""
    later = (one for one in rows if _about(one) == _about(row) and one.valid_from > row.valid_from and _held(one))
    return next(later, None)


def _about(row: RegisteredDecision) -> tuple[str, ...]:
    """What the register lets one decision at a time be about; see register_delegation and register_retention."""
    if isinstance(row, Delegation):
        return DELEGATION, row.matter, row.role
    return RETENTION, row.document_type if isinstance(row, RetentionDecision) else ""


def _line(row: RegisteredDecision, then: RegisteredDecision | None, words: Words, on: date) -> RunningOut:
    subject, says, _ = said(row, words)
    last = swedish_date(row.holds_to) if row.holds_to else ""
    ends = f"Slutar {last}" if row.holds_to and row.holds_to >= on else f"Slutade gälla {last}"
    after = f"Sedan gäller beslut {then.number}, från {swedish_date(then.valid_from)}." if then else ""
    return RunningOut(row.pk, subject, says, row.number, ends, after)
