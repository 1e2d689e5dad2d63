"""The day's work in a unit: requests that wait and requests somebody has. A row says what it is, never who."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Reply
from ..erasure import Promised, thread_days
from ..models import ContactRequest
from ..policies import waiting_requests, workable_requests
from ..workflow import WAITING_STEPS, RequestStep
from .keeping import Keeping
from .request_words import FROM_CHILD, QUIET, SILENT, language_name, what
from .when import clock, moment

MOST_ROWS = 50
HANDLED_STEPS = (RequestStep.TAKEN, RequestStep.TRIED, RequestStep.ANSWERED)
STEP_WORDS = {
    RequestStep.RELEASED.value: "Lämnad tillbaka",
    RequestStep.REOPENED.value: "Hörde av sig igen",
    RequestStep.ANSWERED.value: "Besvarad",
}
Address = Callable[[UUID], str]


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One line of a lane, ready to be placed. ``take`` is the address that takes it, empty when somebody has it."""

    href: str
    what: str
    promise: str
    is_late: bool = False
    notes: tuple[str, ...] = ()
    take: str = ""


@dataclass(frozen=True, slots=True)
class Worklist:
    """The lanes that requests stand in.

    Attributes:
        follow_up: tried, or taken by anybody in the unit and soon erased because nothing happens.
        has_more: more wait than are shown.
    """

    urgent: list[WorkRow]
    today: list[WorkRow]
    later: list[WorkRow]
    taken: list[WorkRow]
    follow_up: list[WorkRow]
    has_more: bool


class _Facts(NamedTuple):
    id: UUID
    step: str
    step_at: datetime
    promised_at: datetime
    reply: str
    needs: list[str]
    wants_support_contact: bool
    may_say_who_calls: bool
    interpreter_language: str
    is_urgent: bool
    from_child: bool
    silent_since: datetime | None
    taken_by_id: UUID | None
    taken_by__first_name: str | None
    support_contact_promised_on: date | None
    code_until: date | None

    @property
    def way(self) -> str:
        """How to be in touch: with the code alone while it is not safe to call or write."""
        return Reply.CODE if self.silent_since else self.reply

    @property
    def waits(self) -> bool:
        return self.step in WAITING_STEPS


def worklist(
    actor: Actor,
    *,
    at: datetime,
    whole_unit: bool,
    municipality: MunicipalityPage,
    labels: Mapping[str, str],
    open_at: Address,
    take_at: Address,
) -> Worklist:
    """The requests this person should see now, in one statement.

    Args:
        whole_unit: also what colleagues have taken.
        municipality: tells for how long a request is kept when nothing happens.
        labels: words for the needs of the guide.
        open_at, take_at: addresses of a request, and of taking it.
    """

    def rows(chosen: Iterable[_Facts]) -> list[WorkRow]:
        return [_row(facts, actor, at, keeping, labels, open_at, take_at) for facts in chosen]

    keeping = Keeping(localdate(at), thread_days(municipality))
    found = [_Facts(*values) for values in _requests(actor, whole_unit, keeping)]
    waiting = [facts for facts in found if facts.waits]
    taken = [facts for facts in found if not facts.waits]
    today = localdate(at)
    return Worklist(
        urgent=rows(facts for facts in waiting if facts.is_urgent),
        today=rows(facts for facts in waiting if not facts.is_urgent and localdate(facts.promised_at) <= today),
        later=rows(facts for facts in waiting if not facts.is_urgent and localdate(facts.promised_at) > today),
        taken=rows(facts for facts in taken if not _follows_up(facts, keeping)),
        follow_up=rows(facts for facts in taken if _follows_up(facts, keeping)),
        has_more=len(waiting) == MOST_ROWS,
    )


def _warning(facts: _Facts, keeping: Keeping) -> str:
    promised = Promised(facts.promised_at, facts.support_contact_promised_on)
    return keeping.warning(stepped_at=facts.step_at, promised=promised, code_until=facts.code_until)


def _follows_up(facts: _Facts, keeping: Keeping) -> bool:
    return facts.step == RequestStep.TRIED or bool(_warning(facts, keeping))


def _requests(actor: Actor, whole_unit: bool, keeping: Keeping) -> QuerySet[ContactRequest, tuple[Any, ...]]:
    taken = workable_requests(actor).filter(step__in=HANDLED_STEPS).annotate(code_until=keeping.code_until())
    if not whole_unit:
        taken = taken.filter(Q(taken_by_id=actor.user_id) | keeping.soon_erased())
    waiting = (
        waiting_requests(actor).annotate(code_until=keeping.code_until()).order_by("-is_urgent", "promised_at", "pk")
    )
    columns = _Facts._fields
    first = waiting.values_list(*columns)[:MOST_ROWS]
    return first.union(taken.order_by("promised_at", "pk").values_list(*columns)[:MOST_ROWS], all=True)


def _row(
    facts: _Facts,
    actor: Actor,
    at: datetime,
    keeping: Keeping,
    labels: Mapping[str, str],
    open_at: Address,
    take_at: Address,
) -> WorkRow:
    is_late = facts.promised_at < at and facts.step != RequestStep.ANSWERED
    return WorkRow(
        href=open_at(facts.id),
        what=what(facts.way, facts.needs, wants_support_contact=facts.wants_support_contact, labels=labels),
        promise=_promise(facts.promised_at, at, is_late=is_late),
        is_late=is_late,
        notes=tuple(note for note in (*_notes(facts, actor, at), _warning(facts, keeping)) if note),
        take=take_at(facts.id) if facts.waits else "",
    )


def _promise(promised_at: datetime, at: datetime, *, is_late: bool) -> str:
    if is_late:
        return f"försenad, lovad {moment(promised_at, now=at)}"
    return clock(promised_at) if localdate(promised_at) == localdate(at) else moment(promised_at, now=at)


def _safety(facts: _Facts) -> str:
    """How far we may go when being in touch; nothing when nothing is said."""
    if facts.silent_since:
        return SILENT
    return QUIET if facts.reply == Reply.CALL and not facts.may_say_who_calls else ""


def _notes(facts: _Facts, actor: Actor, at: datetime) -> Iterable[str]:
    yield FROM_CHILD if facts.from_child else ""
    yield _safety(facts)
    if facts.is_urgent and not facts.waits:
        yield "Brådskar"
    if facts.interpreter_language:
        yield f"Tolk {language_name(facts.interpreter_language)}"
    if facts.step == RequestStep.TRIED:
        yield f"Försökt nå {moment(facts.step_at, now=at)}"
    if facts.step in STEP_WORDS:
        yield STEP_WORDS[facts.step]
    if not facts.waits and facts.taken_by_id != actor.user_id:
        yield f"{facts.taken_by__first_name} har den"
