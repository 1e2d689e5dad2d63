"""Writing the code: misspelt is fine, guessed is not."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.database.models import Throttle
from anhoriglots.database.scope import scope
from anhoriglots.database.throttle import attempt
from anhoriglots.selfservice.guessing import TOGETHER
from anhoriglots.visitors.models import AccessCode

WRONG = "Koden stämmer inte, eller så är allt borttaget. Kontrollera orden. Har du tappat koden? Ring oss."


@pytest.fixture
def code(visitor: Visitor) -> str:
    """The code of a request that has just been sent."""
    visitor.ask_to_be_called(call_me="Bo").send()
    return visitor.code


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda code: code.replace(" ", "-"),
        lambda code: code.translate(str.maketrans("åäö", "aao")),
        lambda code: f"  {code}  ",
    ],
)
def test_the_code_opens_the_page_however_it_is_written(
    visitor: Visitor, code: str, change: Callable[[str], str]
) -> None:
    visitor.open("kod/")
    visitor.send(words=change(code))
    assert visitor.url.startswith("/gislaved/kod/sida/")
    assert "Mottagen." in visitor.text


def test_the_code_is_not_in_the_address_and_the_title_is_neutral(visitor: Visitor, code: str) -> None:
    visitor.open("kod/")
    visitor.send(words=code)
    assert not any(word in visitor.url for word in code.split()[:3])
    assert "<title>Din sida" in visitor.html
    assert visitor.response["Cache-Control"] == "no-store"


def test_the_address_opens_nothing_in_another_browser_or_after_leaving(visitor: Visitor, code: str) -> None:
    visitor.open("kod/")
    visitor.send(words=code)
    address = visitor.url
    assert Client().get(address).status_code == 410
    visitor.client.get("/gislaved/lamna/")
    assert visitor.open(address).status_code == 410
    assert "Skriv din kod igen." in visitor.text


@pytest.mark.parametrize("words", ["fel fel fel 11", "<script>", "1" * 1000, "٤٧", "%00\x00"])
def test_a_wrong_code_is_told_in_words(visitor: Visitor, words: str) -> None:
    visitor.open("kod/")
    assert visitor.send(words=words).status_code == 422
    assert "Fel:" in visitor.html.partition("</title>")[0]


def test_a_wrong_code_says_what_to_do_and_keeps_what_was_typed(visitor: Visitor, code: str) -> None:
    visitor.open("kod/")
    visitor.send(words="blomma båt lugn 11")
    assert visitor.text.count(WRONG) == 2
    assert 'value="blomma båt lugn 11"' in visitor.html


def test_a_wrong_code_that_is_read_again_by_its_address_is_not_tried_again(visitor: Visitor, code: str) -> None:
    visitor.open("kod/")
    visitor.send(words="blomma båt lugn 11")
    faulty = visitor.url
    assert "blomma" not in faulty
    for _ in range(7):
        assert visitor.open(faulty).status_code == 422
        assert visitor.text.count(WRONG) == 2
    assert visitor.send(words=code).status_code == 200


def test_an_empty_code_is_explained_and_costs_no_attempt(visitor: Visitor) -> None:
    visitor.open("kod/")
    for _ in range(7):
        assert visitor.send(words="").status_code == 422
    assert "Skriv din kod. Har du tappat den? Ring oss." in visitor.text


def test_after_five_wrong_codes_there_is_a_pause_of_a_quarter_told_in_words(visitor: Visitor, code: str) -> None:
    visitor.open("kod/")
    for _ in range(4):
        assert visitor.send(words="fel fel fel 11").status_code == 422
    assert visitor.send(words="fel fel fel 11").status_code == 429
    assert "Koden har blivit fel fem gånger. Vänta till klockan" in visitor.text
    assert visitor.send(words=code).status_code == 429
    assert "tel:" in visitor.html
    row = Throttle.objects.get(count=6)
    assert timezone.now() - row.window_start < timedelta(minutes=15)


def test_guessing_from_many_addresses_closes_the_page_for_all_told_in_words(visitor: Visitor, code: str) -> None:
    for _ in range(300):
        attempt(TOGETHER, visitor="0662", at=timezone.now())
    visitor.open("kod/")
    assert visitor.send(words=code).status_code == 429
    assert "Många har skrivit fel kod i dag. Därför är sidan stängd till klockan" in visitor.text
    assert "tel:" in visitor.html
    Throttle.objects.filter(count__gte=300).update(window_start=timezone.now() - TOGETHER.window)
    assert visitor.send(words=code).status_code == 200


def test_wrong_codes_are_counted_together_and_right_ones_and_refused_ones_are_not(visitor: Visitor, code: str) -> None:
    visitor.open("kod/")
    for _ in range(7):
        visitor.send(words="fel fel fel 11")
    visitor.client.defaults["REMOTE_ADDR"] = "192.0.2.99"
    visitor.open("kod/")
    assert visitor.send(words=code).status_code == 200
    assert attempt(TOGETHER, visitor="0662", at=timezone.now()).left == 300 - 5 - 1
    assert attempt(TOGETHER, visitor="0480", at=timezone.now()).left == 300 - 1


def test_when_the_pause_is_over_the_right_code_opens(visitor: Visitor, code: str) -> None:
    visitor.open("kod/")
    for _ in range(6):
        visitor.send(words="fel fel fel 11")
    Throttle.objects.update(window_start=timezone.now() - timedelta(minutes=15))
    visitor.open("kod/")
    assert visitor.send(words=code).status_code == 200


def test_right_codes_do_not_wipe_out_wrong_ones(visitor: Visitor, code: str) -> None:
    for _ in range(4):
        visitor.open("kod/")
        visitor.send(words="fel fel fel 11")
        visitor.open("kod/")
        assert visitor.send(words=code).status_code == 200
    visitor.open("kod/")
    assert visitor.send(words="fel fel fel 11").status_code == 429


def test_a_code_of_another_municipality_does_not_open(visitor: Visitor, code: str) -> None:
    visitor.open("/nykoping/kod/")
    assert visitor.send(words=code).status_code == 422


def test_a_visit_moves_the_last_day_forward(visitor: Visitor, code: str) -> None:
    with scope("0662"):
        AccessCode.objects.update(expires_on=timezone.localdate() + timedelta(days=3))
    visitor.open("kod/")
    visitor.send(words=code)
    with scope("0662"):
        assert AccessCode.objects.get().expires_on == timezone.localdate() + timedelta(days=90)


def test_a_code_past_its_last_day_does_not_open(visitor: Visitor, code: str) -> None:
    with scope("0662"):
        AccessCode.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    visitor.open("kod/")
    assert visitor.send(words=code).status_code == 422
