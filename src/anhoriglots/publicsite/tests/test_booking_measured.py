"""The way to a seat and back asks little of the reader and little of the database."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.booking.models import Group
from anhoriglots.booking.tests.groups import books
from anhoriglots.design.lix import measure, words_of

from .groups import CODE, group_soon, opens

pytestmark = pytest.mark.django_db
FROZEN = Path(__file__).with_name("booking_statements.json")
# What the budgets of the project allow, whatever stands in the file.
BUDGET = {"start": 1, "list": 4}
MOST_LIX, LONGEST = 30, 20
# The group's own words are those of whoever wrote them.
OWN = ("Tisdagsgruppen (exempel)", "Träffpunkten, Exempelgatan 1", "Exempel-Inga")
OFFICE = {"bistånd", "insats", "ärende", "behovsprövning", "handläggare", "anhörigvårdare", "tyvärr"}


@pytest.fixture
def visitor() -> Visitor:
    """A visitor in Nyköping."""
    cache.clear()
    return Visitor("/nykoping/")


def pages(visitor: Visitor, group: Group, full: Group) -> Iterator[tuple[str, str]]:
    """Every page on the way, faults and the queue included."""
    yield "empty list", visitor.open("grupper/?sprak=fi").content.decode()
    yield "list", visitor.open("grupper/").content.decode()
    yield "full group", opens(visitor, full).html
    yield "group", opens(visitor, group).html
    visitor.follow("Boka min plats")
    yield "who", visitor.html
    visitor.send(reach="")
    yield "who with error", visitor.html
    visitor.send(**{**CODE, "reach": "text", "contact": "070-174 06 11"})
    yield "check", visitor.html
    check = visitor.url
    visitor.follow("Hur många som kommer")
    yield "more", visitor.html
    visitor.open(check.replace("kontrollera", "full"))
    yield "full", visitor.html
    visitor.open(check)
    visitor.send()
    yield "receipt", visitor.html
    visitor.open("kod/")
    visitor.send(words=books(group, at=timezone.now()).code)
    yield "own", visitor.html
    visitor.follow("Avboka min plats")
    yield "cancel", visitor.html
    visitor.send()
    yield "cancelled", visitor.html
    visitor.open("kod/")
    visitor.send(words=books(full, at=timezone.now(), or_queue=True).code)
    yield "queue", visitor.html
    visitor.follow("Ta bort allt nu")
    yield "erase", visitor.html
    visitor.send()
    yield "erased", visitor.html


def main_of(html: str) -> str:
    """What is the page's own, without the frame, the words of the group, and its days, which are no sentences."""
    main = html.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    main = re.sub(r'<ul class="times">.*?</ul>', "", main, flags=re.DOTALL)
    for words in OWN:
        main = main.replace(words, "")
    return main


def test_every_page_is_easy_to_read(visitor: Visitor) -> None:
    group, full = group_soon(leader_name="Kim", trial_allowed=True), group_soon(capacity=1)
    books(full, at=timezone.now())
    hard, said = {}, set()
    for name, html in pages(visitor, group, full):
        main = main_of(html)
        reading = measure(main)
        assert reading.words > 10, name
        assert "!" not in main.replace("<!--", ""), name
        if reading.lix > MOST_LIX or reading.longest_words > LONGEST:
            hard[name] = (round(reading.lix, 1), reading.longest)
        said |= {word.lower() for word in words_of(html)}
    assert hard == {}
    assert said & OFFICE == set()


def measured(visitor: Visitor, group: Group) -> dict[str, int]:
    """The statements of each page; transactions that open and close are none."""
    counted: dict[str, int] = {}

    def count(name: str, step: Callable[[], Any]) -> None:
        with CaptureQueriesContext(connection) as asked:
            step()
        none = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
        counted[name] = sum(not one["sql"].startswith(none) for one in asked)

    visitor.open("")
    visitor.open("grupper/?vem=old")  # what is kept for some seconds is known now
    count("start", lambda: visitor.open(""))
    count("list", lambda: visitor.open("grupper/?vem=old&nar=kvall"))
    count("group", lambda: opens(visitor, group))
    visitor.follow("Boka min plats")
    count("who", lambda: visitor.open(visitor.url))
    visitor.send(**CODE)
    count("check", lambda: visitor.open(visitor.url))
    count("send", lambda: visitor.post())
    visitor.open(visitor.response["Location"])
    count("receipt", lambda: visitor.open(visitor.url))
    visitor.follow("Se min bokning")
    count("own", lambda: visitor.open(visitor.url))
    visitor.follow("Avboka min plats")
    count("cancel", lambda: visitor.post())
    count("calendar", lambda: visitor.open("grupper/kalender.ics"))
    return counted


def test_no_page_asks_more_than_before(visitor: Visitor) -> None:
    group = group_soon()
    for _ in range(5):
        group_soon()
    assert measured(visitor, group) == json.loads(FROZEN.read_text())


def test_the_frozen_numbers_are_within_the_budgets() -> None:
    frozen = json.loads(FROZEN.read_text())
    assert {name: frozen[name] for name, most in BUDGET.items() if frozen[name] > most} == {}
