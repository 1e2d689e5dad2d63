"""A question that is answered behind the code alone: it stands there, and nobody is promised a call."""

from tests.visitor import Visitor


def test_who_wants_an_answer_here_reads_their_question_and_is_promised_no_call(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="code")
    visitor.send(remark="Hur länge får man avlösning?")
    visitor.send()
    code = visitor.code
    visitor.open("kod/")
    visitor.send(words=code)
    assert "Du skrev Hur länge får man avlösning?" in visitor.text
    assert "Du får svar här senast" in visitor.text
    assert "Vi hör av oss" not in visitor.text
    assert "Händer inget mer finns dina svar kvar" in visitor.text
    assert "ditt nummer" not in visitor.text


def test_who_wants_to_be_called_is_promised_that(visitor: Visitor) -> None:
    visitor.ask_to_be_called(call_me="Bo").send()
    code = visitor.code
    visitor.open("kod/")
    visitor.send(words=code)
    assert "Vi hör av oss senast" in visitor.text
    assert "finns ditt nummer och dina svar kvar" in visitor.text
    assert "Du skrev" not in visitor.text
