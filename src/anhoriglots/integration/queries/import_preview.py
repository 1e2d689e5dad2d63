"""A file that has been read, as it is shown before anything is saved."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.models import OfferContent, OfferDraft, OfferVersion
from anhoriglots.catalogue.support_forms import support_forms
from anhoriglots.organisations.models import Unit

from ..hsds.taxonomies import form_term_id
from ..importing.plan import Kind, Known, Planned, mark_of, planned
from ..importing.services import NO_TERM, Service
from ..importing.told import RowFault
from ..models import ImportedService, ImportFile, ImportSource

KEPT = timedelta(days=1)
MOST_TERMS = 60
NO_TERM_NAME = "Utan kategori"


@dataclass(frozen=True, slots=True)
class Category:
    """A category of theirs.

    Attributes:
        form: what has been chosen for it; empty while nothing has.
        count: how many of the services are in it.
    """

    key: str
    name: str
    form: str
    count: int


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """All that is shown, and the mark of exactly that.

    Attributes:
        missing: names of what was taken in before and is not in the file; nothing happens to them.
    """

    id: UUID
    source: str
    unit: str
    rows: tuple[Planned, ...]
    faults: tuple[RowFault, ...]
    notices: tuple[str, ...]
    categories: tuple[Category, ...]
    missing: tuple[str, ...]
    mark: str

    def count(self, *kinds: Kind) -> int:
        """How many services become one of these."""
        return sum(row.kind in kinds for row in self.rows)

    @property
    def to_save(self) -> int:
        """How many drafts would be written."""
        return self.count(Kind.NEW, Kind.CHANGED)


def import_preview(actor: Actor, file_id: UUID, *, at: datetime) -> ImportPreview:
    """The file as it would be saved now.

    Raises:
        ImportFile.DoesNotExist: it has been saved or thrown away, is older than a day, or is another board's.
    """
    return preview_of(waiting(at).get(pk=file_id))


def waiting(at: datetime) -> QuerySet[ImportFile]:
    """Files that still may be saved."""
    return ImportFile.objects.select_related("source").filter(made_at__gt=at - KEPT)


def preview_of(file: ImportFile) -> ImportPreview:
    """The same for a row that has been fetched."""
    services = [Service.of(one) for one in file.found["services"]]
    faults = tuple(RowFault(**one) for one in file.found["faults"])
    known = _known(file.source)
    rows = tuple(planned(services, file.forms, file.unit_id, known))
    unit = Unit.objects.filter(pk=file.unit_id).values_list("name", flat=True).first()
    there = {service.outside_id for service in services}
    return ImportPreview(
        id=file.pk,
        source=file.source.name,
        unit=unit or "",
        rows=rows,
        faults=faults,
        notices=tuple(file.found["notices"]),
        categories=tuple(_categories(services, file.forms)),
        missing=tuple(row.before.text("title") for key, row in known.items() if key not in there),
        mark=mark_of(rows, len(faults)),
    )


def sources(actor: Actor) -> list[str]:
    """Whose services the board has taken in, by name."""
    return list(ImportSource.objects.order_by("name").values_list("name", flat=True))


def remembered(source: ImportSource, services: Sequence[Service]) -> dict[str, str]:
    """What is chosen for each category: what was chosen before, and our own support forms, which have ids of their own
    that are the same in every municipality. Nothing else is filled in.
    """
    own = {str(form_term_id(code)): code for code in support_forms()}
    keys = {term.key for service in services for term in service.terms}
    return {key: form for key in keys if (form := source.forms.get(key) or own.get(key))}


def _known(source: ImportSource) -> Mapping[str, Known]:
    rows = list(ImportedService.objects.filter(source=source))
    offers = [row.offer_id for row in rows]
    now = {
        row.offer_id: row.content
        for row in OfferVersion.objects.filter(offer_id__in=offers).order_by("number").only("offer_id", "content")
    }
    now |= {row.offer_id: row.content for row in OfferDraft.objects.filter(offer_id__in=offers)}
    return {
        str(row.outside_id): Known(
            row.offer_id,
            OfferContent.of(row.content),
            OfferContent.of(now[row.offer_id]) if row.offer_id in now else None,
        )
        for row in rows
    }


def _categories(services: Sequence[Service], forms: Mapping[str, str]) -> list[Category]:
    """The most used first; more than a form can hold are left."""
    counts = Counter(term for service in services for term in service.terms)
    return [
        Category(term.key, NO_TERM_NAME if term.key == NO_TERM else term.name, forms.get(term.key, ""), count)
        for term, count in counts.most_common(MOST_TERMS)
    ]
