"""Open Referral's own description, held against every answer of all three municipalities.

The standard is not part of this repository; without it these tests are left out, and say so.
"""

from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from .asking import HSDS, SLUGS, ask, coming_group, everything, ids
from .questions import needs_standard, never_answered, put_questions, standard

pytestmark = [pytest.mark.django_db, needs_standard]
LISTS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")


def validator(document: dict[str, Any], path: str) -> Draft202012Validator:
    """For the answers at the path; formats count too."""
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": document["components"]}, validate_formats=True)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_answer_is_as_the_standard_says(slug: str) -> None:
    if slug == "nykoping":
        coming_group()
    document = standard()
    validator(document, "/").validate(ask(f"{HSDS}/", slug=slug))
    for name in LISTS:
        validator(document, f"/{name}").validate(ask(f"{HSDS}/{name}?per_page=100", slug=slug))
        check = validator(document, f"/{name}/{{id}}")
        for row in everything(f"{HSDS}/{name}?per_page=100", slug=slug)[:60]:
            check.validate(ask(f"{HSDS}/{name}/{row['id']}", slug=slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_nested_and_small_answers_are_as_the_standard_says_too(slug: str) -> None:
    document = standard()
    for name, choice in (
        ("services", "full=true"),
        ("services", "minimal=true"),
        ("service_at_locations", "full=true"),
        ("organizations", "full=true"),
        ("organizations", "full_service=true"),
    ):
        validator(document, f"/{name}").validate(ask(f"{HSDS}/{name}?per_page=20&{choice}", slug=slug))


def test_the_check_would_find_a_wrong_word_and_a_wrong_id() -> None:
    check = validator(standard(), "/services")
    page = ask(f"{HSDS}/services")
    assert check.is_valid(page)
    for wrong in ({"status": "open"}, {"id": "1"}, {"last_modified": "igår"}, {"url": None}):
        assert not check.is_valid({**page, "contents": [page["contents"][0] | wrong]}), wrong


@pytest.mark.parametrize("slug", SLUGS)
def test_whatever_the_standard_allows_to_be_asked_is_answered(slug: str) -> None:
    real_ids = {f"/{name}/{{id}}": ids(f"{HSDS}/{name}", slug=slug) for name in LISTS}
    base = f"http://testserver/{slug}/{HSDS}"
    checks = [response_schema_conformance, content_type_conformance]
    statuses = put_questions(standard(), base, real_ids, checks=checks)
    assert len(statuses) == 11
    assert never_answered(statuses) == []
    assert {status for seen in statuses.values() for status in seen} <= {200, 400}
