"""Which reason codes a version can give, read from its source; and whether the examples show each of them.

A code is visible where it is written: as text, as a name that stands for text, as one of two in a condition, or handed
to a helper in one of these ways. A version whose codes cannot be seen so, or which shares a helper with codes it never
reaches, names them itself: ``@QUESTION.version(..., reasons=(...))``; the property tests see that no other comes out.
"""

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from .example import Example
from .question import Question, Version
from .rule_code import Part, parts_of

DECIDING = frozenset({"permits", "requires", "forbids"})
# Ways to make a decision beside the basis: what they say cannot be followed.
BESIDE = frozenset({"Decision", "permitted", "forbidden"})
MISSING = "facts-missing"
DEEPEST = 5


class NotVisible(Exception):
    """The source does not show the code."""


def reason_codes(version: Version[Any]) -> frozenset[str]:
    """The codes it names, else those its source shows.

    Raises:
        NotVisible: it names none, and its source does not show them all.
    """
    if version.reasons:
        return frozenset(version.reasons)
    parts = parts_of(version.answer)
    return frozenset(code for part in parts for code in _codes(part, parts))


def reason_faults(questions: Mapping[str, Question[Any]], examples: Mapping[str, list[Example]]) -> Iterator[str]:
    """Codes that no example of the version shows, examples with a code it does not have, codes that cannot be seen."""
    for key, question in questions.items():
        for version in question.versions:
            where = f"rules: {key} from {version.in_force.start}"
            try:
                codes = reason_codes(version)
            except NotVisible as hidden:
                yield f"{where}: {hidden}; write the code there, or name all with reasons=(...)"
                continue
            shown = {one.reason for one in examples.get(key, []) if one.on in version.in_force and one.outcome}
            yield from (f"{where}: no example gives the reason {code}" for code in sorted(codes - shown))
            strange = shown - codes - {MISSING}
            yield from (f"{where}: an example gives {code}, which is not among its reasons" for code in sorted(strange))


def _codes(part: Part, parts: tuple[Part, ...]) -> Iterator[str]:
    called = set()
    for node in ast.walk(part.tree):
        if not isinstance(node, ast.Call):
            continue
        called.add(node.func)
        if isinstance(node.func, ast.Attribute) and node.func.attr in DECIDING:
            yield from _seen(_argument(node, 0, "reason", part), part, parts, DEEPEST)
        elif isinstance(node.func, ast.Name) and node.func.id in BESIDE:
            raise NotVisible(f"{part.function.__name__} uses {node.func.id} (line {node.lineno})")
    for node in ast.walk(part.tree):
        if isinstance(node, ast.Attribute) and node.attr in DECIDING and node not in called:
            raise NotVisible(f"{part.function.__name__} hands {node.attr} on (line {node.lineno})")


def _argument(call: ast.Call, position: int, name: str, part: Part) -> ast.expr:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    before = call.args[: position + 1]
    if len(before) <= position or any(isinstance(argument, ast.Starred) for argument in before):
        raise NotVisible(f"{part.function.__name__} does not show its reason (line {call.lineno})")
    return before[position]


def _seen(node: ast.expr, part: Part, parts: tuple[Part, ...], depth: int) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _seen(node.body, part, parts, depth)
        yield from _seen(node.orelse, part, parts, depth)
    elif isinstance(node, ast.Name) and depth:
        yield from _named(node, part, parts, depth - 1)
    else:
        raise NotVisible(f"{part.function.__name__} does not show its reason (line {node.lineno})")


def _named(node: ast.Name, part: Part, parts: tuple[Part, ...], depth: int) -> Iterator[str]:
    parameters = [argument.arg for argument in (*part.tree.args.posonlyargs, *part.tree.args.args)]
    stores = [one for one in ast.walk(part.tree) if isinstance(one, ast.Name) and one.id == node.id and _is_store(one)]
    given = [one.value for one in ast.walk(part.tree) if isinstance(one, ast.Assign) and one.targets[0] in stores]
    if node.id in (*parameters, *(argument.arg for argument in part.tree.args.kwonlyargs)):
        if stores:
            raise NotVisible(f"{part.function.__name__} changes its reason (line {node.lineno})")
        position = parameters.index(node.id) if node.id in parameters else len(parameters)
        for caller, call in _calls(part, parts):
            yield from _seen(_argument(call, position, node.id, caller), caller, parts, depth)
    elif stores and len(given) == len(stores):
        for value in given:
            yield from _seen(value, part, parts, depth)
    elif not stores and isinstance(part.values.get(node.id), str):
        yield part.values[node.id]
    else:
        raise NotVisible(f"{part.function.__name__} does not show its reason (line {node.lineno})")


def _is_store(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _calls(part: Part, parts: tuple[Part, ...]) -> Iterator[tuple[Part, ast.Call]]:
    for caller in parts:
        for node in ast.walk(caller.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == part.tree.name:
                yield caller, node
