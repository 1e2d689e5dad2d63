"""Reads one JSON object that somebody outside wrote, and remembers on which line each of its names stands.

The standard library decides what is JSON and tells no places; the places are found beside it, mark by mark.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .document import MOST_LEVELS, Document, UnreadableError, read_text
from .fault import Fault

TEXT = r'"[^"\\]*(?:\\.[^"\\]*)*"'
MARK = re.compile(rf'(?P<name>{TEXT})\s*:|{TEXT}|(?P<opens>[\[{{])|(?P<closes>[\]}}])|(?P<word>[^\s\[\]{{}}:,"]+)')
NO_NUMBERS = ("NaN", "Infinity", "-Infinity")  # the standard library reads them, though they are not JSON
MOST_DIGITS = 18
LONGEST_NAME = 40


def read_json(source: Path | BinaryIO, file: str) -> Document:
    """Reads ``source``; ``file`` is the name that faults carry. Never raises for what it contains.

    The data is a dict, and the lines are those of its names.
    """
    document = Document(file)
    try:
        text = read_text(source)
        document.data = _object(text)
        document.faults += _look_for_names(text, document)
    except UnreadableError as unreadable:
        document.faults.append(Fault(file, unreadable.line, unreadable.message))
    return document


def _object(text: str) -> object:
    """The object; None when it is nested so deep that it is not even read."""
    if not text.strip():
        raise UnreadableError(1, "det står ingenting där")
    try:
        data: object = json.loads(text, parse_int=_whole)
    except RecursionError:
        return None
    except json.JSONDecodeError as error:
        sentence = "går inte att läsa som JSON, se citattecken, kommatecken och klamrar här"
        raise UnreadableError(error.lineno, sentence) from None
    if not isinstance(data, dict):
        raise UnreadableError(1, 'ska vara ett objekt med namn och värde, som {"cared_for": ["elderly"]}')
    return data


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= MOST_DIGITS else None


def _look_for_names(text: str, document: Document) -> Iterator[Fault]:
    """The faults that the standard library lets pass: a name written twice, what is no number, too many levels."""
    name, level, line, end = "", 0, 1, 0
    for mark in MARK.finditer(text):
        line += text.count("\n", end, mark.start())
        end = mark.start()
        level += bool(mark["opens"]) - bool(mark["closes"])
        if level > MOST_LEVELS:
            raise UnreadableError(line, f"{_named(name)}har fler än {MOST_LEVELS} nivåer")
        if mark["name"] and level == 1:
            name = json.loads(mark["name"])
            if (name,) in document.lines:
                yield Fault(document.file, line, f"{_named(name)}namnet står två gånger")
            document.lines[(name,)] = line
        if mark["word"] in NO_NUMBERS or len(mark["word"] or "") > MOST_DIGITS:
            yield Fault(document.file, line, f"{_named(name)}är inget tal som går att använda")


def _named(name: str) -> str:
    return f"{name[:LONGEST_NAME]!r}: " if name else ""
