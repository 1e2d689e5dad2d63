"""Signing in: no hint about which part was wrong, a pause after five failures, and only local addresses after."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
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


def test_after_five_failures_the_right_password_waits_a_quarter(client: Client, actor: Actor) -> None:
    for _ in range(5):
        answer = client.post(SIGN_IN, {"username": username(actor), "password": "fel"})
    assert answer.status_code == 429
    answer = client.post(SIGN_IN, {"username": username(actor), "password": PASSWORD})
    assert answer.status_code == 429
    assert "15 minuter" in answer.content.decode()


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
