"""What has been released is never edited: ``released.toml`` keeps a digest of every version and of every row of a list.

A digest covers what decides: the functions of the version and the values they use, its sections and lists, its last
day; not comments and layout. A version or row without an end may be given one, for that is how a new one comes to stand
beside it.
"""

import ast
import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from .errors import FaultyLaw
from .files import Row
from .parameter import DatedCodes
from .question import Version
from .registry import Registry
from .rule_code import is_plain, parts_of, used_values

FILE = "released.toml"
HEADER = """\
# Versions of rules and rows of lists that have been released, by their first day. Written by `anhoriglots law release`.
# What is released is never edited: a new version or row stands beside it. docs/contribute/law.md tells how.
"""
BESIDE = "has been released and is changed; put it back, and add a new {} beside it"
Digests = dict[str, dict[str, str]]
LENGTH = 32


class Released(Row):
    """What the file holds: a digest per first day, by question and by list."""

    versions: Digests = Field(default_factory=dict)
    rows: Digests = Field(default_factory=dict)


def read_released(folder: Path) -> Released:
    """What has been released.

    Raises:
        FaultyLaw: the file is not there or cannot be read; without it nobody knows what may not be changed.
    """
    try:
        return Released.model_validate(tomllib.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise FaultyLaw([f"{FILE}: {error}"]) from error


def released_faults(registry: Registry) -> Iterator[str]:
    """Released versions and rows that are changed or gone."""
    released = read_released(registry.folder)
    for key, days in released.versions.items():
        question = registry.questions.get(key)
        now = {first_day(version): version_digests(version) for version in question.versions} if question else {}
        yield from (f"rules: {key} from {day} {fault}" for day, fault in _changed(days, now, "version"))
    for name, days in released.rows.items():
        parameter = registry.parameters.by_name.get(name)
        rows = {row.in_force_from.isoformat(): row_digests(row) for row in parameter.values} if parameter else {}
        yield from (f"parameters/{name}.yaml: the row from {day} {fault}" for day, fault in _changed(days, rows, "row"))


def release(registry: Registry) -> int:
    """Write digests for what has none; returns how many. Call only when ``released_faults`` finds nothing."""
    before = read_released(registry.folder)
    versions = {
        key: {first_day(version): version_digests(version)[0] for version in question.versions}
        for key, question in registry.questions.items()
    }
    rows = {
        name: {row.in_force_from.isoformat(): row_digests(row)[0] for row in parameter.values}
        for name, parameter in registry.parameters.by_name.items()
    }
    text = HEADER + _tables("versions", versions, before.versions) + _tables("rows", rows, before.rows)
    (registry.folder / FILE).write_text(text, encoding="utf-8")
    return _count(versions) + _count(rows) - _count(before.versions) - _count(before.rows)


def first_day(version: Version[Any]) -> str:
    """The day that names the version."""
    return (version.in_force.start or date.min).isoformat()


def version_digests(version: Version[Any]) -> tuple[str, ...]:
    """The digest, and the one it had before it was given an end."""
    parts = parts_of(version.answer)
    content = {
        "cites": version.cites,
        "parameters": version.parameters,
        "functions": {part.name: _shape(part.tree) for part in parts},
        "values": {
            f"{part.name} {name}": _canonical(value)
            for part in parts
            for name, value in used_values(part)
            if is_plain(value)
        },
    }
    return _with_and_without_end(content, version.in_force.end)


def row_digests(row: DatedCodes) -> tuple[str, ...]:
    """The digest, and the one it had before it was given an end."""
    content = row.model_dump(mode="json", exclude={"in_force_from", "in_force_to"})
    return _with_and_without_end(content, row.in_force_to)


def _with_and_without_end(content: Mapping[str, Any], end: date | None) -> tuple[str, ...]:
    return tuple(_digest({**content, "end": one}) for one in dict.fromkeys((str(end), str(None))))


def _changed(released: Mapping[str, str], now: Mapping[str, tuple[str, ...]], what: str) -> Iterator[tuple[str, str]]:
    for day, digest in released.items():
        if day not in now:
            yield day, "has been released and is gone; put it back"
        elif digest not in now[day]:
            yield day, BESIDE.format(what)


def _digest(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _shape(node: object) -> object:
    """A syntax tree as plain lists; without empty fields, which differ between versions of Python."""
    if isinstance(node, list):
        return [_shape(one) for one in node]
    if not isinstance(node, ast.AST):
        return repr(node)
    fields = [
        (name, value)
        for name, value in ast.iter_fields(node)
        if value is not None and value != [] and name != "decorator_list"
    ]
    return [type(node).__name__, *([name, _shape(value)] for name, value in fields)]


def _canonical(value: Any) -> object:
    """The value in one order: a set has none of its own."""
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if isinstance(value, Mapping):
        return [[repr(key), _canonical(one)] for key, one in value.items()]
    return [_canonical(one) for one in value] if isinstance(value, tuple | list) else repr(value)


def _tables(kind: str, now: Digests, before: Digests) -> str:
    """What was released keeps its digest, although an end has come to it since."""
    tables = []
    for key in sorted(now):
        days = {**now[key], **before.get(key, {})}
        lines = "\n".join(f'{day} = "{digest}"' for day, digest in sorted(days.items()))
        tables.append(f"\n[{kind}.{key}]\n{lines}\n")
    return "".join(tables)


def _count(digests: Digests) -> int:
    return sum(map(len, digests.values()))
