"""The receipt: a promise, a code, and the way back."""

import pytest
from django.test import Client
from tests.visitor import Visitor

from anhoriglots.casework.models import ContactRequest
from anhoriglots.database.scope import for_board, scope
from anhoriglots.visitors.models import AccessCode


def sent(visitor: Visitor) -> Visitor:
    visitor.ask_to_be_called(call_me="Bo").send()
    return visitor


def stored_call_words() -> str:
    with scope("0662"):
        board = AccessCode.objects.get().board_id
        with for_board(board):
            return ContactRequest.objects.get().call_words


def test_it_tells_when_by_whom_and_what_is_said_to_others(visitor: Visitor) -> None:
    sent(visitor)
    for told in (
        "Vi ringer dig senast",
        "När vi ringer säger vi",
        "Då vet du att det är vi.",
        "Vi frågar aldrig efter din kod och ber aldrig om BankID.",
        "Om någon annan svarar säger vi inget om varför.",
        "Vad händer sen?",
        "Du kan också ansöka om mer hjälp hos socialtjänsten.",
        "11 kap. 6 §",
    ):
        assert told in visitor.text
    assert len(visitor.code.split()) == 4


def test_it_tells_from_which_number_we_call_and_where_the_code_is_written(visitor: Visitor) -> None:
    sent(visitor)
    assert "Vi ringer från 0" in visitor.text
    assert "(exempel)" in visitor.text
    assert "skriva mer eller ta bort allt" in visitor.text
    visitor.follow("testserver/gislaved/kod/")
    assert "Skriv din kod" in visitor.text


def test_it_reads_the_same_after_reload_and_sends_nothing_anew(visitor: Visitor) -> None:
    code = sent(visitor).code
    for _ in range(3):
        visitor.open(visitor.url)
        assert visitor.code == code


def test_the_words_of_our_call_are_others_than_the_code_and_stand_there_for_a_call_alone(visitor: Visitor) -> None:
    code = sent(visitor).code
    words = stored_call_words()
    assert f"När vi ringer säger vi {words} ." in visitor.text
    assert words not in code
    visitor.open("kontakt/")
    visitor.send(reply="code")
    visitor.send(needs=["talk"])
    visitor.send()
    assert "När vi ringer" not in visitor.text


def test_the_code_is_nowhere_to_read_in_the_address(visitor: Visitor) -> None:
    code = sent(visitor).code
    assert not any(word in visitor.url for word in code.split()[:3])


def test_only_the_browser_that_sent_can_read_it(visitor: Visitor) -> None:
    response = Client().get(sent(visitor).url)
    assert response.status_code == 410
    assert visitor.code not in response.content.decode()


def test_undo_asks_once_and_then_it_is_gone(visitor: Visitor) -> None:
    receipt = sent(visitor).url
    visitor.follow("Ångra och ta bort")
    assert "Vill du ta bort allt?" in visitor.text
    visitor.send()
    assert "Allt är borttaget" in visitor.text
    assert "Kvar är en rad utan namn." in visitor.text
    with scope("0662"):
        assert not AccessCode.objects.exists()
    assert visitor.open(receipt).status_code == 303
    assert visitor.response["Location"].endswith("/kontakt/borttaget/")


def test_no_keeps_it(visitor: Visitor) -> None:
    sent(visitor).follow("Ångra och ta bort")
    visitor.follow("Nej, behåll")
    assert "Tack. Vi har fått ditt meddelande." in visitor.text


def test_in_english_the_promise_is_in_english(visitor: Visitor) -> None:
    visitor.open("en/kontakt/")
    visitor.send(reply="code")
    visitor.send(needs=["talk"])
    visitor.send()
    assert "You get an answer no later than" in visitor.text
    with scope("0662"):
        board = AccessCode.objects.get().board_id
        with for_board(board):
            assert ContactRequest.objects.get().language == "en"


@pytest.mark.parametrize("path", ["kontakt/kvitto/", "kontakt/kvitto/angra/"])
def test_without_a_receipt_there_is_a_clear_page(visitor: Visitor, path: str) -> None:
    assert visitor.open(path).status_code == 410
