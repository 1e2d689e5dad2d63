"""The room of a group as a member meets it: a name, posts, a warning, a report, and all of it away again."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.booking.actions.cancel_booking import cancel_booking
from anhoriglots.booking.models import Group
from anhoriglots.booking.tests.groups import NYKOPING, PLAN, a_group, hired
from anhoriglots.database.scope import for_board, scope
from anhoriglots.design.lix import measure
from anhoriglots.peerroom.choices import Moderation
from anhoriglots.peerroom.models import Post, Room
from anhoriglots.peerroom.tests.rooms import RULES, Inside, a_room, members, posts
from anhoriglots.peerroom.workflow import PostStep

pytestmark = pytest.mark.django_db
MOST_LIX, LONGEST, STATEMENTS = 40, 20, 9
PHONE = "Ring mig på 070-174 06 51 om du vill."


@pytest.fixture
def now() -> datetime:
    """The pages ask the clock themselves."""
    return timezone.now()


@pytest.fixture
def visitor() -> Visitor:
    """A visitor in Nyköping."""
    return Visitor("/nykoping/")


def group_soon(now: datetime, **changes: Any) -> Group:
    plan = replace(PLAN, first=timezone.localdate(now) + timedelta(days=7), skip_holidays=False)
    return a_group(hired(), at=now, plan=plan, **changes)


def room_soon(now: datetime, **changes: Any) -> Room:
    advisor = hired()
    plan = replace(PLAN, first=timezone.localdate(now) + timedelta(days=7), skip_holidays=False)
    return a_room(advisor, at=now, group=a_group(advisor, at=now, plan=plan), **changes)


def comes(visitor: Visitor, inside: Inside) -> Visitor:
    """With the code to the page of the booking."""
    visitor.open("kod/")
    visitor.send(words=inside.booked.code)
    return visitor


def enters(visitor: Visitor, inside: Inside) -> Visitor:
    """With the code into the room."""
    comes(visitor, inside).follow("Gå till gruppens samtalsrum")
    return visitor


def writes(visitor: Visitor, text: str, **more: str) -> Visitor:
    visitor.follow("Skriv ett inlägg")
    visitor.send(text=text, **more)
    return visitor


def presses(visitor: Visitor, path: str) -> None:
    """Press the only button of a post, which leads to an address of its own."""
    page = visitor.url
    visitor.url = page.replace("/samtal/?", f"/samtal/{path}/?")
    visitor.send()


def test_nothing_tells_of_rooms_where_there_is_none(visitor: Visitor, now: datetime) -> None:
    inside = Inside(Room(group=group_soon(now)), at=now)
    comes(visitor, inside)
    assert "samtalsrum" not in visitor.html.lower()
    for page in ("avboka", "ta-bort"):
        visitor.open(visitor.url.replace("/bokning/", f"/bokning/{page}/"))
        assert "samtalsrum" not in visitor.html.lower()
        visitor.open(visitor.url.replace(f"/bokning/{page}/", "/bokning/"))
    visitor.open(visitor.url.replace("/bokning/", "/bokning/samtal/"))
    assert visitor.response.status_code == 303


def test_a_name_first_and_then_what_is_written(visitor: Visitor, now: datetime) -> None:
    inside = Inside(room_soon(now), at=now)
    enters(visitor, inside)
    assert "Välj ett namn i samtalsrummet" in visitor.text
    assert "Exempel-Inga" not in visitor.html
    visitor.send(name="Ekorre")
    assert "Du heter Ekorre här." in visitor.text
    assert "Ingen har skrivit något än." in visitor.text
    writes(visitor, "Hej alla.\r\nHur är det?")
    assert "Ditt inlägg visas nu." in visitor.text
    assert "Hej alla.<br>Hur är det?" in visitor.html


def test_title_and_headers_tell_nothing(visitor: Visitor, now: datetime) -> None:
    enters(visitor, Inside(room_soon(now), at=now, name="Ekorre"))
    assert "<title>Din sida" in visitor.html
    assert visitor.response["Cache-Control"] == "no-store"
    assert visitor.response["X-Robots-Tag"] == "noindex, nofollow"


def test_another_browser_reads_nothing(visitor: Visitor, now: datetime) -> None:
    enters(visitor, Inside(room_soon(now), at=now, name="Ekorre"))
    assert Client().get(visitor.url).status_code == 410


@pytest.mark.parametrize(
    ("name", "told"), [("", "Skriv ett namn"), ("Exempel-Inga", "i din bokning"), ("a@b.se", "nummer")]
)
def test_a_name_that_will_not_do_comes_back(visitor: Visitor, now: datetime, name: str, told: str) -> None:
    enters(visitor, Inside(room_soon(now), at=now))
    visitor.send(name=name)
    assert visitor.response.status_code == 422
    assert "<title>Fel: " in visitor.html
    assert told in visitor.text


def test_what_looks_like_a_number_is_asked_about_once(visitor: Visitor, now: datetime) -> None:
    inside = Inside(room_soon(now), at=now, name="Ekorre")
    writes(enters(visitor, inside), PHONE)
    assert visitor.response.status_code == 200
    assert "Vill du verkligen skriva det?" in visitor.text
    assert PHONE in visitor.text
    assert posts(inside.room) == []
    visitor.send(text=PHONE, anyway="1")
    assert [post.text for post in posts(inside.room)] == [PHONE]


@pytest.mark.parametrize("text", ["Jag är 19640823-3234.", "  ", "x" * 1001])
def test_what_may_not_be_written_comes_back_whole(visitor: Visitor, now: datetime, text: str) -> None:
    inside = Inside(room_soon(now), at=now, name="Ekorre")
    writes(enters(visitor, inside), text, anyway="1")
    assert visitor.response.status_code == 422
    assert "<title>Fel: " in visitor.html
    assert text.strip() in visitor.html
    assert posts(inside.room) == []


def test_a_thousand_signs_and_their_lines_fit(visitor: Visitor, now: datetime) -> None:
    inside = Inside(room_soon(now), at=now, name="Ekorre")
    writes(enters(visitor, inside), "\r\n".join(["x" * 99] * 10))
    assert len(posts(inside.room)) == 1


def test_the_same_form_sent_twice_is_one_post(visitor: Visitor, now: datetime) -> None:
    inside = Inside(room_soon(now), at=now, name="Ekorre")
    enters(visitor, inside).follow("Skriv ett inlägg")
    key = visitor.html.partition('name="key" value="')[2].partition('"')[0]
    page = visitor.url
    for _ in range(2):
        visitor.open(page)
        visitor.send(text="Hej.", key=key)
    assert len(posts(inside.room)) == 1


def test_html_and_links_are_only_text(visitor: Visitor, now: datetime) -> None:
    inside = Inside(room_soon(now), at=now, name="Ekorre")
    writes(enters(visitor, inside), "<b>Se</b> https://exempel.se/sida")
    assert "&lt;b&gt;Se&lt;/b&gt; https://exempel.se/sida" in visitor.html


def test_an_answer_stands_in_the_thread(visitor: Visitor, now: datetime) -> None:
    room = room_soon(now)
    Inside(room, at=now, name="Fjäril").writes("Hur gör ni?")
    enters(visitor, Inside(room, at=now, name="Ekorre")).follow("Svara")
    assert "Svara Fjäril" in visitor.text
    assert "Hur gör ni?" in visitor.text
    visitor.url = visitor.html.partition('novalidate class="stack" action="')[2].partition('"')[0].replace("&amp;", "&")
    visitor.send(text="Vi går ut.")
    first, second = posts(room)
    assert second.thread == first.pk


def test_an_answer_to_what_has_gone_keeps_the_text(visitor: Visitor, now: datetime) -> None:
    room = room_soon(now)
    other = Inside(room, at=now, name="Fjäril")
    other.writes("Hur gör ni?")
    enters(visitor, Inside(room, at=now, name="Ekorre")).follow("Svara")
    with scope(NYKOPING):
        cancel_booking(at=now, board_id=other.booked.board_id, booking_id=other.booked.booking_id)
    visitor.post(text="Vi går ut.")
    assert visitor.response.status_code == 422
    assert "Det du svarar på är borta." in visitor.text
    visitor.url = visitor.url.partition("&till=")[0]
    visitor.send(text="Vi går ut.")
    assert [post.text for post in posts(room)] == ["Vi går ut."]


def test_what_is_read_first_is_told_to_wait_and_until_when(visitor: Visitor, now: datetime) -> None:
    inside = Inside(room_soon(now, moderation=Moderation.BEFORE), at=now, name="Ekorre")
    writes(enters(visitor, inside), "Hej.")
    assert "Ditt inlägg visas när någon har läst det." in visitor.text
    assert "Bara du ser det" in visitor.text
    assert "Vi läser här" in visitor.text
    assert "Andra tider läser ingen av oss." in visitor.text
    other = Visitor("/nykoping/")
    enters(other, Inside(inside.room, at=now, name="Fjäril"))
    assert "Ingen har skrivit något än." in other.text


def test_where_no_hours_are_set_nobody_is_said_to_be_there(visitor: Visitor, now: datetime) -> None:
    room = room_soon(now, looks_on=(), looks_from=None, looks_to=None)
    enters(visitor, Inside(room, at=now, name="Ekorre"))
    assert "Just nu är det ingen av oss som läser här." in visitor.text
    assert "Ring oss" in visitor.text
    assert "112" in visitor.text


def test_a_report_is_one_tap_and_why_is_one_more(visitor: Visitor, now: datetime) -> None:
    room = room_soon(now)
    post = Inside(room, at=now, name="Fjäril").writes("Elakt.")
    enters(visitor, Inside(room, at=now, name="Ekorre"))
    presses(visitor, f"{post.pk}/anmal")
    assert "Tack för att du sa till" in visitor.text
    page = visitor.url
    visitor.send(why="1", reason="nonsense")
    assert visitor.response.status_code == 422
    visitor.open(page)
    visitor.send(why="1", reason="worried")
    assert "Det hjälper den som läser." in visitor.text
    assert "Du har anmält det." in visitor.text


def test_two_reports_hide_it_from_all_but_the_one_who_wrote(visitor: Visitor, now: datetime) -> None:
    room = room_soon(now)
    author = Inside(room, at=now, name="Fjäril")
    post = author.writes("Elakt.")
    for name in ("Ekorre", "Kotte"):
        Inside(room, at=now, name=name).reports(post)
    assert posts(room)[0].step == PostStep.HIDDEN
    assert "Flera har anmält det." in enters(visitor, author).text
    other = Visitor("/nykoping/")
    enters(other, Inside(room, at=now, name="Humla"))
    assert "Elakt." not in other.text


def test_one_step_takes_away_all_that_one_has_written(visitor: Visitor, now: datetime) -> None:
    room = room_soon(now)
    other = Inside(room, at=now, name="Fjäril")
    inside = Inside(room, at=now, name="Ekorre")
    first = inside.writes("Mitt.")
    other.writes("Ditt.", answers=first.pk)
    enters(visitor, inside).follow("Ta bort allt jag har skrivit")
    assert "Du har skrivit 1 inlägg." in visitor.text
    visitor.send()
    assert "Allt du har skrivit är borta." in visitor.text
    assert "Välj ett namn i samtalsrummet" in visitor.text
    assert [post.text for post in posts(room)] == ["Ditt."]
    assert [member.name for member in members(room)] == ["Fjäril"]
    reader = Visitor("/nykoping/")
    assert "Det första inlägget är borta." in enters(reader, other).text


def test_one_post_can_be_taken_away_and_only_ones_own(visitor: Visitor, now: datetime) -> None:
    room = room_soon(now)
    inside = Inside(room, at=now, name="Ekorre")
    own, others = inside.writes("Mitt."), Inside(room, at=now, name="Fjäril").writes("Ditt.")
    page = enters(visitor, inside).url
    visitor.open(page.replace("/samtal/?", f"/samtal/{others.pk}/ta-bort/?"))
    assert visitor.response.status_code == 404
    visitor.open(page.replace("/samtal/?", f"/samtal/{own.pk}/ta-bort/?"))
    visitor.send()
    assert "Ditt inlägg är borta." in visitor.text
    assert [post.text for post in posts(room)] == ["Ditt."]


@pytest.mark.parametrize("page", ["Avboka min plats", "Ta bort allt nu"])
def test_leaving_the_group_takes_it_away_too_and_says_so_before(visitor: Visitor, now: datetime, page: str) -> None:
    inside = Inside(room_soon(now), at=now, name="Ekorre")
    inside.writes("Mitt.")
    comes(visitor, inside).follow(page)
    assert "Det du har skrivit i samtalsrummet tas också bort." in visitor.text
    visitor.send()
    assert posts(inside.room) == []
    assert members(inside.room) == []


def test_many_posts_are_turned_over_page_by_page(visitor: Visitor, now: datetime) -> None:
    inside = Inside(room_soon(now), at=now, name="Ekorre")
    for number in range(11):
        inside.at = now + timedelta(minutes=number)
        inside.writes(f"Inlägg nummer {number}.")
    enters(visitor, inside)
    assert "Inlägg nummer 10." in visitor.text
    assert "Inlägg nummer 0." not in visitor.text
    visitor.follow("Äldre inlägg")
    assert "Inlägg nummer 0." in visitor.text
    assert "Nyare inlägg" in visitor.text
    for nonsense in ("0", "-1", "x", "99999", "²", ""):
        assert visitor.open(f"{visitor.url.partition('&sida=')[0]}&sida={nonsense}").status_code == 200


def test_the_page_says_until_when(visitor: Visitor, now: datetime) -> None:
    enters(visitor, Inside(room_soon(now), at=now, name="Ekorre"))
    assert "Du kan skriva till och med" in visitor.text
    assert "Allt i rummet tas bort efter" in visitor.text


def pages(visitor: Visitor, room: Room, now: datetime) -> Iterator[tuple[str, str]]:
    """Every page of a room, faults included."""
    other = Inside(room, at=now, name="Fjäril")
    post = other.writes("Hur gör ni?")
    enters(visitor, Inside(room, at=now))
    yield "name", visitor.html
    visitor.send(name="")
    yield "name with error", visitor.html
    visitor.send(name="Ekorre")
    yield "room", visitor.html
    page = visitor.url
    visitor.follow("Svara")
    yield "answer", visitor.html
    visitor.open(page)
    writes(visitor, PHONE)
    yield "doubt", visitor.html
    visitor.send(text=PHONE, anyway="1")
    yield "written", visitor.html
    visitor.follow("Ta bort allt jag har skrivit")
    yield "erase", visitor.html
    visitor.open(page)
    visitor.follow("Ta bort")
    yield "erase one", visitor.html
    visitor.open(page)
    presses(visitor, f"{post.pk}/anmal")
    yield "reported", visitor.html


@pytest.mark.parametrize("kept", [{}, {"looks_on": (), "looks_from": None, "looks_to": None}])
def test_every_page_is_easy_to_read(visitor: Visitor, now: datetime, kept: dict[str, Any]) -> None:
    hard = {}
    for name, html in pages(visitor, room_soon(now, moderation=Moderation.AFTER, **kept), now):
        main = html.partition("<main")[2].partition(">")[2].partition("</main>")[0]
        reading = measure(main.replace(RULES, "").replace(PHONE, ""))
        assert reading.words > 10, name
        assert "!" not in main, name
        if reading.lix > MOST_LIX or reading.longest_words > LONGEST:
            hard[name] = (round(reading.lix, 1), reading.longest)
    assert hard == {}


def asked(act: Callable[[], Any]) -> int:
    """Statements that read or write rows."""
    none = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SELECT set_config")
    with CaptureQueriesContext(connection) as captured:
        act()
    return sum(not one["sql"].startswith(none) for one in captured)


def test_three_hundred_posts_cost_no_more_statements_than_one(visitor: Visitor, now: datetime) -> None:
    inside = Inside(room_soon(now), at=now, name="Ekorre")
    first = inside.writes("Ett.")
    enters(visitor, inside)
    with_one = asked(lambda: visitor.open(visitor.url))
    with scope(NYKOPING), for_board(inside.room.board_id):
        owner = {"municipality": NYKOPING, "board_id": inside.room.board_id, "room": inside.room}
        Post.objects.bulk_create(
            Post(**owner, member_id=first.member_id, thread=thread, text="Två.", step=PostStep.SHOWN, written_at=now)
            for thread in [uuid4() for _ in range(10)]
            for _ in range(30)
        )
    assert asked(lambda: visitor.open(visitor.url)) == with_one == STATEMENTS


@pytest.mark.parametrize("language", ["so", "ar"])
def test_who_reads_a_language_without_rooms_is_led_to_the_english_page(
    visitor: Visitor, now: datetime, language: str
) -> None:
    comes(visitor, Inside(room_soon(now), at=now, name="Ekorre"))
    visitor.open(visitor.url.replace("/nykoping/", f"/nykoping/{language}/"))
    link = re.search(r'href="([^"]*/kod/bokning/samtal/[^"]*)"', visitor.html)
    assert link
    visitor.open(link[1].replace("&amp;", "&"))
    assert visitor.response.status_code == 302
    visitor.open(visitor.response["Location"])
    assert "Your name here is Ekorre" in visitor.text
