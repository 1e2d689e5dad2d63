"""Idag in the browser."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.casework.models import ContactRequest
from anhoriglots.casework.tests.work import a_request

from .conftest import Desk


def test_the_list_says_what_and_never_who(alva: Desk, now: datetime) -> None:
    with alva.scope():
        a_request(alva.actor, at=now, interpreter_language="ar")
    page = alva.get()
    assert "Ring upp" in page.text
    assert "Tyst uppringning" in page.text
    assert "Tolk arabiska" in page.text
    assert "Inga" not in page.text
    assert "070-174" not in page.text


def test_an_empty_list_says_so_and_when(alva: Desk) -> None:
    page = alva.get()
    assert "Inget här. Bra." in page.text
    assert "Uppdaterad" in page.text


def test_fetch_next_opens_the_oldest_promise(alva: Desk, now: datetime) -> None:
    with alva.scope():
        a_request(alva.actor, at=now, promised_at=now + timedelta(days=2))
        first = a_request(alva.actor, at=now)
    assert alva.post("hamta-nasta").address.endswith(f"forfragan/{first.pk}")


def test_fetch_next_with_nothing_waiting_says_so(alva: Desk) -> None:
    assert "Ingen förfrågan väntar just nu." in alva.post("hamta-nasta").text


def test_the_one_who_takes_late_is_told_when(alva: Desk, kim: Desk, now: datetime) -> None:
    with alva.scope():
        key = a_request(alva.actor, at=now).pk
    alva.post(f"forfragan/{key}/ta")
    late = kim.post(f"forfragan/{key}/ta")
    assert late.status == 409
    assert "Togs av en kollega" in late.text
    with alva.scope():
        assert ContactRequest.objects.get(pk=key).taken_by_id == alva.actor.user_id


def test_the_whole_unit_shows_who_has_what(alva: Desk, kim: Desk, now: datetime) -> None:
    with alva.scope():
        key = a_request(alva.actor, at=now).pk
    kim.post("hamta-nasta")
    assert str(key) not in alva.get().text
    assert "Kim har den" in alva.get(visa="enheten").text


@pytest.mark.parametrize(
    ("role", "page"),
    [
        (Role.CARER_REPRESENTATIVE, "stod"),
        (Role.LOG_REVIEWER, "laslogg"),
        (Role.SYSTEM_ADMINISTRATOR, "konton"),
    ],
)
def test_those_without_a_list_are_led_to_their_own_pages(desk: Callable[..., Desk], role: Role, page: str) -> None:
    assert desk(role).get().address == f"/nykoping/personal/{page}"


def test_the_menu_shows_only_what_the_role_can_open(desk: Callable[..., Desk]) -> None:
    menus = {
        Role.CARER_ADVISOR: ["today", "ny-kontakt", "sok", "stod"],
        Role.UNIT_MANAGER: ["today", "stod"],
        Role.LOG_REVIEWER: ["laslogg", "stod"],
        Role.SYSTEM_ADMINISTRATOR: ["konton", "stod"],
    }
    places = {"today": '"/nykoping/personal/"', "konton": '"/nykoping/personal/konton"'}
    every = ["today", "ny-kontakt", "sok", "laslogg", "konton", "stod"]
    for role, expected in menus.items():
        menu = desk(role).get("mitt-konto").text.split("</nav>")[0]
        seen = [name for name in every if places.get(name, f'"/nykoping/personal/{name}"') in menu]
        assert seen == expected, role
