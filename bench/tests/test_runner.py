"""The load client, the browser that comes to the measured click, and the kernel's books."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.__main__ import main
from bench.runner import load
from bench.runner.browser import Browser, forms
from bench.runner.cpu import look, memory
from bench.runner.people_at_work import visitors
from bench.runner.request import Request
from bench.runner.server import NotMeasured

FORM = """
<form action="/sok"><input name="q"></form>
<form method="post" action="/svar"><input type="hidden" name="csrf" value="x&amp;y">
<input type="radio" name="how" value="a"><input type="radio" name="how" value="b" checked>
<select name="where"><option value=""><option value="n" selected></select>
<textarea name="words">Hej</textarea><button name="do" value="save">Spara</button></form>
"""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        time.sleep(0.002)
        if self.path == "/chunked":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"3\r\nabc\r\n5;x=y\r\ndefgh\r\n0\r\n\r\n")
            return
        self._answer(500 if self.path == "/fel" else 200, FORM)

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.send_response(303)
        self.send_header("Location", "/tack")
        self.send_header("Set-Cookie", f"last={len(sent)}; Path=/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def _order(port: int, path: str, **more: object) -> dict[str, object]:
    text = Request(path).as_text(f"http://127.0.0.1:{port}")
    order = {
        "host": "127.0.0.1", "port": port, "requests": [text], "expected": 200, "once": False, "concurrency": 2,
        "seconds": 0.2, "warm_up": 0.05,
    }  # fmt: skip
    return {**order, **more}


@pytest.mark.parametrize("path", ["/", "/chunked"])
def test_the_load_client_times_each_answer_within_the_window(port: int, path: str) -> None:
    found = load.run(_order(port, path))
    assert found["wrong"] == {}
    assert len(found["milliseconds"]) > 10
    assert min(found["milliseconds"]) >= 2
    assert 0.1 < found["seconds"] < 0.5


def test_a_wrong_answer_is_counted_and_not_timed(port: int) -> None:
    found = load.run(_order(port, "/fel"))
    assert found["milliseconds"] == []
    assert found["wrong"][500] > 10


def test_nobody_answering_is_told_as_such(port: int) -> None:
    found = load.run(_order(1, "/", requests=["GET / HTTP/1.1\r\n\r\n"] * 3, once=True))
    assert found["wrong"] == {0: 3}


def test_a_form_with_its_own_token_is_sent_once(port: int) -> None:
    texts = [f"GET /{number} HTTP/1.1\r\nHost: x\r\n\r\n" for number in range(7)]
    found = load.run(_order(port, "/", requests=texts, once=True, warm_up=0.0))
    assert len(found["milliseconds"]) == 7


def test_forms_are_read_with_values_choices_and_buttons() -> None:
    search, answer = forms(FORM)
    assert (search.method, search.action, search.values) == ("get", "/sok", {"q": ""})
    assert answer.values == {"csrf": "x&y", "how": "b", "where": "n", "words": "Hej"}
    assert answer.choices == {"how": ["a", "b"], "where": ["", "n"]}
    assert answer.buttons == [("do", "save")]


def test_the_browser_follows_redirects_and_keeps_cookies(port: int) -> None:
    browser = Browser(port)
    page = browser.get("/")
    after = browser.submit(page, page.form("words"), words="Åsa")
    assert after.address.endswith("/tack")
    assert browser.cookies == {"last": str(len("csrf=x%26y&how=b&where=n&words=%C3%85sa"))}
    with pytest.raises(NotMeasured, match="has no form password"):
        page.form("password")


def test_a_prepared_request_carries_its_length_cookie_and_visitor() -> None:
    request = Request("/a?b=c", {"k": "v"}, (("name", "Åsa"),), "198.18.0.1")
    text = request.as_text("http://127.0.0.1:8000")
    assert text.startswith("POST /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:8000\r\n")
    assert "Cookie: k=v\r\n" in text
    assert "X-Forwarded-For: 198.18.0.1\r\n" in text
    assert text.endswith("Content-Length: 13\r\n\r\nname=%C3%85sa")


def test_no_two_visitors_share_an_address() -> None:
    addresses = list(visitors())
    assert len(set(addresses)) == len(addresses) == 2**17 - 1
    assert {address.rpartition(".")[0].split(".")[1] for address in addresses} == {"18", "19"}


def test_the_books_see_a_child_that_has_ended() -> None:
    before = look(os.getpid())
    subprocess.run([sys.executable, "-c", "sum(range(4_000_000))"], check=True)
    after = look(os.getpid())
    assert 0.02 < after.families[0] - before.families[0] < 5
    assert after.busy - before.busy >= 0.02
    assert memory(os.getpid()) > 10


@pytest.mark.parametrize("arguments", [["--size", "7"], ["--seconds", "0"], ["--seconds", "lots"], ["--what"]])
def test_wrong_use_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m bench" in capsys.readouterr().err
