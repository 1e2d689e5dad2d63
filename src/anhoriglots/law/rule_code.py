"""What the source of a version shows without being run: the functions it is made of and the plain values they use."""

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import FunctionType
from typing import Any

LAW = f"{__package__}."
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One function of a version.

    Attributes:
        function: itself.
        tree: its source.
        values: what the names of its module stand for.
    """

    function: FunctionType
    tree: ast.FunctionDef
    values: Values

    @property
    def name(self) -> str:
        """Module and name, the same on every machine."""
        return f"{self.function.__module__}.{self.function.__qualname__}"


def parts_of(answer: Callable[..., object]) -> tuple[Part, ...]:
    """The function itself and every function of the law that it reaches by name, each once, itself first.

    Functions of the kernel and of libraries are left out: they are no law.
    """
    found: dict[FunctionType, Part] = {}
    waiting: list[Callable[..., object]] = [answer]
    while waiting:
        function = inspect.unwrap(waiting.pop(0))
        if not isinstance(function, FunctionType) or function in found:
            continue
        found[function] = Part(function, _tree(function), function.__globals__)
        waiting += [value for _, value in used_values(found[function]) if _is_law(value)]
    return tuple(found.values())


def used_values(part: Part) -> Iterator[tuple[str, Any]]:
    """Name and value of everything from the module that the function uses, also through a module it has imported."""
    for node in ast.walk(part.tree):
        if isinstance(node, ast.Name) and node.id in part.values:
            yield node.id, part.values[node.id]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner = part.values.get(node.value.id)
            if inspect.ismodule(owner) and hasattr(owner, node.attr):
                yield f"{node.value.id}.{node.attr}", getattr(owner, node.attr)


def is_plain(value: object) -> bool:
    """True for text, numbers, days, and collections of such: what a rule may have beside its functions."""
    if isinstance(value, tuple | list | set | frozenset):
        return all(map(is_plain, value))
    if isinstance(value, Mapping):
        return all(is_plain(key) and is_plain(one) for key, one in value.items())
    return value is None or isinstance(value, str | int | float | date)


@lru_cache(maxsize=256)
def module_tree(file: str) -> ast.Module:
    """The source of a module, parsed once."""
    return ast.parse(Path(file).read_text(encoding="utf-8"))


def _is_law(value: Any) -> bool:
    return callable(value) and inspect.isfunction(inspect.unwrap(value)) and value.__module__.startswith(LAW)


def _tree(function: FunctionType) -> ast.FunctionDef:
    for node in ast.walk(module_tree(function.__code__.co_filename)):
        if isinstance(node, ast.FunctionDef) and node.name == function.__name__:
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            if first == function.__code__.co_firstlineno:
                return node
    raise LookupError(f"the source of {function.__qualname__} is not in its file")
