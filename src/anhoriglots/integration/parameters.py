"""Reads what stands after the question mark, by a pydantic model that also describes it."""

from typing import TypeVar
from uuid import UUID

from django.http import QueryDict
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from anhoriglots.kernel.shape_faults import WORDS

from .problems import Kind, Problem, not_found

Q = TypeVar("Q", bound=BaseModel)
MORE_WORDS = {
    "extra_forbidden": "finns inte",
    "int_parsing": "ska vara ett heltal",
    "int_parsing_size": "är ett för stort tal",
    "int_from_float": "ska vara ett heltal",
    "bool_parsing": "ska vara true eller false",
    "uuid_parsing": "ska vara ett id (uuid)",
}
LONGEST_NAME = 40


def read_parameters(model: type[Q], given: QueryDict) -> Q:
    """The parameters that were given, the others as the model says.

    Raises:
        Problem: 400; one of them is not what it should be, or stands twice.
    """
    twice = next((name for name, values in given.lists() if len(values) > 1), None)
    if twice is not None:
        raise Problem(Kind.PARAMETER, f"{_short(twice)}: står mer än en gång")
    # No text in a database holds the character NUL, and nobody means it.
    written = {name: value.replace("\0", "") for name, value in given.items() if isinstance(value, str)}
    try:
        return model.model_validate(written)
    except ValidationError as error:
        told = [_told(details) for details in error.errors(include_url=False, include_input=False)]
        raise Problem(Kind.PARAMETER, "; ".join(told)) from None


def read_key(written: str, what: str) -> UUID:
    """The id in an address.

    Raises:
        Problem: 404; it is no id at all. ``what`` is the thing in words.
    """
    try:
        return UUID(written)
    except ValueError:
        raise not_found(what) from None


def _told(details: ErrorDetails) -> str:
    name = _short(str(details["loc"][0]) if details["loc"] else "")
    say = WORDS.get(details["type"])
    words = say(details.get("ctx", {})) if say else MORE_WORDS.get(details["type"], "är fel skriven")
    return f"{name}: {words}" if name else words


def _short(name: str) -> str:
    return name[:LONGEST_NAME]
