"""Compares what a profile says with what the database holds, and makes them equal.

Used by every slice that loads part of a profile. A row that has left the profile is kept and made inactive:
other rows may point at it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Model

Values = dict[str, Any]
WORDS = {
    "add": "ny",
    "change": "ändras",
    "withdraw": "tas ur bruk",
    "keep": "ändrat i programmet, läses inte in",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, told to the person who loads."""

    kind: str
    table: str
    key: str
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        what = f" ({', '.join(self.fields)})" if self.fields else ""
        return f"{self.table} {self.key}: {WORDS[self.kind]}{what}"


@dataclass(slots=True)
class Table:
    """What one table should hold for one municipality.

    Attributes:
        rows: column values by primary key; foreign keys as ``<name>_id``.
        links: for each many-to-many field, the linked keys by primary key.
        limit: which existing rows the profile rules over.
        kept: rows that somebody at work has made their own: what differs is told, and nothing of them is changed.
    """

    model: type[Model]
    name: str
    rows: dict[Any, Values]
    limit: Mapping[str, Any]
    links: dict[str, dict[Any, set[UUID]]] = field(default_factory=dict)
    kept: frozenset[Any] = frozenset()

    def changes(self) -> list[Change]:
        """What would change, without changing it."""
        existing = self._existing()
        found = [self._difference(key, existing.get(key)) for key in self.rows]
        gone = [Change("withdraw", self.name, str(getattr(existing[key], "key", key))) for key in self._gone(existing)]
        return [change for change in found if change is not None] + gone

    def load(self) -> list[Change]:
        """Make the table equal to the profile; the caller holds the transaction. What is kept is no change."""
        changes = [change for change in self.changes() if change.kind != "keep"]
        existing = self._existing()
        for key, values in self.rows.items():
            if key in self.kept or self._difference(key, existing.get(key)) is None:
                continue
            row, _ = self.model._default_manager.update_or_create(pk=key, defaults=values)
            for name, wanted in self.links.items():
                getattr(row, name).set(wanted.get(key, set()))
        gone = self._gone(existing)
        if gone:
            self.model._default_manager.filter(pk__in=gone).update(active=False)
        return changes

    def _gone(self, existing: Mapping[Any, Model]) -> list[Any]:
        left = existing.keys() - self.rows.keys() - self.kept
        return [key for key in existing if key in left and getattr(existing[key], "active", False)]

    def _existing(self) -> dict[Any, Model]:
        rows = self.model._default_manager.filter(**self.limit).prefetch_related(*self.links)
        return {row.pk: row for row in rows}

    def _difference(self, key: Any, row: Model | None) -> Change | None:
        values = self.rows[key]
        label = str(values.get("key", key))
        if row is None:
            return Change("add", self.name, label)
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        changed += [name for name, wanted in self.links.items() if _linked(row, name) != wanted.get(key, set())]
        kind = "keep" if key in self.kept else "change"
        return Change(kind, self.name, label, tuple(changed)) if changed else None


def _linked(row: Model, name: str) -> set[UUID]:
    return {linked.pk for linked in getattr(row, name).all()}
