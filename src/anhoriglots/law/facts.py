"""Reads facts into a question's model; what is wrong is told in Swedish, without repeating what was given."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .errors import BadFact
from .question import Facts
from .wanted import wanted

KnownFacts = TypeVar("KnownFacts", bound=Facts)
LONGEST_NAME = 40


def read_facts(model: type[KnownFacts], given: Mapping[str, object], *, on: date) -> KnownFacts:
    """The facts as the model has them, put on a day.

    Raises:
        BadFact: a name that is not known, a value of the wrong kind, facts that contradict each other, or a day that
            has not come.
    """
    try:
        known = _read(model, given)
    except ValidationError as error:
        told = list(_told(model, error))
        raise BadFact(" ".join(sentence for _, sentence in told), fact=told[0][0]) from None
    if ahead := known.not_yet(on):
        sentences = (f"Uppgiften {name!r} ligger efter den dag som frågan gäller." for name in ahead)
        raise BadFact(" ".join(sentences), fact=ahead[0])
    return known


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
    of_the_day = fault["type"] == "value_error"  # says more: the day does not exist, or is too far away
    form = str(fault["ctx"]["error"]) if of_the_day else wanted(model, name)
    return f"Uppgiften {shown!r} har ett värde som inte går att använda. {form}"
