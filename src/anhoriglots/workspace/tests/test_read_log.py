"""The read log: who read whom and when, at the own board, without the name of anybody who was read."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import anhoriglots
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.queries.read_log import PAGE_NAMES
from anhoriglots.casework.tests.work import a_case, a_request

from .conftest import Desk


@pytest.fixture
def lova(desk: Callable[..., Desk]) -> Desk:
    return desk(Role.LOG_REVIEWER, name="Lova")


def test_a_read_shows_reader_page_and_matter_number_only(alva: Desk, lova: Desk, now: Any) -> None:
    with alva.scope():
        key = a_case(alva.actor, at=now, name="Hemlig Person", number="2026-000777").carer_id
        request = a_request(alva.actor, at=now)
    alva.get(f"akt/{key}")
    alva.get(f"forfragan/{request.pk}")
    page = lova.get("laslogg").text
    assert "Alva Exempel" in page
    assert "2026-000777" in page
    assert "Förfrågan" in page
    assert "Hemlig" not in page


def test_two_requests_can_be_told_apart(alva: Desk, lova: Desk, now: Any) -> None:
    with alva.scope():
        requests = [a_request(alva.actor, at=now) for _ in range(2)]
    references = []
    for request in requests:
        shown = alva.get(f"forfragan/{request.pk}").text
        references.append(re.search(r"Referens ([0-9A-F]{6})", shown)[1])  # type: ignore[index]
    table = lova.get("laslogg").text.split("<tbody")[1]
    assert len(set(references)) == 2
    assert all(f"Förfrågan {reference}" in table for reference in references)


def test_every_place_where_a_read_is_written_has_a_name() -> None:
    package = Path(anhoriglots.__file__).parent
    sources = [path.read_text() for path in package.rglob("*.py") if "tests" not in path.parts]
    written = {page for text in sources for page in re.findall(r'record_reads?\([^)]*page="([^"]+)"', text)}
    assert len(written) > 5
    assert written - set(PAGE_NAMES) == set()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_are_have_no_reads(lova: Desk, day: str) -> None:
    assert "Ingen har läst den dagen." in lova.get("laslogg", dag=day).text


def test_the_day_stands_in_words_over_the_table(lova: Desk) -> None:
    assert "Vem som läst, 23 november 2026" in lova.get("laslogg", dag="2026-11-23").text


def test_one_colleague_and_one_day_at_a_time(alva: Desk, kim: Desk, lova: Desk, now: Any) -> None:
    with alva.scope():
        key = a_case(alva.actor, at=now).carer_id
    alva.get(f"akt/{key}")
    kim.get(f"akt/{key}")
    table = lova.get("laslogg", vem=str(kim.actor.user_id)).text.split("<tbody")[1]
    assert ("Kim Exempel" in table, "Alva Exempel" in table) == (True, False)
    assert "Ingen har läst den dagen." in lova.get("laslogg", dag="2020-01-01").text


def test_many_reads_are_paged_and_none_is_lost(alva: Desk, lova: Desk, now: Any) -> None:
    with alva.scope():
        for number in range(60):
            a_case(alva.actor, at=now, name=f"Cilla {number}", number=f"2026-{number:06}")
    for _ in range(3):
        alva.post("sok", words="cilla")
    first = lova.get("laslogg").text
    older = first.partition("fore=")[2].partition('"')[0]
    second = lova.get("laslogg", fore=older).text
    assert (first.count('data-label="Tid"'), second.count('data-label="Tid"')) == (50, 25)


@pytest.mark.parametrize("day", ["igår", "2026-13-01", "1" * 1000, "<script>"])
def test_a_day_that_is_none_is_explained(lova: Desk, day: str) -> None:
    page = lova.get("laslogg", dag=day)
    assert (page.status, "Skriv dagen som 2026-03-01." in page.text) == (422, True)
    assert "<script>" not in page.text.replace("<script src", "")


def test_another_boards_reads_are_not_there(alva: Desk, desk: Callable[..., Desk], now: Any) -> None:
    with alva.scope():
        key = a_case(alva.actor, at=now).carer_id
    alva.get(f"akt/{key}")
    assert "Alva" not in desk(Role.LOG_REVIEWER, board="social_board").get("laslogg").text


def test_only_the_reviewer_opens_it(alva: Desk) -> None:
    assert alva.get("laslogg").status == 403
