"""Templates reach other packages by names that no import shows: extends, include and url."""

import ast
import re
from collections.abc import Iterator

from .tree import (
    PACKAGE,
    addresses,
    may_know,
    package_of,
    package_of_address,
    parsed,
    routes,
    shown,
    sources,
    templates,
)

TEMPLATE = re.compile(r"""{%-?\s*(?:extends|include)\s+["']([^"'#]+)""")
ADDRESS = re.compile(r"""{%-?\s*url\s+["']([^"']+)""")
LINKING_CALLS = ("reverse", "reverse_lazy", "redirect", "resolve_url")


def _owner(template: str) -> str | None:
    return next((package_of(path) for path in PACKAGE.glob(f"*/templates/{template}")), None)


def test_a_template_uses_templates_of_its_own_package_or_a_lower_floor() -> None:
    wrong = []
    for path in templates():
        for name in TEMPLATE.findall(path.read_text()):
            owner = _owner(name)
            if owner is None or not may_know(package_of(path), owner):
                wrong.append(f"{shown(path)} uses {name}")
    assert wrong == []


def test_a_template_links_to_addresses_of_its_own_package_or_a_lower_floor() -> None:
    wrong = []
    for path in templates():
        for name in ADDRESS.findall(path.read_text()):
            owner = package_of_address(name)
            if owner is None or not may_know(package_of(path), owner):
                wrong.append(f"{shown(path)} links to {name}")
    assert wrong == []


def _linked(tree: ast.Module) -> Iterator[str]:
    """Names of addresses that Python code asks for. A text with a slash in it is an address, not the name of one."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in LINKING_CALLS
            and node.args
        ):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and "/" not in first.value:
                yield first.value


def test_code_links_to_addresses_of_its_own_package_or_a_lower_floor() -> None:
    wrong = []
    for path in sources():
        for name in _linked(parsed(path)):
            owner = package_of_address(name)
            if owner is None or not may_know(package_of(path), owner):
                wrong.append(f"{shown(path)} links to {name}")
    assert wrong == []


def test_every_address_has_a_name_of_its_own() -> None:
    assert len(addresses()) == len(routes())
    assert [name for name, pattern in addresses().items() if pattern.name is None] == []


def test_every_template_lies_in_a_folder_named_after_its_package() -> None:
    wrong = [
        shown(path)
        for path in templates()
        if path.relative_to(PACKAGE).parts[1:3] != ("templates", package_of(path))
        and len(path.relative_to(PACKAGE).parts) > 3
    ]
    assert wrong == []
