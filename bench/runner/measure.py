"""One timed window: sends the load, watches the books of the processors, sums up."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .cpu import Moment, look
from .figures import Load, Result, Spent, result
from .server import HOST, NotMeasured, Server

WARM_UP = 1.0


@dataclass(frozen=True, slots=True)
class Order:
    """What to send. ``once``: each request may be sent a single time, as a form with its own token."""

    requests: Sequence[str]
    expected: int
    once: bool = False


def measure(order: Order, server: Server, database: int, *, concurrency: int, seconds: float) -> Result:
    """Send for so many seconds, after a second of warming up.

    Args:
        database: process number of the oldest database process.

    Raises:
        NotMeasured: no answer was as it should.
    """
    words = json.dumps(
        {
            "host": HOST,
            "port": server.port,
            "requests": list(order.requests),
            "expected": order.expected,
            "once": order.once,
            "concurrency": concurrency,
            "seconds": seconds,
            "warm_up": WARM_UP,
        }
    )
    with subprocess.Popen(
        [sys.executable, "-m", "bench.runner.load"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as client:
        if client.stdin is None or client.stdout is None:
            raise NotMeasured("the load client has no pipes")
        client.stdin.write(words)
        client.stdin.close()
        client.stdout.readline()
        before = look(server.pid, database, client.pid)
        found = json.loads(client.stdout.readline() or "{}")
        after = look(server.pid, database, client.pid)
    if not found.get("milliseconds"):
        raise NotMeasured(f"no answer was {order.expected}; what came instead: {found.get('wrong') or 'nothing'}")
    return result(_load(found), _spent(before, after))


def _load(found: dict[str, Any]) -> Load:
    return Load(tuple(found["milliseconds"]), found["seconds"], found["size"], sum(found["wrong"].values()))


def _spent(before: Moment, after: Moment) -> Spent:
    app, database, client = (late - early for early, late in zip(before.families, after.families, strict=True))
    return Spent(app, database, client, after.busy - before.busy, after.clock - before.clock)
