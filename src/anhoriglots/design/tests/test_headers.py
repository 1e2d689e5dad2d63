"""What may be kept, what other sites learn, and the leave button."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from anhoriglots.design.views import database_gone


def test_a_reading_page_may_be_kept_a_minute_and_is_the_same_for_all(client: Client) -> None:
    response = client.get("/reading/")
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["Vary"] == "Accept-Language"
    assert not response.cookies


@pytest.mark.parametrize("address", ["/reading-with-cookie/", "/missing/", "/question/", "/fail/404/"])
def test_everything_else_is_kept_nowhere(client: Client, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-store"


def test_what_is_posted_to_a_reading_page_is_kept_nowhere(client: Client) -> None:
    assert client.post("/reading/").headers["Cache-Control"] == "no-store"


def test_a_stylesheet_keeps_its_own_rule(client: Client) -> None:
    assert client.get("/year.css").headers["Cache-Control"] == "public, max-age=31536000"


def test_an_answer_to_what_was_posted_lets_the_browser_say_which_site_it_comes_from(client: Client) -> None:
    """Otherwise the form on the page that tells of a lost database could not be sent once more."""
    assert client.post("/reading/").headers["Referrer-Policy"] == "same-origin"


def test_a_reading_page_tells_nobody_where_the_visitor_was(client: Client) -> None:
    assert client.get("/reading/").headers["Referrer-Policy"] == "no-referrer"


def test_a_form_page_lets_the_browser_name_this_site_to_this_site_only(client: Client) -> None:
    assert client.get("/question/").headers["Referrer-Policy"] == "same-origin"


def test_camera_microphone_and_place_stay_closed(client: Client) -> None:
    assert "geolocation=()" in client.get("/reading/").headers["Permissions-Policy"]


def test_a_view_marked_public_opens_no_scope() -> None:
    from anhoriglots.design.tests.urls_alone import reading

    assert getattr(reading, "reads_only_public_tables", False)


def test_leaving_clears_cookies_and_kept_pages_and_ends_on_the_neutral_page(client: Client) -> None:
    client.cookies["csrftoken"] = "x"
    response = client.get("/lamna/")
    assert response.status_code == 303
    assert response.headers["Location"] == "https://vader.exempel/"
    assert response.headers["Clear-Site-Data"] == '"cache"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.cookies["csrftoken"]["max-age"] == 0
    assert 0 < response.cookies[settings.LEFT_COOKIE]["max-age"] <= 600


@pytest.mark.parametrize("name", ["a@b", "foo[1]", "x/y", "foo bar"])
def test_leaving_works_whatever_cookies_other_sites_have_set(client: Client, name: str) -> None:
    response = client.get("/lamna/", headers={"cookie": f"{name}=1; csrftoken=x"})
    assert response.status_code == 303
    assert set(response.cookies) == set(settings.OWN_COOKIES)


def test_leaving_works_when_the_database_is_away(rf: RequestFactory) -> None:
    response = database_gone(rf.get("/nykoping/lamna/"))
    assert response.status_code == 303


def test_a_file_is_refused_before_it_is_kept(client: Client) -> None:
    response = client.post("/question/", {"anything": SimpleUploadedFile("x.txt", b"x" * 10)})
    assert response.status_code == 400


def test_the_leave_link_is_a_plain_link_in_both_places(client: Client) -> None:
    html = client.get("/design/question/").content.decode()
    assert html.count('href="/lamna/" rel="nofollow" data-leave="https://vader.exempel/"') == 2
    assert html.index("Hoppa till innehållet") < html.index("Lämna sidan snabbt") < html.index('class="brand"')
