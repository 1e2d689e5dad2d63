"""What registering a board's decision has in common, whatever the decision is about."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.db.models import CharField, F, Q
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.kernel.identity import looks_like_personal_number
from anhoriglots.law import LawError, NoLawOnDate

from ..models import RegisteredDecision
from ..policies import may_manage_decisions
from ..queries.in_force import not_over
from ..queries.register_words import days_in_words

Row = TypeVar("Row", bound=RegisteredDecision)


@dataclass(frozen=True, slots=True)
class Paper:
    """The decision as a document: number, day, the days it holds (``valid_to`` is the last) and where it is found.

    ``key`` is the key of the row to be; the same key again is the same decision, registered once.
    """

    number: str
    decided_on: date
    valid_from: date
    valid_to: date | None = None
    document: str = ""
    key: UUID = field(default_factory=uuid7)


@contextmanager
def only_tried() -> Iterator[None]:
    """Do it in earnest and take all of it back: a preview is then told by the same code that will do it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def register(
    *, actor: Actor, model: type[Row], paper: Paper, content: Mapping[str, Any], once: tuple[str, ...], at: datetime
) -> Row:
    """Add one row for the actor's board, and write who did it; part of an action that holds the transaction.

    Args:
        content: the columns that this kind of decision has of its own.
        once: those of them that tell what it is about: of that, one decision holds at a time.

    Raises:
        Refused: the role registers nothing, the days do not follow each other, a text holds a personal number, or
            another decision about the same holds on some of the days.
    """
    may_manage_decisions(actor).require()
    _one_at_a_time(actor.board_id)
    existing = model._default_manager.filter(pk=paper.key, board=actor.board_id).first()
    if existing:
        return existing
    row = model(
        id=paper.key,
        municipality=actor.municipality,
        board_id=actor.board_id,
        number=paper.number,
        decided_on=paper.decided_on,
        valid_from=paper.valid_from,
        valid_to=paper.valid_to,
        document=paper.document,
        registered_by=actor.user_id,
        registered_at=at,
        **content,
    )
    _days_follow_each_other(paper, today=localdate(at))
    _names_nobody(row)
    _holds_alone(row, once)
    row.save(force_insert=True)
    record(action=f"catalogue.register_{model._meta.model_name}", at=at, object_id=row.pk)
    return row


@contextmanager
def law_of(day: date) -> Iterator[None]:
    """Ask the law inside; where it has nothing for the day the decision begins, refuse the day.

    Raises:
        Refused: the law that the program knows does not go back so far.
    """
    try:
        yield
    except NoLawOnDate as error:
        sentence = f"Programmet har ingen lag för {swedish_date(day)}. Skriv en senare första dag."
        raise Refused(forbidden("no-law-on-day", sentence)) from error
    except LawError as error:
        raise Refused(forbidden("unknown-to-the-law", "Lagen känner inte det här. Välj igen.")) from error


def _days_follow_each_other(paper: Paper, *, today: date) -> None:
    if paper.decided_on > today:
        raise Refused(forbidden("decided-later", "Beslutet är inte fattat än. Registrera det när det är fattat."))
    if paper.valid_from < paper.decided_on:
        sentence = "Första dagen ligger före beslutet. Ett beslut gäller tidigast från dagen det fattas."
        raise Refused(forbidden("begins-before-decided", sentence))
    if paper.valid_to is not None and paper.valid_to < paper.valid_from:
        raise Refused(forbidden("ends-before-it-begins", "Sista dagen ligger före den första. Kontrollera dagarna."))


def _names_nobody(row: RegisteredDecision) -> None:
    columns = [column.attname for column in row._meta.fields if isinstance(column, CharField)]
    # A key may hold any digits.
    texts = [str(getattr(row, name)) for name in columns if name != "key"]
    if any(looks_like_personal_number(text) for text in texts):
        sentence = "Det ser ut som ett personnummer. Registret är inte om personer, så ta bort det."
        raise Refused(forbidden("looks-like-personal-number", sentence))


def _one_at_a_time(board: UUID) -> None:
    """Held to the end of the transaction: two who register at once see each other's decisions."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"register:{board}"])


def _holds_alone(row: RegisteredDecision, once: tuple[str, ...]) -> None:
    """No other decision about the same holds on any of its days."""
    begun = Q() if row.valid_to is None else Q(valid_from__lte=row.valid_to)
    held_at_all = Q(last_day__isnull=True) | Q(last_day__gte=F("valid_from"))
    same = Q(board=row.board_id, **{name: getattr(row, name) for name in once})
    rows = type(row)._default_manager.filter(same & begun & held_at_all & not_over(row.valid_from))
    other = rows.order_by("valid_from").first()
    if other is not None:
        sentence = f"Det finns redan ett beslut som gäller {days_in_words(other)}: {other.number}. "
        raise Refused(forbidden("overlaps", f"{sentence}Avsluta det först, eller välj andra dagar."))
