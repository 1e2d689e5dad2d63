"""The file ``released.toml``: what has been released, in lines that a reviewer can read."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from .errors import FaultyLaw
from .fact_shape import FactShape
from .files import Row
from .source import Mark

FILE = "released.toml"
HEADER = """\
# What has been released of the law, by its first day; `end` is the first day it does not hold. Written by
# `anhoriglots law release`. It is never edited: what is new stands beside it. docs/contribute/law.md tells how.
"""
BARE = re.compile(r"[A-Za-z0-9_-]+")


class Entry(Row):
    """A version, a row, a wording or an act.

    Attributes:
        content: what may not be changed: a digest, or as it is written on a page.
        mark: how certain the reading is; only of a wording or an act.
        end: the first day it does not hold; absent while none is known.
        end_released: the day the end was released, when it came after the rest.
    """

    content: str
    mark: Mark | Literal[""] = ""
    end: date | None = None
    end_released: date | None = None


Dated = dict[str, dict[str, Entry]]


class Released(Row):
    """All that has been released.

    Attributes:
        acts: by source and first day.
        wordings: by section and first day.
        rows: by list and first day.
        versions: by question and first day.
        facts: by question and name.
        pairs: by question and kind, ``in_order`` or ``only_when``.
        functions: of the models of facts, by question and name.
    """

    acts: Dated = Field(default_factory=dict)
    wordings: Dated = Field(default_factory=dict)
    rows: Dated = Field(default_factory=dict)
    versions: Dated = Field(default_factory=dict)
    facts: dict[str, dict[str, FactShape]] = Field(default_factory=dict)
    pairs: dict[str, dict[str, list[list[str]]]] = Field(default_factory=dict)
    functions: dict[str, dict[str, str]] = Field(default_factory=dict)

    def lines(self) -> Mapping[tuple[str, str, str], Any]:
        """What stands in each line, by kind, key and name."""
        return {
            (kind, key, name): value
            for kind in type(self).model_fields
            for key, names in getattr(self, kind).items()
            for name, value in names.items()
        }


def read_released(folder: Path) -> Released:
    """What has been released.

    Raises:
        FaultyLaw: the file is not there or cannot be read; without it nobody knows what may not be changed.
    """
    try:
        return Released.model_validate(tomllib.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise FaultyLaw([f"{FILE}: {error}"]) from error


def write_released(folder: Path, released: Released) -> None:
    """The file anew, in order of key."""
    tables = [
        f"\n[{kind}.{_key(key)}]\n" + "".join(f"{_key(name)} = {_value(value)}\n" for name, value in names.items())
        for kind in type(released).model_fields
        for key, names in sorted(getattr(released, kind).items())
        if names
    ]
    (folder / FILE).write_text(HEADER + "".join(tables), encoding="utf-8")


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, Row):
        told = value.model_dump(exclude_defaults=True).items()
        return f"{{{', '.join(f'{name} = {_value(one)}' for name, one in told)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
