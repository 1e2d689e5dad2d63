"""A form with faults that comes back by its address: whole, unreadable to others, and only where it fits."""

from datetime import datetime, timedelta

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import resolve

from anhoriglots.database.browser import Gone
from anhoriglots.database.returned import returned_address, returned_form

PAGE = "/kontakt/mer/"
WRITTEN = {"remark": ["Ring två signaler å"], "needs": ["talk", "rest"], "empty": [""]}


def _browser(request: HttpRequest, *, secret: str = "s" * 32) -> HttpRequest:
    request.META["CSRF_COOKIE"] = secret
    request.resolver_match = resolve(request.path)
    return request


def _posted(data: dict[str, list[str]], page: str = PAGE) -> HttpRequest:
    return _browser(RequestFactory().post(page, {**data, "csrfmiddlewaretoken": "x"}))


def _opened(address: str, *, secret: str = "s" * 32) -> HttpRequest:
    return _browser(RequestFactory().get(address), secret=secret)


def test_all_that_was_written_comes_back_as_it_was(at: datetime) -> None:
    written = returned_form(_opened(returned_address(_posted(WRITTEN), at=at)), at=at)
    assert written is not None
    assert dict(written.lists()) == WRITTEN


def test_nothing_of_it_can_be_read_in_the_address_and_what_else_stands_there_is_kept(at: datetime) -> None:
    first = returned_address(_posted(WRITTEN, f"{PAGE}?t=abc"), at=at)
    second = returned_address(_posted(WRITTEN, first), at=at)
    assert first.startswith(f"{PAGE}?t=abc&f=")
    assert "signaler" not in first
    assert second.count("f=") == 1


def test_a_page_that_has_not_come_back_holds_nothing(at: datetime) -> None:
    assert returned_form(_opened(PAGE), at=at) is None


def test_what_is_posted_goes_before_what_came_back(at: datetime) -> None:
    assert returned_form(_posted(WRITTEN, returned_address(_posted(WRITTEN), at=at)), at=at) is None


@pytest.mark.parametrize("page", ["/kontakt/vart/", "/kod/"])
def test_it_cannot_be_opened_on_another_page(page: str, at: datetime) -> None:
    address = returned_address(_posted(WRITTEN), at=at).replace(PAGE, page)
    with pytest.raises(Gone):
        returned_form(_opened(address), at=at)


def test_it_cannot_be_opened_in_another_browser_or_a_day_later(at: datetime) -> None:
    address = returned_address(_posted(WRITTEN), at=at)
    with pytest.raises(Gone):
        returned_form(_opened(address, secret="o" * 32), at=at)
    with pytest.raises(Gone):
        returned_form(_opened(address), at=at + timedelta(hours=21))


ALPHABET = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(1800))


@pytest.mark.parametrize("text", ["å" * 1000, "7" * 1000, "\0" * 1000, ALPHABET[:900]])
def test_even_a_long_text_comes_back_whole(text: str, at: datetime) -> None:
    written = returned_form(_opened(returned_address(_posted({"remark": [text]}), at=at)), at=at)
    assert written is not None
    assert written["remark"] == text


@pytest.mark.parametrize("text", ["å" * 20_000, "\0" * 5000, ALPHABET])
def test_more_than_an_address_can_hold_does_not_come_back_by_it(text: str, at: datetime) -> None:
    assert returned_address(_posted({"remark": [text]}), at=at) == ""


def test_an_address_that_others_made_long_does_not_grow_past_what_proxies_take(at: datetime) -> None:
    assert returned_address(_posted(WRITTEN, f"{PAGE}?t={'a' * 6000}"), at=at) == ""
