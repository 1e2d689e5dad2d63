"""What each address reads. Lists ask four statements at most."""

from uuid import UUID

from django.db.models import Count, QuerySet, Window

from anhoriglots.booking.models import Group
from anhoriglots.booking.queries.published_groups import coming_groups, found_group, with_times
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Unit
from anhoriglots.organisations.queries import TargetGroupChoice, target_groups_of

from ..answers import Asked
from ..offers import Wanted, fitting, reach_of, some_of
from ..paging import Paging
from ..problems import not_found
from . import shapes
from .parameters import GroupParameters, Listed, NoParameters, OfferParameters
from .reading import group_of, offer_of, target_group_of, unit_of

API_VERSION, RELEASED = "1.0.0", "2026-11-23"


def info(asked: Asked, given: NoParameters) -> shapes.ApiInfo:
    """About the interface."""
    return shapes.ApiInfo(
        api_name="anhoriglots",
        api_version=API_VERSION,
        api_released=RELEASED,
        api_documentation=asked.address("api-description"),
        api_status="active",
    )


def offers(asked: Asked, given: OfferParameters) -> shapes.OfferPage:
    """What carers can get."""
    wanted = Wanted(
        search=given.search, group=given.target_group, form=given.support_form or None, district=given.district
    )
    rows = fitting(asked.code, wanted)
    paging = given.paging(rows.count())
    found = some_of(rows, paging.rows)
    reach = reach_of(asked.code, found)
    return shapes.OfferPage(items=[offer_of(row, reach[row.pk], asked) for row in found], **_told(paging))


def offer(asked: Asked, given: NoParameters, key: UUID) -> shapes.Offer:
    """One of them."""
    row = fitting(asked.code, Wanted()).filter(pk=key).first()
    if row is None:
        raise not_found("Stödet")
    return offer_of(row, reach_of(asked.code, [row])[row.pk], asked)


def groups(asked: Asked, given: GroupParameters) -> shapes.GroupPage:
    """Groups with a time to come."""
    known = _target_groups(asked)
    with scope(asked.code):
        rows = coming_groups(asked.code, at=asked.at)
        if given.unit:
            rows = rows.filter(unit=given.unit)
        if given.support_form:
            rows = rows.filter(support_form=given.support_form)
        paging, found = _counted(rows, given)
        items = [group_of(told, known, asked) for told in with_times(found)]
    return shapes.GroupPage(items=items, **_told(paging))


def group(asked: Asked, given: NoParameters, key: UUID) -> shapes.Group:
    """One group, also when it is cancelled or over."""
    with scope(asked.code):
        row = found_group(asked.code, key)
        if row is None:
            raise not_found("Gruppen")
        return group_of(with_times([row])[0], _target_groups(asked), asked)


def units(asked: Asked, given: Listed) -> shapes.UnitPage:
    """The units of the municipality."""
    rows = _units(asked)
    paging = given.paging(rows.count())
    return shapes.UnitPage(items=[unit_of(row) for row in rows[paging.rows]], **_told(paging))


def unit(asked: Asked, given: NoParameters, key: UUID) -> shapes.Unit:
    """One of them."""
    row = _units(asked).filter(pk=key).first()
    if row is None:
        raise not_found("Enheten")
    return unit_of(row)


def target_groups(asked: Asked, given: Listed) -> shapes.TargetGroupPage:
    """Whom carers help, with the municipality's words."""
    rows = target_groups_of(asked.code)
    paging = given.paging(len(rows))
    return shapes.TargetGroupPage(items=[target_group_of(row) for row in rows[paging.rows]], **_told(paging))


def _units(asked: Asked) -> QuerySet[Unit]:
    rows = Unit.objects.filter(municipality=asked.code, active=True).select_related("board")
    return rows.order_by("position", "key")


def _target_groups(asked: Asked) -> dict[str, TargetGroupChoice]:
    return {row.key: row for row in target_groups_of(asked.code)}


def _counted(rows: QuerySet[Group], given: Listed) -> tuple[Paging, list[Group]]:
    """The page and its rows; they are counted while they are read, and by themselves only after the last page."""
    asked_for = given.paging(0)
    found: list[Group] = [*rows.annotate(counted=Window(Count("pk")))[asked_for.rows]]
    total: int = getattr(found[0], "counted", 0) if found else rows.count() if given.page > 1 else 0
    return given.paging(total), found


def _told(paging: Paging) -> dict[str, int]:
    return {
        "page": paging.number,
        "limit": paging.size,
        "total_items": paging.total,
        "total_pages": paging.pages,
    }
