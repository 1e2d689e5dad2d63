"""Registers the board's own answer where the reading of the law is not certain."""

from datetime import datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import LawOverride
from ..models.decisions import Outcome
from ..queries.decide_here import uncertain_rules
from .registering import Paper, law_of, register


@transaction.atomic
def register_override(
    *, actor: Actor, paper: Paper, question: str, outcome: Outcome, sentence: str, at: datetime
) -> LawOverride:
    """Save what staff at the board shall read in the place of the law's own answer; see queries.decide_here.

    Raises:
        Refused: what ``register`` refuses; everything that the question rests on has been read in an official text.
    """
    content = {"question": question, "outcome": outcome.value, "sentence": sentence}
    row = register(actor=actor, model=LawOverride, paper=paper, content=content, once=("question",), at=at)
    with law_of(paper.valid_from):
        known = {rule.question for rule in uncertain_rules(paper.valid_from)}
    if question not in known:
        told = "Nämnden kan bara svara själv där lagtexten inte är bekräftad. Den här frågan vilar på bekräftad text."
        raise Refused(forbidden("rests-on-official-text", told))
    return row
