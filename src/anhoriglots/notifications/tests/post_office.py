"""A real mail server and a real service for text messages, on this machine, that refuse and die when they are told."""

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

HERE = "127.0.0.1"


class PostOffice:
    """Takes letters while it is open. ``says`` is what it answers instead of taking one; ``dies`` closes the
    line after having taken it, ``hangs`` leaves whoever sent it waiting.
    """

    def __init__(self) -> None:
        self.letters: list[Message] = []
        self.readers: list[str] = []
        self.says = ""
        self.says_at_the_end = ""
        self.dies = False
        self.hangs = False
        with socket.create_server((HERE, 0)) as free:
            self.port: int = free.getsockname()[1]
        self._server: Controller | None = None

    def open(self) -> None:
        """Begin to listen."""
        self._server = Controller(self, hostname=HERE, port=self.port)
        self._server.start()

    def close(self) -> None:
        """Answer no longer."""
        if self._server:
            self._server.stop()
            self._server = None

    async def handle_RCPT(  # noqa: N802 - named by the protocol
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take or refuse a reader."""
        if self.says:
            return self.says
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a letter; die after having taken it, when told to."""
        if self.says_at_the_end:
            return self.says_at_the_end
        assert isinstance(envelope.content, bytes)
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        self.readers += envelope.rcpt_tos
        while self.hangs:
            await asyncio.sleep(0.05)
        if self.dies and server.transport is not None:
            server.transport.close()
        return "250 OK"


class TextService:
    """Takes requests while it is open; answers ``status``."""

    def __init__(self) -> None:
        self.bodies: list[Any] = []
        self.headers: list[dict[str, str]] = []
        self.status = 202
        self.url = ""

    def read(self, headers: dict[str, str], body: bytes) -> int:
        """Note what came."""
        self.headers.append(headers)
        is_json = headers["Content-Type"] == "application/json"
        self.bodies.append(json.loads(body) if is_json else body.decode())
        return self.status


@contextmanager
def text_service() -> Iterator[TextService]:
    """One that is open."""
    service = TextService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(service.read(dict(self.headers), body))
            self.send_header("Location", "http://127.0.0.1:9/")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing in the middle of the tests."""

    with HTTPServer((HERE, 0), Handler) as server:
        service.url = f"http://{HERE}:{server.server_address[1]}/sms?k=1"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield service
        finally:
            server.shutdown()
            thread.join()
