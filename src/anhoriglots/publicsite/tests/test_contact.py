"""Asking to be contacted: every way, every mistake, sent once."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from tests.visitor import CALL, Visitor

from anhoriglots.casework.models import ContactRequest
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Board

VisitorIn = Callable[[str], Visitor]


def requests_in(code: str) -> list[ContactRequest]:
    """All requests of the municipality, whatever their board."""
    found: list[ContactRequest] = []
    for board in Board.objects.filter(municipality=code):
        with scope(code, board.pk):
            found += ContactRequest.objects.select_related("unit", "district")
    return found


def the_request(code: str = "0662") -> ContactRequest:
    (request,) = requests_in(code)
    return request


def test_ask_to_be_called_takes_five_pages_and_a_receipt(visitor: Visitor) -> None:
    visitor.ask_to_be_called(call_me="Bo", needs=["talk"], remark="Ring två signaler", interpreter_language="so")
    for told in ("Ring mig", "070-174 06 11", "Nej, säg inget", "Bo", "Att prata med någon", "Soomaali", "Ring två"):
        assert told in visitor.text
    assert "senast" in visitor.text
    visitor.send()
    assert "Tack. Vi har fått ditt meddelande." in visitor.text
    request = the_request()
    assert (request.reply, request.contact, request.call_me) == ("call", "0701740611", "Bo")
    assert (request.may_say_who_calls, request.is_urgent) == (False, False)


@pytest.mark.parametrize(("language", "unfolded"), [("", False), ("so/", True)])
def test_interpreter_and_support_contact_are_folded_for_those_who_read_swedish_and_have_chosen_neither(
    visitor: Visitor, language: str, unfolded: bool
) -> None:
    visitor.open(f"{language}kontakt/")
    visitor.send(reply="call")
    visitor.send(**CALL)
    assert ('<details class="ds-details" open>' in visitor.html) == unfolded
    visitor.send(remark="19121212-1212", interpreter_language="so")
    assert '<details class="ds-details" open>' in visitor.html


def test_by_code_alone_nothing_about_the_visitor_is_asked(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="code")
    visitor.send(remark="Vem hjälper mig?")
    visitor.send()
    assert "Svaret ligger bakom din kod." in visitor.text
    request = the_request()
    assert (request.contact, request.call_me, request.remark, request.needs) == ("", "", "Vem hjälper mig?", [])


def test_by_code_alone_something_must_be_asked(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="code")
    assert "Vad vill du fråga?" in visitor.text
    assert visitor.send(call_me="Bo").status_code == 422
    assert "Skriv din fråga. Eller kryssa i något." in visitor.text
    assert 'value="Bo"' in visitor.html
    visitor.send(wants_support_contact="on")
    assert "Vem vill du helst prata med?" in visitor.text


def test_whoever_changes_from_a_call_to_a_code_is_asked_for_the_question(visitor: Visitor) -> None:
    visitor.ask_to_be_called()
    visitor.follow("Ändra")
    visitor.send(reply="code")
    assert "Vad vill du fråga?" in visitor.text


@pytest.mark.parametrize(
    ("reply", "contact", "kept"),
    [
        ("text", "070 174 06 11", "0701740611"),
        ("email", " bo@exempel.se ", "bo@exempel.se"),
        ("text", "+46 (0)70-174 06 11", "+460701740611"),
    ],
)
def test_text_message_and_email(visitor: Visitor, reply: str, contact: str, kept: str) -> None:
    visitor.open("kontakt/")
    visitor.send(reply=reply)
    assert "inget om vad det gäller" in visitor.text
    visitor.send(contact=contact)
    visitor.send()
    visitor.send()
    assert the_request().contact == kept


@pytest.mark.parametrize("knows", ["yes", "no"])
def test_on_behalf_of_another_contact_goes_to_the_helper(visitor: Visitor, knows: str) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="another")
    assert "Vet personen om att du frågar?" in visitor.text
    visitor.send(other_person_knows=knows, reply="call")
    assert ("Därför hör vi bara av oss till dig." in visitor.text) == (knows == "no")
    visitor.send(**CALL)
    visitor.send()
    assert ("Vi kan berätta om stöd i allmänhet." in visitor.text) == (knows == "no")
    visitor.send()
    assert (the_request().for_another, the_request().other_person_knows) == (True, knows == "yes")


@pytest.mark.parametrize(
    ("contact", "sentence"),
    [
        ("", "Skriv ett telefonnummer. Eller välj ett annat sätt."),
        ("   ", "Skriv ett telefonnummer. Eller välj ett annat sätt."),
        ("070", "Numret är för kort. Kontrollera att alla siffror är med."),
        ("7" * 1000, "tecken"),
        ("070-abc def", "Skriv numret med bara siffror."),
        ("<script>alert(1)</script>", "Skriv numret med bara siffror."),
    ],
)
def test_a_faulty_number_is_explained_and_everything_typed_stays(visitor: Visitor, contact: str, sentence: str) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="call")
    response = visitor.send(contact=contact, call_time="morning", may_say_who_calls="yes")
    assert response.status_code == 422
    assert re.search(r"<title>\s*Fel:", visitor.html)
    assert visitor.text.count(sentence) >= 2 or len(contact) == 1000
    assert "Det blev fel på ett ställe" in visitor.text
    assert re.search(r'value="morning"[^>]*\bchecked', visitor.html)
    assert re.search(r'value="yes"[^>]*\bchecked', visitor.html)
    assert "<script>alert" not in visitor.html
    visitor.send(**{**CALL, "contact": "٠٧٠١٧٤٠٦١١"})
    assert "Vill du säga något mer?" in visitor.text


def test_a_page_with_faults_is_read_again_by_its_address_and_nothing_is_posted_twice(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="call")
    visitor.send(contact="070-abc", call_time="morning", may_say_who_calls="yes")
    faulty = visitor.url
    assert "abc" not in faulty
    visitor.send(**CALL)
    assert "Vill du säga något mer?" in visitor.text
    assert visitor.open(faulty).status_code == 422
    assert "Skriv numret med bara siffror." in visitor.text
    assert 'value="070-abc"' in visitor.html
    assert re.search(r'value="morning"[^>]*\bchecked', visitor.html)
    assert visitor.response["Cache-Control"] == "no-store"


def test_a_page_with_faults_cannot_be_read_after_leaving(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="call")
    visitor.send(contact="070-abc")
    faulty = visitor.url
    visitor.open("lamna/")
    assert visitor.open(faulty).status_code == 410
    assert "070-abc" not in visitor.html


def test_more_than_an_address_can_hold_is_answered_at_once_and_kept_on_the_page(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="code")
    assert visitor.post(remark="å" * 20_000).status_code == 422
    assert "å" * 20_000 in visitor.html


def test_an_address_without_at_is_explained(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="email")
    assert visitor.send(contact="bo.exempel.se").status_code == 422
    assert "E-postadressen saknar @." in visitor.text


def test_a_personal_number_is_refused_and_the_rest_stays(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="code")
    response = visitor.send(call_me="Bo", remark="Min fru 19121212-1212 är sjuk")
    assert response.status_code == 422
    assert "Det ser ut som ett personnummer. Ta bort det, vi behöver det inte." in visitor.text
    assert 'value="Bo"' in visitor.html
    visitor.send(call_me="Bo", remark="Min fru är sjuk")
    visitor.send()
    assert the_request().remark == "Min fru är sjuk"


def test_a_line_of_201_characters_is_refused_and_kept_on_the_page(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="code")
    assert visitor.send(remark="å" * 201).status_code == 422
    assert "å" * 201 in visitor.html
    assert "högst 200 tecken" in visitor.text


def test_what_looks_like_a_program_is_shown_as_text(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="code")
    visitor.send(call_me="<b>Bo</b>", remark="<script>alert(1)</script>")
    assert "<script>alert(1)" not in visitor.html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in visitor.html


def test_nothing_chosen_is_explained(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    assert visitor.send().status_code == 422
    assert "Välj hur vi ska höra av oss." in visitor.text


def test_changing_one_answer_comes_back_to_the_last_page(visitor: Visitor) -> None:
    visitor.ask_to_be_called(call_me="Bo")
    number = re.search(r'<a [^>]*href="([^"]+kontakt/vart/[^"]+)"', visitor.html)
    assert number is not None
    visitor.open(number[1].replace("&amp;", "&"))
    assert 'value="0701740611"' in visitor.html
    visitor.send(**{**CALL, "contact": "0701740612"})
    assert "Stämmer det här?" in visitor.text
    assert "070-174 06 12" in visitor.text
    assert "Bo" in visitor.text


def test_a_new_way_to_be_reached_asks_for_the_new_address_only(visitor: Visitor) -> None:
    visitor.ask_to_be_called(call_me="Bo")
    visitor.follow("Ändra")
    assert "Hur vill du att vi hör av oss?" in visitor.text
    visitor.send(reply="email")
    assert "Vart ska vi skicka e-post?" in visitor.text
    visitor.send(contact="bo@exempel.se")
    assert "Stämmer det här?" in visitor.text
    visitor.send()
    request = the_request()
    assert (request.reply, request.contact, request.call_me) == ("email", "bo@exempel.se", "Bo")


def test_a_wish_for_a_support_contact_asks_one_question_more(visitor: Visitor) -> None:
    visitor.ask_to_be_called(wants_support_contact="on")
    assert "Vem vill du helst prata med?" in visitor.text
    visitor.send(support_contact_wish="woman")
    assert "En kvinna" in visitor.text
    visitor.send()
    assert (the_request().wants_support_contact, the_request().support_contact_wish) == (True, "woman")


def test_where_one_lives_decides_who_answers_and_is_asked_once(visitor_in: VisitorIn) -> None:
    visitor = visitor_in("stockholm")
    visitor.open("hitta/var/")
    chosen = re.findall(r'name="district" value="([^"]+)"', visitor.html)[2]
    visitor.send(district=chosen)
    visitor.send(skip="1")
    visitor.follow("be oss höra av oss")
    visitor.send(reply="code")
    assert "Din fråga" in visitor.text
    visitor.send(needs=["talk"])
    visitor.send()
    request = the_request("0180")
    assert request.district is not None
    assert request.district.key == chosen
    assert request.board_id == request.district.board_id


def test_without_the_guide_where_one_lives_is_asked_and_elsewhere_is_led_home(visitor_in: VisitorIn) -> None:
    visitor = visitor_in("stockholm")
    visitor.open("kontakt/")
    visitor.send(reply="code")
    assert "Var bor du?" in visitor.text
    assert visitor.send().status_code == 422
    visitor.send(district="elsewhere")
    assert "Du bor i en annan kommun" in visitor.text


@pytest.mark.parametrize(
    ("slug", "unit"),
    [
        ("gislaved", "Anhörigstödet"),
        ("nykoping", "Det övergripande anhörigstödet"),
        ("stockholm", "Stadens information"),
    ],
)
def test_the_name_of_those_who_read_begins_its_sentence(visitor_in: VisitorIn, slug: str, unit: str) -> None:
    visitor = visitor_in(slug)
    visitor.open("kontakt/")
    visitor.send(reply="code")
    if slug == "stockholm":
        visitor.send(district="-")
    visitor.send(remark="Vem hjälper mig?")
    assert re.search(rf"[.:] {unit}[\w ]* läser svaren\.", visitor.text)


def test_the_last_page_cannot_be_reached_past_a_question(visitor: Visitor) -> None:
    visitor.open("kontakt/kontrollera/")
    assert visitor.response.status_code == 303
    visitor.open(visitor.response["Location"])
    assert "Hur vill du att vi hör av oss?" in visitor.text


def test_the_same_page_sent_twice_is_one_request_and_one_receipt(visitor: Visitor) -> None:
    visitor.ask_to_be_called()
    page, html = visitor.url, visitor.html
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert token is not None
    first = visitor.client.post(page, {"csrfmiddlewaretoken": token[1]})
    second = visitor.client.post(page, {"csrfmiddlewaretoken": token[1]})
    assert (first.status_code, second.status_code) == (303, 303)
    assert len(requests_in("0662")) == 1
    visitor.open(first["Location"])
    code = visitor.code
    visitor.open(second["Location"])
    assert visitor.code == code


def test_back_after_sending_shows_the_receipt(visitor: Visitor) -> None:
    visitor.ask_to_be_called()
    page = visitor.url
    visitor.send()
    assert visitor.open(page).status_code == 303
    visitor.open(visitor.response["Location"])
    assert "Tack. Vi har fått ditt meddelande." in visitor.text


def test_the_form_sent_by_six_clicks_at_once_is_one_request(django_db_setup: None, committed: None) -> None:
    visitor = Visitor("/gislaved/").ask_to_be_called()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', visitor.html)
    assert token is not None

    def click(_: int) -> int:
        client = Client(enforce_csrf_checks=True)
        client.cookies["csrftoken"] = visitor.client.cookies["csrftoken"].value
        try:
            return client.post(visitor.url, {"csrfmiddlewaretoken": token[1]}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        assert set(threads.map(click, range(6))) == {303}
    assert len(requests_in("0662")) == 1


def test_a_machine_that_fills_the_hidden_field_sends_nothing(visitor: Visitor) -> None:
    visitor.ask_to_be_called()
    assert visitor.send(website="https://exempel.se").status_code == 422
    assert requests_in("0662") == []


def test_too_many_from_one_address_are_told_to_wait_or_call(visitor: Visitor) -> None:
    for _ in range(30):
        visitor.open("kontakt/")
        visitor.send(reply="code")
        visitor.send(needs=["talk"])
        visitor.send()
        assert "Tack." in visitor.text
    visitor.open("kontakt/")
    visitor.send(reply="code")
    visitor.send(needs=["talk"])
    assert visitor.send().status_code == 429
    assert "Ditt är inte skickat än." in visitor.text
    assert "tel:" in visitor.html
    assert len(requests_in("0662")) == 30
    visitor.follow("Till mina svar")
    assert "Stämmer det här?" in visitor.text


def test_a_form_without_its_token_is_not_taken(visitor: Visitor) -> None:
    visitor.ask_to_be_called()
    assert visitor.client.post(visitor.url, {}).status_code == 403
    assert requests_in("0662") == []


@pytest.mark.parametrize("path", ["kontakt/", "kontakt/kontrollera/", "kod/"])
def test_the_only_cookie_is_the_forms_own_and_lasts_until_the_browser_is_closed(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    visitor.open("kontakt/")
    cookies: dict[str, Any] = dict(visitor.client.cookies)
    assert set(cookies) == {"csrftoken"}
    assert cookies["csrftoken"]["max-age"] == cookies["csrftoken"]["expires"] == ""


def test_nothing_personal_is_in_titles_or_addresses(visitor: Visitor) -> None:
    visitor.ask_to_be_called(call_me="Bosse", remark="Ring två signaler")
    visitor.send()
    visitor.open(visitor.url)
    for secret in ("Bosse", "0701740611", "signaler", visitor.code.split()[0]):
        assert secret not in visitor.url
        assert secret not in visitor.html.partition("<body")[0]
    assert visitor.response["Cache-Control"] == "no-store"
