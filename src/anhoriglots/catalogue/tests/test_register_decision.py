"""Registering what the board has decided about a form of support: what the law, the days and the register let pass."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.register_decision import AboutSupport, register_decision
from anhoriglots.catalogue.actions.registering import Paper, only_tried
from anhoriglots.catalogue.models import BoardDecision, SupportForm
from anhoriglots.catalogue.queries.decisions import documentation_mode_for
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused

pytestmark = pytest.mark.django_db
Papers = Callable[..., Paper]
# Meeting places have no decision at the care board.
ABOUT = AboutSupport("DS07", True, "deidentified", reason="Många kommer bara om de får vara okända.")
TODAY = date(2026, 11, 24)


def registered(actor: Actor, paper: Paper, at: datetime, **changes: Any) -> BoardDecision:
    return register_decision(actor=actor, paper=paper, about=replace(ABOUT, **changes), at=at)


def test_the_form_is_written_down_as_decided_from_the_first_day(elif_: Actor, paper: Papers, at: datetime) -> None:
    registered(elif_, paper(valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 31)), at)
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1))
    modes = [documentation_mode_for(elif_.board_id, "DS07", on=day).mode for day in days]
    assert modes == ["identified", "deidentified", "deidentified", "identified"]


def test_who_registered_it_and_when_stands_in_the_row_and_in_the_log(elif_: Actor, paper: Papers, at: datetime) -> None:
    row = registered(elif_, paper(document="VON 2026/114"), at)
    assert (row.origin, row.registered_by, row.registered_at) == ("register", elif_.user_id, at)
    log = ActionLog.objects.get(object_id=row.pk)
    assert (log.action, log.actor_id, log.details) == ("catalogue.register_boarddecision", elif_.user_id, {})


def test_the_same_form_sent_twice_is_one_decision(elif_: Actor, paper: Papers, at: datetime) -> None:
    sent = paper()
    assert registered(elif_, sent, at) == registered(elif_, sent, at)
    assert ActionLog.objects.filter(object_id=sent.key).count() == 1


def test_what_is_only_tried_leaves_nothing_behind(elif_: Actor, paper: Papers, at: datetime) -> None:
    with only_tried():
        row = registered(elif_, paper(), at)
        assert BoardDecision.objects.filter(pk=row.pk).exists()
    assert not BoardDecision.objects.filter(pk=row.pk).exists()
    assert not ActionLog.objects.filter(object_id=row.pk).exists()


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ({"valid_to": date(2026, 11, 23)}, "ends-before-it-begins"),
        ({"valid_from": date(2026, 11, 23)}, "begins-before-decided"),
        ({"decided_on": date(2026, 11, 25), "valid_from": date(2026, 11, 25)}, "decided-later"),
        ({"decided_on": date(2017, 1, 9), "valid_from": date(2017, 1, 10)}, "no-law-on-day"),
        ({"number": "VON 19121212-1212"}, "looks-like-personal-number"),
        ({"document": "https://exempel.se/191212121212"}, "looks-like-personal-number"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(
    elif_: Actor, paper: Papers, at: datetime, days: dict[str, Any], reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        registered(elif_, paper(**days), at)
    assert refused.value.decision.reason == reason
    assert not BoardDecision.objects.filter(origin="register").exists()


def test_one_day_is_enough(elif_: Actor, paper: Papers, at: datetime) -> None:
    row = registered(elif_, paper(valid_to=TODAY), at)
    assert row.holds_on(TODAY)
    assert not row.holds_on(date(2026, 11, 25))


@pytest.mark.parametrize("kind", ["contact_person", "other_round_the_clock_care"])
def test_a_kind_that_the_law_always_assesses_is_refused_with_its_section(
    elif_: Actor, paper: Papers, at: datetime, kind: str
) -> None:
    housing = SupportForm.objects.filter(legal_kind=kind)[0]
    with pytest.raises(Refused) as refused:
        registered(elif_, paper(), at, support_form=housing.pk)
    assert refused.value.decision.reason == "always-assessed"
    assert [citation.section for citation in refused.value.decision.citations] == ["11 kap. 5 §"]
    row = registered(elif_, paper(), at, support_form=housing.pk, without_assessment=False, documentation="identified")
    assert not row.without_assessment


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"documentation": "counselling"}, "not-counselling"),
        ({"without_assessment": False}, "no-identity-decision"),
        ({"reason": ""}, "no-special-reasons"),
        ({"support_form": "DS99"}, "unknown-form"),
    ],
)
def test_what_the_law_does_not_let_be_written_down_so_is_refused(
    elif_: Actor, paper: Papers, at: datetime, changes: dict[str, Any], reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        registered(elif_, paper(), at, **changes)
    assert refused.value.decision.reason == reason


@pytest.mark.parametrize(
    ("first", "last", "free"),
    [
        (date(2026, 11, 24), date(2026, 12, 9), True),
        (date(2026, 11, 24), date(2026, 12, 10), False),
        (date(2026, 11, 24), None, False),
        (date(2026, 12, 20), date(2026, 12, 20), False),
        (date(2026, 12, 31), None, False),
        (date(2027, 1, 1), None, True),
    ],
)
def test_two_decisions_about_a_form_do_not_share_a_day(
    elif_: Actor, paper: Papers, at: datetime, first: date, last: date | None, free: bool
) -> None:
    registered(elif_, paper(number="VON 1", valid_from=date(2026, 12, 10), valid_to=date(2026, 12, 31)), at)
    try:
        registered(elif_, paper(number="VON 2", valid_from=first, valid_to=last), at)
    except Refused as refused:
        assert not free
        assert "VON 1" in refused.decision.sentence
        assert "från 10 december 2026 till 31 december 2026" in refused.decision.sentence
    else:
        assert free


def test_a_decision_of_the_profile_counts_as_well(elif_: Actor, paper: Papers, at: datetime) -> None:
    with pytest.raises(Refused) as refused:
        registered(elif_, paper(), at, support_form="DS06")
    assert "EXEMPEL VON 2025:83, " not in refused.value.decision.sentence
    assert "tills vidare: EXEMPEL VON 2025:83." in refused.value.decision.sentence


def test_another_boards_decision_is_no_hindrance(
    elif_: Actor, make_staff: Callable[..., Actor], paper: Papers, at: datetime
) -> None:
    registered(elif_, paper(), at)
    other = make_staff("0480", "social_board", Role.SYSTEM_ADMINISTRATOR)
    with scope(other.municipality, other.board_id, other.user_id):
        assert registered(other, paper(), at).board_id == other.board_id


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.UNIT_MANAGER, Role.SYSTEM_ADMINISTRATOR}))
def test_nobody_but_managers_and_administrators_register(
    make_staff: Callable[..., Actor], paper: Papers, at: datetime, role: Role
) -> None:
    actor = make_staff("0480", "care_board", role)
    with scope(actor.municipality, actor.board_id, actor.user_id), pytest.raises(Refused) as refused:
        registered(actor, paper(), at)
    assert refused.value.decision.reason == "role-manages-no-decisions"


def test_what_stands_can_neither_be_changed_nor_taken_away(elif_: Actor, paper: Papers, at: datetime) -> None:
    row = registered(elif_, paper(), at)
    for change in (
        lambda: BoardDecision.objects.filter(pk=row.pk).update(number="VON 2026:62"),
        lambda: BoardDecision.objects.filter(pk=row.pk).update(valid_to=TODAY),
        row.delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    row.refresh_from_db()
    assert (row.number, row.valid_to) == ("VON 2026:61", None)
