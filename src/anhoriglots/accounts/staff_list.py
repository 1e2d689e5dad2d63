"""Staff and their assignments as the account pages show them; nothing about carers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from anhoriglots.kernel.dates import swedish_date
from anhoriglots.organisations.models import Unit

from .models import Assignment, User
from .policies import manageable_users, may_end_assignment, visible_users
from .queries import Actor, role_titles


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """A role in a unit with its days. ``state``: now, coming or ended. ``can_end``: at the board that looks."""

    pk: UUID
    role: str
    unit: str
    days: str
    state: str
    can_end: bool = False


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One colleague. ``can_change``: False for oneself, and for those who work for another board too."""

    pk: UUID
    username: str
    name: str
    is_active: bool
    is_self: bool
    can_change: bool
    assignments: list[AssignmentLine]

    @property
    def roles_now(self) -> str:
        """The roles in force, for the list."""
        return ", ".join(f"{row.role}, {row.unit}" for row in self.assignments if row.state == "now") or "Inget uppdrag"


def units_of(board_id: UUID) -> list[tuple[UUID, str]]:
    """The units of the board that somebody can be assigned to."""
    return list(Unit.objects.filter(board_id=board_id, active=True).order_by("position").values_list("pk", "name"))


def assignments_of(user: User, *, municipality: str, on: date) -> list[AssignmentLine]:
    """All assignments of one person, newest first."""
    titles = role_titles(municipality)
    rows = Assignment.objects.filter(user=user).select_related("unit").order_by("-starts_on", "pk")
    return [_line(row, titles, on) for row in rows]


def all_staff(actor: Actor, *, on: date) -> list[StaffLine]:
    """Everybody with an account at the board, by name; four statements."""
    users = visible_users(actor, on=on).prefetch_related(_with_assignments())
    return _staff(users.order_by("-is_active", "first_name", "last_name", "pk"), actor, on)


def staff_member(actor: Actor, user_id: UUID, *, on: date) -> StaffLine:
    """One colleague of the board.

    Raises:
        User.DoesNotExist: no such account at the board, or one's own.
    """
    users = visible_users(actor, on=on).exclude(pk=actor.user_id).prefetch_related(_with_assignments())
    return _staff([users.get(pk=user_id)], actor, on)[0]


def _with_assignments() -> "Prefetch[Any]":
    return Prefetch("assignments", Assignment.objects.select_related("unit").order_by("-starts_on", "pk"))


def _staff(users: Iterable[User], actor: Actor, on: date) -> list[StaffLine]:
    titles = role_titles(actor.municipality)
    manageable = set(manageable_users(actor, on=on).values_list("pk", flat=True))
    return [
        StaffLine(
            pk=user.pk,
            username=user.username,
            name=user.full_name,
            is_active=user.is_active,
            is_self=user.pk == actor.user_id,
            can_change=user.pk in manageable,
            assignments=[
                _line(row, titles, on, bool(may_end_assignment(actor, row))) for row in user.assignments.all()
            ],
        )
        for user in users
    ]


def _line(row: Assignment, titles: dict[str, str], on: date, can_end: bool = False) -> AssignmentLine:
    days = f"från {swedish_date(row.starts_on)}"
    if row.ends_on:
        days += f" till och med {swedish_date(row.ends_on - timedelta(days=1))}"
    state = _state(row, on)
    return AssignmentLine(
        row.pk, titles.get(row.role, row.role), row.unit.name, days, state, can_end and state != "ended"
    )


def _state(row: Assignment, on: date) -> str:
    if row.ends_on and row.ends_on <= on:
        return "ended"
    return "now" if row.starts_on <= on else "coming"
