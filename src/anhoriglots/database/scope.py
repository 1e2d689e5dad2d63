"""Whose rows may be seen right now: the one place that sets it.

Row-level security in the database reads three settings that last for one transaction only, so a pooled
connection can never carry them into the next request. Requests, tasks, commands, streamed exports and
callbacks after commit all enter ``scope`` themselves (architecture, section 3).
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, transaction

# Read by the policies in security.py; an empty text means "nobody", and then no row comes.
MUNICIPALITY_SETTING = "app.municipality"
BOARD_SETTING = "app.board"


@dataclass(frozen=True, slots=True)
class Scope:
    """The municipality (SCB code), the board and the actor that the current work is done for.

    ``board`` is None for public reading pages: then no board's rows come at all.
    ``actor`` is None for a visitor and for the program's own tasks.
    """

    municipality: str
    board: UUID | None = None
    actor: UUID | None = None


NOBODY = Scope("")


class UnscopedQuery(Exception):
    """A query touched a table with personal data while no scope was set (development and test only)."""


_current: ContextVar[Scope | None] = ContextVar("anhoriglots_scope", default=None)


def current_scope() -> Scope | None:
    """The scope in force, or None outside one."""
    return _current.get()


@contextmanager
def scope(municipality: str, board: UUID | None = None, actor: UUID | None = None) -> Iterator[Scope]:
    """Open a transaction in which only this municipality's and this board's rows exist.

    May be nested: the inner scope holds until it ends, then the outer is set again.
    The transaction is rolled back when the block raises.
    """
    entered = Scope(municipality, board, actor)
    outer = _current.get()
    try:
        with transaction.atomic():
            token = _current.set(entered)
            try:
                _tell_database(entered)
                yield entered
            finally:
                _current.reset(token)
    finally:
        # A setting outlives its savepoint; where a transaction goes on around us it must be taken back.
        if connection.in_atomic_block:
            _give_back(outer)


def narrow_to_board(board: UUID, actor: UUID | None = None) -> None:
    """Go on with this board's rows until the scope that is open ends, which takes back what is set here as well.

    Used by the middleware once it knows who signed in.

    Raises:
        UnscopedQuery: no municipality is set yet.
    """
    inner = _narrowed(board, actor)
    _current.set(inner)
    _tell_database(inner)


@contextmanager
def for_board(board: UUID, actor: UUID | None = None) -> Iterator[Scope]:
    """Stay in the same transaction and municipality, but with this board's rows; no savepoint is made.

    Used where the public writes to a board.
    When the block raises, the surrounding transaction is the one that is rolled back.

    Raises:
        UnscopedQuery: no municipality is set yet.
    """
    outer = _current.get()
    inner = _narrowed(board, actor)
    token = _current.set(inner)
    try:
        _tell_database(inner)
        yield inner
    finally:
        _current.reset(token)
        _give_back(outer)


def _narrowed(board: UUID, actor: UUID | None) -> Scope:
    outer = _current.get()
    if outer is None:
        raise UnscopedQuery("a board was asked for before any municipality was set")
    return Scope(outer.municipality, board, actor or outer.actor)


def _give_back(outer: Scope | None) -> None:
    if not connection.needs_rollback and not connection.errors_occurred:
        _tell_database(outer or NOBODY)


def _tell_database(entered: Scope) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(%s, %s, true), set_config(%s, %s, true)",
            [
                MUNICIPALITY_SETTING,
                entered.municipality,
                BOARD_SETTING,
                str(entered.board) if entered.board else "",
            ],
        )


def refuse_unscoped(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Wrapper around every query: raise where row-level security would silently return nothing.

    Raises:
        UnscopedQuery: a protected table is named and no scope is set.
    """
    if _current.get() is None and isinstance(sql, str) and not _is_definition(sql):
        touched = _protected_tables().search(sql)
        if touched:
            raise UnscopedQuery(f"no scope is set for a query on {touched.group(1)}; enter scope(...) first")
    return execute(sql, params, many, context)


def _is_definition(sql: str) -> bool:
    # A migration that changes a foreign key begins with SET CONSTRAINTS.
    words = ("CREATE", "ALTER", "DROP", "TRUNCATE", "GRANT", "REVOKE", "COMMENT", "SET CONSTRAINTS")
    return sql.lstrip()[:15].upper().startswith(words)


@cache
def _protected_tables() -> re.Pattern[str]:
    from .models import is_protected  # here: models cannot be imported before the apps are loaded

    names = [model._meta.db_table for model in apps.get_models() if is_protected(model)]
    return re.compile(rf'"({"|".join(map(re.escape, names)) or "(?!)"})"')
