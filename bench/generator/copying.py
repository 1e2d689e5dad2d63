"""Loads rows with COPY into tables that have no index or key meanwhile, in the caller's transaction."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import Connection
from psycopg.sql import SQL, Identifier

from bench.progress import Progress

_CHUNK = 200  # rows; some forty kilobytes

_CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype IN ('f', 'u', 'p') AND (conrelid = ANY(%(tables)s::regclass[]) OR confrelid = ANY(%(tables)s::regclass[]))
ORDER BY contype = 'f' DESC, conname
"""
_INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid = ANY(%(tables)s::regclass[])
  AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid) ORDER BY 1
"""


@contextmanager
def bare_tables(connection: Connection[Any], tables: list[str], progress: Progress) -> Iterator[None]:
    """Take keys, indexes and row security's hold on the owner away, and put all of it back at the end.

    COPY refuses tables with row security, and rows checked one by one would take an hour. Putting the keys back checks
    every row at once. Whoever rolls the transaction back also has everything as it was.
    """
    names = {"tables": tables}
    constraints = connection.execute(_CONSTRAINTS, names).fetchall()
    indexes = connection.execute(_INDEXES, names).fetchall()
    for table in tables:
        _alter(connection, table, "NO FORCE ROW LEVEL SECURITY")
    for table, name, _ in constraints:
        connection.execute(
            SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(Identifier(table.strip('"')), Identifier(name))
        )
    for name, _ in indexes:
        connection.execute(SQL("DROP INDEX {}").format(Identifier(name.strip('"'))))
    yield
    steps = [definition for _, definition in indexes]
    # The other way round: primary keys first, since foreign keys lean on them.
    steps += [f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {words}' for table, name, words in reversed(constraints)]
    for step in progress.over(steps, "indexes and keys"):
        connection.execute(step.encode())
    for table in tables:
        _alter(connection, table, "FORCE ROW LEVEL SECURITY")


def _alter(connection: Connection[Any], table: str, what: str) -> None:
    connection.execute(SQL("ALTER TABLE {} ").format(Identifier(table)) + SQL(what))


def copy_rows(connection: Connection[Any], table: str, columns: str, lines: Iterable[str]) -> None:
    """Copy lines in PostgreSQL's text format: tabs between values, no line break at the end."""
    names = SQL(", ").join(Identifier(name) for name in columns.split())
    statement = SQL("COPY {} ({}) FROM STDIN").format(Identifier(table), names)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        chunk: list[str] = []
        for line in lines:
            chunk.append(line)
            if len(chunk) == _CHUNK:
                copy.write("\n".join(chunk) + "\n")
                chunk.clear()
        if chunk:
            copy.write("\n".join(chunk) + "\n")


def literal(value: object) -> str:
    """One value in COPY's text format."""
    if value is None:
        return r"\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, bytes):
        return rf"\\x{value.hex()}"
    return str(value).replace("\\", r"\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")
