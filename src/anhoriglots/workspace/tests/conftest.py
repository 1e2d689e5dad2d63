"""Somebody at work in Nyköping, with a browser, and what a filled form holds."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.tests.work import at_work

Staff = Callable[..., Actor]
BASE = "/nykoping/personal/"


class Page:
    """An answer with its text, and the hidden fields that the next page must get."""

    def __init__(self, answer: Any) -> None:
        self.status = answer.status_code
        self.text = re.sub("[\u00ad\u2060]", "", answer.content.decode())  # as it is read, not where it may divide
        self.address = answer.headers.get("Location", "")
        self.cookies = answer.cookies

    def hidden(self, name: str) -> str:
        """The value of the first hidden field with the name."""
        match = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        assert match, name
        return match[1]

    @property
    def carried(self) -> dict[str, list[str]]:
        """All hidden fields but the token."""
        found: dict[str, list[str]] = {}
        form = self.text[self.text.index("<main") :].split("</form>")[0]
        for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form):
            if name != "csrfmiddlewaretoken":
                found.setdefault(name, []).append(value)
        return found


class Desk:
    """A browser in which somebody has signed in."""

    def __init__(self, actor: Actor, client: Client) -> None:
        self.actor = actor
        self.client = client

    def get(self, path: str = "", **query: str) -> Page:
        """Open a page below /personal/."""
        return Page(self.client.get(BASE + path, query))

    def post(self, path: str, **values: Any) -> Page:
        """Send a form."""
        return Page(self.client.post(BASE + path, values))

    @contextmanager
    def scope(self) -> Iterator[None]:
        """The database as the pages see it."""
        with at_work(self.actor):
            yield


@pytest.fixture
def desk(make_staff: Staff, client_of: Callable[[Actor], Client]) -> Callable[..., Desk]:
    """Makes people with desks: ``desk(Role.CARER_ADVISOR, name="Alva")``."""

    def make(role: Role, *, board: str = "care_board", name: str = "Testa", **more: Any) -> Desk:
        actor = make_staff("0480", board, role, name=name, **more)
        return Desk(actor, client_of(actor))

    return make


@pytest.fixture
def alva(desk: Callable[..., Desk]) -> Desk:
    """A carer advisor."""
    return desk(Role.CARER_ADVISOR, name="Alva")


@pytest.fixture
def kim(desk: Callable[..., Desk]) -> Desk:
    """Another one in the same unit."""
    return desk(Role.COORDINATOR, name="Kim")


@pytest.fixture
def now() -> datetime:
    """The clock of the views."""
    return timezone.now()
