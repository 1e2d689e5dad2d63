"""``python -m bench.first_view http://127.0.0.1:8000``: how soon a running demo's pages are seen on a slow telephone.

The largest thing of each page (LCP) as a browser tells it, 1.6 Mbit/s, 150 ms there and back and a processor four times
slower, beside a page with one word over the same slow net in the same run. A ratio and no test: times move.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

PAGES = ("", "hitta/vem/", "kontakt/", "grupper/", "stod/", "u/", "ar/", "personal/")
TIMES = 5
MOST = {"personal/": 2000.0}
MOST_OPEN = 1500.0
SLOW_NET = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
SEEN = """() => new Promise((told) => {
    new PerformanceObserver((list) => {
        const last = list.getEntries().at(-1);
        told([last.startTime, performance.getEntriesByType("navigation")[0].responseStart]);
    }).observe({ type: "largest-contentful-paint", buffered: true });
})"""


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each page; 0 always, since a missed goal is a finding."""
    parser = argparse.ArgumentParser(prog="python -m bench.first_view", description=__doc__.splitlines()[0])
    parser.add_argument("origin", help="where a demo is running")
    parser.add_argument("--slug", default="nykoping", help="municipality (nykoping)")
    options = parser.parse_args(arguments)
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        print("\n".join(lines(browser, options.origin, options.slug)))
        browser.close()
    return 0


def lines(browser: Browser, origin: str, slug: str) -> Iterator[str]:
    """The floor, then each page with its ratio to it."""
    with _one_word() as address:
        floor, _ = _measured(browser, address)
    yield f"{'floor: one word':24} LCP {floor:5.0f} ms"
    for path in PAGES:
        seen, first_byte = _measured(browser, f"{origin}/{slug}/{path}")
        goal = MOST.get(path, MOST_OPEN)
        words = "met" if seen <= goal else f"not met: at most {goal:.0f}"
        told = f"LCP {seen:5.0f} ms  {seen / floor:4.1f} x floor  first byte {first_byte:4.0f} ms"
        yield f"{'/' + path:24} {told}  {words}"


class _OneWord(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>-</title><p>ord")

    def log_message(self, *_: object) -> None:
        """Nothing: only the table is printed."""


@contextmanager
def _one_word() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _OneWord)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def _measured(browser: Browser, address: str) -> tuple[float, float]:
    """Medians of five first visits."""
    found = [_once(browser, address) for _ in range(TIMES)]
    return median(seen for seen, _ in found), median(first for _, first in found)


def _once(browser: Browser, address: str) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    try:
        page = context.new_page()
        _slow_down(page)
        page.goto(address)
        seen, first = page.evaluate(SEEN)
        return float(seen), float(first)
    finally:
        context.close()


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", SLOW_NET)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


if __name__ == "__main__":
    sys.exit(main())
