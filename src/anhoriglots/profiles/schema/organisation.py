"""organisation.yaml: boards, divisions, districts, units and what the roles are called."""

from dataclasses import dataclass
from datetime import time
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from .base import AllOrKeys, Key, Keys, Line, Name, Phone, Row, SourcedRow

BoardKind = Literal["social", "elder", "care", "district"]
Role = Literal[
    "carer_advisor",
    "support_contact",
    "coordinator",
    "case_officer",
    "unit_manager",
    "operations_manager",
    "authority_manager",
    "carer_representative",
    "group_leader",
    "information_editor",
    "board_administrator",
    "followup_analyst",
    "quality_manager",
    "log_reviewer",
    "system_administrator",
]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Span:
    """From one time of day to a later one the same day."""

    opens: time
    closes: time

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"


def opening_span(value: object) -> object:
    """Reads "09:00-15:00"; anything that is not text is left for the schema to refuse."""
    if not isinstance(value, str):
        return value
    try:
        opens, closes = (time.fromisoformat(part.strip()) for part in value.split("-"))
    except ValueError:
        raise ValueError(f'"{value}" är ingen öppettid, skriv till exempel "09:00-15:00"') from None
    if closes <= opens:
        raise ValueError(f'öppettiden "{value}" slutar innan den börjar')
    return Span(opens, closes)


OpeningSpan = Annotated[Span, BeforeValidator(opening_span)]


class OpeningHours(Row):
    """When the unit answers, by weekday; a day that is left out is closed."""

    monday: OpeningSpan | None = None
    tuesday: OpeningSpan | None = None
    wednesday: OpeningSpan | None = None
    thursday: OpeningSpan | None = None
    friday: OpeningSpan | None = None
    saturday: OpeningSpan | None = None
    sunday: OpeningSpan | None = None

    def week(self) -> tuple[Span | None, ...]:
        """Monday first, so that ``date.weekday()`` is the index."""
        return tuple(getattr(self, day) for day in WEEKDAYS)


class Board(SourcedRow):
    """A political board: an authority of its own, and the controller of its own personal data."""

    key: Key
    name: Name
    kind: BoardKind


class Division(SourcedRow):
    """A part of the administration that works for one or more boards."""

    key: Key
    name: Name
    boards: Keys


class District(SourcedRow):
    """A part of the municipality that has a board of its own."""

    key: Key
    name: Name
    board: Key


class Unit(SourcedRow):
    """A workplace.

    Attributes:
        districts: the districts it serves, or "all" for the whole municipality.
        functions: what the unit is for, as the municipality says it.
        answers_requests: whether contact requests from the open pages come here.
        is_central_carer_support: the unit that holds carer support together for its board; at most one per board.
        has_carer_representative: whether the operation shall have a carer representative (anhörigombud).
    """

    key: Key
    name: Name
    board: Key
    division: Key | None = None
    districts: AllOrKeys = "all"
    phone: Phone
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$")] | None = None
    hours: OpeningHours
    functions: tuple[Line, ...] = ()
    answers_requests: bool = False
    is_central_carer_support: bool = False
    has_carer_representative: bool = False


class RoleTitle(SourcedRow):
    """What a role is called in this municipality."""

    role: Role
    title: Name


class Organisation(Row):
    """The whole of organisation.yaml."""

    boards: tuple[Board, ...]
    divisions: tuple[Division, ...] = ()
    districts: tuple[District, ...] = ()
    units: tuple[Unit, ...]
    role_titles: tuple[RoleTitle, ...]
