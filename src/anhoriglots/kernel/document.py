"""Reads one YAML file that somebody outside wrote into plain values, and remembers on which line each of them stands.

Only the simplest YAML is accepted: mappings, lists, text, whole numbers, dates, true, false and null. A municipality's
number keeps its leading zero and "no" stays a word, which plain YAML would turn into something else.
"""

import re
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from .dates import ISO_DAY
from .fault import Fault

# libyaml is ten times as fast; an installation built without it reads the same files with the slower one.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_BYTES = 512 * 1024
MOST_LEVELS = 12
NULLS = ("", "null", "~")
QUOTED = ("'", '"', "|", ">")
BOOLEANS = {"true": True, "false": False}
WHOLE_NUMBER = re.compile(r"(0|-?[1-9][0-9]{0,8})")

Place = tuple[str | int, ...]


class UnreadableError(Exception):
    """The file cannot be read at all."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass
class Document:
    """The values of one file.

    Attributes:
        data: dicts, tuples and scalars.
        lines: from a place such as ("offers", 3, "title") to its line, counted from 1.
        faults: what was wrong in the YAML itself, duplicate keys for example.
    """

    file: str
    data: object = None
    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, place: Place, message: str) -> Fault:
        """A fault at this place, or at the nearest place around it that is in the file."""
        while place and place not in self.lines:
            place = place[:-1]
        return Fault(self.file, self.lines.get(place, 1), message)


def read_document(path: Path, file: str) -> Document:
    """Reads ``path``; ``file`` is the name that faults carry. Never raises for what the file contains."""
    document = Document(file)
    try:
        text = read_text(path)
        _refuse_what_is_not_plain(text)
        node = yaml.compose(text, Loader=LOADER)
    except UnreadableError as unreadable:
        document.faults.append(Fault(file, unreadable.line, unreadable.message))
    except yaml.MarkedYAMLError as error:
        document.faults.append(
            Fault(
                file,
                _line(error.problem_mark or error.context_mark),
                "går inte att läsa som YAML, se indrag, kolon och citattecken här",
            )
        )
    except yaml.YAMLError:
        document.faults.append(Fault(file, 1, "innehåller tecken som inte får finnas i YAML"))
    else:
        document.data = _plain(node, (), document)
    return document


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 1


def read_text(source: Path | BinaryIO) -> str:
    """What a file, or something already opened, holds.

    Raises:
        UnreadableError: it cannot be opened, is too large, or is no text.
    """
    try:
        with source.open("rb") if isinstance(source, Path) else nullcontext(source) as opened:
            content = opened.read(MOST_BYTES + 1)  # a device or a pipe does not tell its size
    except FileNotFoundError:
        raise UnreadableError(1, "filen saknas") from None
    except (OSError, ValueError):  # ValueError: a name with a null character
        raise UnreadableError(1, "filen går inte att öppna") from None
    if len(content) > MOST_BYTES:
        raise UnreadableError(1, f"innehållet är större än {MOST_BYTES // 1024} kB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(line, "innehållet är inte skrivet i UTF-8") from None


def _refuse_what_is_not_plain(text: str) -> None:
    """Aliases and deep nesting can make a small file enormous or exhaust the stack, so they stop before composing."""
    depth = 0
    documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = _line(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableError(line, "genvägar med & och * får inte användas, skriv ut texten")
        if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
            raise UnreadableError(line, "märken med ! får inte användas")
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_LEVELS:
            raise UnreadableError(line, f"filen har fler än {MOST_LEVELS} nivåer")
    if documents != 1:
        raise UnreadableError(
            1, "filen är tom" if documents == 0 else "filen innehåller flera dokument, skilda med ---"
        )


def _plain(node: yaml.Node | None, place: Place, document: Document) -> object:
    if node is None:
        return None
    document.lines.setdefault(place, _line(node.start_mark))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, document)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_plain(item, (*place, index), document) for index, item in enumerate(node.value))
    return _scalar(node)


def _mapping(node: yaml.MappingNode, place: Place, document: Document) -> dict[str, object]:
    values: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = _line(key_node.start_mark)
        key = key_node.value
        if not isinstance(key, str):
            document.faults.append(Fault(document.file, line, "nyckeln före kolonet ska vara ett ord"))
        elif key in values:
            document.faults.append(Fault(document.file, line, f'nyckeln "{key}" står två gånger'))
        else:
            document.lines[(*place, key)] = line
            values[key] = _plain(value_node, (*place, key), document)
    return values


def _scalar(node: yaml.Node) -> object:
    value = node.value
    if getattr(node, "style", None) in QUOTED:
        return value
    if value in NULLS:
        return None
    if value in BOOLEANS:
        return BOOLEANS[value]
    if WHOLE_NUMBER.fullmatch(value):
        return int(value)
    return _day(value)


def _day(value: str) -> object:
    if not ISO_DAY.fullmatch(value):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value
