"""Staff and their assignments as the account pages show them; nothing about carers."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from anhoriglots.kernel.dates import swedish_date
from anhoriglots.organisations.models import RoleTitle, Unit

from .models import Assignment, User
from .policies import manageable_users
from .queries import Actor
from .roles import Role

# What a role is called where the municipality has given no title of its own.
ROLE_NAMES = {
    Role.CARER_ADVISOR: "Anhörigkonsulent",
    Role.SUPPORT_CONTACT: "Stödkontakt",
    Role.COORDINATOR: "Samordnare",
    Role.UNIT_MANAGER: "Enhetschef",
    Role.CARER_REPRESENTATIVE: "Anhörigombud",
    Role.LOG_REVIEWER: "Loggranskare",
    Role.SYSTEM_ADMINISTRATOR: "Systemadministratör",
}


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """A role in a unit with its days. ``state``: now, coming or ended."""

    pk: UUID
    role: str
    unit: str
    days: str
    state: str


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One colleague."""

    pk: UUID
    username: str
    name: str
    is_active: bool
    is_self: bool
    assignments: list[AssignmentLine]

    @property
    def roles_now(self) -> str:
        """The roles in force, for the list."""
        return ", ".join(f"{row.role}, {row.unit}" for row in self.assignments if row.state == "now") or "Inget uppdrag"


def role_titles(municipality: str) -> dict[str, str]:
    """Every role with its local title, in the order of the roles."""
    local = dict(RoleTitle.objects.filter(municipality=municipality, active=True).values_list("key", "title"))
    return {role.value: local.get(role.value, name) for role, name in ROLE_NAMES.items()}


def units_of(municipality: str) -> list[tuple[UUID, str]]:
    """The units that somebody can be assigned to, with their board."""
    rows = Unit.objects.filter(municipality=municipality, active=True).select_related("board")
    return [(row.pk, f"{row.name} ({row.board.name})") for row in rows.order_by("board__position", "position")]


def assignments_of(user: User, *, municipality: str, on: date) -> list[AssignmentLine]:
    """All assignments of one person, newest first."""
    titles = role_titles(municipality)
    rows = Assignment.objects.filter(user=user).select_related("unit").order_by("-starts_on", "pk")
    return [_line(row, titles, on) for row in rows]


def all_staff(actor: Actor, *, on: date) -> list[StaffLine]:
    """Everybody with an account in the municipality, by name; three statements."""
    titles = role_titles(actor.municipality)
    users = User.objects.filter(municipality=actor.municipality).prefetch_related(_with_assignments())
    return [_staff(user, actor, titles, on) for user in users.order_by("-is_active", "first_name", "last_name", "pk")]


def staff_member(actor: Actor, user_id: UUID, *, on: date) -> StaffLine:
    """One colleague that this person may manage.

    Raises:
        User.DoesNotExist: no such account, or one's own.
    """
    user = manageable_users(actor).prefetch_related(_with_assignments()).get(pk=user_id)
    return _staff(user, actor, role_titles(actor.municipality), on)


def _with_assignments() -> "Prefetch[Any]":
    return Prefetch("assignments", Assignment.objects.select_related("unit").order_by("-starts_on", "pk"))


def _staff(user: User, actor: Actor, titles: dict[str, str], on: date) -> StaffLine:
    return StaffLine(
        pk=user.pk,
        username=user.username,
        name=user.full_name,
        is_active=user.is_active,
        is_self=user.pk == actor.user_id,
        assignments=[_line(row, titles, on) for row in user.assignments.all()],
    )


def _line(row: Assignment, titles: dict[str, str], on: date) -> AssignmentLine:
    days = f"från {swedish_date(row.starts_on)}"
    if row.ends_on:
        days += f" till och med {swedish_date(row.ends_on - timedelta(days=1))}"
    return AssignmentLine(row.pk, titles.get(row.role, row.role), row.unit.name, days, _state(row, on))


def _state(row: Assignment, on: date) -> str:
    if row.ends_on and row.ends_on <= on:
        return "ended"
    return "now" if row.starts_on <= on else "coming"
