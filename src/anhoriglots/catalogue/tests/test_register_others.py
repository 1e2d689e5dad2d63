"""Delegations, retention, and the board's own answers to questions of the law."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.actions.register_delegation import register_delegation
from anhoriglots.catalogue.actions.register_override import register_override
from anhoriglots.catalogue.actions.register_retention import register_retention
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.models.decisions import KeepUnit, Outcome
from anhoriglots.catalogue.queries.decide_here import decide_here, uncertain_rules
from anhoriglots.database.scope import scope
from anhoriglots.kernel import decision as kernel
from anhoriglots.kernel.decision import Refused
from anhoriglots.law import decide
from anhoriglots.organisations.models import Board

pytestmark = pytest.mark.django_db
Papers = Callable[..., Paper]
TODAY = date(2026, 11, 24)
# Rests on a municipality's programme, beside the act on secrecy.
QUESTION = "contact-noticed-carer"
UNASKED = {"initiated_by": "staff", "noticed_through": "cared_for"}
OWN = "Fråga alltid enhetschefen innan du tar kontakt."


def test_two_roles_may_decide_in_the_same_matter_but_each_only_once(elif_: Actor, paper: Papers, at: datetime) -> None:
    for role in (Role.COORDINATOR, Role.UNIT_MANAGER):
        row = register_delegation(actor=elif_, paper=paper(), matter="Avsluta ärende", role=role, at=at)
        assert (row.matter, row.role) == ("Avsluta ärende", role)
    with pytest.raises(Refused) as refused:
        register_delegation(actor=elif_, paper=paper(), matter="Avsluta ärende", role=Role.COORDINATOR, at=at)
    assert refused.value.decision.reason == "overlaps"


@pytest.mark.parametrize(
    ("keep", "unit", "reason"),
    [
        (5, KeepUnit.PRESERVE, "number-when-preserved"),
        (None, KeepUnit.YEARS, "no-number-to-keep"),
        (0, KeepUnit.DAYS, "no-number-to-keep"),
        (1001, KeepUnit.MONTHS, "no-number-to-keep"),
    ],
)
def test_a_time_is_a_number_and_what_is_preserved_has_none(
    elif_: Actor, paper: Papers, at: datetime, keep: int | None, unit: KeepUnit, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        register_retention(actor=elif_, paper=paper(), document_type="Anteckningar", keep=keep, keep_unit=unit, at=at)
    assert refused.value.decision.reason == reason


def test_a_kind_of_document_has_one_time(elif_: Actor, paper: Papers, at: datetime) -> None:
    for keep, unit, kind in ((5, KeepUnit.YEARS, "Anteckningar"), (None, KeepUnit.PRESERVE, "Beslut")):
        row = register_retention(actor=elif_, paper=paper(), document_type=kind, keep=keep, keep_unit=unit, at=at)
        assert row.keep == keep
    with pytest.raises(Refused):
        register_retention(actor=elif_, paper=paper(), document_type="Beslut", keep=1, keep_unit=KeepUnit.DAYS, at=at)


def override(actor: Actor, paper: Paper, at: datetime, question: str = QUESTION) -> None:
    register_override(actor=actor, paper=paper, question=question, outcome=Outcome.FORBIDDEN, sentence=OWN, at=at)


def test_the_boards_own_answer_takes_the_laws_place_where_the_reading_is_not_certain(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    law = decide(QUESTION, on=TODAY, facts=UNASKED)
    assert decide_here(elif_.board_id, QUESTION, TODAY, UNASKED) == law
    assert law.outcome is kernel.Outcome.UNDETERMINED
    override(elif_, paper(), at)
    own = decide_here(elif_.board_id, QUESTION, TODAY, UNASKED)
    assert (own.outcome, own.sentence, own.missing) == (kernel.Outcome.FORBIDDEN, OWN, ())
    assert own.citations == law.citations
    assert own.local == "Nämndens beslut VON 2026:61, 24 november 2026"


def test_a_carer_who_turns_to_us_is_met_whatever_the_board_has_answered(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    override(elif_, paper(), at)
    asked = decide_here(elif_.board_id, QUESTION, TODAY, {"initiated_by": "carer"})
    assert (asked.outcome, asked.local) == (kernel.Outcome.PERMITTED, "")


def test_the_day_before_and_the_day_after_the_law_speaks_itself(elif_: Actor, paper: Papers, at: datetime) -> None:
    override(elif_, paper(valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 2)), at)
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3))
    spoken = [bool(decide_here(elif_.board_id, QUESTION, day, UNASKED).local) for day in days]
    assert spoken == [False, True, True, False]


def test_at_another_board_and_in_another_municipality_the_law_speaks_itself(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    override(elif_, paper(), at)
    other = Board.objects.get(municipality="0480", key="social_board")
    assert not decide_here(other.pk, QUESTION, TODAY, UNASKED).local
    with scope("0662"):
        assert not decide_here(elif_.board_id, QUESTION, TODAY, UNASKED).local


def test_where_the_answer_rests_on_official_text_alone_the_law_speaks_itself(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    """The old wording of the duty has been read in an official text, the new one has not."""
    facts = {"cared_for": ("elderly",), "what": "support"}
    paper_of_then = paper(decided_on=date(2026, 6, 1), valid_from=date(2026, 7, 1))
    override(elif_, paper_of_then, at, question="offer-duty")
    assert decide_here(elif_.board_id, "offer-duty", date(2026, 7, 1), facts).local
    assert not decide_here(elif_.board_id, "offer-duty", date(2026, 6, 30), facts).local
    known = {rule.question for rule in uncertain_rules(TODAY)}
    assert "documentation-mode" not in known
    for question in ("documentation-mode", "no-such-question"):
        with pytest.raises(Refused) as refused:
            override(elif_, paper(), at, question=question)
        assert refused.value.decision.reason == "rests-on-official-text"
