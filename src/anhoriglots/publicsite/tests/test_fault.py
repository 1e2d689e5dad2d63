"""Somebody says that something does not work: prefilled without telling on anybody, and answered behind a code."""

from collections.abc import Callable
from datetime import date
from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.accessibility.actions.handle_report import Ruled, rule_on_report, take_report
from anhoriglots.accessibility.choices import Ruling
from anhoriglots.accessibility.models import FaultReport
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.database.scope import scope
from anhoriglots.design.lix import measure

FAULT = {"came_in": "fault", "what": "Knappen går inte att nå.", "where": "", "reply": "code", "contact": ""}
LINK = "Säg till om något inte fungerar"
INFORMATION_LIX, LONGEST = 35, 20


def _submission(visitor: Visitor) -> str:
    return visitor.html.split('name="submission" value="')[1].split('"')[0]


def _sends(visitor: Visitor, **answers: str) -> Visitor:
    visitor.send(**{**FAULT, "submission": _submission(visitor), **answers})
    return visitor


@pytest.fixture
def elif_(make_staff: Callable[..., Actor]) -> Actor:
    return make_staff("0662", "social_board", Role.UNIT_MANAGER, name="Elif")


def test_the_page_one_came_from_is_filled_in_by_its_name_alone(visitor: Visitor) -> None:
    visitor.ask_to_be_called()
    visitor.follow(LINK)
    assert 'value="Be oss höra av oss"' in visitor.html
    assert unquote(visitor.url).endswith("?sida=contact-check")


@pytest.mark.parametrize("path", ["u/", "u/prata/", "trygg/"])
def test_that_somebody_was_on_a_page_for_children_or_on_safety_is_told_to_nobody(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    visitor.follow(LINK)
    assert "sida=" not in visitor.url
    assert 'name="where" value=' not in visitor.html


@pytest.mark.parametrize("written", ["<script>", "Anna Andersson", "nonsens", "child", "x" * 3000])
def test_what_we_do_not_know_is_not_filled_in(visitor: Visitor, written: str) -> None:
    visitor.client.get("/gislaved/")
    answer = visitor.client.get("/gislaved/tillganglighet/fel/", {"sida": written})
    assert answer.status_code == 200
    assert written not in answer.content.decode().partition("<main")[2].partition("</main>")[0] or written == "child"


def test_a_report_gives_a_code_that_opens_the_answer(visitor: Visitor, elif_: Actor) -> None:
    visitor.open("tillganglighet/")
    visitor.follow("Säg till om ett fel")
    _sends(visitor, where="Boka en plats")
    assert "Tack för att du sa till" in visitor.text
    code = visitor.code
    at = timezone.now()
    with scope(elif_.municipality, elif_.board_id, elif_.user_id):
        report = FaultReport.objects.get()
        take_report(actor=elif_, report_id=report.pk, at=at)
        told = "Knappen Boka går inte att nå med tangentbord."
        ruled = Ruled(Ruling.WILL_MEND, "Tack, vi lagar det.", mend_by=date(2999, 1, 2), told=told)
        rule_on_report(actor=elif_, report_id=report.pk, ruled=ruled, keep_days=90, at=at)
    stranger = Visitor("/gislaved/")
    stranger.open("kod/")
    stranger.send(words=code)
    for words in ("Tack, vi lagar det.", "Det ska vara lagat senast 2 januari 2999.", "Knappen går inte att nå."):
        assert words in stranger.text
    stranger.open("tillganglighet/")
    assert told in stranger.text
    assert "Lagas senast 2 januari 2999." in stranger.text
    stranger.open("kod/")
    stranger.send(words=code)
    stranger.follow("Ta bort allt nu")
    stranger.send()
    assert "Allt är borttaget" in stranger.text
    stranger.open("kod/")
    stranger.send(words=code)
    assert "Koden stämmer inte" in stranger.text


def test_back_and_send_again_is_the_same_report(visitor: Visitor) -> None:
    visitor.open("tillganglighet/fel/")
    secret = _submission(visitor)
    codes = set()
    for _ in range(2):
        visitor.open("tillganglighet/fel/")
        visitor.send(**FAULT, submission=secret)
        codes.add(visitor.code)
    assert len(codes) == 1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"what": ""}, "Skriv vad som inte fungerar."),
        ({"what": "   "}, "Skriv vad som inte fungerar."),
        ({"what": "Jag är 19121212-1212"}, "Det ser ut som ett personnummer."),
        ({"where": "19121212-1212"}, "Det ser ut som ett personnummer."),
        ({"what": "x" * 401}, "Korta den till högst 400 tecken."),
        ({"reply": "email", "contact": "inga"}, "E-postadressen saknar @."),
        ({"reply": "phone"}, "Skriv ett telefonnummer. Eller välj ett annat sätt."),
        ({"reply": "letter"}, "Det valet finns inte längre. Välj igen."),
        ({"came_in": "song"}, "Det valet finns inte längre. Välj igen."),
        ({"came_in": ""}, "Välj vad du vill säga till om."),
        ({"website": "http://machine"}, "Ett dolt fält blev ifyllt."),
    ],
)
def test_nonsense_comes_back_with_what_was_written_and_the_same_secret(
    visitor: Visitor, answers: dict[str, str], sentence: str
) -> None:
    visitor.open("tillganglighet/fel/")
    secret = _submission(visitor)
    _sends(visitor, **answers)
    assert sentence in visitor.text
    assert visitor.response.status_code == 422
    assert "<title>Fel: " in visitor.html
    assert _submission(visitor) == secret
    for name in ("what", "where"):
        assert answers.get(name, "") in visitor.html


def test_a_secret_that_is_none_is_not_taken(visitor: Visitor) -> None:
    visitor.open("tillganglighet/fel/")
    visitor.send(**FAULT, submission="a")
    assert "Tack för att du sa till" in visitor.text


def test_the_receipt_cannot_be_read_in_another_browser(visitor: Visitor) -> None:
    visitor.open("tillganglighet/fel/")
    _sends(visitor)
    assert Client().get(visitor.url).status_code == 410


@pytest.mark.parametrize("slug", ["stockholm", "nykoping", "gislaved"])
def test_the_pages_are_easy(visitor_in: Callable[[str], Visitor], slug: str) -> None:
    visitor = visitor_in(slug)
    pages = [visitor.open("tillganglighet/fel/").content.decode()]
    _sends(visitor)
    pages.append(visitor.html)
    visitor.follow("Se det du skrev")
    pages.append(visitor.html)
    for html in pages:
        reading = measure(html.partition("<main")[2].partition(">")[2].partition("</main>")[0])
        assert reading.lix <= INFORMATION_LIX
        assert reading.longest_words <= LONGEST
