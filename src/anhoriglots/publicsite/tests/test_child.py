"""The entrance for children: what happens if one tells comes first, and nothing of a visit is left behind."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from tests.visitor import Visitor

from anhoriglots.casework.models import ContactRequest
from anhoriglots.casework.queries.receipt import Promise
from anhoriglots.database.models import Throttle
from anhoriglots.database.scope import scope
from anhoriglots.design.lix import measure
from anhoriglots.organisations.models import Board
from anhoriglots.organisations.queries import all_municipalities, municipality_by_code
from anhoriglots.profiles.checks.safety import PROMISES
from anhoriglots.publicsite.child_forms import WayForm
from anhoriglots.publicsite.help_lines import open_now, what_happens

from .test_readability import LONGEST, SLUGS, main_of

VisitorIn = Callable[[str], Visitor]
CHILD_LIX = 28
READING = ["u/", "u/fragor/7-12/", "u/fragor/13-17/", "u/ring/", "trygg/"]
FORMS = ["u/prata/"]
PHONE = "070-174 06 52"
SHUT = Promise(unit="", latest="i morgon klockan 15", opens="i morgon klockan 9", sent=None)


def the_request(code: str = "0662") -> ContactRequest:
    for board in Board.objects.filter(municipality=code).values_list("pk", flat=True):
        with scope(code, board):
            if found := ContactRequest.objects.first():
                return found
    raise AssertionError("nothing was sent")


def asks(visitor: Visitor, reply: str) -> Visitor:
    visitor.open("u/prata/")
    visitor.send(reply=reply)
    return visitor


# --- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_two_links_lead_from_the_start_page_to_the_form(visitor_in: VisitorIn, slug: str) -> None:
    visitor = visitor_in(slug)
    visitor.open("")
    visitor.follow("Jag är under 18 år")
    visitor.follow("Prata med en vuxen hos oss")
    assert 'name="reply"' in visitor.html
    assert visitor.html.index("Vad händer om jag berättar?") < visitor.html.index('name="reply"')


@pytest.mark.parametrize("slug", SLUGS)
def test_it_is_as_easy_as_a_child_needs(visitor_in: VisitorIn, slug: str) -> None:
    hard, long = {}, {}
    for name, html in everything(visitor_in(slug)):
        reading = measure(main_of(html, []))
        assert reading.words > 10, name
        if reading.lix > CHILD_LIX:
            hard[name] = round(reading.lix, 1)
        if reading.longest_words > LONGEST:
            long[name] = reading.longest
    assert (hard, long) == ({}, {})


def everything(visitor: Visitor) -> list[tuple[str, str]]:
    """Every page of the entrance, with an error and a receipt."""
    pages = [(path, visitor.open(path).content.decode()) for path in (*READING, *FORMS)]
    for reply in ("text", "calls_in", "meets", "call"):
        asks(visitor, reply)
        pages.append((reply, visitor.html))
    visitor.send(contact="")
    pages.append(("error", visitor.html))
    visitor.send(contact=PHONE, may_say_who_calls="no")
    pages.append(("receipt", visitor.html))
    return pages


@pytest.mark.parametrize("path", READING)
@pytest.mark.parametrize("language", ["", "en/"])
def test_reading_sets_no_cookie_and_leaves_no_copy_in_the_browser(db: None, path: str, language: str) -> None:
    for _ in range(2):  # the second time it may come from what the program has kept
        response = Client().get(f"/gislaved/{language}{path}")
        assert response.status_code == 200
        assert not response.cookies
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert 'rel="nofollow"' in response.content.decode()  # the leave button


@pytest.mark.parametrize("path", [*READING, *FORMS])
def test_a_tab_that_somebody_else_sees_says_nothing(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    title = re.search(r"<title>(.*?)</title>", visitor.html)
    assert title
    assert title[1] in ("Fråga oss", "Bra att veta")


@pytest.mark.parametrize("path", [*READING, *FORMS])
def test_nothing_comes_from_anywhere_else(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    assert re.findall(r'<(?:link|script|img|iframe)[^>]+(?:href|src)="(?:https?:)?//', visitor.html) == []
    outside = re.findall(r'<a [^>]*href="https://[^>]*>', visitor.html)
    assert [link for link in outside if "noreferrer" not in link] == []


@pytest.mark.parametrize("path", [*READING, *FORMS])
def test_english_is_whole(visitor: Visitor, path: str) -> None:
    visitor.open(f"en/{path}")
    assert visitor.response.status_code == 200
    swedish = re.sub(
        r'<(\w+)[^>]* lang="sv"[^>]*>.*?</\1>', "", visitor.html.partition("<main")[2].partition("</main")[0]
    )
    assert not re.search("[åäöÅÄÖ]", re.sub(r"<[^>]+>", "", swedish.replace("(orosanmälan)", "")))


def test_a_level_that_there_is_not_is_not_found(visitor: Visitor) -> None:
    assert visitor.open("u/fragor/18-20/").status_code == 404


# --- what happens if I tell ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["u/", "u/prata/"])
def test_all_five_things_are_said_with_the_section_that_binds_the_adults(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    for said in (
        "lyssnar på dig",
        "Du behöver inte säga vad du heter.",
        "måste vi se till att du får hjälp",
        "Då berättar vi det för dig först.",
        "kan vi inte komma till dig",
    ):
        assert said in visitor.text
    assert "19 kap. 1 §" in visitor.text


def test_words_that_nobody_has_approved_are_marked_and_approved_ones_are_not(visitor: Visitor) -> None:
    visitor.open("u/prata/")
    assert "Texten är ett exempel." in visitor.text
    page = municipality_by_code("0662")
    assert page is not None
    safety = page.settings["safety"]
    told = {**safety["what_happens"], "approved": {"on": "2026-11-20", "by": "Exempel"}}
    approved = replace(page, settings={**page.settings, "safety": {**safety, "what_happens": told}})
    assert what_happens(page)["is_example"]
    assert not what_happens(approved)["is_example"]


def test_no_page_promises_a_secret(visitor: Visitor) -> None:
    said = " ".join(html for _, html in everything(visitor)).casefold()
    assert [word for word in PROMISES if word in said and word != "promise"] == []


# --- asking ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reply", ["call", "text", "calls_in", "meets"])
def test_no_form_asks_for_more_than_it_needs(visitor: Visitor, reply: str) -> None:
    asks(visitor, reply)
    names = set(re.findall(r'<(?:input|select|textarea)[^>]* name="(\w+)"', visitor.html.partition("<main")[2]))
    assert names <= {"csrfmiddlewaretoken", "contact", "talk_when", "may_say_who_calls", "call_me", "website"}
    assert ("contact" in names) == (reply in ("call", "text"))
    assert "Är det farligt just nu?" in visitor.text


def test_a_child_that_asks_to_be_called_comes_first_and_hears_that_it_did_right(visitor: Visitor) -> None:
    asks(visitor, "call")
    visitor.send(contact=PHONE, talk_when="efter skolan", may_say_who_calls="no", call_me="Katten")
    assert "Du gjorde rätt som hörde av dig." in visitor.text
    assert len(visitor.code.split()) == 4
    assert "Om någon annan svarar säger vi inget om varför." in visitor.text
    stored = the_request()
    assert (stored.from_child, stored.is_urgent, stored.reply) == (True, True, "call")
    assert (stored.contact, stored.talk_when, stored.call_me) == ("0701740652", "efter skolan", "Katten")
    assert stored.call_words in visitor.text
    assert not stored.may_say_who_calls


@pytest.mark.parametrize("reply", ["calls_in", "meets"])
def test_who_calls_or_comes_is_known_by_two_words(visitor: Visitor, reply: str) -> None:
    asks(visitor, reply)
    visitor.send(call_me="")
    assert f"När vi hörs säger du {the_request().call_words} ." in visitor.text
    assert the_request().contact == ""


def test_without_a_number_the_form_says_what_else_can_be_done(visitor: Visitor) -> None:
    asks(visitor, "text")
    visitor.send(contact="", talk_when="på rasten")
    assert visitor.response.status_code == 422 or "f=" in visitor.url
    assert "Skriv ett nummer. Eller välj att du ringer själv." in visitor.text
    assert 'value="på rasten"' in visitor.html
    assert "<title>Fel: Fråga oss</title>" in visitor.html


def test_no_way_chosen_is_told(visitor: Visitor) -> None:
    visitor.open("u/prata/")
    visitor.send(reply="")
    assert "Välj hur du vill prata." in visitor.text


@pytest.mark.parametrize("field", ["talk_when", "call_me"])
def test_a_personal_number_is_not_kept(visitor: Visitor, field: str) -> None:
    asks(visitor, "text")
    visitor.send(**{"contact": PHONE, field: "20121212-1212"})
    assert "personnummer" in visitor.text
    with pytest.raises(AssertionError, match="nothing was sent"):
        the_request()


def test_a_machine_that_fills_in_all_fields_sends_nothing(visitor: Visitor) -> None:
    asks(visitor, "text")
    visitor.send(contact=PHONE, website="http://example.org")
    assert "Ett dolt fält blev ifyllt." in visitor.text
    with pytest.raises(AssertionError, match="nothing was sent"):
        the_request()


def test_the_same_form_twice_is_one_request_and_back_shows_the_receipt(visitor: Visitor) -> None:
    asks(visitor, "text")
    form = visitor.url
    visitor.send(contact=PHONE)
    code = visitor.code
    visitor.open(form)
    visitor.open(visitor.response["Location"])
    assert visitor.code == code


def test_the_second_page_without_the_first_leads_there(visitor: Visitor) -> None:
    visitor.open("u/prata/mer/")
    assert visitor.response["Location"].endswith("/u/prata/")


def test_too_many_from_one_network_are_told_who_to_ring_and_nothing_is_lost(visitor: Visitor) -> None:
    for _ in range(30):
        asks(visitor, "text")
        visitor.send(contact=PHONE)
    asks(visitor, "text")
    visitor.send(contact=PHONE)
    assert visitor.response.status_code == 429
    assert "Bris" in visitor.text
    assert "112" in visitor.text
    assert Throttle.objects.exists()


def test_a_child_can_take_it_back(visitor: Visitor) -> None:
    asks(visitor, "call")
    visitor.send(contact=PHONE, may_say_who_calls="no")
    visitor.follow("Ångra och ta bort")
    visitor.send()
    assert "Allt är borttaget" in visitor.text
    assert (the_request().contact, the_request().from_child) == ("", False)


# --- when nobody answers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_while_closed_the_form_names_those_who_answer(visitor_in: VisitorIn, slug: str) -> None:
    visitor = visitor_in(slug)
    asks(visitor, "call")
    page = {each.slug: each for each in all_municipalities()}[slug]
    lines = open_now(page, "children")
    assert [line.name for line in lines] == ["Bris", "Socialjouren"]
    context = {"promise": SHUT, "lines": lines, "reply": "call", "form": WayForm(), "contact_days": 30}
    html = render_to_string("publicsite/child_talk_more.html", context)
    assert "Vi har stängt nu" in html
    assert html.index("116 111") < html.index('name="reply"')  # before the first field


# --- leaving ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*READING, *FORMS])
def test_after_leaving_back_finds_a_closed_page_that_can_be_opened_again(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    answer = visitor.client.get("/gislaved/lamna/")
    assert answer.status_code == 303
    assert {name for name, cookie in visitor.client.cookies.items() if cookie.value} == {settings.LEFT_COOKIE}
    visitor.open(path)
    assert "Sidan är stängd" in visitor.text
    assert "sjuk" not in visitor.text
    assert "rädd" not in visitor.text
    assert visitor.response.headers["Cache-Control"] == "no-store"
    visitor.open(f"{path}?oppna=1")
    visitor.open(visitor.response["Location"])
    assert "Sidan är stängd" not in visitor.text


def test_a_receipt_is_gone_after_leaving(visitor: Visitor) -> None:
    asks(visitor, "text")
    visitor.send(contact=PHONE)
    code = visitor.code
    receipt = visitor.url
    visitor.client.get("/gislaved/lamna/")
    visitor.open(receipt)
    assert visitor.response.status_code == 410
    assert code not in visitor.text
