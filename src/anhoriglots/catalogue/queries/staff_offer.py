"""One offer as those who write it see it: what is being written, what stands in the way, and every version."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision
from anhoriglots.organisations.models import Unit

from ..actions.registering import only_tried
from ..editing import NOT_READ, Standing, content_of, standing_of
from ..models import Offer, OfferContent, OfferVersion, VersionKind
from ..models.content import HALF_A_YEAR
from ..policies import may_edit
from ..publishing import refusals
from ..showing import key_of, show
from .offer_differences import Change, Names, differences, names_in
from .offer_page import OfferPage, offer_page
from .reviews import months_in_words, whole_months


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One version: what was done and by whom, and what it changed."""

    number: int
    what: str
    who: str
    day: str
    reason: str
    changes: tuple[Change, ...]
    may_restore: bool


@dataclass(frozen=True, slots=True)
class StaffOffer:
    """The offer.

    Attributes:
        mark: of the content that is being worked on.
        state: whether everybody reads it, in words.
        checked: when somebody last looked at it, or for how long nobody has; empty when it is not published.
        waits: what the draft changes of what is published.
        stops: what stands in the way of publishing; None when there is nothing to publish.
        unit: key of the unit that one turns to, and ``support_form``: together they tell which groups belong to it.
    """

    id: UUID
    title: str
    mark: str
    state: str
    is_shown: bool
    has_draft: bool
    drafted: str
    checked: str
    is_overdue: bool
    owner: str
    evidence: str
    support_form: str
    unit: UUID
    may_edit: Decision
    waits: tuple[Change, ...]
    stops: list[Decision] | None
    versions: list[ShownVersion]


def staff_offer(actor: Actor, offer_id: UUID, *, on: date) -> StaffOffer:
    """Everything about it.

    Raises:
        Offer.DoesNotExist: there is nothing of it at the actor's board.
    """
    standing = standing_of(actor, offer_id)
    content = standing.content
    if content is None:
        raise Offer.DoesNotExist
    names, rows = names_in(actor.municipality), _versions(offer_id)
    people = _people([*(row.made_by for row in rows), standing.draft.edited_by if standing.draft else None])
    can_publish = standing.draft is not None or not standing.is_shown
    saved = standing.saved
    return StaffOffer(
        id=offer_id,
        title=content.text("title"),
        mark=content.mark,
        state=_state(standing),
        is_shown=standing.is_shown,
        has_draft=standing.draft is not None,
        drafted=_drafted(standing, people),
        checked=_checked(standing.row, on),
        is_overdue=standing.is_shown and standing.row is not None and standing.row.next_review_on < on,
        owner=names.units.get(content.owner, ""),
        evidence=content.evidence,
        support_form=content.support_form,
        unit=UUID(content.contact),
        may_edit=may_edit(actor, standing.owner),
        waits=differences(saved, content, names) if saved is not None else (),
        stops=refusals(actor, key_of(offer_id, standing.row), content, on=on) if can_publish else None,
        versions=list(_shown_versions(rows, names, people, standing)),
    )


def content_to_edit(actor: Actor, offer_id: UUID) -> OfferContent | None:
    """What is being worked on; None for what is yet to be written.

    Raises:
        Offer.DoesNotExist: another board's.
        Refused: another unit's.
    """
    standing = standing_of(actor, offer_id)
    if standing.content is not None:
        may_edit(actor, standing.owner).require()
    return standing.content


def content_like(actor: Actor, key: UUID) -> OfferContent | None:
    """What a new offer may begin as: another one that everybody reads, by whatever board or municipality.

    It becomes one's own, and its translations are to be read anew. None when nothing of that key is published.
    """
    row = Offer.objects.defer(*NOT_READ).filter(pk=key, active=True).first()
    if row is None or not actor.unit_ids:
        return None
    own, unit = row.municipality_id == actor.municipality, str(actor.unit_ids[0])
    like = replace(content_of(row), owner=unit, contact=unit, review_days=HALF_A_YEAR, read=())
    return like if own else replace(like, districts=(), target_groups=(), twin="")


def what_has_changed(actor: Actor, offer_id: UUID, mine: OfferContent) -> tuple[Change, ...]:
    """How what stands there now differs from what I have written."""
    now = content_to_edit(actor, offer_id)
    return differences(mine, now, names_in(actor.municipality)) if now is not None else ()


def draft_page(actor: Actor, offer_id: UUID, *, on: date) -> tuple[OfferPage | None, str]:
    """The offer's page as everybody would read it, made in earnest and taken back; and the mark of what it says.

    Raises:
        Offer.DoesNotExist: there is nothing of it at the actor's board.
        Refused: another unit's.
    """
    standing = standing_of(actor, offer_id)
    if standing.content is None:
        raise Offer.DoesNotExist
    may_edit(actor, standing.owner).require()
    with only_tried():
        show(actor, offer_id, standing.row, standing.content, on=on)
        return offer_page(actor.municipality, offer_id, on=on), standing.content.mark


def own_units(actor: Actor) -> list[tuple[str, str]]:
    """Key and name of the units that the actor may write for."""
    rows = Unit.objects.filter(pk__in=actor.unit_ids, active=True).order_by("position")
    return [(str(row.pk), row.name) for row in rows]


def board_units(actor: Actor) -> list[tuple[str, str]]:
    """Key and name of every unit of the board."""
    rows = Unit.objects.filter(board=actor.board_id, active=True).order_by("position")
    return [(str(row.pk), row.name) for row in rows]


def offers_without_net(municipality: str, but: UUID) -> list[tuple[str, str]]:
    """What an offer may name as the same without the net: key and title, each once."""
    rows = Offer.objects.filter(municipality=municipality, active=True).exclude(pk=but).exclude(ways=["digital"])
    found = {row.offer_key: row.texts["title"]["sv"] for row in rows.only("offer_key", "texts").order_by("-position")}
    return sorted(found.items(), key=lambda one: one[1].casefold())


def _versions(offer_id: UUID) -> list[OfferVersion]:
    return list(OfferVersion.objects.filter(offer_id=offer_id).order_by("-number"))


def _people(keys: list[UUID | None]) -> dict[UUID, str]:
    wanted = {key for key in keys if key is not None}
    return {user.pk: user.full_name for user in User.objects.filter(pk__in=wanted)} if wanted else {}


def _shown_versions(
    rows: list[OfferVersion], names: Names, people: dict[UUID, str], standing: Standing
) -> Iterator[ShownVersion]:
    earlier = {row.number: OfferContent.of(row.content) for row in rows}
    now = standing.content.mark if standing.content is not None else ""
    for row in rows:
        content, before = earlier[row.number], earlier.get(row.number - 1)
        yield ShownVersion(
            number=row.number,
            what=VersionKind(row.kind).label,
            who=people.get(row.made_by, "") if row.made_by else "",
            day=swedish_date(localdate(row.made_at)),
            reason=row.reason,
            changes=differences(before, content, names) if before is not None else (),
            may_restore=standing.draft is None and content.mark != now,
        )


def _state(standing: Standing) -> str:
    if standing.is_shown:
        return "Publicerat"
    return "Tillbakadraget" if standing.row is not None else "Utkast"


def _drafted(standing: Standing, people: dict[UUID, str]) -> str:
    draft = standing.draft
    if draft is None:
        return ""
    by = people.get(draft.edited_by, "")
    return f"Sparat {swedish_date(localdate(draft.edited_at))}{f' av {by}' if by else ''}"


def _checked(row: Offer | None, on: date) -> str:
    if row is None or not row.active:
        return ""
    if row.next_review_on < on:
        return f"Inte kontrollerat på {months_in_words(whole_months(row.reviewed_on, on))}"
    return f"Kontrollerat {swedish_date(row.reviewed_on)}. Kontrolleras igen senast {swedish_date(row.next_review_on)}"
