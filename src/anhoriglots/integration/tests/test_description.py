"""Our own description: every answer is as it says, and whatever it allows to be asked is answered."""

import re
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator
from schemathesis import GenerationMode
from tests.architecture.tree import routes

from ..api.operations import OPERATIONS
from .asking import API, SLUGS, ask, coming_group, everything, ids
from .questions import never_answered, put_questions

pytestmark = pytest.mark.django_db
DETAILS = {"/offers/{id}": "offers", "/groups/{id}": "groups", "/units/{id}": "units"}
PERSONAL = re.compile(r"pnr|personn|ssn|identity|phone|email|name", re.IGNORECASE)


def description(slug: str = "nykoping") -> dict[str, Any]:
    """As it is published."""
    document: dict[str, Any] = ask(f"{API}/openapi.json", slug=slug)
    return document


def validator(document: dict[str, Any], path: str, status: str = "200") -> Draft202012Validator:
    """For the answers at the path; formats count too."""
    content = document["paths"][path]["get"]["responses"][status]["content"]
    (told,) = content.values()
    return Draft202012Validator({**told["schema"], "components": document["components"]}, validate_formats=True)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_answer_is_as_the_description_says(slug: str) -> None:
    if slug == "nykoping":
        coming_group()
    document = description(slug)
    for operation in OPERATIONS:
        if not operation.takes_key:
            validator(document, operation.path).validate(ask(f"{API}{operation.path}", slug=slug))
    for path, name in DETAILS.items():
        for row in everything(f"{API}/{name}?limit=100", slug=slug)[:40]:
            validator(document, path).validate(ask(f"{API}/{name}/{row['id']}", slug=slug))


def test_a_fault_is_as_the_description_says() -> None:
    document = description()
    validator(document, "/offers", "400").validate(ask(f"{API}/offers?page=0", status=400))
    validator(document, "/offers/{id}", "404").validate(ask(f"{API}/offers/abc", status=404))


def test_the_check_would_find_an_answer_of_another_shape() -> None:
    check = validator(description(), "/offers")
    page = ask(f"{API}/offers")
    assert check.is_valid(page)
    for wrong in ({"accessRoute": "free"}, {"checkedOn": "igår"}, {"leader": "Exempel-Alva"}, {"id": "1"}):
        assert not check.is_valid({**page, "items": [page["items"][0] | wrong]}), wrong


def test_every_example_is_an_answer_that_could_be_given() -> None:
    document = description()
    for path, operations in document["paths"].items():
        for status, response in operations["get"]["responses"].items():
            for content in response.get("content", {}).values():
                for example in content["examples"].values():
                    validator(document, path, status).validate(example["value"])
            assert status == "304" or response["content"], f"{path} {status} shows no example"


def test_whatever_may_be_asked_is_answered_as_the_description_says() -> None:
    for _ in range(2):
        coming_group()
    real_ids = {path: ids(f"{API}/{name}") for path, name in DETAILS.items()}
    statuses = put_questions(description(), "http://testserver/nykoping/api/v1", real_ids)
    assert len(statuses) == len(OPERATIONS)
    assert never_answered(statuses) == []


def test_what_may_not_be_asked_is_refused_as_the_description_says() -> None:
    statuses = put_questions(
        description(), "http://testserver/nykoping/api/v1", {}, number=10, mode=GenerationMode.NEGATIVE
    )
    assert len(statuses) == len(OPERATIONS) - 1
    assert {status for seen in statuses.values() for status in seen} == {400, 404}


def test_made_up_ids_alone_are_seen_as_nothing_tried() -> None:
    statuses = put_questions(description(), "http://testserver/nykoping/api/v1", {}, number=2)
    assert set(never_answered(statuses)) == set(DETAILS)


def test_every_address_is_described_and_nothing_else() -> None:
    ours = {route for route in routes().values() if route.startswith(f"{API}/")} - {f"{API}/openapi.json"}
    described = {f"{API}{path.replace('{id}', '<slug:key>')}" for path in description()["paths"]}
    assert described == ours


def test_the_description_is_in_swedish_and_english_and_tells_the_limits() -> None:
    info = description()["info"]
    assert {"Begränsningar:", "Limits:", "Servicenivå:", "Service level:"} <= set(
        re.findall(r"[\wåäö ]+:", info["description"])
    )
    assert set(info["x-sla"]) == {"availability", "responseTime", "support"}
    for operations in description()["paths"].values():
        get = operations["get"]
        assert " / " in get["description"]
        assert all(" / " in parameter["description"] for parameter in get["parameters"])


def test_the_national_profile_is_followed_where_a_machine_can_tell() -> None:
    document = description()
    assert document["servers"] == [{"url": "http://testserver/nykoping/api/v1"}]
    assert "/api-info" in document["paths"]
    for operations in document["paths"].values():
        get = operations["get"]
        assert "requestBody" not in get
        names = {parameter["name"]: parameter["schema"] for parameter in get["parameters"]}
        assert [name for name in names if PERSONAL.search(name) or "_" in name] == []
        if "page" in names:
            assert (names["page"]["default"], names["page"]["minimum"]) == (1, 1)
            assert (names["limit"]["default"], names["limit"]["maximum"]) == (20, 100)
    fields = [name for schema in document["components"]["schemas"].values() for name in schema["properties"]]
    assert [name for name in fields if not re.fullmatch(r"[a-z][a-zA-Z]*", name)] == []
    assert {"type", "title", "status", "detail", "instance"} == set(
        document["components"]["schemas"]["ProblemAnswer"]["properties"]
    )
