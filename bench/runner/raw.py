"""The same rows by prepared statements alone: what the database can do before any framework.

``python -m bench.runner.raw`` reads an order as JSON on standard input and prints the findings: for each job the median
at concurrency 1 in milliseconds and the rate at concurrency 8.
"""

import json
import sys
import threading
import time
from collections.abc import Callable
from itertools import cycle
from typing import Any
from uuid import uuid4

from psycopg import Connection

from .figures import percentile

_ROWS, _HITS = 50, 25
_LIST = """
SELECT r.id, r.reply, r.step, r.received_at, r.promised_at, u.first_name FROM casework_contactrequest r
LEFT JOIN accounts_user u ON u.id = r.taken_by_id
WHERE r.board_id = %s AND r.step = 'received' ORDER BY r.promised_at LIMIT 50
"""
_SEARCH = """
SELECT id, name, created_at FROM people_carer
WHERE board_id = %s AND name_sort >= %s AND name_sort < %s ORDER BY name_sort, id LIMIT 25
"""
_CASE = "SELECT c.*, p.name FROM casework_case c JOIN people_carer p ON p.id = c.carer_id WHERE c.id = %s"
_NOTES = """
SELECT n.*, u.first_name, f.name FROM casework_identifiedcontact n JOIN accounts_user u ON u.id = n.author_id
JOIN catalogue_supportform f ON f.code = n.support_form_id WHERE n.case_id = %s ORDER BY n.noted_at DESC LIMIT 50
"""
_PERSON = """
INSERT INTO people_carer (id, municipality, board_id, name, personal_number, phone, email, language, needs_interpreter,
created_at) VALUES (%s, %s, %s, %s, '', %s, '', '', false, now())
"""
_NEW_CASE = """
INSERT INTO casework_case (id, municipality, board_id, carer_id, unit_id, number, opened_at)
VALUES (%s, %s, %s, %s, %s, %s, now())
"""
_NOTE = """
INSERT INTO casework_identifiedcontact (id, municipality, board_id, unit_id, case_id, author_id, noted_at, happened_on,
text, support_form_id, channel, topics, duration, next_step, decline_reason, people, age_band, language)
VALUES (%s, %s, %s, %s, %s, %s, now(), current_date, %s, %s, 'phone', '[]', '0-15', 'done', '', 1, '', '')
"""
Work = Callable[[Connection[Any]], None]


def _list(order: dict[str, Any]) -> Work:
    return lambda connection: _all(connection, _LIST, [order["board"]])


def _search(order: dict[str, Any]) -> Work:
    starts = cycle(order["starts"])

    def search(connection: Connection[Any]) -> None:
        start = next(starts)
        _all(connection, _SEARCH, [order["board"], start, start + "\U0010ffff"])

    return search


def _open(order: dict[str, Any]) -> Work:
    cases = cycle(order["cases"])

    def opened(connection: Connection[Any]) -> None:
        case = next(cases)
        _all(connection, _CASE, [case])
        _all(connection, _NOTES, [case])

    return opened


def _create(order: dict[str, Any]) -> Work:
    owner = [order["municipality"], order["board"]]
    phone, text = bytes.fromhex(order["phone"]), bytes.fromhex(order["text"])

    def create(connection: Connection[Any]) -> None:
        person, case = uuid4(), uuid4()
        with connection.transaction():
            connection.execute(_PERSON, [person, *owner, "Åsa Öberg", phone], prepare=True)
            connection.execute(_NEW_CASE, [case, *owner, person, order["unit"], case.hex[:20]], prepare=True)
            values = [uuid4(), *owner, order["unit"], case, order["author"], text, order["form"]]
            connection.execute(_NOTE, values, prepare=True)

    return create


def _all(connection: Connection[Any], sql: str, values: list[Any]) -> None:
    connection.execute(sql.encode(), values, prepare=True).fetchall()


def _times(order: dict[str, Any], work: Work, concurrency: int) -> tuple[list[float], float]:
    found: list[float] = []
    closes = time.perf_counter() + order["seconds"]

    def repeat() -> None:
        with Connection.connect(**order["connect"], autocommit=True) as connection:
            work(connection)
            while (started := time.perf_counter()) < closes:
                work(connection)
                found.append((time.perf_counter() - started) * 1000)

    threads = [threading.Thread(target=repeat) for _ in range(concurrency)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found, time.perf_counter() - started


def run(order: dict[str, Any]) -> dict[str, dict[str, float]]:
    """All four jobs."""
    figures = {}
    for name, make in {"list": _list, "search": _search, "open": _open, "create": _create}.items():
        work = make(order)
        alone, _ = _times(order, work, 1)
        many, seconds = _times(order, work, 8)
        figures[name] = {"p50_c1": percentile(alone, 0.5), "per_second_c8": len(many) / seconds}
    return figures


if __name__ == "__main__":
    print(json.dumps(run(json.load(sys.stdin))))
