"""What there is of an offer: the row that everybody reads, the draft and the versions; and how a version is added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from anhoriglots.accounts.queries import Actor
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Decision, Refused, forbidden
from anhoriglots.kernel.identity import looks_like_personal_number

from .models import Offer, OfferContent, OfferDraft, OfferVersion, VersionKind
from .models.content import TEXTS
from .models.origin import Origin
from .policies import may_edit

NOT_READ = ("search", "search_title", "search_text")
CHANGED = forbidden(
    "changed-meanwhile", "Någon annan har ändrat stödet sedan du öppnade det. Det du har skrivit står kvar."
)


@dataclass(frozen=True, slots=True)
class Standing:
    """All there is of one offer at the board. Without any of it the offer is yet to be written."""

    row: Offer | None
    draft: OfferDraft | None
    newest: OfferVersion | None

    @property
    def saved(self) -> OfferContent | None:
        """What the newest version says, or what stands in the profile; None when it was never published."""
        if self.newest is not None and (self.row is None or self.row.origin == Origin.REGISTER):
            return OfferContent.of(self.newest.content)
        return content_of(self.row) if self.row is not None else None

    @property
    def content(self) -> OfferContent | None:
        """What is being worked on: the draft, else what was saved last."""
        return OfferContent.of(self.draft.content) if self.draft is not None else self.saved

    @property
    def owner(self) -> str:
        """Key of the unit that answers for it; empty for what is yet to be written."""
        if self.row is not None:
            return str(self.row.owner_id)
        return self.content.owner if self.content is not None else ""

    @property
    def is_shown(self) -> bool:
        """Can everybody read it?"""
        return self.row is not None and self.row.active


def standing_of(actor: Actor, offer_id: UUID) -> Standing:
    """What there is at the actor's board.

    Raises:
        Offer.DoesNotExist: the offer is another board's.
    """
    row = Offer.objects.defer(*NOT_READ).filter(pk=offer_id).first()
    if row is not None and row.board_id != actor.board_id:
        raise Offer.DoesNotExist
    draft = OfferDraft.objects.filter(offer_id=offer_id).first()
    newest = OfferVersion.objects.filter(offer_id=offer_id).order_by("-number").first()
    return Standing(row, draft, newest)


def locked(actor: Actor, offer_id: UUID) -> Standing:
    """The same, held until the transaction ends: nobody else writes the offer meanwhile.

    Raises:
        Offer.DoesNotExist: there is nothing of it at the actor's board.
        Refused: the role edits nothing, or another unit answers for the offer.
    """
    _wait_for(f"offer:{offer_id}")
    standing = standing_of(actor, offer_id)
    if standing.content is None:
        raise Offer.DoesNotExist
    may_edit(actor, standing.owner).require()
    return standing


def locked_or_new(actor: Actor, offer_id: UUID, owner: str) -> Standing:
    """The same, also for what is yet to be written; it is then to be owned by the unit.

    Raises:
        Offer.DoesNotExist: the offer is another board's.
        Refused: the role edits nothing, or another unit answers for the offer.
    """
    _wait_for(f"offer:{offer_id}")
    standing = standing_of(actor, offer_id)
    may_edit(actor, standing.owner or owner).require()
    return standing


def lock_catalogue(actor: Actor) -> None:
    """One at a time in the municipality: what one publishes may be what another's offer leans on."""
    _wait_for(f"catalogue:{actor.municipality}")


def _wait_for(what: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [what])


def content_of(row: Offer) -> OfferContent:
    """What a row says. Where a profile's drafts are shown, nobody knows which translations somebody has read."""
    outside = row.outside_link or {}
    is_read = row.origin == Origin.REGISTER or not settings.SHOWS_DRAFTS
    languages = {language for words in row.texts.values() for language in words if is_read}
    return OfferContent(
        support_form=row.support_form_id,
        owner=str(row.owner_id),
        contact=str(row.contact_id),
        districts=() if row.everywhere else _keys(row.districts.values_list("pk", flat=True)),
        target_groups=() if row.for_everybody else _keys(row.target_groups.values_list("pk", flat=True)),
        needs=tuple(row.needs),
        ways=tuple(row.ways),
        languages=tuple(row.languages),
        has_interpreter=row.has_interpreter,
        access_route=row.access_route,
        consent_by=row.consent_by,
        requires_cohabitation=row.requires_cohabitation,
        twin=row.twin,
        outside_name=outside.get("name", ""),
        outside_url=outside.get("url", ""),
        evidence=row.evidence,
        review_days=(row.next_review_on - row.reviewed_on).days,
        texts=row.texts,
        read=tuple(languages - {"sv"}),
    )


def _keys(found: Iterable[UUID]) -> tuple[str, ...]:
    return tuple(str(key) for key in found)


def as_stands(content: OfferContent) -> OfferContent:
    """The content as it is kept, so that the same is equal wherever it comes from."""
    return OfferContent.of(content.as_data())


def add_version(actor: Actor, standing: Standing, offer_id: UUID, version: OfferVersion, *, at: datetime) -> None:
    """Number the version and save it; what stood in the profile is kept as the first one."""
    number = standing.newest.number if standing.newest else 0
    versions = [version]
    if standing.newest is None and standing.row is not None:
        versions.insert(0, OfferVersion(kind=VersionKind.PROFILE, content=content_of(standing.row).as_data()))
    for place, one in enumerate(versions, start=number + 1):
        one.offer_id, one.number, one.made_at = offer_id, place, at
        one.municipality, one.board_id = owner_of(current_scope()).values()
        one.made_by = None if one.kind == VersionKind.PROFILE else actor.user_id
        one.save(force_insert=True)


def names_nobody(content: OfferContent) -> None:
    """Refuse a text with a personal number in it.

    Raises:
        Refused: one of the texts looks like one.
    """
    texts = [words for name in TEXTS for words in content.texts.get(name, {}).values()]
    if any(looks_like_personal_number(text) for text in (*texts, content.evidence, content.outside_name)):
        raise Refused(_PERSONAL)


_PERSONAL: Decision = forbidden(
    "looks-like-personal-number", "Det ser ut som ett personnummer. Texten läses av alla, så ta bort det."
)
