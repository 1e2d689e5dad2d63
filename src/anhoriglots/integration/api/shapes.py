"""What the interface answers, as models that also describe it. Field names are camelCase outside, as in the profile."""

from datetime import UTC, date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer
from pydantic.alias_generators import to_camel

Texts = dict[str, str]
TEXTS = "Text per språk (ISO 639-1); svenska finns alltid. / Text by language; Swedish is always there."


def in_utc(at: datetime) -> str:
    """RFC 3339 in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


Instant = Annotated[datetime, PlainSerializer(in_utc, return_type=str, when_used="json")]


class Shape(BaseModel):
    """What every answer has in common."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, frozen=True, extra="forbid")


class ApiInfo(Shape):
    """Om gränssnittet. / About the interface."""

    api_name: str
    api_version: str
    api_released: date
    api_documentation: str
    api_status: Literal["active", "deprecated", "retired", "beta"]


class Named(Shape):
    """Något med id och namn. / Something with id and name."""

    id: UUID
    name: str


class SupportFormName(Shape):
    """Slag av stöd. / Kind of support."""

    code: str = Field(description="Samma i alla kommuner. / The same in all municipalities.")
    name: str


class UnitContact(Shape):
    """Enheten du vänder dig till. / The unit to turn to."""

    id: UUID
    name: str
    phone: str = Field(description="Nummer till enheten; kan vara tomt. / The unit's number; may be empty.")
    phone_is_example: bool = Field(description="Numret är påhittat. / The number is invented.")


class OutsideLink(Shape):
    """En tjänst som någon annan driver. / A service that somebody else runs."""

    name: str
    url: str


class Offer(Shape):
    """Ett stöd till anhöriga. / One offer to carers."""

    id: UUID
    title: Texts = Field(description=TEXTS)
    summary: Texts
    how: Texts
    cost: Texts
    time: Texts
    what_next: Texts
    support_form: SupportFormName
    board: Named
    contact: UnitContact
    for_everybody: bool = Field(description="För alla anhöriga. / For all carers.")
    target_groups: list[Named]
    whole_municipality: bool
    districts: list[Named] = Field(description="Tomt när det gäller hela kommunen. / Empty for the whole municipality.")
    ways: list[Literal["in_person", "phone", "digital"]]
    languages: list[str]
    has_interpreter: bool
    access_route: Literal["without_assessment", "assessed", "lss", "either", "other_law"]
    consent_by: Literal["carer", "cared_for", "guardian"] = Field(description="Vem säger ja. / Who has to say yes.")
    requires_cohabitation: bool
    outside_link: OutsideLink | None
    page: str = Field(description="Sidan om stödet. / The page about the offer.")
    checked_on: date = Field(description="Texten är läst och stämmer denna dag. / The text was checked on this day.")
    next_check_on: date


class OpeningHours(Shape):
    """Öppet en veckodag, svensk tid. / Open on one weekday, Swedish time."""

    weekday: int = Field(ge=1, le=7, description="1 är måndag. / 1 is Monday (ISO 8601).")
    opens: str = Field(pattern=r"^\d\d:\d\d$")
    closes: str = Field(pattern=r"^\d\d:\d\d$")


class Unit(Shape):
    """En enhet som anhöriga kan vända sig till. / A unit that carers can turn to."""

    id: UUID
    name: str
    board: Named
    phone: str
    phone_is_example: bool
    functions: list[str]
    opening_hours: list[OpeningHours]
    is_central: bool
    answers_requests: bool


class TargetGroup(Shape):
    """Vem den anhöriga hjälper. / Whom the carer helps."""

    id: UUID
    key: str
    name: str


class GroupTime(Shape):
    """En gång. / One time."""

    id: UUID
    starts_at: Instant
    ends_at: Instant
    is_cancelled: bool
    seats_left: int | None = Field(description="Null när gången inte bokas för sig. / Null when not booked by itself.")


class Group(Shape):
    """En grupp, kurs eller träff. / A group, course or meeting."""

    id: UUID
    title: Texts = Field(description=TEXTS)
    place: Texts
    unit: Named
    support_form: SupportFormName
    target_groups: list[Named] = Field(description="Tomt när den är för alla. / Empty when it is for everybody.")
    languages: list[str]
    seating: Literal["course", "meeting", "open"]
    way: Literal["place", "online", "hybrid"]
    access: list[str]
    fee: int = Field(ge=0, description="Kronor för hela gruppen. / SEK for the whole group.")
    capacity: int | None
    seats_left: int | None = Field(description="För hela kursen; annars null. / Of a whole course; else null.")
    has_queue: bool
    trial_allowed: bool
    is_cancelled: bool
    times: list[GroupTime]
    page: str = Field(description="Sidan där man bokar. / The page where one books.")


class Page(Shape):
    """En sida av en lista. / One page of a list."""

    page: int
    limit: int
    total_items: int
    total_pages: int


class OfferPage(Page):
    """Stöd. / Offers."""

    items: list[Offer]


class GroupPage(Page):
    """Grupper som kommer. / Coming groups."""

    items: list[Group]


class UnitPage(Page):
    """Enheter. / Units."""

    items: list[Unit]


class TargetGroupPage(Page):
    """Målgrupper. / Target groups."""

    items: list[TargetGroup]
