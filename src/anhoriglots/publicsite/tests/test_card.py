"""The anonymous card: open from the last day, one card a form, results only when nobody can be told from them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.audit.models import ActionLog
from anhoriglots.booking.actions.fill_pulse_card import Answers, fill_pulse_card
from anhoriglots.booking.models import Group, PulseCard
from anhoriglots.booking.queries.pulse import FEWEST_SHOWN, pulse_result
from anhoriglots.booking.tests.groups import NYKOPING, PLAN, a_group, hired, municipality
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import for_board, scope
from anhoriglots.database.throttle import attempt
from anhoriglots.publicsite.views.card import FILLING

pytestmark = pytest.mark.django_db
VisitorIn = Callable[[str], Visitor]


def met(*, days_ago: int = 0) -> Group:
    """A group that met for the only time so many days ago; before, when the number is negative."""
    now = timezone.now()
    first = timezone.localdate(now) - timedelta(days=days_ago)
    plan = replace(PLAN, first=first, times=1, skip_holidays=False)
    return a_group(hired(), at=now - timedelta(days=days_ago + 3), plan=plan)


def cards(group: Group) -> list[PulseCard]:
    """As they lie."""
    with scope(NYKOPING), for_board(group.board_id):
        return list(PulseCard.objects.all())


def test_three_answers_are_saved_without_a_trace_of_who(visitor_in: VisitorIn) -> None:
    group, visitor = met(), visitor_in("nykoping")
    visitor.open(f"kort/{group.card}/")
    assert "Tisdagsgruppen" not in visitor.html
    visitor.send(worth_it="yes", missing="Mer kaffe", would_recommend="partly")
    assert "Svaren är sparade." in visitor.html
    (card,) = cards(group)
    assert (card.worth_it, card.missing, card.would_recommend) == ("yes", "Mer kaffe", "partly")
    with scope(NYKOPING), for_board(group.board_id):
        log = ActionLog.objects.get(action="booking.fill_pulse_card")
    assert (log.actor_id, log.object_id) == (None, None)
    assert timezone.localtime(log.at).weekday() == timezone.localtime(log.at).hour == 0


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({}, "Svara på minst en fråga."),
        ({"missing": "x" * 101}, "Korta den till högst 100 tecken."),
        ({"missing": "19121212-1212"}, "Det ser ut som ett personnummer."),
        ({"worth_it": "kanske"}, "Det valet finns inte längre."),
    ],
)
def test_what_is_wrong_is_told(visitor_in: VisitorIn, answers: dict[str, Any], told: str) -> None:
    group, visitor = met(), visitor_in("nykoping")
    visitor.open(f"kort/{group.card}/")
    visitor.send(**answers)
    assert told in visitor.html
    assert cards(group) == []


def test_the_same_form_twice_is_one_card() -> None:
    group, key, at = met(), uuid7(), timezone.now()
    for _ in range(2):
        with scope(NYKOPING):
            fill_pulse_card(at=at, municipality=municipality(), card=group.card, key=key, answers=Answers("yes"))
    assert len(cards(group)) == 1


def test_a_machine_is_told_to_wait(visitor_in: VisitorIn) -> None:
    group, visitor = met(), visitor_in("nykoping")
    visitor.open(f"kort/{group.card}/")
    for _ in range(FILLING.attempts):
        attempt(FILLING, visitor="127.0.0.1", at=timezone.now())
    assert visitor.post(worth_it="yes").status_code == 429
    assert cards(group) == []


@pytest.mark.parametrize(("days_ago", "told"), [(-7, "Kortet öppnar"), (30, "Kortet är stängt.")])
def test_too_early_and_too_late_are_told(visitor_in: VisitorIn, days_ago: int, told: str) -> None:
    group, visitor = met(days_ago=days_ago), visitor_in("nykoping")
    visitor.open(f"kort/{group.card}/")
    assert told in visitor.html
    assert 'name="worth_it"' not in visitor.html


def test_another_municipality_and_a_guessed_card_find_nothing(visitor_in: VisitorIn) -> None:
    group = met()
    assert visitor_in("gislaved").open(f"kort/{group.card}/").status_code == 404
    assert visitor_in("nykoping").open("kort/gissat/").status_code == 404


def test_fewer_than_five_cards_tell_nothing() -> None:
    group, at = met(), timezone.now()
    for number in range(FEWEST_SHOWN):
        with scope(NYKOPING), for_board(group.board_id):
            assert pulse_result(group.pk) is None
        _fills(group, at, "yes" if number else "")
    with scope(NYKOPING), for_board(group.board_id):
        result = pulse_result(group.pk)
    assert result is not None
    assert (result.count, result.worth_it) == (5, "Ja 4, inget svar 1")


def _fills(group: Group, at: datetime, worth_it: str) -> None:
    with scope(NYKOPING):
        answers = Answers(worth_it, "yes", "")
        fill_pulse_card(at=at, municipality=municipality(), card=group.card, key=uuid7(), answers=answers)
