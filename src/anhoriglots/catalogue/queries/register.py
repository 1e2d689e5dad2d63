"""The register of what one board has decided, as staff read it: what holds, what soon ends, and what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date

from ..models import BoardDecision, Delegation, LawOverride, Offer, RegisteredDecision, RetentionDecision, RuleDecision
from ..policies import visible_decisions
from .decisions import ENDS_SOON
from .register_words import Words, days_in_words, said, state_of, who_wrote, words_for

SUPPORT, DELEGATION, RETENTION, OVERRIDE, RULE = "stodform", "delegation", "gallring", "lagfraga", "regel"
MODELS: dict[str, type[RegisteredDecision]] = {
    SUPPORT: BoardDecision,
    DELEGATION: Delegation,
    RETENTION: RetentionDecision,
    OVERRIDE: LawOverride,
    RULE: RuleDecision,
}


@dataclass(frozen=True, slots=True)
class Registered:
    """One decision. ``says`` is what was decided in words; ``more`` are conditions and reasons.

    Attributes:
        days: from when, and to when or until further notice.
        state: whether it holds, in words.
        attention: when it ends, where that is within 60 days; otherwise empty.
        is_over: it holds neither now nor later.
        can_end: nobody has ended it, and it goes on longer than today.
        who: where it comes from.
    """

    kind: str
    pk: UUID
    subject: str
    says: str
    more: tuple[str, ...]
    number: str
    decided_on: str
    document: str
    days: str
    state: str
    attention: str
    is_over: bool
    can_end: bool
    who: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A support form that carers are offered without applying, though no decision about it holds today."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Register:
    """Everything about one board on one day; ``by_kind`` has every kind, also the empty ones."""

    by_kind: Mapping[str, list[Registered]]
    missing: list[Missing]

    @property
    def ending(self) -> list[Registered]:
        """What ends within 60 days, of all kinds."""
        return [line for lines in self.by_kind.values() for line in lines if line.attention]


def register_of(actor: Actor, *, on: date) -> Register:
    """The board's whole register, in seven statements at most, and one more where there are delegations."""
    rows = {kind: list(rows_of(actor, kind)) for kind in MODELS}
    pairs = [(kind, row) for kind, found in rows.items() for row in found]
    lines: dict[str, list[Registered]] = {kind: [] for kind in MODELS}
    for line in in_words(actor, pairs, on=on):
        lines[line.kind].append(line)
    decided = {row.support_form_id for row in rows[SUPPORT] if isinstance(row, BoardDecision) and row.holds_on(on)}
    return Register(lines, _missing(actor.board_id, decided))


def registered(actor: Actor, kind: str, decision_id: UUID, *, on: date) -> Registered:
    """One decision of the board.

    Raises:
        ObjectDoesNotExist: none of this kind at the actor's board.
    """
    return in_words(actor, [(kind, rows_of(actor, kind).get(pk=decision_id))], on=on)[0]


def in_words(actor: Actor, rows: Sequence[tuple[str, RegisteredDecision]], *, on: date) -> list[Registered]:
    """Rows with their kinds, as the register shows them, in the same order."""
    words = words_for(actor, (row for _, row in rows), on=on)
    return [_line(kind, row, words, on) for kind, row in rows]


def rows_of(actor: Actor, kind: str) -> QuerySet[RegisteredDecision]:
    """The rows of one kind at the actor's board, in the order in which they are read."""
    if kind == SUPPORT:
        decided = visible_decisions(actor, BoardDecision).filter(active=True).select_related("support_form")
        return decided.order_by("support_form__position", "valid_from", "pk")
    return visible_decisions(actor, MODELS[kind]).order_by("valid_from", "pk")


def _line(kind: str, row: RegisteredDecision, words: Words, on: date) -> Registered:
    subject, says, more = said(row, words)
    is_over = row.holds_to is not None and row.holds_to < max(on, row.valid_from)
    ends_soon = not is_over and row.holds_to is not None and row.holds_to - on < ENDS_SOON
    return Registered(
        kind=kind,
        pk=row.pk,
        subject=subject,
        says=says,
        more=more,
        number=row.number,
        decided_on=swedish_date(row.decided_on),
        document=row.document,
        days=days_in_words(row),
        state=state_of(row, on),
        attention=f"Slutar {swedish_date(row.holds_to)}" if ends_soon and row.holds_to else "",
        is_over=is_over,
        can_end=row.ended_at is None and (row.holds_to is None or row.holds_to >= on),
        who=who_wrote(row, words),
    )


def _missing(board: UUID, decided: set[str]) -> list[Missing]:
    offers = Offer.objects.filter(board=board, active=True, access_route__in=("without_assessment", "either"))
    forms = offers.exclude(support_form__in=decided).order_by("support_form__position")
    return [Missing(*row) for row in forms.values_list("support_form", "support_form__name").distinct()]
