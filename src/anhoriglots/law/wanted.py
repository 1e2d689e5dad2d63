"""In what form a fact is to be given, in one Swedish sentence; whatever was wrong, the same sentence helps."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from .question import Facts

DAY = "Skriv en dag som 2026-07-01."
YES_NO = "Den kan vara true, false eller null."


@cache
def wanted(model: type[Facts], name: str) -> str:
    """The form of one fact of the model.

    Raises:
        KeyError: the model has no such fact, or it is of a type that no sentence describes.
    """
    fact: Mapping[str, Any] = model.model_json_schema()["properties"][name]
    (form,) = (one for one in fact["anyOf"] if one != {"type": "null"})
    if "enum" in form:
        return f"Den kan vara {_in_a_row(form['enum'], 'eller')}."
    return {"boolean": _yes_no, "integer": _number, "string": _text, "array": _list}[form["type"]](form)


def _yes_no(_form: Mapping[str, Any]) -> str:
    return YES_NO


def _number(form: Mapping[str, Any]) -> str:
    least, most = form["minimum"], form.get("maximum")
    return f"Skriv ett heltal från {least}{f' till {most}' if most is not None else ' och uppåt'}."


def _text(form: Mapping[str, Any]) -> str:
    return (
        DAY if form.get("format") == "date" else f"Skriv text med {form['minLength']} till {form['maxLength']} tecken."
    )


def _list(form: Mapping[str, Any]) -> str:
    empty = " Den får inte vara tom." if form.get("minItems") else ""
    return f"Skriv en lista. I den kan {_in_a_row(form['items']['enum'], 'och')} stå.{empty}"


def _in_a_row(codes: Iterable[str], last_word: str) -> str:
    *before, last = codes
    return f"{', '.join(before)} {last_word} {last}" if before else last
