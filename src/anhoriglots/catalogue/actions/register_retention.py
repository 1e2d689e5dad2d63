"""Registers how long a kind of document is kept."""

from datetime import datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import RetentionDecision
from ..models.decisions import KeepUnit
from .registering import Paper, register

LONGEST = 1000


@transaction.atomic
def register_retention(
    *, actor: Actor, paper: Paper, document_type: str, keep: int | None, keep_unit: KeepUnit, at: datetime
) -> RetentionDecision:
    """Save how many days, months or years, or that the document is preserved, and then without number.

    Raises:
        Refused: what ``register`` refuses; a number where the document is preserved, or none where it is not.
    """
    if keep_unit is KeepUnit.PRESERVE and keep is not None:
        raise Refused(forbidden("number-when-preserved", "Det som bevaras har ingen tid. Lämna antalet tomt."))
    if keep_unit is not KeepUnit.PRESERVE and (keep is None or not 1 <= keep <= LONGEST):
        raise Refused(forbidden("no-number-to-keep", f"Skriv ett antal från 1 till {LONGEST}."))
    content = {"document_type": document_type, "keep": keep, "keep_unit": keep_unit.value}
    return register(actor=actor, model=RetentionDecision, paper=paper, content=content, once=("document_type",), at=at)
