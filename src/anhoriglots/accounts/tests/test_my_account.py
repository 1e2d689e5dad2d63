"""One's own account: the password, and the board one works for."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Unit

Staff = Callable[..., Actor]
PASSWORD = "ett langt losenord 1"
NEW = "fyra gröna hästar går"


@pytest.fixture
def actor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


@pytest.fixture
def signed_in(actor: Actor, client_of: Callable[[Actor], Client]) -> Client:
    return client_of(actor)


def change(client: Client, **values: str) -> str:
    given = {"current_password": PASSWORD, "new_password": NEW, "repeated_password": NEW, **values}
    return client.post("/nykoping/personal/mitt-konto/losenord", given, follow=True).content.decode()


def test_a_new_password_is_told_and_holds(signed_in: Client, actor: Actor) -> None:
    assert "Lösenordet är bytt." in change(signed_in)
    with scope("0480"):
        assert User.objects.get(pk=actor.user_id).check_password(NEW)


def test_other_sessions_end_with_the_old_password(
    signed_in: Client, actor: Actor, client_of: Callable[[Actor], Client]
) -> None:
    elsewhere = client_of(actor)
    change(signed_in)
    assert signed_in.get("/nykoping/personal/").status_code == 200
    assert elsewhere.get("/nykoping/personal/").status_code == 302


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"current_password": "fel"}, "Det nuvarande lösenordet stämmer inte."),
        ({"new_password": "kort", "repeated_password": "kort"}, "12 tecken"),
        ({"new_password": "password1234", "repeated_password": "password1234"}, "vanligt"),
        ({"repeated_password": "något annat helt"}, "Lösenorden är inte lika."),
        ({"new_password": PASSWORD, "repeated_password": PASSWORD}, "Välj ett annat lösenord än det du har nu."),
        ({"current_password": ""}, "Skriv lösenordet du har nu."),
    ],
)
def test_a_password_that_will_not_do_is_explained(signed_in: Client, values: dict[str, str], sentence: str) -> None:
    page = change(signed_in, **values)
    assert sentence in page
    assert "Fel: Mitt konto" in page
    assert NEW not in page


def test_whoever_sits_down_at_a_session_cannot_guess_the_present_password(signed_in: Client, actor: Actor) -> None:
    addresses = [f"198.51.100.{number}" for number in range(1, 6)]
    form = {"current_password": "fel", "new_password": NEW, "repeated_password": NEW}
    got = [
        signed_in.post("/nykoping/personal/mitt-konto/losenord", form, REMOTE_ADDR=address).status_code
        for address in addresses
    ]
    assert got == [422] * 5
    page = change(signed_in)
    assert "Det nuvarande lösenordet har blivit fel fem gånger. Vänta till klockan" in page
    with scope("0480"):
        assert User.objects.get(pk=actor.user_id).check_password(PASSWORD)


def test_a_right_present_password_is_not_counted(signed_in: Client) -> None:
    for number in range(7):
        assert "12 tecken" in change(signed_in, new_password=f"kort{number}", repeated_password=f"kort{number}")
    assert "Lösenordet är bytt." in change(signed_in)


def test_somebody_with_two_boards_chooses_which(signed_in: Client, actor: Actor) -> None:
    unit = Unit.objects.get(municipality="0480", key="families")
    with scope("0480"):
        Assignment.objects.create(
            municipality="0480",
            user_id=actor.user_id,
            board_id=unit.board_id,
            unit=unit,
            role=Role.COORDINATOR,
            starts_on=date(2026, 1, 1),
        )
    assert "Socialnämnden" in signed_in.get("/nykoping/personal/mitt-konto").content.decode()
    signed_in.post("/nykoping/personal/mitt-konto/namnd", {"board": str(unit.board_id)})
    assert "Alva, Socialnämnden" in signed_in.get("/nykoping/personal/").content.decode()


@pytest.mark.parametrize("board", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_board_one_does_not_work_for_is_not_there(signed_in: Client, board: str) -> None:
    assert signed_in.post("/nykoping/personal/mitt-konto/namnd", {"board": board}).status_code == 404
