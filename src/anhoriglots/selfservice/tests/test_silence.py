"""With the code alone: nobody is to call or write, and it is safe again."""

import pytest
from tests.visitor import Visitor

from anhoriglots.casework.models import ContactRequest
from anhoriglots.database.scope import scope
from anhoriglots.visitors.models import AccessCode


@pytest.fixture
def inside(visitor: Visitor) -> Visitor:
    """On the page behind the code of a request to be called."""
    visitor.ask_to_be_called(call_me="Bo").send()
    code = visitor.code
    visitor.open("kod/")
    visitor.send(words=code)
    return visitor


def is_silent() -> bool:
    with scope("0662"):
        board = AccessCode.objects.get().board_id
    with scope("0662", board):
        return ContactRequest.objects.get().silent_since is not None


def says(visitor: Visitor, answer: str) -> None:
    """Press the button, which posts to an address of its own."""
    back = visitor.url
    visitor.url = visitor.url.replace("kod/sida/", "kod/sida/tyst/").partition("&klart")[0]
    visitor.send(answer=answer)
    assert visitor.url.startswith(back.partition("&klart")[0])


def test_one_press_silences_us_and_another_lets_us_be_in_touch_again(inside: Visitor) -> None:
    assert "Ring inte och skriv inte till mig" in inside.text
    assert "När vi ringer säger vi" in inside.text
    says(inside, "silent")
    assert is_silent()
    assert "Från och med nu ringer vi inte och skickar inget." in inside.text
    assert "När vi ringer säger vi" not in inside.text
    assert "Vi hör av oss" not in inside.text
    says(inside, "safe")
    assert not is_silent()
    assert "Nu får vi höra av oss igen." in inside.text


@pytest.mark.parametrize("answer", ["", "lift", "SILENT"])
def test_any_other_answer_changes_nothing(inside: Visitor, answer: str) -> None:
    says(inside, "silent")
    says(inside, answer)
    assert is_silent()


def test_what_is_taken_away_can_not_be_silenced(inside: Visitor) -> None:
    page = inside.url
    inside.follow("Ta bort allt nu")
    inside.send()
    inside.url = page.replace("kod/sida/", "kod/sida/tyst/")
    token = inside.client.cookies["csrftoken"].value
    answer = inside.client.post(inside.url, {"answer": "silent", "csrfmiddlewaretoken": token})
    assert answer["Location"].endswith("/kod/borttaget/") or answer.status_code == 410
