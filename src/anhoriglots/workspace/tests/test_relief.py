"""Avlösning: the unit answers, sees who shall not come, and notes hours; the leader of the group sees a mark alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.utils.timezone import localdate

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ReadLog
from anhoriglots.booking.actions.book import Booked
from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.choices import Reach
from anhoriglots.booking.models import Group
from anhoriglots.booking.tests.groups import NYKOPING, PLAN, a_group, books
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.relief.actions.answer_as_carer import answer_as_carer
from anhoriglots.relief.actions.ask_relief import Wish
from anhoriglots.relief.actions.erase import erase_with_relief
from anhoriglots.relief.choices import Answer, No
from anhoriglots.relief.models import HourEntry
from anhoriglots.relief.tests.wishes import (
    WITHOUT,
    accepts,
    asks,
    declines,
    place,
    published,
    request_of,
    the_board_decides,
)
from anhoriglots.relief.workflow import ReliefStep
from anhoriglots.workspace.views import relief as view

from .conftest import Desk

pytestmark = pytest.mark.django_db
YES = {"ja-starts": "17.30", "ja-ends": "21", "ja-place": "home", "ja-ground": "sol"}


def a_course(desk: Desk, now: datetime, *, days: int = 21, times: int = 3) -> Group:
    first = localdate(now) + timedelta(days=days)
    return a_group(desk.actor, at=now, plan=replace(PLAN, first=first, times=times, skip_holidays=False))


def path(booked: Booked, rest: str = "") -> str:
    return f"avlosning/{request_of(booked).pk}{rest}"


def test_the_list_says_what_is_needed_and_when_an_answer_is_due(alva: Desk, now: datetime) -> None:
    asks(a_course(alva, now), at=now, wish=Wish(hours=4))
    page = alva.get("avlosning").text
    assert "Exempel-Inga" in page
    assert "4 timmar, hemma" in page
    assert "svar senast" in page
    assert "Tisdagsgruppen" not in page
    with alva.scope():
        assert ReadLog.objects.filter(page="relief-list").count() == 1


def test_an_empty_list_says_so_and_is_in_the_menu_of_those_who_answer(alva: Desk) -> None:
    assert "Ingen väntar på svar från din enhet." in alva.get("avlosning").text
    assert 'href="/nykoping/personal/avlosning"' in alva.get("").text


def test_a_yes_is_saved_and_read_back(alva: Desk, now: datetime) -> None:
    booked = asks(a_course(alva, now), at=now)
    assert alva.post(path(booked), do="accept", **YES).status == 303
    page = alva.get(path(booked)).text
    assert "Klar." in page
    assert "17.30–21.00" in page
    assert request_of(booked).step == ReliefStep.ACCEPTED


def test_a_proposal_and_a_no_are_saved(alva: Desk, now: datetime) -> None:
    booked = asks(a_course(alva, now), at=now)
    alva.post(path(booked), do="propose", **YES)
    assert request_of(booked).step == ReliefStep.PROPOSED
    alva.post(path(booked), do="decline", **{"nej-no": "apply"})
    assert request_of(booked).no == No.APPLY
    assert "behöver ansöka först" in alva.get(path(booked)).text


@pytest.mark.parametrize(
    "nonsense",
    [
        {"do": "accept"},
        {"do": "accept", **YES, "ja-starts": "halv sex"},
        {"do": "accept", **YES, "ja-ends": "16.00"},
        {"do": "accept", **YES, "ja-ends": "24.30"},
        {"do": "accept", **YES, "ja-place": "mars"},
        {"do": "accept", **YES, "ja-ground": "without"},
        {"do": "accept", **YES, "ja-ground": "\x00"},
        {"do": "propose", **YES, "ja-starts": ""},
        {"do": "decline"},
        {"do": "decline", "nej-no": "own_no"},
    ],
)
def test_nonsense_is_told_and_keeps_what_was_written(alva: Desk, now: datetime, nonsense: dict[str, str]) -> None:
    booked = asks(a_course(alva, now), at=now)
    page = alva.post(path(booked), **nonsense)
    assert page.status == 422
    assert "<title>Fel: " in page.text
    assert request_of(booked).step == ReliefStep.ASKED


def test_an_unknown_button_does_nothing(alva: Desk, now: datetime) -> None:
    booked = asks(a_course(alva, now), at=now)
    assert alva.post(path(booked, "/steg"), do="dance").status == 404
    assert alva.post(path(booked, "/steg"), do="seen").status == 409


def test_a_late_answer_stands_first_and_says_so(alva: Desk, now: datetime) -> None:
    asks(a_course(alva, now), at=now - timedelta(days=14), call_me="Exempel-Sen")
    asks(a_course(alva, now), at=now, call_me="Exempel-Ny", contact="070-174 06 52")
    page = alva.get("avlosning").text
    assert page.index("Exempel-Sen") < page.index("Exempel-Ny")
    assert page.count("Försenat") == 1


def test_one_who_wants_to_talk_stands_on_the_list_and_is_not_rung_when_they_look_with_the_code(
    alva: Desk, now: datetime
) -> None:
    booked = asks(a_course(alva, now), at=now, reach=Reach.CODE, contact="")
    declines(alva.actor, booked, at=now)
    with scope(NYKOPING):
        answer_as_carer(at=now, board_id=booked.board_id, booking_id=booked.booking_id, answer=Answer.TALK)
    page = alva.get("avlosning").text
    assert "vill prata" in page
    assert "ring inte" in page
    assert "Ring inte och skriv inte." in alva.get(path(booked)).text


def test_whoever_wants_to_be_rung_is_rung_once(alva: Desk, now: datetime) -> None:
    booked = asks(a_course(alva, now), at=now, reach=Reach.PHONE)
    accepts(alva.actor, booked, at=now)
    assert "Ring och berätta" in alva.get(path(booked)).text
    for _ in range(2):
        assert alva.post(path(booked, "/steg"), do="told").status == 303
    assert "Ring och berätta" not in alva.get(path(booked)).text


def test_when_the_seat_is_given_back_somebody_rings_off_the_one_who_was_to_come(alva: Desk, now: datetime) -> None:
    booked = asks(a_course(alva, now), at=now)
    accepts(alva.actor, booked, at=now)
    assert "Ingen ska komma" not in alva.get("avlosning").text
    with scope(NYKOPING):
        cancel_booking(at=now, board_id=booked.board_id, booking_id=booked.booking_id)
    assert "Ingen ska komma" in alva.get("avlosning").text
    assert alva.post(path(booked, "/steg"), do="seen").status == 303
    assert "Exempel-Inga" not in alva.get("avlosning").text


def test_when_all_is_erased_the_times_stand_without_a_name_until_they_are_seen(alva: Desk, now: datetime) -> None:
    booked = asks(a_course(alva, now), at=now)
    accepts(alva.actor, booked, at=now)
    key = request_of(booked).pk
    with scope(NYKOPING):
        erase_with_relief(at=now, board_id=booked.board_id, booking_id=booked.booking_id)
    page = alva.get("avlosning").text
    assert "Har tagit bort allt" in page
    assert "Exempel-Inga" not in page
    assert "17.30–21.00" in alva.get(f"avlosning/{key}").text
    alva.post(f"avlosning/{key}/steg", do="seen")
    assert alva.get(f"avlosning/{key}").status == 404


def test_one_who_comes_without_relief_after_a_yes_is_called_off(alva: Desk, now: datetime) -> None:
    booked = asks(a_course(alva, now), at=now)
    accepts(alva.actor, booked, at=now)
    with scope(NYKOPING):
        answer_as_carer(at=now, board_id=booked.board_id, booking_id=booked.booking_id, answer=Answer.ANYWAY)
    assert "Ingen ska komma" in alva.get("avlosning").text


def test_the_leader_sees_a_mark_and_nothing_more(alva: Desk, now: datetime) -> None:
    group = a_course(alva, now)
    booked = asks(group, at=now, wish=Wish(hours=5))
    books(group, at=now, call_me="Exempel-Bo")
    page = alva.get(f"grupper/{group.pk}").text
    assert page.count("plats hålls, avlösning väntar") == 1
    assert "5 timmar" not in page
    accepts(alva.actor, booked, at=now)
    assert "avlösning klar" in alva.get(f"grupper/{group.pk}").text
    declines(alva.actor, booked, at=now)
    page = alva.get(f"grupper/{group.pk}").text
    assert "avlösning inte klar" in page
    assert "Ingen kan komma" not in page


@pytest.fixture
def ruled(monkeypatch: pytest.MonkeyPatch, now: datetime) -> MunicipalityPage:
    """Twenty-four hours a month from yesterday on, as if the profile said so."""
    here = place(published()["ronneby"], valid_from=localdate(now) - timedelta(days=1))
    monkeypatch.setattr(view, "municipality_of", lambda request: here)
    the_board_decides(now)
    return here


def test_hours_are_seen_noted_and_unused_ones_are_a_reason_to_ask(
    alva: Desk, now: datetime, ruled: MunicipalityPage
) -> None:
    booked = asks(a_course(alva, now, times=1), at=now, here=ruled)
    assert "24 timmar till och med" in alva.get("avlosning").text
    page = alva.get(path(booked)).text
    assert "Nämndens beslut om timmar utan ansökan" in page
    alva.post(path(booked), do="accept", **{**YES, "ja-ground": WITHOUT})
    assert "20,5 av 24 timmar kvar" in alva.get(path(booked)).text
    key = alva.get(path(booked)).hidden("key")
    filled = {"timmar-day": localdate(now).isoformat(), "timmar-hours": "2,5", "timmar-kind": "granted", "key": key}
    for _ in range(2):
        assert alva.post(path(booked, "/timmar"), **filled).status == 303
    with alva.scope():
        assert [(row.minutes, row.kind) for row in HourEntry.objects.all()] == [(150, "granted")]


@pytest.mark.parametrize("hours", ["", "-1", "0", "25", "två", "1e9", "NaN", "Infinity", "1;2"])
def test_hours_that_no_day_has_are_told(alva: Desk, now: datetime, ruled: MunicipalityPage, hours: str) -> None:
    booked = asks(a_course(alva, now), at=now, here=ruled)
    filled = {"timmar-day": localdate(now).isoformat(), "timmar-hours": hours, "timmar-kind": "used"}
    assert alva.post(path(booked, "/timmar"), **filled).status == 422
    with alva.scope():
        assert not HourEntry.objects.exists()


def test_without_a_rule_there_is_no_bank_and_hours_are_applied_for(alva: Desk, now: datetime) -> None:
    booked = asks(a_course(alva, now), at=now)
    page = alva.get(path(booked)).text
    assert "Timmar</h2>" not in page
    assert "Nämndens beslut om timmar utan ansökan" not in page
    filled = {"timmar-day": localdate(now).isoformat(), "timmar-hours": "2", "timmar-kind": "used"}
    assert alva.post(path(booked, "/timmar"), **filled).status == 422


def test_those_who_live_apart_are_helped_to_apply(alva: Desk, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    here = place(published()["sunne"], valid_from=localdate(now) - timedelta(days=1))
    monkeypatch.setattr(view, "municipality_of", lambda request: here)
    booked = asks(a_course(alva, now), at=now, here=here, wish=Wish(hours=3, lives_together=False))
    page = alva.get(path(booked)).text
    assert "De bor inte ihop. Timmarna gäller då inte. Hjälp dem att ansöka om avlösning." in page


def test_another_unit_another_role_and_another_board_do_not_read_it(
    alva: Desk, desk: Callable[..., Desk], now: datetime
) -> None:
    booked = asks(a_course(alva, now), at=now)
    assert desk(Role.CARER_REPRESENTATIVE, name="Otto").get(path(booked)).status == 403
    for outsider in (desk(Role.COORDINATOR, unit="home_help"), desk(Role.COORDINATOR, board="social_board")):
        assert outsider.get(path(booked)).status == 404
        assert outsider.post(path(booked), do="accept", **YES).status == 404
        assert outsider.post(path(booked, "/steg"), do="seen").status == 404
        assert "Exempel-Inga" not in outsider.get("avlosning").text


def test_relief_is_asked_for_over_the_telephone_too(alva: Desk, now: datetime) -> None:
    group = a_course(alva, now)
    address = f"grupper/{group.pk}/boka"
    assert "Timmar avlösning" in alva.get(address).text
    told = {"reach": "phone", "contact": "070-174 06 71", "seats": "1", "call_me": "Exempel-Per"}
    assert alva.post(address, **told, relief_hours="nio", submission="x").status == 422
    for _ in range(2):
        assert "Läs upp koden" in alva.post(address, **told, relief_hours="2", submission="x").text
    page = alva.get("avlosning").text
    assert page.count("Exempel-Per") == 1
    assert "2 timmar, hemma" in page


def test_too_near_the_first_time_it_is_not_asked_for_over_the_telephone(alva: Desk, now: datetime) -> None:
    assert "Timmar avlösning" not in alva.get(f"grupper/{a_course(alva, now, days=1).pk}/boka").text
