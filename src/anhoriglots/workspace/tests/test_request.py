"""One request in the browser: read safely, taken, answered, closed; and what another board gets."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils.timezone import localdate

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ReadLog
from anhoriglots.casework.actions.answer_request import note_attempt
from anhoriglots.casework.actions.take_request import take_request
from anhoriglots.casework.models import ContactRequest, ThreadMessage
from anhoriglots.casework.queries.when import day_words
from anhoriglots.casework.tests.work import a_request

from .conftest import Desk


@pytest.fixture
def key(alva: Desk, now: datetime) -> str:
    with alva.scope():
        request = a_request(alva.actor, at=now, remark="Ring <b>inte</b> på kvällen", for_another=True)
    return str(request.pk)


def test_the_page_says_how_to_call_safely(alva: Desk, key: str) -> None:
    page = alva.get(f"forfragan/{key}")
    assert "Säg inte varifrån du ringer om någon annan svarar." in page.text
    assert "Lämna inget meddelande." in page.text
    assert 'Säg igenkänningsordet: <strong class="words">blå båt</strong>' in page.text
    assert "Frågar för någon annan" in page.text


def test_the_number_is_grouped_and_can_be_called(alva: Desk, now: datetime) -> None:
    with alva.scope():
        key = a_request(alva.actor, at=now, contact="0701740651").pk
    assert 'href="tel:0701740651"><bdi>070-174 06 51</bdi>' in alva.get(f"forfragan/{key}").text


def test_who_wants_only_text_messages_is_not_one_touch_from_a_call(alva: Desk, now: datetime) -> None:
    with alva.scope():
        key = a_request(alva.actor, at=now, contact="0701740651", reply="text").pk
    page = alva.get(f"forfragan/{key}").text
    assert "<bdi>070-174 06 51</bdi>" in page
    assert "tel:" not in page


def test_an_invented_number_in_the_text_to_copy_is_marked_beside_it(alva: Desk, now: datetime) -> None:
    with alva.scope():
        request = a_request(alva.actor, at=now, reply="text")
        assert request.unit.phone_is_example
    page = alva.get(f"forfragan/{request.pk}").text
    assert f"Ring {request.unit.phone} när det passar.</p>" in page
    assert "(exempel)" in page


def test_each_row_of_what_has_happened_says_who_did_it(alva: Desk, key: str) -> None:
    alva.post(f"forfragan/{key}/ta")
    alva.post(f"forfragan/{key}/forsokte")
    page = alva.get(f"forfragan/{key}").text
    assert "Att du öppnar förfrågan syns i läsloggen." in page
    assert page.index("Alva tog den") < page.index("Alva försökte nå personen")


def test_the_title_names_nobody_and_what_was_written_is_shown_as_text(alva: Desk, key: str) -> None:
    page = alva.get(f"forfragan/{key}")
    assert "<title>Förfrågan – Anhörigstöd</title>" in page.text
    assert "Ring &lt;b&gt;inte&lt;/b&gt; på kvällen" in page.text


def test_each_reading_is_logged(alva: Desk, key: str) -> None:
    for _ in range(2):
        alva.get(f"forfragan/{key}")
    with alva.scope():
        assert ReadLog.objects.filter(actor_id=alva.actor.user_id, page="request").count() == 2


def test_a_request_goes_from_taken_to_done(alva: Desk, key: str) -> None:
    alva.post(f"forfragan/{key}/ta")
    alva.post(f"forfragan/{key}/forsokte")
    alva.post(f"forfragan/{key}/svara", text="Vi ringer igen imorgon.")
    assert "Vi ringer igen imorgon." in alva.get(f"forfragan/{key}").text
    assert alva.post(f"forfragan/{key}/klart").address == f"/nykoping/personal/?gjort=klart&forfragan={key}"
    with alva.scope():
        request = ContactRequest.objects.get(pk=key)
        assert (request.step, request.erase_on is not None) == ("closed", True)


@pytest.mark.parametrize("text", ["", "a" * 401, "Hon är 19121212-1212", "8" * 1000])
def test_an_answer_that_cannot_be_kept_is_explained_and_stays_in_the_box(alva: Desk, key: str, text: str) -> None:
    alva.post(f"forfragan/{key}/ta")
    page = alva.post(f"forfragan/{key}/svara", text=text)
    assert page.status == 422
    assert "<title>Fel: Förfrågan" in page.text
    assert text in page.text
    with alva.scope():
        assert not ThreadMessage.objects.exists()


def test_a_stale_form_changes_nothing_and_says_why(alva: Desk, kim: Desk, key: str) -> None:
    alva.post(f"forfragan/{key}/ta")
    kim.post(f"forfragan/{key}/lamna")
    kim.post(f"forfragan/{key}/ta")
    late = alva.post(f"forfragan/{key}/klart")
    assert late.status == 409
    assert "Ta förfrågan först." in late.text
    answer = alva.post(f"forfragan/{key}/svara", text="Mitt långa svar")
    assert answer.status == 422
    assert "Ta förfrågan först." in answer.text
    assert "Mitt långa svar" in answer.text


def test_another_board_and_another_unit_get_not_found(desk: Callable[..., Desk], key: str) -> None:
    for outsider in (
        desk(Role.CARER_ADVISOR, board="social_board"),
        desk(Role.CARER_ADVISOR, unit="home_help"),
    ):
        assert outsider.get(f"forfragan/{key}").status == 404
        for act in ("ta", "lamna", "forsokte", "svara", "klart", "lova", "stodkontakt"):
            assert outsider.post(f"forfragan/{key}/{act}", text="Hej").status == 404, act


def test_a_role_that_answers_nobody_gets_a_sentence(desk: Callable[..., Desk], key: str) -> None:
    page = desk(Role.CARER_REPRESENTATIVE).get(f"forfragan/{key}")
    assert page.status == 403


def test_each_press_is_answered_with_a_line(alva: Desk, key: str) -> None:
    alva.post(f"forfragan/{key}/ta")
    for path, values, sentence in (
        ("forsokte", {}, "Antecknat: vi försökte nå personen."),
        ("svara", {"text": "Hej"}, "Svaret är skickat."),
        ("bradskar", {"do": "mark"}, "Förfrågan är märkt Brådskar."),
        ("bradskar", {"do": "unmark"}, "Märket Brådskar är borta."),
        ("klart", {}, "Förfrågan är klar."),
        ("oppna", {}, "Förfrågan är öppen igen, och du har den."),
    ):
        landed = alva.post(f"forfragan/{key}/{path}", **values).address.removeprefix("/nykoping/personal/")
        assert sentence in alva.get(landed).text, path
    with alva.scope():
        request = ContactRequest.objects.get(pk=key)
        assert (request.step, request.erase_on, request.taken_by_id) == ("taken", None, alva.actor.user_id)
    assert alva.post(f"forfragan/{key}/oppna").status == 409


def test_an_urgent_request_stands_in_a_lane_of_its_own(alva: Desk, key: str) -> None:
    assert 'id="urgent"' not in alva.get().text
    alva.post(f"forfragan/{key}/bradskar", do="mark")
    assert 'id="urgent"' in alva.get().text


@pytest.mark.parametrize(("reply", "ready"), [("text", True), ("email", True), ("call", False), ("code", False)])
def test_a_written_answer_has_a_text_that_reveals_nothing(alva: Desk, now: datetime, reply: str, ready: bool) -> None:
    with alva.scope():
        request = a_request(alva.actor, at=now, reply=reply)
        phone = request.unit.phone
    page = alva.get(f"forfragan/{request.pk}").text
    assert (f"Hej! Du bad oss höra av oss. Ring {phone} när det passar." in page) is ready
    assert ("Vi har lovat att inget syns om vad det gäller." in page) is ready


def test_the_page_says_since_when_somebody_has_it_whatever_happened_since(alva: Desk, now: datetime) -> None:
    with alva.scope():
        key = a_request(alva.actor, at=now).pk
        take_request(actor=alva.actor, request_id=key, at=now - timedelta(days=3))
        note_attempt(actor=alva.actor, request_id=key, at=now)
    taken = day_words(localdate(now - timedelta(days=3)), today=localdate(now))
    assert f"Du har den sedan {taken}" in alva.get(f"forfragan/{key}").text


def test_a_day_is_promised_only_where_a_support_contact_is_wished_for(alva: Desk, now: datetime) -> None:
    with alva.scope():
        keys = [a_request(alva.actor, at=now, wants_support_contact=wish).pk for wish in (True, False)]
    for key in keys:
        alva.post(f"forfragan/{key}/ta")
    assert ["lova en dag" in alva.get(f"forfragan/{key}").text for key in keys] == [True, False]


def test_who_has_asked_for_silence_is_not_shown_with_a_number_and_nobody_here_can_change_it(
    alva: Desk, now: datetime
) -> None:
    with alva.scope():
        key = a_request(alva.actor, at=now, contact="070-174 06 51", silent_since=now).pk
    alva.post(f"forfragan/{key}/ta")
    page = alva.get(f"forfragan/{key}").text
    assert "Tyst kontakt" in page
    assert "Bara personen kan ändra det, med sin kod." in page
    assert "070" not in page.partition("<main")[2]
    assert "Försökte nå" not in page
    refused = alva.post(f"forfragan/{key}/forsokte")
    assert "inte är säkert att ringa eller skriva" in refused.text


def test_a_number_that_is_not_safe_does_not_follow_into_a_new_file(alva: Desk, now: datetime) -> None:
    with alva.scope():
        key = a_request(alva.actor, at=now, contact="070-174 06 51", silent_since=now).pk
    page = alva.get(f"forfragan/{key}/akt/ny").text
    assert "Exempel-Inga" in page
    assert "070-174" not in page


def test_beside_a_childs_request_stands_what_the_law_says_with_why(alva: Desk, now: datetime) -> None:
    with alva.scope():
        child = a_request(alva.actor, at=now, from_child=True).pk
        adult = a_request(alva.actor, at=now).pk
    page = alva.get(f"forfragan/{child}").text
    assert "Barn eller ung" in page
    assert "Anmäl genast." in page
    assert page.count('class="ds-details why"') == 4
    assert "Att tänka på när ett barn hör av sig" not in alva.get(f"forfragan/{adult}").text
