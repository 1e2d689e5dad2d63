"""Registers how long a kind of document is kept."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import RetentionDecision
from ..models.decisions import KeepUnit
from ..queries.law_kinds import retention_kinds
from ..queries.places import Place
from .registering import Paper, law_of, register

LONGEST = 1000


def _facts(about: str, keep: int | None, keep_unit: KeepUnit) -> dict[str, object]:
    facts: dict[str, object] = {"kind": about, "holder": "board", "weeded": keep_unit is not KeepUnit.PRESERVE}
    return facts if keep is None else facts | {"unit": keep_unit.value, "number": keep}


def _every() -> Iterator[dict[str, object]]:
    for kind, _ in retention_kinds():
        yield _facts(kind, None, KeepUnit.PRESERVE)
        yield from (_facts(kind, LONGEST, unit) for unit in KeepUnit if unit is not KeepUnit.PRESERVE)


NEW_RETENTION = Place("retention-decision", ("Nytt beslut om gallring",), every=lambda _day: _every())


@transaction.atomic
def register_retention(
    *, actor: Actor, paper: Paper, about: str, document_type: str, keep: int | None, keep_unit: KeepUnit, at: datetime
) -> RetentionDecision:
    """Save how many days, months or years, or that the document is preserved, and then without number.

    The law of the first day is asked whether the board may decide the time.

    Args:
        about: what the document is to the law; see catalogue.queries.law_kinds.

    Raises:
        Refused: what ``register`` refuses; a number where the document is preserved, or none where it is not; the act
            itself says how long it is kept, or the law does not know what it is about.
    """
    if keep_unit is KeepUnit.PRESERVE and keep is not None:
        raise Refused(forbidden("number-when-preserved", "Det som bevaras har ingen tid. Lämna antalet tomt."))
    if keep_unit is not KeepUnit.PRESERVE and (keep is None or not 1 <= keep <= LONGEST):
        raise Refused(forbidden("no-number-to-keep", f"Skriv ett antal från 1 till {LONGEST}."))
    content = {"about": about, "document_type": document_type, "keep": keep, "keep_unit": keep_unit.value}
    once = ("document_type",)
    row = register(actor=actor, model=RetentionDecision, paper=paper, content=content, once=once, at=at)
    with law_of(paper.valid_from):
        NEW_RETENTION.decide(actor, paper.valid_from, _facts(about, keep, keep_unit)).require()
    return row
