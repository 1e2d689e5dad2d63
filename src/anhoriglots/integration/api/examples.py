"""One invented answer for each shape. They are built as the shapes themselves, so none can be of another shape."""

from datetime import UTC, date, datetime
from uuid import UUID

from ..problems import Kind, ProblemAnswer
from . import shapes

BOARD = shapes.Named(id=UUID("0b5c2f6e-6a51-5c3f-9d0e-6b1f4f3f2a01"), name="Exempelnämnden")
UNIT = shapes.Named(id=UUID("0b5c2f6e-6a51-5c3f-9d0e-6b1f4f3f2a02"), name="Anhörigstödet i Exempelby")
WHOM = shapes.Named(id=UUID("0b5c2f6e-6a51-5c3f-9d0e-6b1f4f3f2a03"), name="Anhöriga till äldre")
FORM = shapes.SupportFormName(code="DS06", name="Anhöriggrupp")
PHONE = "031-390 06 99"

INFO = shapes.ApiInfo(
    api_name="anhoriglots",
    api_version="1.0.0",
    api_released=date(2026, 11, 23),
    api_documentation="https://exempel.example/api/v1/openapi.json",
    api_status="active",
)
OFFER = shapes.Offer(
    id=UUID("0b5c2f6e-6a51-5c3f-9d0e-6b1f4f3f2a04"),
    title={"sv": "Träffa andra i en grupp", "en": "Meet others in a group"},
    summary={"sv": "Du träffar andra som hjälper någon.", "en": "You meet others who help someone."},
    how={"sv": "Vi ses sex gånger.", "en": "We meet six times."},
    cost={"sv": "Kostar inget.", "en": "Free."},
    time={"sv": "Två timmar åt gången.", "en": "Two hours each time."},
    what_next={"sv": "Vi ringer dig.", "en": "We call you."},
    support_form=FORM,
    board=BOARD,
    contact=shapes.UnitContact(id=UNIT.id, name=UNIT.name, phone=PHONE, phone_is_example=True),
    for_everybody=False,
    target_groups=[WHOM],
    whole_municipality=True,
    districts=[],
    ways=["in_person"],
    languages=["sv"],
    has_interpreter=True,
    access_route="without_assessment",
    consent_by="carer",
    requires_cohabitation=False,
    outside_link=None,
    page="https://exempel.example/stod/0b5c2f6e-6a51-5c3f-9d0e-6b1f4f3f2a04/",
    checked_on=date(2026, 11, 16),
    next_check_on=date(2027, 5, 16),
)
GROUP = shapes.Group(
    id=UUID("0b5c2f6e-6a51-5c3f-9d0e-6b1f4f3f2a05"),
    title={"sv": "Tisdagsgruppen"},
    place={"sv": "Träffpunkten, Exempelgatan 1"},
    unit=UNIT,
    support_form=FORM,
    target_groups=[WHOM],
    languages=["sv"],
    seating="course",
    way="place",
    access=["lift", "hearing_loop"],
    fee=0,
    capacity=8,
    seats_left=3,
    has_queue=True,
    trial_allowed=True,
    is_cancelled=False,
    times=[
        shapes.GroupTime(
            id=UUID("0b5c2f6e-6a51-5c3f-9d0e-6b1f4f3f2a06"),
            starts_at=datetime(2026, 12, 1, 17, tzinfo=UTC),
            ends_at=datetime(2026, 12, 1, 19, tzinfo=UTC),
            is_cancelled=False,
            seats_left=None,
        )
    ],
    page="https://exempel.example/grupper/0b5c2f6e-6a51-5c3f-9d0e-6b1f4f3f2a05/",
)
UNIT_WHOLE = shapes.Unit(
    id=UNIT.id,
    name=UNIT.name,
    board=BOARD,
    phone=PHONE,
    phone_is_example=True,
    functions=["Anhörigstöd enskilt och i grupp"],
    opening_hours=[shapes.OpeningHours(weekday=1, opens="09:00", closes="15:00")],
    is_central=True,
    answers_requests=True,
)
TARGET_GROUP = shapes.TargetGroup(id=WHOM.id, key="elderly", name=WHOM.name)
ONE_PAGE = {"page": 1, "limit": 20, "total_items": 1, "total_pages": 1}
OFFERS = shapes.OfferPage(items=[OFFER], **ONE_PAGE)
GROUPS = shapes.GroupPage(items=[GROUP], **ONE_PAGE)
UNITS = shapes.UnitPage(items=[UNIT_WHOLE], **ONE_PAGE)
TARGET_GROUPS = shapes.TargetGroupPage(items=[TARGET_GROUP], **ONE_PAGE)


def problem(kind: Kind, detail: str) -> ProblemAnswer:
    """What a fault looks like."""
    status, name, title = kind.value
    address = "/api/v1/offers"
    return ProblemAnswer(
        type=f"urn:anhoriglots:problem:{name}", title=title, status=status, detail=detail, instance=address
    )
