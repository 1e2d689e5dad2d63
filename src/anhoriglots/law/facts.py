"""Reads facts into a question's model; what is wrong is told in Swedish, without repeating what was given."""

from collections.abc import Mapping
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
        BadFact: a name that is not known, or a value of the wrong kind.
    """
    try:
        return model.model_validate({name: _plain(value) for name, value in given.items()})
    except ValidationError as error:
        first = {fault["loc"][0]: fault for fault in reversed(error.errors(include_input=False))}
        raise BadFact(" ".join(_in_swedish(model, fault) for fault in reversed(first.values()))) from None


def _plain(value: object) -> object:
    """The value of an enumeration member, so that a model's choices can be handed over as they are."""
    return value.value if isinstance(value, Enum) else value


def _in_swedish(model: type[Facts], fault: ErrorDetails) -> str:
    name = str(fault["loc"][0])[:LONGEST_NAME]
    if fault["type"] in ("extra_forbidden", "invalid_key"):
        return f"Uppgiften {name!r} är okänd. De som finns är: {', '.join(model.model_fields)}."
    return f"Uppgiften {name!r} har ett värde som inte går att använda. {_allowed(fault)}"


def _allowed(fault: ErrorDetails) -> str:
    context: dict[str, Any] = fault.get("ctx", {})
    if fault["type"] == "literal_error":
        return f"Den kan vara {context['expected'].replace(' or ', ' eller ')}."
    if fault["type"] == "bool_type":
        return "Den kan vara true, false eller null."
    if fault["type"] == "value_error":
        return str(context["error"])
    return "Den ska ha den form som frågan beskriver."
