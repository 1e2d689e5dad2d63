"""Error pages: plain words in two languages, and nothing of what was typed is lost."""

import re

import pytest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from anhoriglots.design import errors
from anhoriglots.design.views import database_gone

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("400", errors.BAD_REQUEST),
        ("403", errors.NOT_PERMITTED),
        ("404", errors.NOT_FOUND),
        ("500", errors.SERVER_ERROR),
    ],
)
def test_each_error_has_a_page_in_swedish_and_english_with_the_number(
    visitor: Client, kind: str, text: errors.ErrorText
) -> None:
    response = visitor.get(f"/fail/{kind}/")
    html = response.content.decode()
    assert response.status_code == int(kind)
    for words in (text.title, text.text, text.english_title, text.english_text, "0000-00 00 00"):
        assert words in html
    assert html.count("<h1") == 1


def test_error_pages_do_not_need_context_processors(visitor: Client, settings: Settings) -> None:
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
    assert "0000-00 00 00" in visitor.get("/fail/500/").content.decode()


def test_a_form_that_was_open_too_long_offers_the_same_answers_with_a_fresh_token(visitor: Client) -> None:
    response = visitor.post("/question/?t=1", {"whom": ["old", "ill"]}, headers=SAME_SITE)
    fields = HIDDEN.findall(response.content.decode())
    assert response.status_code == 403
    assert ("whom", "old") in fields
    assert ("whom", "ill") in fields
    assert 'action="/question/?t=1"' in response.content.decode()
    token = dict(fields)["csrfmiddlewaretoken"]
    again = visitor.post("/question/", {"whom": ["old", "ill"], "csrfmiddlewaretoken": token})
    assert again.status_code == 303


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://other.example"}, {"Origin": "null"}, {}]
)
def test_a_foreign_page_cannot_have_its_answers_sent_with_one_friendly_button(
    visitor: Client, headers: dict[str, str]
) -> None:
    response = visitor.post("/question/", {"whom": "old"}, headers=headers)
    assert response.status_code == 403
    assert HIDDEN.findall(response.content.decode()) == []


def test_an_old_browser_that_names_our_own_origin_gets_its_answers_back(visitor: Client) -> None:
    response = visitor.post("/question/", {"whom": "old"}, headers={"Origin": "http://testserver"})
    assert ("whom", "old") in HIDDEN.findall(response.content.decode())


def test_a_password_is_never_put_in_a_page(visitor: Client) -> None:
    posted = {"username": "eva", "password": "hemligt-ord"}
    html = visitor.post("/question/", posted, headers=SAME_SITE).content.decode()
    assert "hemligt-ord" not in html
    assert "Skicka igen" not in html


def test_a_database_that_is_gone_gives_the_answers_back_with_their_token(rf: RequestFactory) -> None:
    response = database_gone(rf.post("/kontakt/", {"phone": "070<b>", "csrfmiddlewaretoken": "abc"}))
    html = response.content.decode()
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert response.headers["Cache-Control"] == "no-store"
    assert "Det gick inte att skicka just nu" in html
    assert dict(HIDDEN.findall(html)) == {"csrfmiddlewaretoken": "abc", "phone": "070&lt;b&gt;"}


def test_a_page_that_only_was_to_be_read_says_so(rf: RequestFactory) -> None:
    html = database_gone(rf.get("/")).content.decode()
    assert "Sidan går inte att visa just nu" in html
    assert "<form" not in html


def test_more_fields_than_we_read_still_gives_a_page(rf: RequestFactory, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    response = database_gone(rf.post("/", {"a": "1", "b": "2", "c": "3"}))
    assert response.status_code == 503
    assert HIDDEN.findall(response.content.decode()) == []
