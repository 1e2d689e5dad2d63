"""From rows to the shapes of the interface."""

from anhoriglots.booking.queries.published_groups import ToldGroup
from anhoriglots.booking.queries.translations import Draft, shown_texts
from anhoriglots.catalogue.models import Offer as OfferRow
from anhoriglots.organisations.models import Unit as UnitRow
from anhoriglots.organisations.queries import TargetGroupChoice

from ..answers import Asked
from ..offers import Reach
from . import shapes

OFFER_TEXTS = ("title", "summary", "how", "cost", "time", "what_next")


def offer_of(row: OfferRow, reach: Reach, asked: Asked) -> shapes.Offer:
    """One offer."""
    link = row.outside_link
    return shapes.Offer(
        id=row.pk,
        **{name: _texts(row.texts, name) for name in OFFER_TEXTS},
        support_form=shapes.SupportFormName(code=row.support_form_id, name=row.support_form.name),
        board=shapes.Named(id=row.board_id, name=row.board.name),
        contact=shapes.UnitContact(
            id=row.contact_id,
            name=row.contact.name,
            phone=row.contact.phone,
            phone_is_example=row.contact.phone_is_example,
        ),
        for_everybody=row.for_everybody,
        target_groups=[] if row.for_everybody else [_group_name(one) for one in reach.groups],
        whole_municipality=row.everywhere,
        districts=[shapes.Named(id=one.pk, name=one.name) for one in reach.districts],
        ways=row.ways,
        languages=row.languages,
        has_interpreter=row.has_interpreter,
        access_route=row.access_route,
        consent_by=row.consent_by,
        requires_cohabitation=row.requires_cohabitation,
        outside_link=shapes.OutsideLink(name=link["name"], url=link["url"]) if link else None,
        page=asked.page("offer", row.pk),
        checked_on=row.reviewed_on,
        next_check_on=row.next_review_on,
    )


def unit_of(row: UnitRow) -> shapes.Unit:
    """One unit."""
    return shapes.Unit(
        id=row.pk,
        name=row.name,
        board=shapes.Named(id=row.board_id, name=row.board.name),
        phone=row.phone,
        phone_is_example=row.phone_is_example,
        functions=row.functions,
        opening_hours=[_hours(day, span) for day, span in sorted(row.hours.items())],
        is_central=row.is_central,
        answers_requests=row.answers_requests,
    )


def target_group_of(row: TargetGroupChoice) -> shapes.TargetGroup:
    """One target group."""
    return shapes.TargetGroup(id=row.pk, key=row.key, name=row.label)


def group_of(told: ToldGroup, known: dict[str, TargetGroupChoice], asked: Asked) -> shapes.Group:
    """One group; ``known`` are the municipality's target groups by key."""
    row = told.group
    texts = shown_texts(row)
    return shapes.Group(
        id=row.pk,
        title=_texts(texts, "title"),
        place=_texts(texts, "place"),
        unit=shapes.Named(id=row.unit_id, name=row.unit.name),
        support_form=shapes.SupportFormName(code=row.support_form_id, name=row.support_form.name),
        target_groups=[_group_name(known[key]) for key in row.target_groups if key in known],
        languages=row.languages,
        seating=row.seating,
        way=row.way,
        access=row.access,
        fee=row.fee,
        capacity=row.capacity,
        seats_left=told.left,
        has_queue=row.has_queue,
        trial_allowed=row.trial_allowed,
        is_cancelled=told.is_cancelled,
        times=[
            shapes.GroupTime(
                id=one.meeting.pk,
                starts_at=one.meeting.starts_at,
                ends_at=one.meeting.ends_at,
                is_cancelled=one.meeting.cancelled_at is not None,
                seats_left=one.left,
            )
            for one in told.times
        ],
        page=asked.page("group", row.pk),
    )


def _texts(texts: dict[str, dict[str, str]], name: str) -> dict[str, str]:
    """What somebody has read: a draft has a mark on the pages, and nothing here can hold one."""
    return {code: text for code, text in texts.get(name, {}).items() if text and not isinstance(text, Draft)}


def _hours(day: str, span: str) -> shapes.OpeningHours:
    opens, closes = span.split("-")
    return shapes.OpeningHours(weekday=int(day) + 1, opens=opens, closes=closes)


def _group_name(row: TargetGroupChoice) -> shapes.Named:
    return shapes.Named(id=row.pk, name=row.label)
