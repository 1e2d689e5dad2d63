"""Find a group, book, and read the receipt: once, by whoever wants to, with as little told as possible."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localdate
from pytest_django.fixtures import Settings
from tests.visitor import Visitor

from anhoriglots.booking.actions.cancel_meeting import cancel_group, cancel_meeting
from anhoriglots.booking.actions.move_meeting import move_meeting
from anhoriglots.booking.choices import Seating
from anhoriglots.booking.schedule import Time
from anhoriglots.booking.telling import remind_at
from anhoriglots.booking.tests.groups import at_work, books, hired
from anhoriglots.booking.workflow import BookingStep
from anhoriglots.database.throttle import attempt
from anhoriglots.design.words import day_in_words
from anhoriglots.publicsite.views.booking import SENDING

from .groups import CODE, bookings_of, books_by_code, first_time, group_soon, opens

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Visitor:
    """A visitor in Nyköping."""
    cache.clear()
    return Visitor("/nykoping/")


def test_the_start_page_leads_to_groups_only_when_there_are_any(visitor: Visitor) -> None:
    assert "Se grupper och träffar" not in str(visitor.open("").content.decode())
    group_soon()
    cache.clear()
    visitor.open("")
    visitor.follow("Se grupper och träffar")
    assert "Tisdagsgruppen (exempel)" in visitor.text
    assert "8 platser kvar" in visitor.text
    assert "Gratis" in visitor.text


def test_an_empty_list_says_whom_to_call(visitor: Visitor) -> None:
    visitor.open("grupper/")
    assert "Det finns inga träffar att boka just nu. Ring oss" in visitor.text
    assert "tel:" in visitor.html.partition("<main")[2]


def test_the_filter_stands_in_the_address_and_each_choice_can_be_taken_away(visitor: Visitor) -> None:
    group_soon()
    visitor.open("grupper/?nar=dag&sprak=sv")
    assert "Ingen träff passar det du valde." in visitor.text
    visitor.follow("Ta bort Dagtid på vardagar")
    assert visitor.url == "/nykoping/grupper/?sprak=sv"
    assert "Tisdagsgruppen (exempel)" in visitor.text


@pytest.mark.parametrize("query", ["?nar=igår", "?sida=-1", "?sida=9999999", "?vem=%00", "?sida=två", "?hur=&var=x"])
def test_nonsense_in_the_address_is_left_out(visitor: Visitor, query: str) -> None:
    group_soon()
    assert visitor.open(f"grupper/{query}").status_code == 200


def test_the_page_of_a_group_answers_what_people_ask(visitor: Visitor) -> None:
    opens(visitor, group_soon(leader_name="Kim", trial_allowed=True, fee=50))
    for told in (
        "Ni ses och fikar.",
        "Kim. Arbetar hos oss.",
        "Högst 8.",
        "Ja. Du behöver inte säga något.",
        "Ja, när du vill.",
        "De som leder och ordnar gruppen.",
        "50 kronor",
        "Jag vill komma på prov första gången",
    ):
        assert told in visitor.text
    assert "14 dagar efter sista gången" in visitor.text


def test_reading_about_groups_sets_no_cookie(visitor: Visitor) -> None:
    group = group_soon()
    visitor.open("grupper/")
    opens(visitor, group)
    assert not visitor.client.cookies


def test_a_seat_is_booked_with_a_code_alone(visitor: Visitor) -> None:
    group = group_soon()
    code = books_by_code(visitor, group)
    assert len(code.split()) == 4
    assert "Din plats är bokad" in visitor.text
    booking = bookings_of(group)[0]
    assert (booking.step, booking.reach, booking.contact, booking.call_me) == ("booked", "code", "", "Exempel-Inga")
    assert "Exempel-Inga" not in visitor.text


def test_two_come_on_trial_and_want_a_reminder(visitor: Visitor) -> None:
    group = group_soon(trial_allowed=True)
    opens(visitor, group).follow("Jag vill komma på prov första gången")
    visitor.send(call_me="", reach="text", contact="070-174 06 11")
    assert "070-174 06 11" in visitor.text
    visitor.follow("Hur många som kommer")
    visitor.send(seats="2", companion="Exempel-Ove", wants_reminder="on", is_trial="on")
    assert "Två" in visitor.text
    visitor.send()
    booking = bookings_of(group)[0]
    assert (booking.seats, booking.companion, booking.wants_reminder, booking.is_trial) == (
        2,
        "Exempel-Ove",
        True,
        True,
    )
    assert booking.contact == "0701740611"
    first = day_in_words(localdate(remind_at(group.starts_at)), weekday=True)
    assert f"Vi påminner dig vardagen före varje gång. Första gången blir det {first}." in visitor.text


def test_one_time_is_reminded_of_on_the_day_that_is_told(visitor: Visitor) -> None:
    group = group_soon(times=1)
    opens(visitor, group).follow("Boka min plats")
    visitor.send(call_me="", reach="phone", contact="070-174 06 11")
    visitor.follow("Hur många som kommer")
    visitor.send(seats="1", wants_reminder="on")
    assert "Ja, vardagen innan" in visitor.text
    visitor.send()
    assert f"Vi påminner dig {day_in_words(localdate(remind_at(group.starts_at)), weekday=True)}." in visitor.text


def test_nobody_is_promised_a_reminder_that_would_come_too_late(visitor: Visitor) -> None:
    group = group_soon(times=1)
    opens(visitor, group).follow("Boka min plats")
    visitor.send(call_me="", reach="phone", contact="070-174 06 11")
    visitor.follow("Hur många som kommer")
    asking = visitor.url
    visitor.send(seats="1", wants_reminder="on")
    check = visitor.url
    now = timezone.now()
    soon = Time(now + timedelta(hours=1), now + timedelta(hours=2))
    with at_work(advisor := hired()):
        move_meeting(actor=advisor, meeting_id=first_time(group), to=soon, at=now)
    assert "Påminn mig" not in visitor.open(asking).content.decode()
    visitor.open(check)
    visitor.send()
    assert "Det är så kort tid kvar att vi inte hinner påminna dig." in visitor.text


def test_an_answer_is_changed_on_the_last_page(visitor: Visitor) -> None:
    opens(visitor, group_soon()).follow("Boka min plats")
    visitor.send(**CODE)
    visitor.follow("Vi kallar dig")
    assert 'value="Exempel-Inga"' in visitor.html
    visitor.send(**{**CODE, "call_me": "Exempel-Bo"})
    assert "Exempel-Bo" in visitor.text


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"reach": "text", "contact": ""}, "Skriv ett telefonnummer. Eller välj ett annat sätt."),
        ({"reach": "phone", "contact": "12"}, "Numret är för kort."),
        ({"reach": "email", "contact": "inga"}, "E-postadressen saknar @."),
        ({"reach": "", "contact": ""}, "Välj hur vi når dig."),
        ({"reach": "letter", "contact": "Exempelgatan 1"}, "Det valet finns inte längre."),
        ({"reach": "code", "call_me": "19121212-1212"}, "Det ser ut som ett personnummer."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(visitor: Visitor, written: dict[str, str], told: str) -> None:
    group = group_soon()
    opens(visitor, group).follow("Boka min plats")
    visitor.send(**{"call_me": "Exempel-Inga", **written})
    assert "<title>Fel: " in visitor.html
    assert visitor.response.status_code == 422
    assert told in visitor.text
    assert f'value="{written.get("call_me", "Exempel-Inga")}"' in visitor.html
    assert bookings_of(group) == []


def test_back_reload_and_a_second_click_are_one_booking(visitor: Visitor) -> None:
    group = group_soon()
    opens(visitor, group).follow("Boka min plats")
    visitor.send(**CODE)
    check = visitor.url
    visitor.send()
    receipt, code = visitor.text, visitor.code
    visitor.open(check)
    assert visitor.response.status_code == 303
    visitor.open(visitor.response["Location"])
    assert (visitor.text, visitor.code) == (receipt, code)
    assert len(bookings_of(group)) == 1


def test_a_group_that_becomes_full_offers_the_queue_and_other_groups(visitor: Visitor) -> None:
    group = group_soon(capacity=1)
    opens(visitor, group).follow("Boka min plats")
    visitor.send(**CODE)
    books(group, at=timezone.now())
    visitor.send()
    assert "Gruppen blev full medan du skrev" in visitor.text
    assert "Se andra grupper" in visitor.text
    visitor.follow("Ställ dig i kö")
    visitor.send()
    assert "Du har plats 1 i kön." in visitor.text
    assert [one.step for one in bookings_of(group)] == [BookingStep.BOOKED, BookingStep.QUEUED]


def test_a_full_group_says_so_before_anything_is_written(visitor: Visitor) -> None:
    group = group_soon(capacity=1)
    books(group, at=timezone.now())
    opens(visitor, group)
    assert "Boka min plats" not in visitor.text
    books_by_code(visitor, group, "Ställ dig i kö")
    assert "Du står i kö" in visitor.text


def test_one_time_is_booked_by_itself_where_one_books_one(visitor: Visitor) -> None:
    group = group_soon(seating=Seating.MEETING, capacity=2)
    books_by_code(visitor, group, "Boka")
    assert bookings_of(group)[0].meeting_id == first_time(group)


def test_where_the_door_is_open_nobody_books(visitor: Visitor) -> None:
    group = group_soon(seating=Seating.OPEN, capacity=None)
    opens(visitor, group)
    assert "Kom som du är." in visitor.text
    assert "/boka/" not in visitor.html
    assert opens(visitor, group, "boka/").response.status_code == 303


def test_a_draft_is_not_there_and_what_is_cancelled_is_told(visitor: Visitor) -> None:
    assert opens(visitor, group_soon(published=False)).response.status_code == 404
    group = group_soon()
    advisor = hired()
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=group.pk, at=timezone.now())
    assert "Gruppen är inställd." in opens(visitor, group).text
    assert opens(visitor, group, "boka/").response["Location"].endswith(f"/grupper/{group.pk}/")


def test_a_group_that_is_cancelled_meanwhile_says_so_on_the_last_page(visitor: Visitor) -> None:
    group = group_soon()
    opens(visitor, group).follow("Boka min plats")
    visitor.send(**CODE)
    advisor = hired()
    with at_work(advisor):
        cancel_group(actor=advisor, group_id=group.pk, at=timezone.now())
    visitor.send()
    assert visitor.response.status_code == 422
    assert "Det här är inställt." in visitor.text
    assert bookings_of(group) == []


def test_a_cancelled_time_is_told_in_the_list_of_times(visitor: Visitor) -> None:
    group = group_soon()
    advisor = hired()
    with at_work(advisor):
        cancel_meeting(actor=advisor, meeting_id=first_time(group), at=timezone.now())
    assert "Inställt" in opens(visitor, group).text


def test_answers_of_one_group_cannot_be_taken_to_another(visitor: Visitor) -> None:
    one, other = group_soon(), group_soon()
    opens(visitor, one).follow("Boka min plats")
    visitor.send(**CODE)
    visitor.open(visitor.url.replace(str(one.pk), str(other.pk)))
    assert visitor.response.status_code == 410


@pytest.mark.parametrize("rest", ["boka/mer/", "boka/kontrollera/", "boka/full/"])
def test_the_later_pages_lead_to_the_first_one_when_nothing_is_answered(visitor: Visitor, rest: str) -> None:
    opens(visitor, group_soon(), rest)
    assert visitor.response.status_code == 303
    visitor.open(visitor.response["Location"])
    assert "Hur når vi dig?" in visitor.text


def test_a_time_that_is_none_of_the_groups_own_is_not_found(visitor: Visitor) -> None:
    one, other = (group_soon(seating=Seating.MEETING) for _ in range(2))
    assert opens(visitor, one, f"boka/?gang={first_time(other)}").response.status_code == 404
    assert opens(visitor, one, "boka/?gang=x").response.status_code == 404


def test_the_receipt_is_read_in_the_same_browser_only(visitor: Visitor) -> None:
    books_by_code(visitor, group_soon())
    response = Client().get(visitor.url)
    assert response.status_code == 410
    assert visitor.code not in response.content.decode()


def test_too_many_from_one_network_are_asked_to_wait(visitor: Visitor) -> None:
    opens(visitor, group_soon()).follow("Boka min plats")
    visitor.send(**CODE)
    for _ in range(SENDING.attempts):
        attempt(SENDING, visitor="127.0.0.1", at=timezone.now())
    visitor.send()
    assert visitor.response.status_code == 429
    visitor.follow("Till mina svar")
    assert "Stämmer det här?" in visitor.text


def test_in_english_what_is_not_translated_is_marked_as_swedish(visitor: Visitor) -> None:
    group = group_soon()
    visitor.open(f"en/grupper/{group.pk}/")
    assert "The Tuesday group (example)" in visitor.text
    assert '<dd lang="sv">Träffpunkten, Exempelgatan 1</dd>' in visitor.html


def test_a_booking_is_erased_as_many_days_after_as_the_page_said(visitor: Visitor) -> None:
    group = group_soon()
    books_by_code(visitor, group)
    assert bookings_of(group)[0].erase_on == timezone.localdate(group.ends_at) + timedelta(days=14)


def test_a_name_is_needed_where_the_board_writes_down_who_comes(visitor: Visitor) -> None:
    group = group_soon(support_form="DS05")
    opens(visitor, group)
    if "Vad heter du?" not in opens(visitor, group, "boka/").text:
        pytest.fail("the support form of this test is no longer documented by name")
    visitor.send(call_me="", reach="code")
    assert "Nämnden behöver ditt namn" in visitor.text
    assert visitor.response.status_code == 422


@pytest.mark.parametrize(("is_draft", "is_marked"), [(True, True), (False, False)])
@pytest.mark.parametrize("page", [True, False], ids=["on a draft", "on a page that is read"])
def test_a_draft_has_one_mark_its_own_or_the_pages(is_draft: bool, is_marked: bool, page: bool) -> None:
    shown = render_to_string("booking/draft_text.html", {"is_draft": is_draft, "page": {"is_draft": page}})
    assert ("Utkast: texten är inte kontrollerad" in shown) is (is_marked and not page)


def test_a_text_that_nobody_has_read_has_a_mark_and_is_not_there_in_production(
    visitor: Visitor, settings: Settings
) -> None:
    draft, read = group_soon(), group_soon(checked={"en": ["title"]})
    for group, is_draft in ((draft, True), (read, False)):
        visitor.open(f"en/grupper/{group.pk}/")
        assert "The Tuesday group (example)" in visitor.text
        assert visitor.response.context["is_draft"] is is_draft
    settings.SHOWS_DRAFTS = False
    visitor.open(f"en/grupper/{draft.pk}/")
    assert "The Tuesday group" not in visitor.text
    assert '<h1 class="ds-heading" lang="sv">Tisdagsgruppen (exempel)</h1>' in visitor.html
    assert not visitor.response.context["is_draft"]
    visitor.open("en/grupper/")
    assert visitor.text.count("The Tuesday group (example)") == 1
