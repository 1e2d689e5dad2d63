"""From "vill ha stödkontakt" to a named person, in the browser."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ReadLog
from anhoriglots.casework.actions.support_contact import offer_support_contact
from anhoriglots.casework.models import ContactRequest, SupportContact, ThreadMessage
from anhoriglots.casework.steps import step_support_contact
from anhoriglots.casework.tests.work import a_case, a_request
from anhoriglots.casework.workflow import SupportContactStep
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import works_on
from anhoriglots.people.models import Carer

from .conftest import Desk


@pytest.fixture
def stina(desk: Callable[..., Desk]) -> Desk:
    return desk(Role.SUPPORT_CONTACT, name="Stina")


@pytest.fixture
def request_id(alva: Desk, now: Any) -> UUID:
    with alva.scope():
        key = a_request(alva.actor, at=now, wants_support_contact=True).pk
    alva.post(f"forfragan/{key}/ta")
    return key


@pytest.fixture
def offered(alva: Desk, stina: Desk, now: Any) -> UUID:
    with alva.scope():
        carer = a_case(alva.actor, at=now).carer_id
    address = alva.post(f"akt/{carer}/stodkontakt", worker=str(stina.actor.user_id)).address
    return UUID(address.rsplit("/", 1)[1])


def test_a_file_is_asked_for_where_the_board_documents_by_name(alva: Desk, request_id: UUID) -> None:
    page = alva.get(f"forfragan/{request_id}/stodkontakt")
    assert "Välj eller öppna en akt" in page.text
    assert 'name="worker"' not in page.text


def test_with_a_new_file_the_person_behind_the_code_is_offered_somebody(
    alva: Desk, stina: Desk, request_id: UUID
) -> None:
    form = alva.get(f"forfragan/{request_id}/akt/ny")
    assert "Exempel-Inga" in form.text
    opened = alva.post(
        f"forfragan/{request_id}/akt/ny",
        name="Exempel-Inga",
        phone="070-174 06 51",
        email="",
        personal_number="",
        first_move="carer",
    )
    path = opened.address.removeprefix("/nykoping/personal/")
    assert "Stina Exempel – ingen pågående" in alva.get(path).text
    carer = path.partition("carer=")[2]
    alva.post(f"forfragan/{request_id}/stodkontakt", worker=str(stina.actor.user_id), carer=carer)
    with alva.scope():
        contact = SupportContact.objects.get()
        assert (contact.request_id, contact.worker_id) == (request_id, stina.actor.user_id)
    request = alva.get(f"forfragan/{request_id}").text
    assert "Stina – erbjuden idag, inget svar än" in request
    assert "Erbjud en stödkontakt</a>" not in request  # there is one already


@pytest.mark.parametrize("step", ["withdrawn", "erased", "closed"])
def test_from_a_request_that_is_over_no_file_is_opened_and_nobody_offered(
    alva: Desk, stina: Desk, now: Any, step: str
) -> None:
    with alva.scope():
        key, carer = a_request(alva.actor, at=now, step=step).pk, a_case(alva.actor, at=now).carer_id
    for path in ("stodkontakt", "akt", "akt/ny"):
        assert alva.get(f"forfragan/{key}/{path}").status == 409
        answer = alva.post(
            f"forfragan/{key}/{path}",
            worker=str(stina.actor.user_id),
            carer=str(carer),
            words="åsa",
            name="Ny Exempel",
            first_move="carer",
        )
        assert answer.status == 409
        assert "örfrågan" in answer.text
    assert "Erbjud en stödkontakt" not in alva.get(f"forfragan/{key}").text
    with alva.scope():
        assert (SupportContact.objects.count(), Carer.objects.count()) == (0, 1)


def reads(desk: Desk) -> set[tuple[UUID, str]]:
    with desk.scope():
        return set(ReadLog.objects.filter(actor_id=desk.actor.user_id).values_list("subject_id", "page"))


def test_reading_a_support_contact_is_logged_for_the_file_and_for_the_request(
    alva: Desk, stina: Desk, now: Any, request_id: UUID
) -> None:
    with alva.scope():
        case = a_case(alva.actor, at=now)
        contact = offer_support_contact(
            actor=alva.actor, worker_id=stina.actor.user_id, request_id=request_id, case=case, at=now
        )
    for path in ("", "/person"):
        with alva.scope():
            before = ReadLog.objects.filter(actor_id=stina.actor.user_id).count()
        stina.get(f"stodkontakt/{contact.pk}{path}")
        with alva.scope():
            assert ReadLog.objects.filter(actor_id=stina.actor.user_id).count() == before + 2
    assert reads(stina) == {(case.carer_id, "support-contact"), (request_id, "support-contact-request")}


def test_the_page_that_offers_to_somebody_with_a_file_is_logged(alva: Desk, now: Any, request_id: UUID) -> None:
    with alva.scope():
        carer = a_case(alva.actor, at=now).carer_id
    alva.get(f"akt/{carer}/stodkontakt")
    with alva.scope():
        assert ReadLog.objects.filter(subject_id=carer, page="offer").count() == 1
    alva.get(f"forfragan/{request_id}/stodkontakt", carer=str(carer))
    with alva.scope():
        assert ReadLog.objects.filter(subject_id=carer, page="offer").count() == 2


def test_a_manager_who_reads_no_files_sees_neither_matter_nor_reason(
    alva: Desk, desk: Callable[..., Desk], offered: UUID
) -> None:
    alva.post(f"stodkontakt/{offered}/svar", answer="declined", decline_reason="not_ready")
    manager = desk(Role.UNIT_MANAGER, name="Elif")
    seen, told = manager.get(f"stodkontakt/{offered}").text, alva.get(f"stodkontakt/{offered}").text
    assert ("2026-000001" in told, "Inte redo nu" in told.split("Vad har hänt?")[1]) == (True, True)
    assert ("2026-000001" in seen, "Inte redo nu" in seen.split("Vad har hänt?")[1]) == (False, False)
    assert "En person med akt" in seen
    assert {page for _, page in reads(manager)} == {"support-contact"}


def test_choosing_nobody_is_explained(alva: Desk, stina: Desk, now: Any) -> None:
    with alva.scope():
        carer = a_case(alva.actor, at=now).carer_id
    page = alva.post(f"akt/{carer}/stodkontakt")
    assert (page.status, "Välj en kollega." in page.text) == (422, True)


def test_a_second_click_offers_nobody_else(alva: Desk, stina: Desk, now: Any) -> None:
    with alva.scope():
        carer = a_case(alva.actor, at=now).carer_id
    alva.post(f"akt/{carer}/stodkontakt", worker=str(stina.actor.user_id))
    again = alva.post(f"akt/{carer}/stodkontakt", worker=str(stina.actor.user_id))
    assert "Det finns redan en stödkontakt." in again.text
    with alva.scope():
        assert SupportContact.objects.count() == 1


def test_the_law_in_force_stands_on_the_page(alva: Desk, offered: UUID) -> None:
    """Once, with section, day and what it says."""
    with alva.scope():
        carer = SupportContact.objects.get(pk=offered).case.carer_id  # type: ignore[union-attr]
    for path in (f"stodkontakt/{offered}", f"akt/{carer}/stodkontakt"):
        page = alva.get(path).text
        assert page.count("Varför?") == 1
        for words in (
            "Nämnden ska erbjuda en stödkontakt. Det gäller den som hjälper",
            "13 kap. 9 §",
            "från 1 juli 2026",
        ):
            assert words in page


def test_the_law_stands_once_where_a_file_is_needed_first(alva: Desk, request_id: UUID) -> None:
    page = alva.get(f"forfragan/{request_id}/stodkontakt").text
    assert page.count("Varför?") == 1
    assert "måste vi dokumentera vem det gäller" in page


def happened(desk: Desk, contact_id: UUID) -> list[str]:
    """The rows of the timeline: what happened, and what is told beside it."""
    shown = desk.get(f"stodkontakt/{contact_id}").text.partition('<ol class="timeline">')[2].partition("</ol>")[0]
    return re.findall(r'<p(?: class="timeline-title")?>([^<]+)</p>', shown)


def test_each_row_says_who_did_what(alva: Desk, kim: Desk, stina: Desk, offered: UUID) -> None:
    alva.post(f"stodkontakt/{offered}/svar", answer="accepted")
    alva.post(f"stodkontakt/{offered}/person", worker=str(kim.actor.user_id))
    stina.post(f"stodkontakt/{offered}/steg", do="back")
    alva.post(f"stodkontakt/{offered}/steg", do="end")
    with alva.scope():
        contact = SupportContact.objects.get(pk=offered)
    assert happened(alva, offered) == [
        "Alva erbjöd Stina som stödkontakt",
        "Den anhöriga tackade ja",
        "Alva skrev ned svaret",
        "Alva satte in en ersättare",
        "Stina är tillbaka",
        "Alva avslutade stödkontakten",
    ]
    with scope(contact.municipality, contact.board_id):
        step_support_contact(contact, SupportContactStep.ASKED_AGAIN, at=timezone.now())
    assert happened(alva, offered)[-2:] == ["Den anhöriga bad om en stödkontakt ändå", "Svarade med sin kod"]


def test_who_offers_herself_does_so(alva: Desk, now: Any) -> None:
    with alva.scope():
        carer = a_case(alva.actor, at=now).carer_id
    address = alva.post(f"akt/{carer}/stodkontakt", worker=str(alva.actor.user_id)).address
    assert happened(alva, UUID(address.rsplit("/", 1)[1])) == ["Alva erbjöd sig själv som stödkontakt"]
    assert "Erbjud en stödkontakt</a>" not in alva.get(f"akt/{carer}").text  # there is one already


def test_the_number_the_carer_sees_can_be_called_and_reading_is_said_to_be_logged(alva: Desk, offered: UUID) -> None:
    page = alva.get(f"stodkontakt/{offered}").text
    assert 'href="tel:0846500401"><bdi>08-465 00 401</bdi>' in page
    assert "<bdi>vardagar 9–15</bdi>" in page
    assert "Att du öppnar sidan syns i läsloggen." in page


def test_yes_substitute_back_change_and_end(alva: Desk, kim: Desk, offered: UUID) -> None:
    alva.post(f"stodkontakt/{offered}/svar", answer="accepted")
    alva.post(f"stodkontakt/{offered}/person", worker=str(kim.actor.user_id))
    assert "Ersättare" in alva.get(f"stodkontakt/{offered}").text
    alva.post(f"stodkontakt/{offered}/steg", do="back")
    changed = alva.client.post(
        f"/nykoping/personal/stodkontakt/{offered}/person?byt=1", {"worker": str(kim.actor.user_id)}
    )
    new = changed.headers["Location"].rsplit("/", 1)[1]
    alva.post(f"stodkontakt/{new}/steg", do="end")
    with alva.scope():
        steps = list(SupportContact.objects.order_by("offered_at").values_list("step", flat=True))
    assert steps == ["changed", "ended"]


def test_a_no_asks_for_the_reason(alva: Desk, offered: UUID) -> None:
    page = alva.post(f"stodkontakt/{offered}/svar", answer="declined")
    assert (page.status, "Välj varför personen tackade nej" in page.text) == (422, True)
    assert alva.post(f"stodkontakt/{offered}/svar", answer="declined", decline_reason="not_ready").status == 303
    assert "Inte redo nu" in alva.get(f"stodkontakt/{offered}").text


def test_who_asks_again_after_a_no_is_in_follow_up_and_can_be_offered_somebody(alva: Desk, offered: UUID) -> None:
    alva.post(f"stodkontakt/{offered}/svar", answer="declined", decline_reason="time")
    with alva.scope():
        step_support_contact(SupportContact.objects.get(pk=offered), SupportContactStep.ASKED_AGAIN, at=timezone.now())
    assert "Stödkontakt: tackade nej, vill ha en ändå" in alva.get().text
    page = alva.get(f"stodkontakt/{offered}").text
    assert "Den anhöriga bad idag om en stödkontakt ändå." in page
    assert "Erbjud en stödkontakt</a>" in page
    assert "Förnya ett halvår" not in page


def test_a_stale_step_is_refused_in_words_and_an_unknown_one_is_not_found(alva: Desk, offered: UUID) -> None:
    alva.post(f"stodkontakt/{offered}/steg", do="end")
    late = alva.post(f"stodkontakt/{offered}/steg", do="end")
    assert (late.status, "har redan ändrats" in late.text) == (409, True)
    assert alva.post(f"stodkontakt/{offered}/steg", do="sell").status == 404


def test_when_nobody_has_time_the_person_gets_a_day(alva: Desk, request_id: UUID) -> None:
    soon = date.today() + timedelta(days=7)  # noqa: DTZ011 - the page counts from the same clock
    with alva.scope():
        ContactRequest.objects.update(wants_support_contact=True)
        hours = ContactRequest.objects.get().unit.hours
    day = next(day for number in range(14) if works_on(hours, day := soon + timedelta(days=number)))
    alva.post(f"forfragan/{request_id}/lova", by=day.isoformat())
    with alva.scope():
        assert "Just nu hinner ingen ta fler." in ThreadMessage.objects.get().text


@pytest.mark.parametrize("by", ["", "snart", "2020-01-01", "9999-99-99", "1" * 1000])
def test_a_day_that_cannot_be_promised_is_explained(alva: Desk, request_id: UUID, by: str) -> None:
    assert alva.post(f"forfragan/{request_id}/lova", by=by).status == 422


def test_outsiders_find_nothing(desk: Callable[..., Desk], offered: UUID, request_id: UUID) -> None:
    neighbour = desk(Role.CARER_ADVISOR, board="social_board")
    other = desk(Role.SUPPORT_CONTACT, name="Otto")
    for person in (neighbour, other):
        assert person.get(f"stodkontakt/{offered}").status == 404
        assert person.get(f"stodkontakt/{offered}/person").status == 404
        for act, values in (("svar", {"answer": "accepted"}), ("steg", {"do": "end"})):
            assert person.post(f"stodkontakt/{offered}/{act}", **values).status == 404
    assert other.get(f"forfragan/{request_id}/stodkontakt").status == 403


def test_a_manager_who_reads_no_files_is_told_to_ask_a_colleague(desk: Callable[..., Desk], request_id: UUID) -> None:
    page = desk(Role.UNIT_MANAGER, name="Elif").get(f"forfragan/{request_id}/stodkontakt")
    assert "Be en kollega på enheten" in page.text
    assert "Välj eller öppna en akt</a>" not in page.text
