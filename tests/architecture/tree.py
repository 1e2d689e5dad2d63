"""The source tree as the architecture tests see it: floors, files, imports, templates, addresses."""

import ast
import configparser
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "anhoriglots"
# A part of an address that is taken from the request: its kind and its name.
PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


@cache
def floors() -> tuple[tuple[str, ...], ...]:
    """The floors from the top down, each with the packages that stand on it, as import-linter is told."""
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    lines = contracts["importlinter:contract:floors"]["layers"].strip().splitlines()
    return tuple(tuple(name.strip() for name in line.split("|")) for line in lines)


def may_know(package: str, other: str) -> bool:
    """May the package know the other one: itself, or one on a lower floor?"""
    floor_of = {name: number for number, names in enumerate(floors()) for name in names}
    return package == other or floor_of[package] < floor_of[other]


def package_of(path: Path) -> str:
    """The package a file below src/anhoriglots belongs to."""
    return path.relative_to(PACKAGE).parts[0]


def package_of_module(module: str) -> str | None:
    """The package a module belongs to; None when it is not ours."""
    parts = module.split(".")
    return parts[1] if parts[0] == PACKAGE.name and len(parts) > 1 else None


def tracked(*patterns: str) -> list[Path]:
    """The files that git keeps, and those not yet added that it would."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def sources() -> list[Path]:
    """Every Python file of the program itself: no tests, no migrations."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not {"tests", "migrations"} & set(path.parts)]


def templates() -> list[Path]:
    """Every template of the program."""
    return sorted(PACKAGE.rglob("templates/**/*.html"))


def parsed(path: Path) -> ast.Module:
    """The file as a syntax tree."""
    return ast.parse(path.read_text(), str(path))


def imports(path: Path) -> Iterator[str]:
    """Full names of all that the file imports, also inside functions and for typing; relative ones made absolute.

    ``from a import b`` gives ``a.b``: whether b is a module or a name in it does not matter to the floors.
    """
    own = [PACKAGE.name, *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = own[: len(own) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


@cache
def addresses() -> dict[str, URLPattern]:
    """Every named address of the resolver."""
    return {pattern.name or str(pattern.pattern): pattern for pattern in _patterns(get_resolver())}


@cache
def routes() -> dict[str, str]:
    """The whole route of every address, by name."""
    return dict(_routes(get_resolver(), ""))


def package_of_address(name: str) -> str | None:
    """The package whose view answers at the address; None when the address does not exist or is not ours."""
    pattern = addresses().get(name)
    return package_of_module(pattern.callback.__module__) if pattern else None


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry)
        else:
            yield entry


def _routes(resolver: URLResolver, before: str) -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _routes(entry, route)
        else:
            yield entry.name or route, route


def shown(path: Path) -> str:
    """The file's name from the root, for messages."""
    return str(path.relative_to(ROOT))
