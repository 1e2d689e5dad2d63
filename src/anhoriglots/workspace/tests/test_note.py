"""Ny kontakt in the browser: what may be saved at once, what must be documented, and undo."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ReadLog
from anhoriglots.casework.models import (
    ContactRequest,
    ContactRetraction,
    CounsellingContact,
    DeidentifiedContact,
    IdentifiedContact,
)
from anhoriglots.casework.tests.work import a_case, a_request
from anhoriglots.organisations.models import Board, District, TargetGroup
from anhoriglots.workspace.forms import NoteForm
from anhoriglots.workspace.last_form import COOKIE as LAST_FORM
from anhoriglots.workspace.note_page import new_submission
from anhoriglots.workspace.receipts import COOKIE, seal, unseal

from .conftest import Desk

GROUP, INFORMATION, COURSE = "DS06:deidentified", "DS01:counselling", "DS09:identified"


def filled(desk: Desk, form: str, **values: Any) -> dict[str, Any]:
    """A form as the browser sends it."""
    return {
        "submission": desk.get("ny-kontakt").hidden("submission"),
        "support_form": form,
        "channel": "phone",
        "target_group": "unknown",
        "topics": ["talk"],
        "duration": "15-30",
        "next_step": "done",
        "people": "1",
        "do": "save",
        **values,
    }


def test_each_support_form_stands_under_how_it_is_written_down(alva: Desk) -> None:
    page = alva.get("ny-kontakt").text
    groups = re.findall(r'class="mode-title"[^>]*>([^<]+)<', page)
    assert groups == ["Utan namn", "Rådgivning", "Med namn"]
    without_name = page.split("Utan namn")[1].split("Rådgivning")[0]
    assert "Anhöriggrupp, samtalsgrupp" in without_name


def test_a_contact_without_name_is_saved_at_once_and_the_line_says_when(alva: Desk) -> None:
    answer = alva.post("ny-kontakt", **filled(alva, GROUP))
    assert (answer.status, answer.address) == (303, "/nykoping/personal/?sparat=1")
    page = alva.get(sparat="1")
    assert re.search(r"Kontakten sparades \d\d\.\d\d\.", page.text)
    assert "Ångra kontakten" in page.text
    with alva.scope():
        assert DeidentifiedContact.objects.count() == 1


def test_save_and_new_gives_an_empty_form_with_the_same_support_form(alva: Desk) -> None:
    answer = alva.post("ny-kontakt", **filled(alva, INFORMATION, do="again"))
    assert answer.address == "/nykoping/personal/ny-kontakt"
    page = alva.get("ny-kontakt").text
    assert re.search(rf'value="{INFORMATION}"[^>]*checked', page)
    with alva.scope():
        assert CounsellingContact.objects.count() == 1


def test_the_same_form_sent_twice_is_one_contact(alva: Desk) -> None:
    form = filled(alva, GROUP)
    for _ in range(2):
        assert alva.post("ny-kontakt", **form).status == 303
    with alva.scope():
        assert DeidentifiedContact.objects.count() == 1


def test_a_form_made_for_somebody_else_saves_nothing(alva: Desk, kim: Desk) -> None:
    stolen = filled(alva, GROUP, submission=kim.get("ny-kontakt").hidden("submission"))
    assert alva.post("ny-kontakt", **stolen).status == 404
    assert alva.post("ny-kontakt", **{**stolen, "submission": "x"}).status == 404


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"target_group": ""}, "Välj vilken grupp det gäller, eller Vet inte."),
        ({"topics": []}, "Välj minst en sak det gällde."),
        ({"support_form": ""}, "Välj vilket stöd du gav."),
        ({"support_form": "DS99:deidentified"}, "Det valet finns inte längre. Välj igen."),
        ({"support_form": "DS06:sold"}, "Det valet finns inte längre. Välj igen."),
        ({"people": "9" * 1000}, "Texten är 1000 tecken"),
        ({"people": "många"}, "Skriv ett antal från 1 till 999."),
        ({"people": "0"}, "Skriv ett antal från 1 till 999."),
        ({"next_step": "declined"}, "Välj varför personen tackade nej, eller Ville inte säga."),
        ({"target_group": "<script>"}, "Det valet finns inte längre. Välj igen."),
    ],
)
def test_a_fault_is_told_and_the_other_answers_stay(alva: Desk, values: dict[str, Any], sentence: str) -> None:
    page = alva.post("ny-kontakt", **filled(alva, GROUP, duration="60-", **values))
    assert page.status == 422
    assert "<title>Fel: Ny kontakt" in page.text
    assert sentence in page.text
    assert re.search(r'value="60-"[^>]*checked', page.text)
    assert "<script>" not in page.text.replace("<script src", "")


def test_a_mode_that_no_longer_holds_is_refused_with_the_law(alva: Desk) -> None:
    """The page was opened before 1 October 2026, when talks were still noted without name."""
    page = alva.post("ny-kontakt", **filled(alva, "DS04:deidentified"))
    assert page.status == 422
    assert "Nämndens beslut gäller inte så längre." in page.text
    assert "Varför?" in page.text
    with alva.scope():
        assert not DeidentifiedContact.objects.exists()


def test_no_text_and_no_name_can_be_smuggled_into_a_contact_without_name(alva: Desk) -> None:
    alva.post("ny-kontakt", **filled(alva, GROUP, text="Anna ringde", name="Anna", case="x"))
    with alva.scope():
        row = DeidentifiedContact.objects.values().get()
    assert "Anna" not in str(row)


def test_many_people_at_a_school_are_one_contact(alva: Desk) -> None:
    alva.post("ny-kontakt", **filled(alva, GROUP, channel="outreach", people="40"))
    with alva.scope():
        assert DeidentifiedContact.objects.get().people == 40


def test_a_support_form_by_name_leads_to_documentation_and_saves_nothing_yet(alva: Desk) -> None:
    page = alva.post("ny-kontakt", **filled(alva, COURSE))
    assert page.status == 200
    assert "måste vi dokumentera vem det gäller" in page.text
    assert page.carried["support_form"] == [COURSE]
    with alva.scope():
        assert not IdentifiedContact.objects.exists()


def test_undo_leaves_a_row_that_says_so(alva: Desk) -> None:
    alva.post("ny-kontakt", **filled(alva, GROUP))
    answer = alva.post("ny-kontakt/angra", receipt=alva.get(sparat="1").hidden("receipt"))
    assert answer.address == "/nykoping/personal/ny-kontakt?angrat=1"
    assert "Ångrat. Kontakten räknas inte." in alva.get("ny-kontakt", angrat="1").text
    assert "Kontakten sparades" not in alva.get(sparat="1").text
    with alva.scope():
        assert ContactRetraction.objects.count() == 1


def test_somebody_else_cannot_undo_and_does_not_see_the_line(alva: Desk, kim: Desk) -> None:
    alva.post("ny-kontakt", **filled(alva, GROUP))
    token = alva.get(sparat="1").hidden("receipt")
    assert kim.post("ny-kontakt/angra", receipt=token).status == 409
    kim.client.cookies[COOKIE] = token
    assert "Kontakten sparades" not in kim.get(sparat="1").text


def test_after_ten_minutes_the_button_is_gone_and_undo_says_why(alva: Desk) -> None:
    answer = alva.post("ny-kontakt", **filled(alva, GROUP))
    assert answer.cookies[COOKIE]["max-age"] == 600
    receipt = unseal(alva.get(sparat="1").hidden("receipt"))
    assert receipt
    old = seal(receipt._replace(saved_at=receipt.saved_at - timedelta(minutes=11)))
    alva.client.cookies[COOKIE] = old
    assert "Ångra" not in alva.get(sparat="1").text
    page = alva.post("ny-kontakt/angra", receipt=old)
    assert page.status == 409
    assert "mer än tio minuter" in page.text


@pytest.mark.parametrize("token", ["", "x", "a" * 1000, "åäö"])
def test_an_undo_that_was_not_made_here_is_not_found(alva: Desk, token: str) -> None:
    assert alva.post("ny-kontakt/angra", receipt=token).status == 404


def test_the_server_keeps_nothing_that_ties_the_author_to_a_contact_without_name(alva: Desk) -> None:
    form = filled(alva, GROUP)
    with CaptureQueriesContext(connection) as captured:
        alva.post("ny-kontakt", **form)
    with alva.scope():
        key = str(DeidentifiedContact.objects.get().pk)
    assert key not in str(dict(alva.client.session))
    # Neither session nor log is written beside it: the time of either would be the time of the contact.
    words = [query["sql"].split() for query in captured.captured_queries]
    written = {sql[2 if sql[0] == "INSERT" else 1] for sql in words if sql[0] in ("INSERT", "UPDATE", "DELETE")}
    assert written == {'"casework_deidentifiedcontact"', '"audit_actionlog"'}


def test_the_form_that_was_used_last_is_the_same_persons_only(alva: Desk, kim: Desk) -> None:
    kept = alva.post("ny-kontakt", **filled(alva, GROUP)).cookies[LAST_FORM]
    assert (GROUP in kept.value, kept["httponly"], kept["max-age"]) == (False, True, "")
    assert re.search(rf'value="{GROUP}"[^>]*checked', alva.get("ny-kontakt").text)
    kim.client.cookies[LAST_FORM] = kept.value
    assert not re.search(rf'value="{GROUP}"[^>]*checked', kim.get("ny-kontakt").text)
    kim.client.cookies[LAST_FORM] = "åäö"
    assert kim.get("ny-kontakt").status == 200


def test_back_after_undo_does_not_say_saved_and_keeps_the_answers(alva: Desk) -> None:
    form = filled(alva, GROUP, duration="60-")
    alva.post("ny-kontakt", **form)
    alva.post("ny-kontakt/angra", receipt=alva.get(sparat="1").hidden("receipt"))
    page = alva.post("ny-kontakt", **form)
    assert page.status == 422
    assert "Kontakten sparades och ångrades. Spara en gång till om den ska räknas." in page.text
    assert re.search(r'value="60-"[^>]*checked', page.text)
    assert alva.post("ny-kontakt", **{**form, "submission": page.hidden("submission")}).status == 303
    with alva.scope():
        assert DeidentifiedContact.objects.count() == 2


def test_back_and_other_answers_are_not_taken_for_saved(alva: Desk) -> None:
    form = filled(alva, GROUP)
    alva.post("ny-kontakt", **form)
    page = alva.post("ny-kontakt", **{**form, "topics": ["talk", "violence"]})
    assert page.status == 422
    assert "Kontakten är redan sparad, med andra svar." in page.text
    assert page.hidden("submission") != form["submission"]
    assert "Ångra" in page.text


def test_the_same_form_sent_after_the_ten_minutes_says_saved_and_offers_no_undo(alva: Desk, now: datetime) -> None:
    form = filled(alva, GROUP)
    ids = {"actor_id": alva.actor.user_id, "board_id": alva.actor.board_id}
    form["submission"] = new_submission(**ids, at=now - timedelta(minutes=11))
    for _ in range(2):
        assert alva.post("ny-kontakt", **form).status == 303
    page = alva.get(sparat="1").text
    assert "Kontakten sparades" in page
    assert "Ångra" not in page


def test_a_form_of_another_board_or_of_yesterday_is_refused_with_a_sentence(alva: Desk, now: datetime) -> None:
    ids = {"actor_id": alva.actor.user_id, "board_id": alva.actor.board_id}
    board = Board.objects.get(municipality="0480", key="social_board").pk
    for key, sentence in (
        (
            new_submission(**{**ids, "board_id": board}, at=now),
            "Formuläret öppnades när du arbetade för en annan nämnd.",
        ),
        (new_submission(**ids, at=now - timedelta(hours=9)), "Formuläret har varit öppet för länge."),
    ):
        form = filled(alva, GROUP, submission=key)
        page = alva.post("ny-kontakt", **form)
        assert (page.status, sentence in page.text) == (422, True)
        assert alva.post("ny-kontakt", **{**form, "submission": page.hidden("submission")}).status == 303


def test_what_is_shown_of_a_request_or_a_file_is_logged(alva: Desk, now: datetime) -> None:
    with alva.scope():
        request, carer = a_request(alva.actor, at=now).pk, a_case(alva.actor, at=now).carer_id
    alva.get("ny-kontakt", request=str(request))
    alva.get("ny-kontakt", carer=str(carer))
    with alva.scope():
        reads = set(ReadLog.objects.values_list("subject_id", "page"))
    assert reads == {(request, "note-request"), (carer, "note")}


def test_a_contact_begun_from_a_request_is_filled_in_and_leads_back(alva: Desk, now: Any) -> None:
    group = TargetGroup.objects.filter(municipality="0480", entrance="guide").order_by("position")[0]
    lines = [group.guide_lines[0]]
    alone = TargetGroup.objects.filter(municipality="0480", guide_lines__contains=lines).count() == 1
    with alva.scope():
        request = a_request(alva.actor, at=now, reply="text", target_group_lines=lines)
    page = alva.get("ny-kontakt", request=str(request.pk))
    assert re.search(r'value="message"[^>]*checked', page.text)
    assert bool(re.search(rf'value="{group.pk}"[^>]*checked', page.text)) == alone
    answer = alva.post("ny-kontakt", **filled(alva, GROUP, request=page.hidden("request")))
    assert answer.address.endswith(f"forfragan/{request.pk}?sparat=1")
    landed = alva.get(f"forfragan/{request.pk}", sparat="1")
    form = {"receipt": landed.hidden("receipt"), "request": landed.hidden("request")}
    undone = alva.post("ny-kontakt/angra", **form)
    assert undone.address.endswith(f"forfragan/{request.pk}?angrat=1")
    assert "Ångrat. Kontakten räknas inte." in alva.get(f"forfragan/{request.pk}", angrat="1").text


def test_the_saved_line_does_not_follow_to_other_pages(alva: Desk, now: datetime) -> None:
    with alva.scope():
        other, carer = a_request(alva.actor, at=now).pk, a_case(alva.actor, at=now).carer_id
    alva.post("ny-kontakt", **filled(alva, GROUP))
    for path in ("", f"forfragan/{other}", f"akt/{carer}"):
        assert "Ångra kontakten" not in alva.get(path).text, path
    assert "Ångra kontakten" in alva.get("ny-kontakt").text


@pytest.mark.parametrize(("support_form", "urgent"), [(INFORMATION, True), (GROUP, False)])
def test_a_contact_about_violence_marks_its_request_unless_it_is_without_name(
    alva: Desk, now: datetime, support_form: str, urgent: bool
) -> None:
    with alva.scope():
        key = a_request(alva.actor, at=now).pk
    alva.post("ny-kontakt", **filled(alva, support_form, request=str(key), topics=["violence"]))
    with alva.scope():
        assert ContactRequest.objects.get(pk=key).is_urgent is urgent


def test_a_municipality_without_districts_asks_for_none() -> None:
    form = NoteForm(None)
    form.offer(forms=[], groups=[], districts=[], languages=[])
    assert "district" not in form.fields


def test_the_page_names_no_district_where_there_are_none(alva: Desk) -> None:
    has = District.objects.filter(municipality="0480").exists()
    assert ("Mer: stadsdel" in alva.get("ny-kontakt").text) is has


@pytest.mark.parametrize("role", [Role.UNIT_MANAGER, Role.CARER_REPRESENTATIVE, Role.SYSTEM_ADMINISTRATOR])
def test_a_role_that_notes_no_contacts_gets_a_sentence(desk: Callable[..., Desk], role: Role) -> None:
    assert desk(role).get("ny-kontakt").status == 403
