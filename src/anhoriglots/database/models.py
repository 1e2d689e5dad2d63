"""Base models: a key, an owner, and rows that can only be added."""

import os
import time
from typing import Any, ClassVar
from uuid import UUID

from django.db import models


def uuid7() -> UUID:
    """A new key: 48 bits of milliseconds, then random (RFC 9562, version 7), so that keys sort by age."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10))
    value = (milliseconds & (2**48 - 1)) << 80 | random
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


class Record(models.Model):
    """A row with a key that says nothing about whom it concerns."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class MunicipalityRecord(Record):
    """A row that only its municipality sees. Holds no personal data that belongs to one board."""

    municipality = models.CharField(max_length=4, editable=False)

    class Meta:
        abstract = True


class BoardRecord(MunicipalityRecord):
    """A row that only its board sees: the board is the authority and the controller (SoL 4:2, law F06)."""

    board_id = models.UUIDField(editable=False)

    class Meta:
        abstract = True


class PublishedRecord(BoardRecord):
    """A row that everybody in the municipality may read and only its board may write. Holds nothing about a person who
    comes to us.
    """

    class Meta:
        abstract = True


class AppendOnly(models.Model):
    """Mixed in where the database itself refuses to change or delete a row (law D01)."""

    class Meta:
        abstract = True


class Standing(models.Model):
    """Mixed in where a row stands as it was written: the web role adds it, and may afterwards only let it end.

    ``ending`` names the columns that say so.
    """

    ending: ClassVar[tuple[str, ...]] = ("ended_by", "ended_at", "last_day")

    class Meta:
        abstract = True


class Reference(models.Model):
    """Mixed in where rows come from a profile: the web role may read them and never write them."""

    class Meta:
        abstract = True


class OpenRecord(models.Model):
    """Mixed in where everybody reads and only the row's own board writes: a trigger refuses the others, so that no
    policy stands in the way of those who read. The model has the columns ``board_id`` and ``municipality_id``. Rows are
    never deleted by the web role; links of such rows are.
    """

    class Meta:
        abstract = True


def is_open(model: type[models.Model]) -> bool:
    """True for tables that everybody reads and the own board writes, and for the link tables of their rows."""
    owner = model._meta.auto_created or model
    return isinstance(owner, type) and issubclass(owner, OpenRecord) and not owner._meta.abstract


def is_reference(model: type[models.Model]) -> bool:
    """True for reference tables and for the link tables between them."""
    owner = model._meta.auto_created or model
    return isinstance(owner, type) and issubclass(owner, Reference)


def is_protected(model: type[models.Model]) -> bool:
    """True when row-level security must stand on the model's table."""
    return issubclass(model, MunicipalityRecord) and not model._meta.abstract


def is_append_only(model: type[models.Model]) -> bool:
    """True when the web role may only read and add rows."""
    return issubclass(model, AppendOnly) and not model._meta.abstract


def is_standing(model: type[models.Model]) -> bool:
    """True when the web role may read, add and end rows, and change nothing else of them."""
    return issubclass(model, Standing) and not model._meta.abstract


def owner_of(scope: Any) -> dict[str, Any]:
    """The owner columns for a new board row, from the scope in force.

    Raises:
        ValueError: when no board is in scope; such a row would belong to nobody.
    """
    if scope is None or scope.board is None:
        raise ValueError("a board's row cannot be made outside the board's scope")
    return {"municipality": scope.municipality, "board_id": scope.board}


class Throttle(models.Model):
    """How many times a visitor has tried something within a window; see throttle.py, which alone reads and writes it.

    ``key`` is a keyed mark, so the row says nothing about whom it concerns. Removed after a day.
    """

    key = models.BinaryField(max_length=32, primary_key=True)
    window_start = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        db_table = "throttle"
        indexes = [models.Index(fields=["window_start"], name="throttle_by_age")]
