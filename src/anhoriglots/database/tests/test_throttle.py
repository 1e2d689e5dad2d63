"""Attempts are counted per visitor, in one statement, without writing who the visitor is."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import RequestFactory, override_settings

from anhoriglots.database.models import Throttle
from anhoriglots.database.throttle import Limit, attempt, client_address, forget_old, give_back

TRIES = Limit("test-tries", attempts=5, window=timedelta(minutes=15))
VISITOR = "192.0.2.17"


@pytest.mark.django_db
def test_five_attempts_are_allowed_and_the_sixth_is_not(at: datetime) -> None:
    tried = [attempt(TRIES, visitor=VISITOR, at=at) for _ in range(6)]
    assert [each.allowed for each in tried] == [True] * 5 + [False]
    assert [each.left for each in tried] == [4, 3, 2, 1, 0, 0]
    assert tried[5].opens_at == at + TRIES.window


@pytest.mark.django_db
def test_when_the_window_is_over_it_starts_afresh(at: datetime) -> None:
    for _ in range(6):
        attempt(TRIES, visitor=VISITOR, at=at)
    assert not attempt(TRIES, visitor=VISITOR, at=at + timedelta(minutes=14, seconds=59)).allowed
    assert attempt(TRIES, visitor=VISITOR, at=at + TRIES.window).allowed


@pytest.mark.django_db
def test_trying_on_during_the_pause_does_not_make_it_longer(at: datetime) -> None:
    for minute in range(15):
        last = attempt(TRIES, visitor=VISITOR, at=at + timedelta(minutes=minute))
    assert last.opens_at == at + TRIES.window


@pytest.mark.django_db
def test_visitors_and_kinds_of_attempts_are_counted_apart(at: datetime) -> None:
    for _ in range(6):
        attempt(TRIES, visitor=VISITOR, at=at)
    assert attempt(TRIES, visitor="192.0.2.18", at=at).allowed
    assert attempt(Limit("other", 5, TRIES.window), visitor=VISITOR, at=at).allowed


@pytest.mark.django_db
def test_a_home_with_many_addresses_is_one_visitor(at: datetime) -> None:
    for last in range(6):
        tried = attempt(TRIES, visitor=f"2001:db8:1:2::{last}", at=at)
    assert not tried.allowed
    assert attempt(TRIES, visitor="2001:db8:1:3::1", at=at).allowed


@pytest.mark.django_db
def test_a_site_that_goes_through_its_homes_is_stopped_at_ten_times_the_limit(at: datetime) -> None:
    tried = [attempt(TRIES, visitor=f"2001:db8:1:{home:x}::1", at=at) for home in range(51)]
    assert [each.allowed for each in tried] == [True] * 50 + [False]
    assert tried[50].opens_at == at + TRIES.window
    assert attempt(TRIES, visitor="2001:db8:2:1::1", at=at).allowed


@pytest.mark.django_db
def test_a_right_attempt_from_a_home_is_given_back_to_its_site_too(at: datetime) -> None:
    for home in range(60):
        attempt(TRIES, visitor=f"2001:db8:1:{home:x}::1", at=at)
        give_back(TRIES, visitor=f"2001:db8:1:{home:x}::1")
    assert attempt(TRIES, visitor="2001:db8:1:1::1", at=at).left == 4


@pytest.mark.django_db
@pytest.mark.parametrize("same", ["::ffff:192.0.2.17", "192.0.2.17:5566", "[::ffff:192.0.2.17]:55"])
def test_one_visitor_written_in_other_ways_is_one_visitor(at: datetime, same: str) -> None:
    for _ in range(5):
        attempt(TRIES, visitor=VISITOR, at=at)
    assert not attempt(TRIES, visitor=same, at=at).allowed


@pytest.mark.django_db
def test_an_address_with_a_zone_is_counted_and_not_an_error(at: datetime) -> None:
    assert attempt(TRIES, visitor="fe80::1%eth0", at=at).left == 4
    assert attempt(TRIES, visitor="fe80::2%eth1", at=at).left == 3


@pytest.mark.django_db
def test_a_right_attempt_gives_back_itself_but_not_the_wrong_ones(at: datetime) -> None:
    for _ in range(4):
        attempt(TRIES, visitor=VISITOR, at=at)
    for _ in range(3):
        attempt(TRIES, visitor=VISITOR, at=at)
        give_back(TRIES, visitor=VISITOR)
    assert attempt(TRIES, visitor=VISITOR, at=at).left == 0


@pytest.mark.django_db
def test_the_address_is_nowhere_in_the_row_and_the_row_is_gone_after_a_day(at: datetime) -> None:
    attempt(TRIES, visitor=VISITOR, at=at)
    row = Throttle.objects.get()
    assert VISITOR.encode() not in bytes(row.key)
    assert len(bytes(row.key)) == 32
    assert forget_old(at=at + timedelta(hours=23)) == 0
    assert forget_old(at=at + timedelta(hours=25)) == 1
    assert not Throttle.objects.exists()


@pytest.fixture
def empty_afterwards(committed: None) -> Iterator[None]:
    yield
    Throttle.objects.all().delete()


def test_attempts_at_the_same_instant_cannot_slip_through_together(
    django_db_setup: None, empty_afterwards: None, at: datetime
) -> None:
    def one(_: int) -> bool:
        try:
            return attempt(TRIES, visitor=VISITOR, at=at).allowed
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(one, range(20))) == TRIES.attempts


def test_without_a_trusted_proxy_the_header_of_a_visitor_is_not_believed() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="203.0.113.9")
    assert client_address(request) == "192.0.2.1"


@override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
def test_behind_a_proxy_the_address_it_has_seen_itself_counts() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.1.1.1, 203.0.113.9")
    assert client_address(request) == "203.0.113.9"


@override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
@pytest.mark.parametrize(
    ("seen", "address"),
    [
        ("203.0.113.9:5566", "203.0.113.9"),
        ("[2001:db8::1]:55", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_port_that_a_proxy_adds_is_not_part_of_the_address(seen: str, address: str) -> None:
    assert client_address(RequestFactory().get("/", HTTP_X_FORWARDED_FOR=f"1.1.1.1, {seen}")) == address
