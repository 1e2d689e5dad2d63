"""Digg's REST API profile, the rules of it that a machine can check on a description, each by its id and in own words.

Digg's own tool (RAP-LP) lies in a registry that asks for an account, so it is not run here; its list of rules is public
(GUIDELINES.md, CC0). Each rule is also held against a description that breaks it, so that none of them is asleep.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.test import Client

from .asking import API, SLUGS

pytestmark = pytest.mark.django_db
Document = dict[str, Any]
WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.json)?")
CAMEL = re.compile(r"[a-z][a-zA-Z0-9]*")
FORBIDDEN_NAMES = {"pnr", "personalidentitynumber", "personnummer", "personnr", "ssn", "socialsecuritynumber"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# What is asked for and not there, with the reason in docs/operate/interfaces.md.
NOT_KEPT = {"DOK.03 info.contact.email"}


def described(slug: str) -> Document:
    """The description as it is published behind https."""
    document: Document = Client().get(f"/{slug}/{API}/openapi.json", secure=True).json()
    return document


def operations(document: Document) -> Iterator[tuple[str, Document]]:
    for path, kinds in document["paths"].items():
        yield from ((f"{kind} {path}", operation) for kind, operation in kinds.items())


def parameters(document: Document, where: str) -> Iterator[Document]:
    for _name, operation in operations(document):
        yield from (one for one in operation["parameters"] if one["in"] == where)


def responses(document: Document) -> Iterator[tuple[str, str, Document]]:
    for name, operation in operations(document):
        yield from ((name, status, response) for status, response in operation["responses"].items())


def fields(document: Document) -> Iterator[str]:
    for schema in document["components"]["schemas"].values():
        yield from schema.get("properties", {})


def segments(document: Document) -> Iterator[str]:
    for path in document["paths"]:
        yield from (part for part in path.split("/") if part and not part.startswith("{"))


def values(data: object) -> Iterator[str]:
    if isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from values(one)
    elif isinstance(data, str):
        yield data


def examples(document: Document) -> Iterator[object]:
    for _name, _status, response in responses(document):
        for content in response.get("content", {}).values():
            yield from content.get("examples", {}).values()


def about(document: Document) -> Iterator[str]:
    """DOK.03, DOK.07 and DOK.11: what it is, whose it is, and on what terms."""
    info = document["info"]
    wanted = {"info": info, "info.contact": info.get("contact", {}), "info.license": info.get("license", {})}
    names = {
        "info": ("version", "title", "description"),
        "info.contact": ("name", "url", "email"),
        "info.license": ("name", "url"),
    }
    for where, given in wanted.items():
        yield from (f"DOK.03 {where}.{name}" for name in names[where] if not str(given.get(name, "")).strip())


def found_online(document: Document) -> Iterator[str]:
    """DOK.01: there is more to read."""
    outside = document.get("externalDocs", {})
    if not outside.get("description") or not outside.get("url", "").startswith("https://"):
        yield "DOK.01"


def in_two_languages(document: Document) -> Iterator[str]:
    """DOK.06."""
    words = set(re.findall(r"\w+", document["info"]["description"].lower()))
    if not words & {"och", "för", "inte"} or not words & {"and", "for", "not"}:
        yield "DOK.06"


def service_level(document: Document) -> Iterator[str]:
    """DOK.08."""
    if set(document["info"].get("x-sla", {})) != {"availability", "responseTime", "support"}:
        yield "DOK.08"


def limits(document: Document) -> Iterator[str]:
    """DOK.09."""
    if not {"begränsningar", "limits"} <= set(re.findall(r"\w+", document["info"]["description"].lower())):
        yield "DOK.09"


def shows_examples(document: Document) -> Iterator[str]:
    """DOK.15."""
    for name, status, response in responses(document):
        yield from (
            f"DOK.15 {name} {status}" for one in response.get("content", {}).values() if not one.get("examples")
        )


def newest_openapi(document: Document) -> Iterator[str]:
    """DOK.17."""
    if not re.fullmatch(r"3\.1\.\d+", document["openapi"]):
        yield "DOK.17"


def everything_has_words(document: Document) -> Iterator[str]:
    """DOK.19 and DOK.20."""
    yield from (f"DOK.19 {name}" for name, operation in operations(document) if not operation.get("description"))
    yield from (f"DOK.20 {name} {code}" for name, code, one in responses(document) if not one.get("description"))


def instants_in_utc(document: Document) -> Iterator[str]:
    """DOT.01 and DOT.04."""
    for example in examples(document):
        times = (text for text in values(example) if re.match(r"\d{4}-\d\d-\d\dT", text))
        yield from (f"DOT.01 {text}" for text in times if not INSTANT.fullmatch(text))


def nobody_in_an_address(document: Document) -> Iterator[str]:
    """RES.02."""
    for one in (*parameters(document, "query"), *parameters(document, "path")):
        if one["name"].lower().replace("_", "") in FORBIDDEN_NAMES:
            yield f"RES.02 {one['name']}"


def addresses(document: Document) -> Iterator[str]:
    """RES.06, UFN.05, UFN.07, UFN.08 and UFN.09."""
    yield from (f"UFN.08 {part}" for part in segments(document) if not WORD.fullmatch(part))
    for server in document["servers"]:
        yield from (f"UFN.05 {path}" for path in document["paths"] if len(server["url"] + path) > 2048)


def servers(document: Document) -> Iterator[str]:
    """UFN.01, UFN.02, VER.05 and SAK.01."""
    for server in document["servers"]:
        if not re.fullmatch(r"https://[a-z0-9.-]+(:443)?(/[a-z0-9-]+)*/api/v\d+", server["url"]):
            yield f"UFN.02 {server['url']}"


def messages(document: Document) -> Iterator[str]:
    """AME.01, AME.04, AME.05 and AME.07."""
    yield from (f"AME.04 {name}" for name in fields(document) if not CAMEL.fullmatch(name))
    for name, status, response in responses(document):
        if status < "400" and set(response.get("content", {"application/json": {}})) != {"application/json"}:
            yield f"AME.01 {name} {status}"


def asked_without_a_body(document: Document) -> Iterator[str]:
    """AME.02, ARQ.01, ARQ.03, ARQ.05 and FOR.02: nothing is sent but the address."""
    for name, operation in operations(document):
        if not name.startswith("get ") or "requestBody" in operation:
            yield f"FOR.02 {name}"
    yield from (f"ARQ.05 {one['name']}" for one in parameters(document, "header"))


def faults_as_rfc_9457(document: Document) -> Iterator[str]:
    """FEL.01 and FEL.02."""
    for name, status, response in responses(document):
        if status < "400":
            continue
        told = response["content"]
        if set(told) != {"application/problem+json"}:
            yield f"FEL.02 {name} {status}"
            continue
        schema = document["components"]["schemas"][
            told["application/problem+json"]["schema"]["$ref"].rpartition("/")[2]
        ]
        if not {"type", "title", "status", "detail", "instance"} <= set(schema["properties"]):
            yield f"FEL.01 {name} {status}"


def tells_of_itself(document: Document) -> Iterator[str]:
    """VER.06."""
    if "/api-info" not in document["paths"]:
        yield "VER.06"


def searched_and_paged(document: Document) -> Iterator[str]:
    """FNS.01, FNS.03, FNS.05, FNS.06, FNS.07, FNS.08 and FNS.09."""
    for one in parameters(document, "query"):
        if one.get("required") or not CAMEL.fullmatch(one["name"]):
            yield f"FNS.01 {one['name']}"
    for name, operation in operations(document):
        taken = {one["name"]: one["schema"] for one in operation["parameters"] if one["in"] == "query"}
        if {"page", "limit", "offset"} & set(taken):
            right = (taken.get("page", {}).get("default"), taken.get("page", {}).get("minimum")) == (1, 1)
            if not right or taken.get("limit", {}).get("default") != 20:
                yield f"FNS.07 {name}"


def open_to_all(document: Document) -> Iterator[str]:
    """SAK.09, SAK.10, SAK.15, SAK.16 and SAK.18: there is nothing to sign in with."""
    if document["components"].get("securitySchemes") or any(one["security"] for _name, one in operations(document)):
        yield "SAK.09"


RULES: tuple[Callable[[Document], Iterator[str]], ...] = (
    *(about, found_online, in_two_languages, service_level, limits, shows_examples, newest_openapi),
    *(everything_has_words, instants_in_utc, nobody_in_an_address, addresses, servers, messages),
    *(asked_without_a_body, faults_as_rfc_9457, tells_of_itself, searched_and_paged, open_to_all),
)
OFFERS = ("paths", "/offers", "get")
# One change of the description for each rule, and the id that must be named then.
BROKEN: tuple[tuple[Callable[[Document], Iterator[str]], tuple[str | int, ...], object, str], ...] = (
    (about, ("info", "license", "url"), "", "DOK.03"),
    (found_online, ("externalDocs", "url"), "http://a.example", "DOK.01"),
    (in_two_languages, ("info", "description"), "Bara på svenska och inte mer.", "DOK.06"),
    (service_level, ("info", "x-sla"), {}, "DOK.08"),
    (limits, ("info", "description"), "And och", "DOK.09"),
    (shows_examples, (*OFFERS, "responses", "200", "content", "application/json", "examples"), {}, "DOK.15"),
    (newest_openapi, ("openapi",), "2.0", "DOK.17"),
    (everything_has_words, (*OFFERS, "description"), "", "DOK.19"),
    (everything_has_words, (*OFFERS, "responses", "400", "description"), "", "DOK.20"),
    (
        instants_in_utc,
        (*OFFERS, "responses", "200", "content", "application/json", "examples"),
        {"a": {"value": "2026-07-01T12:00:00+02:00"}},
        "DOT.01",
    ),
    (nobody_in_an_address, (*OFFERS, "parameters", 0, "name"), "personNummer", "RES.02"),
    (addresses, ("paths", "/target_groups"), {}, "UFN.08"),
    (addresses, ("paths", f"/{'a' * 2048}"), {}, "UFN.05"),
    (servers, ("servers", 0, "url"), "http://a.example/api/v1", "UFN.02"),
    (messages, ("components", "schemas", "Offer", "properties", "support_form"), {}, "AME.04"),
    (messages, (*OFFERS, "responses", "200", "content"), {"text/xml": {}}, "AME.01"),
    (asked_without_a_body, (*OFFERS, "requestBody"), {}, "FOR.02"),
    (asked_without_a_body, (*OFFERS, "parameters", 0, "in"), "header", "ARQ.05"),
    (faults_as_rfc_9457, (*OFFERS, "responses", "400", "content"), {"application/json": {}}, "FEL.02"),
    (faults_as_rfc_9457, ("components", "schemas", "ProblemAnswer", "properties"), {}, "FEL.01"),
    (tells_of_itself, ("paths",), {}, "VER.06"),
    (searched_and_paged, (*OFFERS, "parameters", 0, "name"), "search-words", "FNS.01"),
    (searched_and_paged, (*OFFERS, "parameters", 0, "required"), True, "FNS.01"),
    (searched_and_paged, ("paths", "/units", "get", "parameters", 0, "schema", "default"), 0, "FNS.07"),
    (open_to_all, ("components", "securitySchemes"), {"a": {"type": "http", "scheme": "basic"}}, "SAK.09"),
)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_description_keeps_every_rule_that_a_machine_can_check(slug: str) -> None:
    document = described(slug)
    assert {fault for rule in RULES for fault in rule(document)} == NOT_KEPT


@pytest.mark.parametrize(("rule", "place", "value", "named"), BROKEN)
def test_a_description_that_breaks_a_rule_is_found_out(
    rule: Callable[[Document], Iterator[str]], place: tuple[str | int, ...], value: object, named: str
) -> None:
    document = deepcopy(described("nykoping"))
    inner: Any = document
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    assert any(fault.startswith(named) for fault in rule(document))


def test_every_rule_has_been_seen_to_fail() -> None:
    assert {rule for rule, *_rest in BROKEN} == set(RULES)


def test_a_personal_number_in_an_address_leads_nowhere() -> None:
    browser = Client()
    assert browser.get(f"/nykoping/{API}/offers/198001011234").status_code == 404
    answer = browser.get(f"/nykoping/{API}/offers", {"personnummer": "198001011234"})
    assert answer.status_code == 400
    assert "198001011234" not in answer.content.decode()
