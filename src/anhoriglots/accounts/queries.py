"""Who is signed in, and who may be given work."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from anhoriglots.organisations.models import RoleTitle

from .models import Assignment, User
from .roles import CAPABILITIES, Capability, Role

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
class Actor:
    """Somebody at work, as every policy and action sees them: at one board, in some of its units, with roles."""

    user_id: UUID
    first_name: str
    full_name: str
    municipality: str
    board_id: UUID
    board_name: str
    unit_ids: tuple[UUID, ...]
    roles: frozenset[Role]

    @property
    def capabilities(self) -> frozenset[Capability]:
        """All that the roles let this person do."""
        return frozenset().union(*(CAPABILITIES[role] for role in self.roles))

    def can(self, capability: Capability) -> bool:
        """True when one of the roles has the capability."""
        return any(capability in CAPABILITIES[role] for role in self.roles)


def assignments_on(day: date) -> QuerySet[Assignment]:
    """Assignments in force on the day."""
    return Assignment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day), starts_on__lte=day)


def actor_for(user: User, *, on: date, board: UUID | None = None) -> Actor | None:
    """The user as an actor on a day, at the board asked for or else the first; None without assignment."""
    mine = list(assignments_on(on).filter(user=user).select_related("board").order_by("board__position", "starts_on"))
    here = [row for row in mine if row.board_id == board] or [row for row in mine if row.board_id == mine[0].board_id]
    if not here:
        return None
    return Actor(
        user_id=user.pk,
        first_name=user.first_name,
        full_name=user.full_name,
        municipality=user.municipality,
        board_id=here[0].board_id,
        board_name=here[0].board.name,
        unit_ids=tuple(dict.fromkeys(row.unit_id for row in here)),
        roles=frozenset(Role(row.role) for row in here),
    )


def boards_of(user: User, *, on: date) -> list[tuple[UUID, str]]:
    """The boards the user may choose between, as key and name."""
    rows = assignments_on(on).filter(user=user).order_by("board__position")
    return list(dict.fromkeys(rows.values_list("board_id", "board__name")))


def colleagues_with(capability: Capability, *, board: UUID, on: date) -> QuerySet[User]:
    """Active colleagues at the board who have the capability on that day, by name."""
    roles = [role.value for role, capabilities in CAPABILITIES.items() if capability in capabilities]
    ids = assignments_on(on).filter(board_id=board, role__in=roles).values("user_id")
    return User.objects.filter(pk__in=ids, is_active=True).order_by("first_name", "last_name", "pk")


def role_titles(municipality: str) -> dict[str, str]:
    """Every role with its local title, in the order of the roles."""
    local = dict(RoleTitle.objects.filter(municipality=municipality, active=True).values_list("key", "title"))
    return {role.value: local.get(role.value, name) for role, name in ROLE_NAMES.items()}
