"""Turns what pydantic says into lines and plain Swedish."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .document import Document, Place
from .fault import Fault

ABOUT_A_KEY = {
    "missing": 'fältet "{}" saknas',
    "extra_forbidden": 'fältet "{}" finns inte, kontrollera stavningen',
}
WORDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "string_type": lambda _: "ska vara text, sätt citattecken runt siffror och datum",
    "bool_type": lambda _: "ska vara true eller false",
    "int_type": lambda _: "ska vara ett heltal",
    "date_type": lambda _: "ska vara ett datum som 2026-07-01",
    "time_type": lambda _: 'ska vara ett klockslag som "15:00"',
    "dataclass_exact_type": lambda _: 'ska vara en öppettid som "09:00-15:00"',
    "tuple_type": lambda _: "ska vara en lista",
    "dict_type": lambda _: "ska vara text per språk, till exempel sv: och en:",
    "model_type": lambda _: "ska vara fält med namn och värde",
    "literal_error": lambda context: f"ska vara {context['expected'].replace(' or ', ' eller ')}",
    "string_pattern_mismatch": lambda _: "är skrivet på ett sätt som inte går att använda här",
    "string_too_short": lambda _: "är tomt",
    "string_too_long": lambda context: f"är längre än {context['max_length']} tecken",
    "too_short": lambda context: f"ska ha minst {context['min_length']} rad(er)",
    "greater_than_equal": lambda context: f"ska vara minst {context['ge']}",
    "less_than_equal": lambda context: f"ska vara högst {context['le']}",
    "value_error": lambda context: str(context["error"]),
}


def shape_faults(error: ValidationError, document: Document) -> list[Fault]:
    """Every fault in one file; two alternatives that both failed at one place become one fault."""
    faults: list[Fault] = []
    alternatives: dict[Place, list[str]] = {}
    for details in error.errors(include_url=False, include_input=False):
        place = _place(details, document)
        about_a_key = ABOUT_A_KEY.get(details["type"])
        if about_a_key:
            faults.append(document.fault(place, about_a_key.format(details["loc"][-1])))
        else:
            alternatives.setdefault(place, []).append(_words(details))
    faults += [document.fault(place, _sentence(place, words)) for place, words in alternatives.items()]
    return faults


def _place(details: ErrorDetails, document: Document) -> Place:
    """The deepest place in the file; pydantic also names its own alternatives on the way, which no file has."""
    place: Place = ()
    for part in details["loc"]:
        if (*place, part) in document.lines:
            place = (*place, part)
    return place


def _words(details: ErrorDetails) -> str:
    say = WORDS.get(details["type"])
    return say(details.get("ctx", {})) if say else f"är fel ({details['type']})"


def _sentence(place: Place, words: list[str]) -> str:
    name = field_name(place)
    return (f"{name}: " if name else "") + ", eller ".join(dict.fromkeys(words))


def field_name(place: Place) -> str:
    """The field a person sees on the line: "title.sv", without the position in the list around it."""
    rows = [position for position, part in enumerate(place) if isinstance(part, int)]
    after_row = place[rows[-1] + 1 :] if rows else place
    return ".".join(str(part) for part in after_row) or _list_name(place)


def _list_name(place: Place) -> str:
    return next((part for part in reversed(place) if isinstance(part, str)), "")
