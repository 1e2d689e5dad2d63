"""Digests of what decides: the same for the same rule, whatever its comments and layout, on every version of Python."""

import ast
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from .rule_code import Part, is_plain, parts_of, used_values

LENGTH = 32


def digest(content: object) -> str:
    """The digest of lists, mappings and texts; of a mapping the order does not count."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def code_of(function: Callable[..., object], *, docstring: bool = False) -> Mapping[str, object]:
    """The function and what it reaches, to make a digest of: their source, and the plain values they use.

    Args:
        docstring: that of the function itself is said on a page and counts; no other does.
    """
    parts = parts_of(function)
    return {
        "functions": {part.name: _source(part, docstring=docstring and part is parts[0]) for part in parts},
        "values": {
            f"{part.name} {name}": _in_one_order(value)
            for part in parts
            for name, value in used_values(part)
            if is_plain(value)
        },
    }


def _source(part: Part, *, docstring: bool) -> object:
    said = ast.get_docstring(part.tree)
    return [said if docstring else None, _shape(part.tree, skipped=part.tree.body[0] if said is not None else None)]


def _shape(node: object, *, skipped: ast.AST | None = None) -> object:
    """A syntax tree as plain lists; without empty fields, which differ between versions of Python."""
    if isinstance(node, list):
        return [_shape(one, skipped=skipped) for one in node if one is not skipped]
    if not isinstance(node, ast.AST):
        return repr(node)
    filled = [(name, value) for name, value in ast.iter_fields(node) if value is not None and value != []]
    return [type(node).__name__, *([name, _shape(value, skipped=skipped)] for name, value in filled)]


def _in_one_order(value: Any) -> object:
    """The value as lists and texts: a set has no order of its own."""
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if isinstance(value, Mapping):
        return [[repr(key), _in_one_order(one)] for key, one in value.items()]
    if isinstance(value, tuple | list):
        return [_in_one_order(one) for one in value]
    if is_dataclass(value):
        return [[field.name, _in_one_order(getattr(value, field.name))] for field in fields(value)]
    if isinstance(value, re.Pattern):
        return [repr(value.pattern), int(value.flags)]
    return str(value) if isinstance(value, Enum) else repr(value)
