"""What the source of a version shows without being run: the functions it is made of and the plain values they use."""

import ast
import copy
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from pathlib import Path
from types import FunctionType
from typing import Any

from .question import Basis

LAW = f"{__package__}."
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One function of a version.

    Attributes:
        function: itself.
        tree: its source, without the decorator that makes it a version.
        values: what the names of its module, and of a function around it, stand for.
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

    Those of a data class of the law are among them. Functions of the kernel and of libraries are no law and left out.
    """
    found: dict[FunctionType, Part] = {}
    waiting: list[Callable[..., object]] = [answer]
    while waiting:
        function = inspect.unwrap(waiting.pop(0))
        if not isinstance(function, FunctionType) or function in found:
            continue
        found[function] = Part(function, _tree(function), {**function.__globals__, **_closed_over(function)})
        for _, value in used_values(found[function]):
            waiting += [value] if _is_law(value) else functions_of(value) if _is_kind_of_value(value) else []
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
    """True for text, numbers, days, patterns, and collections of such: what a rule may have beside its functions."""
    if isinstance(value, tuple | list | set | frozenset):
        return all(map(is_plain, value))
    if isinstance(value, Mapping):
        return all(is_plain(key) and is_plain(one) for key, one in value.items())
    if is_dataclass(value) and not isinstance(value, type):
        return all(is_plain(getattr(value, field.name)) for field in fields(value))
    return value is None or isinstance(value, str | int | float | date | Enum | re.Pattern)


def functions_of(owner: type) -> list[FunctionType]:
    """The functions, also behind properties, that the source of the class itself writes; not those made for it."""
    file = inspect.getfile(owner)
    found = (inspect.unwrap(one) for value in vars(owner).values() if isinstance(one := _behind(value), FunctionType))
    return [one for one in found if one.__code__.co_filename == file]


def gives(answer: Callable[..., object], name: str) -> bool:
    """True when it, or a function that it reaches, gives an argument of that name to anything."""
    nodes = (node for part in parts_of(answer) for node in ast.walk(part.tree))
    return any(isinstance(node, ast.keyword) and node.arg == name for node in nodes)


@lru_cache(maxsize=256)
def module_tree(file: str) -> ast.Module:
    """The source of a module, parsed once."""
    return ast.parse(Path(file).read_text(encoding="utf-8"))


def _is_law(value: Any) -> bool:
    return callable(value) and inspect.isfunction(inspect.unwrap(value)) and value.__module__.startswith(LAW)


def _is_kind_of_value(value: Any) -> bool:
    """True for a data class of the law, such as a quarter; not for what every version is handed."""
    return isinstance(value, type) and is_dataclass(value) and value.__module__.startswith(LAW) and value is not Basis


def _behind(value: object) -> object:
    """The function of a property or a class method; a function itself."""
    if isinstance(value, property):
        return value.fget
    if isinstance(value, cached_property):
        return value.func
    return value.__func__ if isinstance(value, classmethod | staticmethod) else value


def _closed_over(function: FunctionType) -> Values:
    cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    return {name: cell.cell_contents for name, cell in cells}


def _tree(function: FunctionType) -> ast.FunctionDef:
    for node in ast.walk(module_tree(function.__code__.co_filename)):
        if isinstance(node, ast.FunctionDef) and node.name == function.__name__:
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            if first == function.__code__.co_firstlineno:
                bare = copy.copy(node)
                bare.decorator_list = [one for one in node.decorator_list if not _makes_a_version(one)]
                return bare
    raise LookupError(f"the source of {function.__qualname__} is not in its file")


def _makes_a_version(decorator: ast.expr) -> bool:
    """True for ``@QUESTION.version(...)``, whose days, sections and lists are told of by the version itself."""
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr == "version"
    )
