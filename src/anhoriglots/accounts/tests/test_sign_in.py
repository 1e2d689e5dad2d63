"""Signing in: no hint about which part was wrong, a pause after five failures, and only local addresses after."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.database.scope import scope

Staff = Callable[..., Actor]
PASSWORD = "ett langt losenord 1"
SIGN_IN = "/nykoping/personal/logga-in"


@pytest.fixture
def actor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


def username(actor: Actor) -> str:
    with scope(actor.municipality):
        return User.objects.get(pk=actor.user_id).username


def test_the_right_password_opens_the_day(client: Client, actor: Actor) -> None:
    answer = client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (303, "/nykoping/personal/")
    assert client.get("/nykoping/personal/").status_code == 200
    with scope("0480", actor.board_id):
        assert ActionLog.objects.get(action="accounts.sign_in").actor_id == actor.user_id


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(client: Client, actor: Actor) -> None:
    pages = [
        client.post(SIGN_IN, {"username": name, "password": "fel fel fel fel"}).content.decode()
        for name in ("finns.inte.här", username(actor))
    ]
    sentence = "Användarnamnet eller lösenordet stämmer inte."
    assert all(sentence in page for page in pages)
    assert pages[0].count("<p") == pages[1].count("<p")


def test_the_page_says_fel_first_and_does_not_repeat_the_password(client: Client, actor: Actor) -> None:
    answer = client.post(SIGN_IN, {"username": username(actor), "password": "hemligt hemligt"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fel: Logga in" in page
    assert "hemligt" not in page
    assert username(actor) in page


def tries(client: Client, *names: str, given: str = "fel", at: str = SIGN_IN, address: str = "192.0.2.7") -> int:
    """The status of the last of the sign-ins, one for each name."""
    for name in names:
        answer = client.post(at, {"username": name, "password": given}, REMOTE_ADDR=address)
    return answer.status_code


def test_after_five_failures_the_right_password_waits_a_quarter(client: Client, actor: Actor) -> None:
    name = username(actor)
    assert tries(client, *[name] * 5) == 429
    answer = client.post(SIGN_IN, {"username": name, "password": PASSWORD}, REMOTE_ADDR="192.0.2.7")
    assert answer.status_code == 429
    assert "15 minuter" in answer.content.decode()
    assert re.search(r"klockan \d\d\.\d\d", answer.content.decode())


def test_capitals_and_spaces_give_no_new_tries(client: Client, actor: Actor) -> None:
    name = username(actor)
    assert tries(client, name, name.upper(), f" {name}", name.capitalize(), f"{name} ") == 429
    assert tries(client, name.title(), given=PASSWORD) == 429


def test_a_namesake_in_another_municipality_is_not_locked_out(client: Client, actor: Actor) -> None:
    name = username(actor)
    assert tries(client, *[name] * 5, at="/stockholm/personal/logga-in") == 429
    assert tries(client, name, given=PASSWORD) == 303


def test_somebody_elsewhere_cannot_lock_a_colleague_out(client: Client, actor: Actor) -> None:
    name = username(actor)
    assert tries(client, *[name] * 6, address="198.51.100.9") == 429
    assert tries(client, name, given=PASSWORD) == 303


def test_a_new_address_in_the_same_home_gives_no_new_tries(client: Client, actor: Actor) -> None:
    name = username(actor)
    got = [tries(client, name, address=f"2001:db8::{number}") for number in range(1, 6)]
    assert got == [422, 422, 422, 422, 429]


def test_a_right_sign_in_does_not_wipe_out_the_wrong_ones(client: Client, actor: Actor) -> None:
    name = username(actor)
    tries(client, *[name] * 4)
    assert tries(client, name, given=PASSWORD) == 303
    assert tries(client, name) == 429


def test_right_sign_ins_are_not_counted(client: Client, actor: Actor) -> None:
    assert tries(client, *[username(actor)] * 7, given=PASSWORD) == 303


def test_behind_a_proxy_each_visitor_has_tries_of_their_own(client: Client, actor: Actor, settings: Any) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    name = username(actor)
    form = {"username": name, "password": "fel"}
    for _ in range(5):
        answer = client.post(SIGN_IN, form, headers={"X-Forwarded-For": "198.51.100.9"})
    assert answer.status_code == 429
    right = client.post(SIGN_IN, {**form, "password": PASSWORD}, headers={"X-Forwarded-For": "198.51.100.10"})
    assert right.status_code == 303


def test_a_failure_leaves_neither_name_nor_address_behind(client: Client, actor: Actor) -> None:
    tries(client, "eva.lind.som.inte.finns", address="198.51.100.77")
    with scope("0480", actor.board_id), connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT count(*) FROM \"{table}\" t WHERE t::text ~ 'eva.lind|198.51.100.77'")
            assert cursor.fetchone() == (0,), table


@pytest.mark.parametrize(
    ("wanted", "goes"),
    [
        ("/nykoping/personal/sok", "/nykoping/personal/sok"),
        ("https://example.org/", "/nykoping/personal/"),
        ("//example.org/", "/nykoping/personal/"),
        ("/\\example.org", "/nykoping/personal/"),
        ("javascript:alert(1)", "/nykoping/personal/"),
        ("/a\nb", "/nykoping/personal/"),
        ("", "/nykoping/personal/"),
    ],
)
def test_only_a_page_of_our_own_is_opened_after(client: Client, actor: Actor, wanted: str, goes: str) -> None:
    answer = client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD, "next": wanted})
    assert answer["Location"] == goes


def test_an_account_of_another_municipality_does_not_exist_here(client: Client, actor: Actor) -> None:
    answer = client.post("/stockholm/personal/logga-in", {"username": username(actor), "password": PASSWORD})
    assert answer.status_code == 422


def test_a_session_does_not_hold_in_another_municipality(client: Client, actor: Actor) -> None:
    client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    assert client.get("/stockholm/personal/").status_code == 302


def test_a_closed_account_cannot_sign_in_and_is_out_at_once(client: Client, actor: Actor) -> None:
    client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    with scope("0480"):
        User.objects.filter(pk=actor.user_id).update(is_active=False)
    assert client.get("/nykoping/personal/").status_code == 302
    assert client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD}).status_code == 422


def test_without_an_assignment_today_one_is_told_so(client: Client, actor: Actor) -> None:
    with scope("0480"):
        Assignment.objects.filter(user_id=actor.user_id).update(ends_on=date(2026, 1, 2))
    answer = client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    assert "Du har inget uppdrag idag" in answer.content.decode()


def test_signing_out_empties_the_session_and_needs_a_post(client: Client, actor: Actor) -> None:
    client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    assert client.get("/nykoping/personal/logga-ut").status_code == 405
    client.post("/nykoping/personal/logga-ut")
    assert client.get("/nykoping/personal/").status_code == 302
    assert not client.session.keys()


@pytest.mark.parametrize("name", ["", "\0", "a" * 10_000, "1" * 1000, "<script>alert(1)</script>"])
def test_nonsense_is_answered_in_words(client: Client, actor: Actor, name: str) -> None:
    answer = client.post(SIGN_IN, {"username": name, "password": "x"})
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()


def test_a_given_password_leads_to_choosing_ones_own(client: Client, actor: Actor) -> None:
    with scope("0480"):
        User.objects.filter(pk=actor.user_id).update(password_given_at=timezone.now())
    answer = client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    assert answer["Location"] == "/nykoping/personal/logga-in/losenord"
    assert client.get("/nykoping/personal/").status_code == 302
    new = {"new_password": "fyra gröna hästar går", "repeated_password": "fyra gröna hästar går"}
    assert client.post(answer["Location"], new)["Location"] == "/nykoping/personal/"
    assert client.get("/nykoping/personal/").status_code == 200


def test_the_given_password_itself_is_not_taken_as_ones_own(client: Client, actor: Actor) -> None:
    with scope("0480"):
        User.objects.filter(pk=actor.user_id).update(password_given_at=timezone.now())
    client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    answer = client.post(
        "/nykoping/personal/logga-in/losenord", {"new_password": PASSWORD, "repeated_password": PASSWORD}
    )
    assert answer.status_code == 422


def test_a_given_password_is_worthless_after_a_week(client: Client, actor: Actor) -> None:
    with scope("0480"):
        User.objects.filter(pk=actor.user_id).update(password_given_at=timezone.now() - timedelta(days=8))
    answer = client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    assert "äldre än en vecka" in answer.content.decode()


def test_nobody_chooses_a_password_without_having_signed_in(client: Client, actor: Actor) -> None:
    assert client.get("/nykoping/personal/logga-in/losenord")["Location"] == SIGN_IN


def test_a_newer_given_password_ends_the_choosing_begun_with_the_old_one(client: Client, actor: Actor) -> None:
    with scope("0480"):
        user = User.objects.get(pk=actor.user_id)
        user.password_given_at = timezone.now()
        user.save()
    page = client.post(SIGN_IN, {"username": user.username, "password": PASSWORD})["Location"]
    assert client.get(page).status_code == 200
    with scope("0480"):
        user.set_password("ett nytt engangslosenord")
        user.save()
    new = {"new_password": "fyra gröna hästar går", "repeated_password": "fyra gröna hästar går"}
    assert client.post(page, new)["Location"] == SIGN_IN
    with scope("0480"):
        assert User.objects.get(pk=actor.user_id).check_password("ett nytt engangslosenord")


def test_a_given_password_that_grows_old_while_the_page_is_open_lets_nobody_in(client: Client, actor: Actor) -> None:
    with scope("0480"):
        User.objects.filter(pk=actor.user_id).update(password_given_at=timezone.now())
    page = client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})["Location"]
    with scope("0480"):
        User.objects.filter(pk=actor.user_id).update(password_given_at=timezone.now() - timedelta(days=8))
    assert client.get(page)["Location"] == SIGN_IN


def test_the_session_key_is_a_new_one_when_choosing_begins(client: Client, actor: Actor) -> None:
    with scope("0480"):
        User.objects.filter(pk=actor.user_id).update(password_given_at=timezone.now())
    form = {"username": username(actor), "password": PASSWORD}
    client.post(SIGN_IN, form)
    planted = client.cookies["sessionid"].value
    client.post(SIGN_IN, form)
    assert client.cookies["sessionid"].value != planted
