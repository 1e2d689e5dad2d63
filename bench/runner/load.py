"""The load client: a process of its own that sends prepared requests over kept connections and times the answers.

``python -m bench.runner.load`` reads one order as JSON on standard input, prints "start" when the timed window opens
and the findings as JSON when it has closed. Written on bare sockets, so that on a small machine the client takes as
little as it can from what it measures.
"""

import json
import socket
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

_ANSWER_SECONDS = 30


@dataclass
class Connection:
    """One kept connection."""

    host: str
    port: int
    line: socket.socket | None = None
    buffer: bytes = b""

    def send(self, request: bytes) -> tuple[int, int]:
        """Send and read the whole answer; returns its status and size. 0 when there was none."""
        try:
            if self.line is None:
                self.line = socket.create_connection((self.host, self.port), _ANSWER_SECONDS)
                self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.line.sendall(request)
            return self._answer()
        except (OSError, ValueError):
            self.close()
            return 0, 0

    def close(self) -> None:
        """Hang up; the next request calls again."""
        if self.line is not None:
            self.line.close()
        self.line, self.buffer = None, b""

    def _answer(self) -> tuple[int, int]:
        head = self._until(b"\r\n\r\n")
        lower = head.lower()
        status = int(head[9:12])
        if b"\r\ntransfer-encoding: chunked" in lower:
            size = self._chunks()
        elif status in (204, 304):
            size = 0
        else:
            size = int(lower.partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0])
            self._exactly(size)
        if b"\r\nconnection: close" in lower:
            self.close()
        return status, len(head) + size

    def _until(self, mark: bytes) -> bytes:
        while (at := self.buffer.find(mark)) < 0:
            self._more()
        found, self.buffer = self.buffer[: at + len(mark)], self.buffer[at + len(mark) :]
        return found

    def _exactly(self, size: int) -> None:
        while len(self.buffer) < size:
            self._more()
        self.buffer = self.buffer[size:]

    def _chunks(self) -> int:
        total = 0
        while size := int(self._until(b"\r\n").split(b";")[0], 16):
            self._exactly(size + 2)
            total += size
        self._until(b"\r\n")
        return total

    def _more(self) -> None:
        received = self.line.recv(262_144) if self.line else b""
        if not received:
            raise ConnectionResetError("the server hung up")
        self.buffer += received


@dataclass
class Window:
    """What all threads share: where requests come from, and when the timed window opens and closes."""

    requests: Iterator[bytes]
    opens: float
    closes: float
    expected: int
    lock: threading.Lock = field(default_factory=threading.Lock)
    times: list[float] = field(default_factory=list)
    size: int = 0
    wrong: dict[int, int] = field(default_factory=dict)
    ended: float = 0.0

    def next(self) -> bytes | None:
        """The next request; None when there is no more, or no more time."""
        with self.lock:
            return next(self.requests, None) if time.perf_counter() < self.closes else None

    def note(self, started: float, ended: float, status: int, size: int) -> None:
        """Write down one answer, when it began within the window. A wrong one counts whenever it came."""
        with self.lock:
            if status != self.expected:
                self.wrong[status] = self.wrong.get(status, 0) + 1
            elif started >= self.opens:
                self.times.append((ended - started) * 1000)
                self.size += size
                self.ended = max(self.ended, ended)


def _work(window: Window, host: str, port: int) -> None:
    connection = Connection(host, port)
    while (request := window.next()) is not None:
        started = time.perf_counter()
        status, size = connection.send(request)
        window.note(started, time.perf_counter(), status, size)
    connection.close()


def run(order: dict[str, Any]) -> dict[str, Any]:
    """Carry out one order and return the findings."""
    requests = [text.encode() for text in order["requests"]]
    now = time.perf_counter()
    opens = now + order["warm_up"]
    window = Window(
        iter(requests) if order["once"] else cycle(requests), opens, opens + order["seconds"], order["expected"]
    )
    threads = [
        threading.Thread(target=_work, args=(window, order["host"], order["port"])) for _ in range(order["concurrency"])
    ]
    for thread in threads:
        thread.start()
    time.sleep(max(0.0, window.opens - time.perf_counter()))
    print("start", flush=True)
    for thread in threads:
        thread.join()
    seconds = max(window.ended - window.opens, 1e-9)
    return {"milliseconds": window.times, "seconds": seconds, "size": window.size, "wrong": window.wrong}


if __name__ == "__main__":
    print(json.dumps(run(json.load(sys.stdin))), flush=True)
