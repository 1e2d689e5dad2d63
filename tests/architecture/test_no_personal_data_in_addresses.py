"""Addresses end up in histories, bookmarks and logs: they hold keys, never names or numbers. No page writes a log."""

import ast
import re

import pytest
from django.urls import URLPattern
from django.urls.resolvers import RoutePattern

from .tree import PARAMETER, addresses, imports, package_of, parsed, routes, shown, sources

# A key that says nothing (uuid), or a word of the profile, the catalogue or the program itself (slug).
KINDS = {"uuid", "slug"}
PERSONAL = re.compile(r"(^|_)(name|number|phone|email|mail|person|pnr|ssn|address|birth|code|text)(_|$)")


def test_an_address_takes_only_keys_and_slugs() -> None:
    taken = [(name, kind, what) for name, route in routes().items() for kind, what in PARAMETER.findall(route)]
    assert taken
    assert [entry for entry in taken if entry[1] not in KINDS] == []
    assert [entry for entry in taken if PERSONAL.search(entry[2])] == []


def test_no_address_is_a_regular_expression() -> None:
    """Its parts would escape the test above."""
    assert all(isinstance(pattern.pattern, RoutePattern) for pattern in addresses().values())


@pytest.mark.parametrize("part", ["person_number", "first_name", "email", "code", "phone"])
def test_the_search_knows_a_personal_part(part: str) -> None:
    assert PERSONAL.search(part)


def test_no_slice_writes_to_a_log() -> None:
    """What happened to whom is told by the audit log, which belongs to the board; a server's log belongs to nobody."""
    may_log = {"administration", "config", "database"}
    found = [
        shown(path)
        for path in sources()
        if package_of(path) not in may_log and any(name.split(".")[0] == "logging" for name in imports(path))
    ]
    assert found == []


def test_only_commands_print() -> None:
    may_print = {"administration", "config", "law"}
    found = [
        f"{shown(path)}:{node.lineno}"
        for path in sources()
        if package_of(path) not in may_print and not path.name.endswith("command.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert found == []


def test_patterns_are_what_was_read() -> None:
    assert all(isinstance(pattern, URLPattern) for pattern in addresses().values())
