"""Reads facts into a question's model; what is wrong is told in Swedish, without repeating what was given."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .errors import BadFact
from .question import Facts

KnownFacts = TypeVar("KnownFacts", bound=Facts)
LONGEST_NAME = 40


def read_facts(model: type[KnownFacts], given: Mapping[str, object]) -> KnownFacts:
    """The facts as the model has them.

    Raises:
        BadFact: a name that is not known, a value of the wrong kind, or facts that contradict each other.
    """
    try:
        return _read(model, given)
    except ValidationError as error:
        told = list(_told(model, error))
        raise BadFact(" ".join(sentence for _, sentence in told), fact=told[0][0]) from None


def fact_faults(model: type[Facts], given: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Name of the fact and what is wrong with it, one for each; of two that contradict each other the later."""
    try:
        _read(model, given)
    except ValidationError as error:
        return tuple(_told(model, error))
    return ()


def _read(model: type[KnownFacts], given: Mapping[str, object]) -> KnownFacts:
    return model.model_validate({name: _plain(value) for name, value in given.items()})


def _told(model: type[Facts], error: ValidationError) -> Iterator[tuple[str, str]]:
    first = {_name(fault): fault for fault in reversed(error.errors(include_input=False))}
    yield from ((name, _in_swedish(model, name, first[name])) for name in reversed(first))


def _name(fault: ErrorDetails) -> str:
    return str(fault["loc"][0]) if fault["loc"] else str(fault.get("ctx", {}).get("fact", ""))


def _plain(value: object) -> object:
    """The value of an enumeration member, so that a model's choices can be handed over as they are."""
    return value.value if isinstance(value, Enum) else value


def _in_swedish(model: type[Facts], name: str, fault: ErrorDetails) -> str:
    if not fault["loc"]:
        return fault["msg"]
    shown = name[:LONGEST_NAME]
    if fault["type"] in ("extra_forbidden", "invalid_key"):
        return f"Uppgiften {shown!r} är okänd. De som finns är: {', '.join(model.model_fields)}."
    return f"Uppgiften {shown!r} har ett värde som inte går att använda. {_allowed(fault)}"


def _allowed(fault: ErrorDetails) -> str:
    context: dict[str, Any] = fault.get("ctx", {})
    if fault["type"] == "literal_error":
        return f"Den kan vara {context['expected'].replace(' or ', ' eller ')}."
    if fault["type"] == "bool_type":
        return "Den kan vara true, false eller null."
    if fault["type"] == "value_error":
        return str(context["error"])
    return "Den ska ha den form som frågan beskriver."
