"""The municipality is found by host or by path, and everything below is written without it."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import get_script_prefix

from anhoriglots.organisations.middleware import MunicipalityFromAddress
from anhoriglots.organisations.models import Municipality

pytestmark = pytest.mark.django_db


def seen_by(path: str, host: str = "localhost", query: str = "") -> dict[str, object]:
    """What a view behind the middleware sees."""
    seen: dict[str, object] = {}

    def view(request: HttpRequest) -> HttpResponse:
        municipality = request.municipality  # type: ignore[attr-defined]
        seen["code"] = municipality.code if municipality else None
        seen["path"] = request.path_info
        seen["prefix"] = get_script_prefix()
        seen["languages"] = municipality.languages if municipality else None
        seen["theme"] = municipality.theme_url if municipality else None
        return HttpResponse()

    MunicipalityFromAddress(view)(RequestFactory().get(path + query, headers={"host": host}))
    return seen


@pytest.mark.parametrize(("slug", "code"), [("stockholm", "0180"), ("nykoping", "0480"), ("gislaved", "0662")])
def test_the_first_part_of_the_path_is_the_municipality(slug: str, code: str) -> None:
    seen = seen_by(f"/{slug}/hitta/")
    assert (seen["code"], seen["path"], seen["prefix"]) == (code, "/hitta/", f"/{slug}/")
    assert str(seen["theme"]).startswith(f"/{slug}/tema/")


def test_a_host_name_of_its_own_needs_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Municipality.objects.get(code="0662")
    row.hosts = ["stod.gislaved.example"]
    monkeypatch.setattr(Municipality.objects, "filter", lambda *_: [row])
    seen = seen_by("/hitta/", host="stod.gislaved.example:443")
    assert (seen["code"], seen["path"], seen["prefix"]) == ("0662", "/hitta/", "/")


def test_a_slug_may_have_the_form_that_profiles_allow(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Municipality.objects.get(code="0662")
    row.slug = "gislaved_2"
    monkeypatch.setattr(Municipality.objects, "filter", lambda *_: [row])
    assert seen_by("/gislaved_2/hitta/")["path"] == "/hitta/"


@pytest.mark.parametrize("path", ["/", "/okand/", "/0480/", "/%00/", "//", "/nykoping%20/", "/NYKOPING/"])
def test_an_unknown_address_has_no_municipality_and_breaks_nothing(path: str) -> None:
    assert seen_by(path)["code"] is None


def test_the_prefix_is_put_back_afterwards() -> None:
    before = get_script_prefix()
    seen_by("/nykoping/")
    assert get_script_prefix() == before


def test_languages_lead_to_this_page_where_it_is_translated_and_else_to_the_start_page() -> None:
    languages = {row[0]: row[2] for row in seen_by("/nykoping/en/hitta/2/", query="?t=abc")["languages"]}  # type: ignore[attr-defined]
    assert languages["sv"] == "/nykoping/hitta/2/?t=abc"
    assert languages["en"] == "/nykoping/en/hitta/2/?t=abc"
    assert languages["ar"] == "/nykoping/ar/"
