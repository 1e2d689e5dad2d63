"""What would become of each service of a file: the same plan is shown and saved."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from anhoriglots.catalogue.models import OfferContent
from anhoriglots.kernel.identity import looks_like_personal_number

from .services import ACTIVE, Service

# Two answers about a category beside the code of a support form.
SAYS_NOTHING, LEAVE_OUT = "-", "leave_out"
LONGEST_TEXT = 2_000
LONGEST_NAME = 120


class Kind(StrEnum):
    """What happens to a service."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WAITS = "waits"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Known:
    """A service that has been taken in before.

    Attributes:
        before: what the import wrote last.
        now: what stands there now; None when it has been thrown away here.
    """

    offer_id: UUID
    before: OfferContent
    now: OfferContent | None


@dataclass(frozen=True, slots=True)
class Planned:
    """One service.

    Attributes:
        why: a sentence for those at work, when there is something to say.
        content: what is to be written; None when nothing is.
        brought: what the file itself gives, to be told apart from the board's own changes at the next import.
    """

    service: Service
    kind: Kind
    why: str = ""
    known: Known | None = None
    content: OfferContent | None = None
    brought: OfferContent | None = None


def planned(
    services: Iterable[Service], forms: Mapping[str, str], unit: UUID, known: Mapping[str, Known]
) -> list[Planned]:
    """What becomes of each, in the order of the file.

    Args:
        forms: what has been chosen for each category, by its key.
        unit: who is to answer for what is new.
        known: what has been taken in before, by its id there.
    """
    return [_planned(service, forms, unit, known.get(service.outside_id)) for service in services]


def mark_of(rows: Iterable[Planned], faults: int) -> str:
    """The same as long as exactly the same would be saved."""
    told = [(row.service.mark, row.kind, row.content.as_data() if row.content else None) for row in rows]
    return hashlib.sha256(json.dumps([told, faults], sort_keys=True).encode()).hexdigest()


def _planned(service: Service, forms: Mapping[str, str], unit: UUID, known: Known | None) -> Planned:
    if service.status != ACTIVE:
        return Planned(service, Kind.LEFT_OUT, _closed(known), known)
    if known is not None and known.now is None:
        return Planned(service, Kind.LEFT_OUT, "Ni har kastat utkastet.", known)
    chosen = {forms[term.key] for term in service.terms if forms.get(term.key)} - {SAYS_NOTHING}
    if LEAVE_OUT in chosen:
        return Planned(service, Kind.LEFT_OUT, "Kategorin hämtas inte in.", known)
    if len(chosen) != 1:
        return Planned(service, Kind.WAITS, _why_waits(chosen), known)
    brought = content_of(service, chosen.pop(), unit)
    if known is None:
        return Planned(service, Kind.NEW, "", None, brought, brought)
    return _again(service, known, brought)


def _closed(known: Known | None) -> str:
    if known is None or known.now is None:
        return "Tjänsten är inte öppen hos dem."
    return "Tjänsten är inte öppen hos dem längre. Se om stödet ska dras tillbaka."


def _why_waits(chosen: set[str]) -> str:
    if not chosen:
        return "Välj stödform för någon av kategorierna."
    return f"Kategorierna ger olika stödformer: {', '.join(sorted(chosen))}. Låt bara en av dem säga vilken."


def _again(service: Service, known: Known, brought: OfferContent) -> Planned:
    now = known.now or brought
    content = _merged(known.before, brought, now)
    if content.mark == now.mark:
        kept = "" if brought.mark in (known.before.mark, now.mark) else "Det ni har ändrat själva står kvar."
        return Planned(service, Kind.UNCHANGED, kept, known, None, brought)
    own = "" if now.mark == known.before.mark else "Det ni har ändrat själva står kvar."
    return Planned(service, Kind.CHANGED, own, known, content, brought)


def _merged(before: OfferContent, brought: OfferContent, now: OfferContent) -> OfferContent:
    """What they have changed is taken, except where somebody here has written something else."""
    old, new, own = before.as_data(), brought.as_data(), now.as_data()
    # Who answers is chosen here, once.
    merged = {
        name: own[name] if name in ("owner", "contact") else _newer(old[name], new[name], own[name]) for name in own
    }
    texts = {**old["texts"], **new["texts"], **own["texts"]}
    merged["texts"] = {name: _newer(*(one["texts"].get(name, {}) for one in (old, new, own))) for name in texts}
    return OfferContent.of(OfferContent.of(merged).as_data())


def _newer(old: Any, new: Any, own: Any) -> Any:
    return new if own == old else own


def content_of(service: Service, form: str, unit: UUID) -> OfferContent:
    """The service as the draft of an offer. How one gets it and who says yes is not in the file, so it is left open."""
    texts = {
        "title": service.name[:LONGEST_NAME],
        "summary": _joined(service.texts.get("description"), service.texts.get("alert")),
        "how": _how(service),
        "cost": _joined(service.texts.get("fees_description")),
    }
    content = OfferContent(
        support_form=form,
        owner=str(unit),
        contact=str(unit),
        ways=service.ways,
        languages=service.languages or ("sv",),
        outside_name=service.organization[:LONGEST_NAME] if service.website else "",
        outside_url=service.website,
        texts={name: {"sv": text} for name, text in texts.items()},
    )
    return OfferContent.of(content.as_data())


def _how(service: Service) -> str:
    call = f"Ring {service.phone}." if service.phone else ""
    told = [service.texts.get("eligibility_description"), service.texts.get("application_process")]
    who = f"Ges av {service.organization}." if service.organization else ""
    text = _joined(who, *told, call)
    # Some telephone numbers cannot be told from a personal number, and no text may hold one of those.
    return _joined(who, *told) if looks_like_personal_number(text) else text


def _joined(*texts: str | None) -> str:
    return " ".join(" ".join(filter(None, texts)).split())[:LONGEST_TEXT]
