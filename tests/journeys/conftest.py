"""The program, the browser and the people of the journeys. One program and one browser serve them all."""

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from .person import Person
from .program import Program

PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1366, "height": 768}
QUIET = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Meet = Callable[..., Person]
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="package")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program, started once in an empty folder, stopped with Ctrl-C at the end."""
    with _database() as url, started(Program(tmp_path_factory.mktemp("journeys") / "var", database_url=url)) as running:
        yield running


@contextmanager
def _database() -> Iterator[str]:
    """An empty database beside the one of DATABASE_URL, dropped at the end; nothing when the embedded one is used."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield ""
        return
    name = f"anhoriglots_journeys_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def started(program: Program) -> Iterator[Program]:
    """The program while it runs; it must stop well on Ctrl-C."""
    try:
        program.start()
        yield program
    finally:
        if program.is_running():
            assert program.stop() == 0


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium as Debian or the user has installed it."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed: apt-get install chromium, or CHROMIUM=/path/to/it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield browser
        browser.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let ``meet`` know that a journey went wrong, so that it can show the pages."""
    report = yield
    item.stash.setdefault(FAILED, False)
    item.stash[FAILED] |= report.failed
    return report


@pytest.fixture
def meet(program: Program, browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Meet]:
    """Makes people, each with a browser of their own; at the end nobody may have seen anything wrong.

    ``meet("nykoping", phone=True, keyboard=True, scripts=False)``
    """
    program.forget_attempts()
    people: list[Person] = []
    contexts: list[BrowserContext] = []

    def make(slug: str, *, phone: bool = False, keyboard: bool = False, scripts: bool = True) -> Person:
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP, has_touch=phone, java_script_enabled=scripts, locale="sv-SE"
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        people.append(Person(context, program.origin, slug, keyboard=keyboard, scripts=scripts))
        return people[-1]

    yield make
    if request.node.stash[FAILED]:
        for number, person in enumerate(people):
            person.page.screenshot(path=tmp_path / f"{number}.png", full_page=True)
            print(f"{person.page.url} as it was: {tmp_path}/{number}.png")
        print(program.said()[-2000:])
    cookies = {str(cookie["name"]) for context in contexts for cookie in context.cookies()}
    for context in contexts:
        context.close()
    assert [fault for person in people for fault in person.faults] == []
    assert cookies <= set(settings.OWN_COOKIES), "the leave button would forget one"
