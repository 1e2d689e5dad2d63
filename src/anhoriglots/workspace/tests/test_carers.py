"""Search and file in the browser: lawful keys, nothing in addresses, every person shown is logged."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ReadLog
from anhoriglots.casework.models import Case
from anhoriglots.casework.tests.work import a_case, a_request

from .conftest import Desk


def test_each_hit_is_logged_and_a_miss_is_not(alva: Desk, now: Any) -> None:
    with alva.scope():
        found = {
            a_case(alva.actor, at=now, name=name, number=f"2026-{number:06}").carer_id
            for number, name in enumerate(("Åsa A", "Åsa B", "Bo"))
            if name != "Bo"
        }
    page = alva.post("sok", words="åsa")
    assert "2 träffar" in page.text
    assert "Ingen träff" in alva.post("sok", words="cilla").text
    with alva.scope():
        assert set(ReadLog.objects.values_list("subject_id", "page")) == {(key, "search") for key in found}


def test_a_name_in_the_address_searches_nothing(alva: Desk, now: Any) -> None:
    with alva.scope():
        a_case(alva.actor, at=now)
    assert "Åsa Exempel" not in alva.get("sok", words="åsa").text


@pytest.mark.parametrize("words", ["070-174 06 51", "7" * 75])
def test_an_unlawful_key_is_refused_with_the_section(alva: Desk, words: str) -> None:
    page = alva.post("sok", words=words)
    assert page.status == 422
    assert "Varför?" in page.text
    assert words in page.text


def test_every_key_that_the_hint_tells_of_finds_the_carer(alva: Desk) -> None:
    form = {"name": "Åsa Bergström", "phone": "0701740651", "personal_number": "19121212-1212", "first_move": "carer"}
    with alva.scope():
        request = a_request(alva.actor, at=timezone.now())
    opened = alva.post(f"forfragan/{request.pk}/akt/ny", email="", **form)
    assert opened.status == 303
    with alva.scope():
        number = Case.objects.get().number
    page = alva.get("sok").text
    for key in ("början av namnet eller efternamnet", "personnumret", "samordningsnumret", "ärendenumret"):
        assert key in page
    for words in ("åsa b", "bergst", "19121212-1212", "191212121212", number):
        found = alva.post("sok", words=words).text
        assert "Åsa Bergström</a>" in found, words
        assert "Att du ser träffarna syns i läsloggen." in found


def test_the_law_of_searching_stands_once_and_names_the_keys(alva: Desk) -> None:
    for page in (alva.get("sok").text, alva.post("sok", words="070-174 06 51").text):
        assert page.count("Varför?") == 1
        assert "Sök på namn, personnummer, samordningsnummer eller ärendenummer." in page
        assert "15 § " in page.partition("Varför?")[2].partition("</details>")[0]


def test_the_number_on_the_file_is_grouped_and_can_be_called(alva: Desk, now: Any) -> None:
    with alva.scope():
        carer = a_case(alva.actor, at=now).carer
        carer.phone = "0155248000"
        carer.save()
    assert 'href="tel:0155248000"><bdi>0155-24 80 00</bdi>' in alva.get(f"akt/{carer.pk}").text


@pytest.mark.parametrize("path", ["", "ny-kontakt", "sok", "stod", "mitt-konto"])
def test_each_page_leads_to_how_we_handle_what_we_know(alva: Desk, path: str) -> None:
    footer = alva.get(path).text.partition("<footer")[2]
    for name in ("privacy", "accessibility", "about"):
        assert f'href="/nykoping{reverse(name)}"' in footer


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("", "Skriv ett namn, ett personnummer"), ("a" * 81, "80 tecken"), ("\0", "går inte att läsa")],
)
def test_what_cannot_be_searched_is_explained(alva: Desk, words: str, sentence: str) -> None:
    assert sentence in alva.post("sok", words=words).text


def test_a_file_is_logged_each_time_and_says_so(alva: Desk, now: Any) -> None:
    with alva.scope():
        key = a_case(alva.actor, at=now).carer_id
    assert "Att du öppnar akten syns i läsloggen." in alva.get(f"akt/{key}").text
    with alva.scope():
        assert ReadLog.objects.get().subject_id == key


def test_another_boards_file_is_not_found_and_not_logged(alva: Desk, desk: Callable[..., Desk], now: Any) -> None:
    neighbour = desk(Role.CARER_ADVISOR, board="social_board")
    with neighbour.scope():
        key = a_case(neighbour.actor, at=now).carer_id
    assert alva.get(f"akt/{key}").status == 404
    assert alva.get(f"akt/{key}/stodkontakt").status == 404
    with alva.scope():
        assert not ReadLog.objects.exists()


@pytest.mark.parametrize("role", [Role.UNIT_MANAGER, Role.LOG_REVIEWER, Role.SYSTEM_ADMINISTRATOR])
def test_roles_without_files_get_a_sentence(desk: Callable[..., Desk], alva: Desk, now: Any, role: Role) -> None:
    with alva.scope():
        key = a_case(alva.actor, at=now).carer_id
    other = desk(role)
    assert (other.get("sok").status, other.get(f"akt/{key}").status) == (403, 403)
    with alva.scope():
        assert not ReadLog.objects.exists()


@pytest.mark.parametrize("older", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_strange_place_in_the_notes_is_the_beginning(alva: Desk, now: Any, older: str) -> None:
    with alva.scope():
        key = a_case(alva.actor, at=now).carer_id
    assert alva.get(f"akt/{key}", fore=older).status == 200
