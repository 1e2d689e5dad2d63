"""A seat and somebody to be with the one I help, asked for in one step."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.booking.models import Group
from anhoriglots.booking.tests.groups import NYKOPING, PLAN, a_group, hired
from anhoriglots.database.scope import for_board, scope
from anhoriglots.design.lix import measure, words_of
from anhoriglots.relief.actions import ask_relief
from anhoriglots.relief.models import ReliefRequest

from .groups import CODE, bookings_of, first_time, group_soon, opens
from .test_booking_measured import LONGEST, MOST_LIX, OFFICE, main_of

pytestmark = pytest.mark.django_db
LINK = "Jag behöver avlösning under tiden"


@pytest.fixture
def visitor() -> Visitor:
    """A visitor in Nyköping."""
    cache.clear()
    return Visitor("/nykoping/")


def to_check(visitor: Visitor, group: Group) -> Visitor:
    opens(visitor, group).follow("Boka min plats")
    visitor.send(**CODE)
    return visitor


def wishes_of(group: Group) -> list[ReliefRequest]:
    with scope(NYKOPING), for_board(group.board_id):
        return list(ReliefRequest.objects.order_by("pk"))


def test_a_seat_and_relief_are_booked_in_one_step(visitor: Visitor) -> None:
    group = group_soon(days=21)
    to_check(visitor, group).follow(LINK)
    assert "Du får svar senast" in visitor.text
    visitor.send(needs="yes", hours="4", place="home")
    assert "4 timmar, hemma" in visitor.text.lower()
    assert "Vi håller platsen tills du har fått svar om avlösning." in visitor.text
    assert "Ingen annan får se dem" in visitor.text
    visitor.send()
    assert "Vi håller din plats" in visitor.text
    assert "Du får svar om avlösning senast" in visitor.text
    (wish,) = wishes_of(group)
    assert (wish.hours, wish.place, wish.lives_together) == (4, "home", None)
    assert len(bookings_of(group)) == 1


def test_whoever_needs_none_sees_a_link_and_asks_for_nothing(visitor: Visitor) -> None:
    group = group_soon(days=21)
    assert LINK in to_check(visitor, group).text
    visitor.send()
    assert "Din plats är bokad" in visitor.text
    assert "vlösning" not in visitor.text
    assert wishes_of(group) == []


def test_a_yes_can_be_changed_to_a_no(visitor: Visitor) -> None:
    group = group_soon(days=21)
    to_check(visitor, group).follow(LINK)
    visitor.send(needs="yes", hours="2", place="outside")
    assert "2 timmar, någon annanstans" in visitor.text
    visitor.follow("Avlösning under tiden")
    assert re.search(r'value="outside"[^>]* checked|checked[^>]* value="outside"', visitor.html)
    visitor.send(needs="no", hours="2", place="outside")
    assert LINK in visitor.text
    visitor.send()
    assert wishes_of(group) == []


@pytest.mark.parametrize(
    "nonsense",
    [
        {},
        {"needs": "maybe", "hours": "3", "place": "home"},
        {"needs": "yes", "hours": "0", "place": "home"},
        {"needs": "yes", "hours": "-1", "place": "home"},
        {"needs": "yes", "hours": "9", "place": "home"},
        {"needs": "yes", "hours": "tre", "place": "home"},
        {"needs": "yes", "hours": "3", "place": "the moon"},
        {"needs": "yes", "hours": "3\x00", "place": "home"},
        {"needs": "yes", "hours": "³", "place": ""},
    ],
)
def test_nonsense_comes_back_with_what_is_wrong(visitor: Visitor, nonsense: dict[str, str]) -> None:
    group = group_soon(days=21)
    to_check(visitor, group).follow(LINK)
    visitor.send(**nonsense)
    assert "<title>Fel: " in visitor.html
    assert wishes_of(group) == []


def test_outside_the_home_tells_why(visitor: Visitor) -> None:
    to_check(visitor, group_soon(days=21)).follow(LINK)
    assert "Någon annanstans" in visitor.text
    assert "Varför?" in visitor.text
    assert "9 §" in visitor.text


@pytest.mark.parametrize("seating", ["course", "meeting"])
def test_it_can_be_asked_for_with_one_time_too(visitor: Visitor, seating: str) -> None:
    group = group_soon(days=21, seating=seating)
    if seating == "meeting":
        visitor.open(f"grupper/{group.pk}/boka/?gang={first_time(group)}")
        visitor.send(**CODE)
    else:
        to_check(visitor, group)
    visitor.follow(LINK)
    visitor.send(needs="yes", hours="3", place="home")
    visitor.send()
    assert len(wishes_of(group)) == 1


def test_too_near_the_first_time_it_is_not_offered(visitor: Visitor) -> None:
    to_check(visitor, group_soon(days=2))
    assert "vlösning" not in visitor.text
    address = visitor.url.replace("kontrollera", "avlosning")
    visitor.open(address)
    assert visitor.response.status_code == 303


def test_where_nobody_answers_it_is_not_offered(visitor: Visitor) -> None:
    now = timezone.now()
    first = timezone.localdate(now) + timedelta(days=21)
    group = a_group(hired(board="social_board"), at=now, plan=replace(PLAN, first=first, skip_holidays=False))
    assert "vlösning" not in to_check(visitor, group).text


def test_when_it_has_become_too_late_meanwhile_nothing_is_booked_and_the_way_on_is_there(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = group_soon(days=21)
    to_check(visitor, group).follow(LINK)
    visitor.send(needs="yes", hours="3", place="home")
    monkeypatch.setattr(ask_relief, "relief_offered", lambda *given, **named: None)
    visitor.post()
    assert visitor.response.status_code == 422
    assert "Ring oss, så hjälper vi dig." in visitor.text
    assert bookings_of(group) == []


def test_back_and_reload_ask_once(visitor: Visitor) -> None:
    group = group_soon(days=21)
    to_check(visitor, group).follow(LINK)
    visitor.send(needs="yes", hours="3", place="home")
    check = visitor.url
    visitor.send()
    visitor.open(check)
    assert visitor.response.status_code == 303
    assert len(wishes_of(group)) == len(bookings_of(group)) == 1


def test_its_pages_are_easy_to_read(visitor: Visitor) -> None:
    group = group_soon(days=21)
    to_check(visitor, group).follow(LINK)
    pages = {"relief": visitor.html}
    visitor.send(needs="yes", hours="3", place="home")
    pages["check"] = visitor.html
    visitor.send()
    pages["receipt"] = visitor.html
    visitor.follow("Se min bokning")
    pages["own"] = visitor.html
    for name, html in pages.items():
        main = re.sub(r"<details.*?</details>", "", main_of(html), flags=re.DOTALL)
        reading = measure(main)
        assert reading.lix <= MOST_LIX, (name, reading.lix)
        assert reading.longest_words <= LONGEST, (name, reading.longest)
        assert not OFFICE & {word.lower() for word in words_of(main)}
