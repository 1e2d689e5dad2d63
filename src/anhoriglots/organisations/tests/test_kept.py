"""What every page asks for is read once and kept for some seconds."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from anhoriglots.organisations.models import Municipality
from anhoriglots.organisations.queries import KEPT_SECONDS, districts_of, municipality_at, target_groups_of

READS: dict[str, Callable[[], Any]] = {
    "municipality": lambda: municipality_at("", "gislaved"),
    "no municipality": lambda: municipality_at("", "finns-inte"),
    "districts": lambda: districts_of("0180"),
    "no districts": lambda: districts_of("0662"),
    "target groups": lambda: target_groups_of("0180"),
}


@pytest.mark.parametrize("name", READS)
def test_it_is_asked_for_once_and_is_the_same_the_next_time(name: str, db: None) -> None:
    first = READS[name]()
    with CaptureQueriesContext(connection) as queries:
        assert READS[name]() == first
    assert len(queries) == 0


def test_a_loaded_profile_shows_when_what_was_kept_is_gone(owner_db: None) -> None:
    before = municipality_at("", "gislaved")
    Municipality.objects.filter(slug="gislaved").update(name="Ny kommun")
    assert municipality_at("", "gislaved") == before
    cache.clear()  # stands for the time that passes
    found = municipality_at("", "gislaved")
    assert found is not None
    assert found.name == "Ny kommun"


def test_it_is_kept_for_less_than_anybody_waits() -> None:
    assert KEPT_SECONDS <= 30


def test_two_municipalities_are_never_taken_for_each_other(db: None) -> None:
    found = [municipality_at("", slug) for slug in ("gislaved", "nykoping", "gislaved", "nykoping")]
    assert [page.slug for page in found if page] == ["gislaved", "nykoping", "gislaved", "nykoping"]


def _away(*_: Any) -> Any:
    raise OperationalError("server closed the connection")


def _the_time_runs_out() -> None:
    for name in ("at./gislaved", "districts.0180", "target-groups.0180"):
        cache.delete(f"organisations.{name}")


@pytest.mark.parametrize("name", ["municipality", "districts", "target groups"])
def test_while_the_database_is_away_the_last_known_is_used(name: str, db: None) -> None:
    before = READS[name]()
    _the_time_runs_out()
    with connection.execute_wrapper(_away):
        assert READS[name]() == before


def test_what_was_never_known_is_told_as_a_database_that_is_away(db: None) -> None:
    with connection.execute_wrapper(_away), pytest.raises(OperationalError):
        READS["municipality"]()
