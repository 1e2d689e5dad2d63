"""Decisions of the board that answers of the law rest on, with the facts that each of them gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from anhoriglots.accounts.queries import Actor, role_titles

from ..models import Delegation, RegisteredDecision, RetentionDecision
from ..models.decisions import KeepUnit
from .in_force import in_force
from .register import DELEGATION, RETENTION, rows_of
from .register_words import Words, days_in_words, said

DELEGATED, OUTSIDE_FILE, ACCESS_LOG = "delegation", "retention-outside-file", "access-log-retention"
# What a time to keep is about, by the question that asks for the time.
ABOUT = {OUTSIDE_FILE: ("booking_list", "statistics", "chat", "other"), ACCESS_LOG: ("access_log",)}
MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Behind:
    """One decision behind an answer.

    Attributes:
        subject, says, more: what it is about, what was decided, and what goes with it.
        days: from when, and to when or until further notice.
        facts: what it tells of the facts of the question.
    """

    pk: UUID
    subject: str
    says: str
    more: tuple[str, ...]
    number: str
    days: str
    facts: Mapping[str, object]


def has_decisions_behind(question: str) -> bool:
    """True for a question whose answer rests on such decisions."""
    return question == DELEGATED or question in ABOUT


def decisions_behind(actor: Actor, question: str, *, on: date) -> list[Behind]:
    """Those of the actor's board that hold on the day, in one statement, and one more for delegations."""
    titles, rows = {}, rows_of(actor, DELEGATION if question == DELEGATED else RETENTION).filter(in_force(on))
    if question == DELEGATED:
        titles = role_titles(actor.municipality)
    words = Words(titles=titles, questions={}, names={})
    return [_behind(row, question, words) for row in rows if question_resting_on(row) == question]


def question_resting_on(row: RegisteredDecision) -> str:
    """The question that the decision stands behind; empty when there is none."""
    if isinstance(row, Delegation):
        return DELEGATED
    about = row.about if isinstance(row, RetentionDecision) else ""
    return next((question for question, kinds in ABOUT.items() if about in kinds), "")


def _behind(row: RegisteredDecision, question: str, words: Words) -> Behind:
    subject, says, more = said(row, words)
    return Behind(row.pk, subject, says, more, row.number, days_in_words(row), _facts(row, question))


def _facts(row: RegisteredDecision, question: str) -> dict[str, object]:
    if isinstance(row, Delegation):
        kind = {"matter": row.matter_kind} if row.matter_kind else {}
        return {"decider": "employee", "delegated": True, **kind}
    if not isinstance(row, RetentionDecision):
        return {}
    months = _months(row)
    time = {} if months is None else {"decided_months": months}
    if question == ACCESS_LOG:
        return {**time}
    # To preserve something is not to decide that it may be weeded.
    return {"kind": row.about, "decided": row.keep is not None, **time}


def _months(row: RetentionDecision) -> int | None:
    """None for days, which are no number of months, and for what is preserved."""
    months_each = {KeepUnit.MONTHS: 1, KeepUnit.YEARS: MONTHS_IN_A_YEAR}.get(KeepUnit(row.keep_unit))
    return None if row.keep is None or months_each is None else row.keep * months_each
