"""A contact noted by name: whom it concerns, a new file when there is none, and the note."""

from collections.abc import Callable
from typing import Any

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ReadLog
from anhoriglots.casework.models import Case, IdentifiedContact
from anhoriglots.casework.tests.work import a_case, a_request
from anhoriglots.organisations.models import Board
from anhoriglots.people.models import Carer
from anhoriglots.workspace.note_page import new_submission

from .conftest import Desk, Page
from .test_note import COURSE, filled


def begun(desk: Desk) -> Page:
    return desk.post("ny-kontakt", **filled(desk, COURSE))


def new_file(page: Page, **values: Any) -> dict[str, Any]:
    given = {"name": "Åsa Exempel", "phone": "", "email": "", "personal_number": "", "first_move": "carer", "text": ""}
    return {**page.carried, **given, "do": "save", **values}


def test_a_carer_with_a_file_is_found_chosen_and_noted(alva: Desk, now: Any) -> None:
    with alva.scope():
        case = a_case(alva.actor, at=now)
    page = begun(alva)
    hits = alva.post("ny-kontakt/vem", **page.carried, words="åsa")
    assert "Åsa Exempel" in hits.text
    chosen = {**page.carried, "carer": str(case.carer_id)}
    written = alva.post("ny-kontakt/anteckning", **chosen)
    assert "Gäller Åsa Exempel." in written.text
    saved = alva.post("ny-kontakt/anteckning", **chosen, do="save", text="Vill gå i mars.")
    assert saved.address.endswith(f"akt/{case.carer_id}?sparat=1")
    assert "Vill gå i mars." in alva.get(f"akt/{case.carer_id}").text
    with alva.scope():
        assert IdentifiedContact.objects.get().case_id == case.pk
        assert set(ReadLog.objects.values_list("page", flat=True)) == {"note-who", "note-text", "carer"}


def test_a_new_file_that_begins_with_a_request_knows_what_was_told(alva: Desk, now: Any) -> None:
    with alva.scope():
        told = a_request(alva.actor, at=now).pk
        over = a_request(alva.actor, at=now, step="closed").pk
    page = alva.post("ny-kontakt", **filled(alva, COURSE, request=str(told)))
    new = alva.post("ny-kontakt/anteckning", **page.carried, do="new").text
    assert 'value="Exempel-Inga"' in new
    assert 'value="070-174 06 51"' in new
    page = alva.post("ny-kontakt", **filled(alva, COURSE, request=str(over)))
    assert "Exempel-Inga" not in alva.post("ny-kontakt/anteckning", **page.carried, do="new").text


def test_a_new_file_and_the_note_are_saved_together(alva: Desk) -> None:
    page = begun(alva)
    assert "Ny akt" in alva.post("ny-kontakt/anteckning", **page.carried, do="new").text
    saved = alva.post("ny-kontakt/anteckning", **new_file(page, personal_number="121212+1212", text="Första samtalet."))
    assert saved.status == 303
    with alva.scope():
        contact = IdentifiedContact.objects.select_related("case__carer").get()
        assert contact.case.carer.personal_number == "191212121212"
        assert contact.text == "Första samtalet."


@pytest.mark.parametrize("number", ["", "121212+1212"])
def test_the_same_form_sent_twice_opens_one_file_and_one_note(alva: Desk, number: str) -> None:
    page = begun(alva)
    form = new_file(page, personal_number=number, phone="070-174 06 51", text="Första samtalet.")
    first = alva.post("ny-kontakt/anteckning", **form)
    again = alva.post("ny-kontakt/anteckning", **form)
    assert (again.status, again.address) == (303, first.address)
    with alva.scope():
        assert (Carer.objects.count(), Case.objects.count(), IdentifiedContact.objects.count()) == (1, 1, 1)


def test_another_text_on_a_form_that_was_saved_is_kept_for_the_same_file(alva: Desk) -> None:
    form = new_file(begun(alva), text="Första samtalet.")
    alva.post("ny-kontakt/anteckning", **form)
    page = alva.post("ny-kontakt/anteckning", **{**form, "text": "Andra samtalet."})
    assert page.status == 422
    assert "Kontakten är redan sparad, med andra svar." in page.text
    assert "Gäller Åsa Exempel." in page.text
    assert "Andra samtalet." in page.text
    assert page.hidden("submission") != form["submission"][0]
    alva.post("ny-kontakt/anteckning", **page.carried, do="save", text="Andra samtalet.")
    with alva.scope():
        assert (Carer.objects.count(), IdentifiedContact.objects.count()) == (1, 2)


def test_another_person_on_a_form_that_was_saved_is_not_put_in_the_first_file(alva: Desk) -> None:
    form = new_file(begun(alva), text="Första samtalet.")
    alva.post("ny-kontakt/anteckning", **form)
    page = alva.post("ny-kontakt/anteckning", **{**form, "name": "Bo Exempel"})
    assert page.status == 422
    assert "Gäller Åsa Exempel." not in page.text
    with alva.scope():
        assert (Carer.objects.count(), IdentifiedContact.objects.count()) == (1, 1)
    again = {**form, "name": "Bo Exempel", "submission": page.hidden("submission")}
    assert alva.post("ny-kontakt/anteckning", **again).status == 303
    with alva.scope():
        assert (Carer.objects.count(), IdentifiedContact.objects.count()) == (2, 2)


def test_a_note_begun_at_another_board_is_not_saved_here(alva: Desk, now: Any) -> None:
    board = Board.objects.get(municipality="0480", key="social_board").pk
    key = new_submission(actor_id=alva.actor.user_id, board_id=board, at=now)
    page = alva.post("ny-kontakt/anteckning", **{**new_file(begun(alva), text="Hemligt"), "submission": key})
    assert page.status == 422
    assert "Formuläret öppnades när du arbetade för en annan nämnd." in page.text
    assert "Hemligt" in page.text
    with alva.scope():
        assert not Carer.objects.exists()


def test_a_known_number_offers_the_file_that_has_it(alva: Desk) -> None:
    page = begun(alva)
    alva.post("ny-kontakt/anteckning", **new_file(page, personal_number="19121212-1212"))
    other = begun(alva)
    refused = alva.post("ny-kontakt/anteckning", **new_file(other, name="Åsa E", personal_number="121212+1212"))
    assert refused.status == 422
    assert "Det finns redan en akt med det här personnumret." in refused.text
    with alva.scope():
        carer = Carer.objects.get()
        assert ReadLog.objects.get(page="number-known").subject_id == carer.pk
    assert f'value="{carer.pk}"' in refused.text


def test_a_known_number_is_logged_from_a_request_too(alva: Desk, now: Any) -> None:
    with alva.scope():
        request = a_request(alva.actor, at=now)
    form = {"name": "Åsa Exempel", "personal_number": "121212+1212", "first_move": "carer"}
    alva.post(f"forfragan/{request.pk}/akt/ny", **form)
    assert "Det finns redan en akt" in alva.post(f"forfragan/{request.pk}/akt/ny", **form).text
    with alva.scope():
        assert ReadLog.objects.get(page="number-known").subject_id == Carer.objects.get().pk


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": ""}, "Skriv namnet, eller det personen vill kallas."),
        ({"name": "Åsa 19121212-1212"}, "Det ser ut som ett personnummer."),
        ({"name": "a" * 81}, "Korta den till högst 80 tecken."),
        ({"personal_number": "19121212-1213"}, "Numret stämmer inte."),
        ({"personal_number": "1" * 1000}, "Korta den till högst 20 tecken."),
        ({"phone": "ring mamma"}, "Skriv numret med bara siffror."),
        ({"email": "asa"}, "E-postadressen saknar @."),
        ({"text": "Hon är 19121212-1212"}, "Det ser ut som ett personnummer."),
        ({"text": "a" * 401}, "Korta den till högst 400 tecken."),
        ({"first_move": "refused"}, "Vänta. Den närstående har sagt nej."),
        ({"first_move": "unasked"}, "Fråga den närstående först"),
    ],
)
def test_a_fault_is_told_nothing_is_saved_and_what_was_typed_stays(
    alva: Desk, values: dict[str, str], sentence: str
) -> None:
    page = begun(alva)
    answer = alva.post("ny-kontakt/anteckning", **new_file(page, **{"text": "Mitt samtal", **values}))
    assert answer.status == 422
    assert "<title>Fel:" in answer.text
    assert sentence in answer.text
    assert values.get("text", "Mitt samtal") in answer.text
    with alva.scope():
        assert not Carer.objects.exists()


def test_script_in_a_name_and_a_note_is_text(alva: Desk) -> None:
    page = begun(alva)
    saved = alva.post("ny-kontakt/anteckning", **new_file(page, name="<i>Åsa</i>", text="<script>alert(1)</script>"))
    shown = alva.get(saved.address.removeprefix("/nykoping/personal/")).text
    assert "&lt;i&gt;Åsa&lt;/i&gt;" in shown
    assert "<script>alert" not in shown
    assert "<title>Akt – Anhörigstöd</title>" in shown


def test_a_file_of_another_board_can_be_neither_found_nor_chosen(
    alva: Desk, desk: Callable[..., Desk], now: Any
) -> None:
    neighbour = desk(Role.CARER_ADVISOR, board="social_board")
    with neighbour.scope():
        theirs = a_case(neighbour.actor, at=now)
    page = begun(alva)
    assert "Ingen träff." in alva.post("ny-kontakt/vem", **page.carried, words="åsa").text
    chosen = {**page.carried, "carer": str(theirs.carer_id)}
    assert alva.post("ny-kontakt/anteckning", **chosen).status == 404
    assert alva.post("ny-kontakt/anteckning", **chosen, do="save", text="x").status == 404


def test_opened_without_its_first_page_it_leads_back(alva: Desk) -> None:
    for path in ("ny-kontakt/vem", "ny-kontakt/anteckning"):
        assert alva.get(path).address == "/nykoping/personal/ny-kontakt"
        assert alva.post(path).address == "/nykoping/personal/ny-kontakt"


def test_the_answers_can_be_changed_on_the_way(alva: Desk) -> None:
    page = begun(alva)
    again = alva.post("ny-kontakt", **{**page.carried, "do": "change"})
    assert "<title>Ny kontakt" in again.text


def test_begun_from_a_file_it_goes_straight_to_the_note(alva: Desk, now: Any) -> None:
    with alva.scope():
        case = a_case(alva.actor, at=now)
    assert "2026-000001" in alva.get("ny-kontakt", carer=str(case.carer_id)).text
    page = alva.post("ny-kontakt", **filled(alva, COURSE, carer=str(case.carer_id)))
    assert "<title>Anteckning" in page.text
