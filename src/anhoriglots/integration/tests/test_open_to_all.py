"""What holds at every address of both interfaces: how faults are told, what may be kept, and who may ask."""

import json
from unittest.mock import ANY

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.architecture.tree import package_of_address, routes

from .. import faults
from .asking import API, HSDS, answer, ask, coming_group, ids

pytestmark = pytest.mark.django_db
NOBODYS = "5029305e-a60d-465d-8754-bf571932703f"
# What each list costs.
STATEMENTS = {
    f"{HSDS}/": 0,
    f"{HSDS}/services": 4,
    f"{HSDS}/services?minimal=true": 2,
    f"{HSDS}/service_at_locations": 4,
    f"{HSDS}/organizations": 1,
    f"{HSDS}/taxonomies": 0,
    f"{HSDS}/taxonomy_terms": 0,
    f"{API}/api-info": 0,
    f"{API}/offers": 4,
    f"{API}/groups": 5,  # one of them gives the scope back, which only a transaction around it needs
    f"{API}/units": 2,
    f"{API}/target-groups": 0,
    f"{API}/openapi.json": 0,
}
LISTS = [path for path in STATEMENTS if path != f"{API}/openapi.json"]


def test_no_list_asks_more_statements_than_before() -> None:
    coming_group()
    for path in STATEMENTS:
        answer(path)  # what is kept in the process is asked for once
    counted = {}
    for path in STATEMENTS:
        with CaptureQueriesContext(connection) as queries:
            answer(path)
        own = [one["sql"] for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
        counted[path] = len(own)
    assert counted == STATEMENTS


@pytest.mark.parametrize("path", STATEMENTS)
def test_the_same_answer_is_not_sent_twice(path: str) -> None:
    first = answer(path)
    again = answer(path, if_none_match=first.headers["ETag"])
    assert (first.status_code, again.status_code) == (200, 304)
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.content == b""  # type: ignore[attr-defined]
    assert answer(path, if_none_match='"another"').status_code == 200


@pytest.mark.parametrize("path", STATEMENTS)
def test_any_site_may_ask_and_anybody_may_keep_the_answer(path: str) -> None:
    given = answer(path, origin="https://katalog.example")
    assert given.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in given.headers
    assert given.headers["Cache-Control"] == "public, max-age=60"
    assert "cookie" not in given.headers.get("Vary", "").lower()
    assert given.cookies == {}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{API}/offers/{NOBODYS}", 404),
        (f"{API}/offers/abc", 404),
        (f"{API}/nowhere", 404),
        (f"{HSDS}/services/abc", 404),
        (f"{HSDS}/services/a.b", 404),
        (f"{HSDS}/taxonomy_terms/{NOBODYS}", 404),
        (f"{API}/offers?page=0", 400),
        (f"{API}/offers?limit=101", 400),
        (f"{API}/offers?limit=x", 400),
        (f"{API}/offers?page=99999999999999999999999", 400),
        (f"{API}/offers?page=1&page=2", 400),
        (f"{API}/offers?targetGroup=abc", 400),
        (f"{API}/offers?search={'a' * 101}", 400),
        (f"{API}/api-info?x=1", 400),
        (f"{HSDS}/services?per_page=1000", 400),
        (f"{HSDS}/services?modified_after=igår", 400),
        (f"{HSDS}/services?full=kanske", 400),
        (f"{HSDS}/services?format=ndjson", 400),
        (f"{HSDS}/services?organization_id=abc", 400),
        (f"{HSDS}/service_at_locations?postcode=61183&proximity=100", 400),
        (f"{HSDS}/organizations/{NOBODYS}?full_service=x", 400),
    ],
)
def test_a_fault_is_told_as_rfc_9457_says_and_kept_by_nobody(path: str, status: int) -> None:
    given = answer(path)
    told = json.loads(given.content)  # type: ignore[attr-defined]
    assert given.status_code == status
    assert given.headers["Content-Type"] == "application/problem+json"
    assert given.headers["Cache-Control"] == "no-store"
    assert given.headers["Access-Control-Allow-Origin"] == "*"
    assert told == {
        "type": ANY,
        "title": ANY,
        "status": status,
        "detail": ANY,
        "instance": f"/nykoping/{path.partition('?')[0]}",
    }
    assert told["detail"]


def test_the_parameter_that_is_wrong_is_named() -> None:
    told = ask(f"{HSDS}/services?page=0&per_page=x", status=400)
    assert told["detail"] == "page: ska vara minst 1; per_page: ska vara ett heltal"


def test_what_somebody_wrote_after_the_question_mark_is_not_repeated() -> None:
    given = answer(f"{API}/offers?supportForm=19800101-1234")
    assert b"19800101" not in given.content  # type: ignore[attr-defined]
    assert "19800101" not in ask(f"{API}/offers?page=19800101-1234", status=400)["detail"]


@pytest.mark.parametrize("text", ["%00", "a%00b", "%ff", "%F0%9F%98%80", "'; DROP TABLE offer", "%25_", "\\"])
def test_strange_characters_are_only_searched_for(text: str) -> None:
    assert ids(f"{HSDS}/services?search=en{text}x") == []
    assert ids(f"{API}/offers?search=en{text}x") == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_written(method: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    given = getattr(browser, method)(f"/nykoping/{API}/offers")
    assert given.status_code == 405
    assert given.headers["Allow"] == "GET, HEAD"
    assert given.json()["title"] == "Här går det bara att läsa"


def test_the_headers_can_be_asked_for_alone() -> None:
    given = Client().head(f"/nykoping/{API}/offers")
    assert (given.status_code, given.content) == (200, b"")
    assert given.headers["ETag"] == answer(f"{API}/offers").headers["ETag"]


@pytest.mark.parametrize("path", [f"{API}/offers", f"{HSDS}/services"])
def test_a_municipality_must_be_named(path: str) -> None:
    given = Client().get(f"/{path}")
    assert given.status_code == 404
    assert given.json()["detail"] == "Skriv kommunens namn först i adressen."


@pytest.mark.parametrize(("error", "status"), [(OperationalError(), 503), (ValueError(), 500)])
def test_a_fault_of_ours_is_told_so_that_a_program_can_read_it(error: Exception, status: int) -> None:
    request = RequestFactory().get(f"/{API}/offers")
    try:
        raise error
    except (OperationalError, ValueError):
        given = faults.server_error(request)
    assert given.status_code == status
    assert given.headers["Content-Type"] == "application/problem+json"
    assert ("Retry-After" in given.headers) is (status == 503)


def test_a_person_still_gets_a_page() -> None:
    given = Client().get("/nykoping/finns-inte/")
    assert (given.status_code, given.headers["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_own_addresses_are_lower_case_words_with_hyphens() -> None:
    every = [route for name, route in routes().items() if package_of_address(name) == "integration"]
    own = [route for route in every if not route.startswith("personal/")]
    ours = [route for route in own if route.startswith("api/")]
    assert len(own) == 20
    assert [
        route for route in ours if not set(route.replace("<slug:key>", "")) <= set("abcdefghijklmnopqrstuvwxyz-./v1")
    ] == []
    assert reverse("api-target-groups") == "/api/v1/target-groups"
