"""What a fact may be, in a form that tells what has been taken away from it and what has come beside.

The words that a fact is asked with are left out: they may be polished.
"""

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import Field
from pydantic.fields import FieldInfo

from .digests import code_of, digest
from .files import Row
from .listed import Listed
from .question import Consent, Facts
from .rule_code import functions_of

PLAIN = (bool, int, str, date)
CONTAINERS = (tuple, list, set, frozenset)


class FactShape(Row):
    """What one fact may be.

    Attributes:
        type: the type with its limits and a digest of each check of it; "code" for one of ``values``, or of ``lists``.
        values: the codes it takes, beside those of the lists.
        lists: names of the dated lists whose codes it takes.
        consent: from the least consent to the most.
        required: True when it cannot be left out.
    """

    type: str
    values: list[str] = Field(default_factory=list)
    lists: list[str] = Field(default_factory=list)
    consent: list[str] = Field(default_factory=list)
    required: bool = False


def shape_of(fact: FieldInfo) -> FactShape:
    """The shape of one fact.

    Raises:
        TypeError: a type or a limit that cannot be told in words.
    """
    type_, codes, lists = _told(fact.annotation, tuple(fact.metadata))
    ladders = [mark.ladder for mark in _flat(fact.metadata) if isinstance(mark, Consent)]
    return FactShape(
        type=type_,
        values=codes,
        lists=lists,
        consent=[_word(step) for ladder in ladders for step in ladder],
        required=fact.default is not None or not _may_be_none(fact.annotation),
    )


def own_functions(model: type[Facts]) -> dict[str, str]:
    """A digest of every check and other function that the model has beside those of all facts."""
    classes = model.__mro__[: model.__mro__.index(Facts)]
    found = {one.__name__: one for owner in reversed(classes) for one in functions_of(owner)}
    return {name: digest(code_of(function)) for name, function in sorted(found.items())}


def can_refuse(model: type[Facts], function: str) -> bool:
    """True for a check, and for what stands in the place of something that all facts have."""
    known = model.__pydantic_decorators__
    return function in known.model_validators or function in known.field_validators or hasattr(Facts, function)


def _told(annotation: Any, marks: tuple[Any, ...]) -> tuple[str, list[str], list[str]]:
    """The type in words, its codes, and the lists of more codes."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _told(inside[0], (*inside[1:], *marks))
    if origin in (Union, types.UnionType):
        inner = tuple(one for one in inside if one is not type(None))
        return _told(inner[0] if len(inner) == 1 else inner, marks)
    limits = ", ".join(sorted(limit for mark in _flat(marks) if (limit := _limit(mark))))
    suffix = f" ({limits})" if limits else ""
    listed = [mark for mark in _flat(marks) if isinstance(mark, Listed)]
    if origin is Literal or listed:
        codes = inside if origin is Literal else [code for mark in listed for code in mark.other]
        return f"code{suffix}", [_word(code) for code in codes], [name for mark in listed for name in mark.lists]
    if origin in CONTAINERS and inside[1:] in ((), (...,)):
        type_, codes, lists = _told(inside[0], ())
        return f"{origin.__name__}{suffix} of {type_}{' or None' * _may_be_none(inside[0])}", codes, lists
    if annotation in PLAIN:
        return f"{annotation.__name__}{suffix}", [], []
    raise TypeError(f"a fact of the type {annotation} cannot be released")


def _flat(marks: Any) -> Iterator[Any]:
    for mark in marks:
        yield from _flat(mark.metadata) if isinstance(mark, FieldInfo) else (mark,)


def _limit(mark: Any) -> str:
    if isinstance(mark, Consent | Listed):
        return ""
    if callable(check := getattr(mark, "func", None)):
        return f"{check.__name__} {digest([type(mark).__name__, code_of(check)])}"
    if is_dataclass(mark):
        given = ((field.name, getattr(mark, field.name)) for field in fields(mark))
        return ", ".join(f"{name}={value!r}" for name, value in given if value is not None)
    raise TypeError(f"the limit {mark!r} of a fact cannot be released")


def _may_be_none(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _may_be_none(get_args(annotation)[0])
    return type(None) in get_args(annotation)


def _word(code: object) -> str:
    return code if isinstance(code, str) else repr(code)
