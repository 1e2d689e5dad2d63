"""The board's own answer holds where the register itself asks the law."""

from collections.abc import Callable
from datetime import datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.actions.register_override import register_override
from anhoriglots.catalogue.actions.register_retention import register_retention
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.models.decisions import KeepUnit, Outcome
from anhoriglots.kernel.decision import Refused


@pytest.mark.django_db
def test_what_the_board_answers_itself_about_weeding_holds_when_a_time_is_registered(
    elif_: Actor, paper: Callable[..., Paper], at: datetime
) -> None:
    def keep(document_type: str) -> None:
        unit = KeepUnit.YEARS
        register_retention(
            actor=elif_, paper=paper(), about="statistics", document_type=document_type, keep=5, keep_unit=unit, at=at
        )

    keep("Statistik")
    own = "Fråga arkivet först."
    register_override(
        actor=elif_,
        paper=paper(),
        question="retention-decision",
        replaces="municipality-decides",
        outcome=Outcome.FORBIDDEN,
        sentence=own,
        at=at,
    )
    with pytest.raises(Refused) as refused:
        keep("Mer statistik")
    assert refused.value.decision.sentence == own
    assert refused.value.decision.local
