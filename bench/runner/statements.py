"""Counts statements by running the same request through the same program inside this process.

Every statement the program sends is counted, savepoints and the settings of row security included. BEGIN and COMMIT are
not, nor the pool's check that a connection lives.
"""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client

from .request import Request
from .server import HOST, NotMeasured

TIMES = 8


class Counter:
    """Notes each statement that passes."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Count and let through."""
        self.seen.append(sql)
        return execute(sql, params, many, context)


def statements(requests: list[Request], expected: int) -> list[str]:
    """The statements of the request that needed most, of eight; one more was sent before to warm up.

    Raises:
        NotMeasured: the program answered otherwise than expected.
    """
    client = Client(enforce_csrf_checks=True)
    most: list[str] = []
    for number in range(TIMES + 1):
        counter = Counter()
        with connection.execute_wrapper(counter):
            status = _send(client, requests[number % len(requests)])
        if status != expected:
            raise NotMeasured(f"{requests[0].method} {requests[0].path.partition('?')[0]} answered {status}")
        if number and len(counter.seen) > len(most):
            most = counter.seen
    return most


def _send(client: Client, request: Request) -> int:
    client.cookies.clear()
    sent = request.headers(f"http://{HOST}")
    content_type = sent.pop("Content-Type", "application/octet-stream")
    answer = client.generic(request.method, request.path, request.body, content_type, headers={**sent, "Host": HOST})
    return int(answer.status_code)
