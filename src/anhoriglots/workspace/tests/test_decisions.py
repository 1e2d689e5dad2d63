"""Beslut in the browser: the list, a new decision in two steps, and the end of one."""

import html
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from anhoriglots.accounts.roles import Role
from anhoriglots.casework.tests.work import a_case, at_work, hired
from anhoriglots.catalogue.actions.register_decision import AboutSupport, register_decision
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.models import BoardDecision, Delegation, LawOverride, RetentionDecision, SupportForm
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import scope
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import Board

from .conftest import Desk, Page
from .test_statements import FROZEN, statements

TODAY = timezone.localdate()
PAPER = {"number": "VON 2026:61", "decided_on": TODAY.isoformat(), "valid_from": TODAY.isoformat()}
# Meeting places have no decision at the care board.
SUPPORT = {
    **PAPER,
    "support_form": "DS07",
    "without_assessment": "yes",
    "documentation": "deidentified",
    "reason": "Många kommer bara om de får vara okända.",
}
CLOSING = {"matter": "Avsluta ärende", "matter_kind": "ordinary", "role": "coordinator"}
LISTS = {"about": "booking_list", "document_type": "Bokningar till caféet"}
OVERRIDE = {
    **PAPER,
    "answer": "offer-duty:carer-in-target-group",
    "outcome": "required",
    "sentence": "Erbjud alltid en stödkontakt.",
}


@pytest.fixture
def elif_(desk: Callable[..., Desk]) -> Desk:
    """The manager of a unit."""
    return desk(Role.UNIT_MANAGER, name="Elif")


def text(page: Page) -> str:
    return html.unescape(page.text)


def saved(desk: Desk, kind: str, values: dict[str, Any], **more: Any) -> Page:
    return desk.post(f"beslut/nytt/{kind}", **values, do="save", **more)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_work_reads_the_register_but_only_some_change_it(desk: Callable[..., Desk], role: Role) -> None:
    page = desk(role).get("beslut")
    assert "EXEMPEL VON 2025:83" in page.text
    manages = role in (Role.UNIT_MANAGER, Role.SYSTEM_ADMINISTRATOR)
    assert ("beslut/nytt/stodform" in page.text) is manages
    assert ("/avsluta" in page.text) is manages
    assert ('accesskey="b"' in page.text) is manages


def test_the_list_tells_what_holds_what_has_ended_and_what_is_missing(desk: Callable[..., Desk]) -> None:
    page = text(desk(Role.UNIT_MANAGER, board="social_board").get("beslut"))
    assert "Från kommunens profil" in page
    assert "Ingen delegation är registrerad." in page
    care = text(desk(Role.UNIT_MANAGER).get("beslut"))
    assert "Har slutat gälla" in care
    assert "från 1 oktober 2025 till 30 september 2026" in care


def test_a_support_form_that_is_offered_without_a_decision_is_missing_until_there_is_one(elif_: Desk) -> None:
    with elif_.scope():
        groups = BoardDecision.objects.get(board=elif_.actor.board_id, support_form="DS06")
    elif_.post(f"beslut/stodform/{groups.pk}/avsluta", last_day=(TODAY - timedelta(days=1)).isoformat(), do="save")
    page = elif_.get("beslut")
    assert "?stodform=DS06" in page.text
    assert 'value="DS06" selected' in elif_.get("beslut/nytt/stodform", stodform="DS06").text
    saved(elif_, "stodform", {**SUPPORT, "support_form": "DS06"})
    assert "?stodform=DS06" not in elif_.get("beslut").text


def test_the_preview_tells_what_changes_and_saves_nothing(elif_: Desk) -> None:
    page = elif_.post("beslut/nytt/stodform", **SUPPORT, do="preview")
    assert page.status == 200
    shown = text(page)
    for word in ("Kontrollera innan du sparar", "med namn", "<strong>utan namn</strong>", "Ny kontakt", "saknas"):
        assert word in shown
    with elif_.scope():
        assert not BoardDecision.objects.filter(origin="register").exists()


def test_the_preview_names_the_offers_it_is_about(elif_: Desk) -> None:
    with elif_.scope():
        groups = BoardDecision.objects.get(board=elif_.actor.board_id, support_form="DS06")
    path = f"beslut/stodform/{groups.pk}/avsluta"
    shown = text(elif_.post(path, last_day=TODAY.isoformat(), do="preview"))
    assert "Anhöriggrupp, samtalsgrupp" in shown
    assert f"Så blir det {swedish_date(TODAY + timedelta(days=1))}" in shown
    assert "<strong>med namn</strong>" in shown
    with elif_.scope():
        groups.refresh_from_db()
    assert groups.last_day is None


def test_a_saved_decision_changes_the_form_that_contacts_are_noted_in(elif_: Desk, alva: Desk) -> None:
    assert "DS07:deidentified" not in alva.get("ny-kontakt").text
    preview = elif_.post("beslut/nytt/stodform", **SUPPORT, do="preview")
    assert elif_.post("beslut/nytt/stodform", **preview.carried, do="save").address.endswith("/beslut?gjort=sparat")
    assert "Beslutet är sparat." in elif_.get("beslut", gjort="sparat").text
    assert "Registrerat av Elif Exempel" in elif_.get("beslut").text
    assert "DS07:deidentified" in alva.get("ny-kontakt").text


def test_a_second_click_saves_nothing_new(elif_: Desk) -> None:
    key = str(uuid7())
    for _ in range(2):
        assert saved(elif_, "stodform", SUPPORT, key=key).status == 303
    with elif_.scope():
        assert BoardDecision.objects.filter(origin="register").count() == 1


def test_whoever_wants_to_change_something_gets_the_form_back_as_it_was(elif_: Desk) -> None:
    page = elif_.post("beslut/nytt/stodform", **SUPPORT, do="edit")
    assert page.status == 200
    assert 'value="VON 2026:61"' in page.text
    assert 'value="DS07" selected' in page.text


@pytest.mark.parametrize(
    ("kind", "model", "values", "says"),
    [
        (
            "delegation",
            Delegation,
            {**CLOSING, "conditions": "Bara på begäran."},
            "Villkor: Bara på begäran.",
        ),
        ("delegation", Delegation, CLOSING, "Ett vanligt ärende om en person"),
        ("gallring", RetentionDecision, {**LISTS, "keep": "5", "keep_unit": "years"}, "5 år"),
        ("gallring", RetentionDecision, {**LISTS, "keep_unit": "preserve"}, "bevaras"),
        ("gallring", RetentionDecision, {**LISTS, "keep_unit": "preserve"}, "Bokningslistor"),
        ("lagfraga", LawOverride, OVERRIDE, "Erbjud alltid en stödkontakt."),
    ],
)
def test_the_other_kinds_are_seen_first_and_then_saved(
    elif_: Desk, kind: str, model: Any, values: dict[str, str], says: str
) -> None:
    values = {**PAPER, **values}
    preview = elif_.post(f"beslut/nytt/{kind}", **values, do="preview")
    assert preview.status == 200
    assert says in text(preview)
    with elif_.scope():
        assert not model.objects.exists()
    assert saved(elif_, kind, values).status == 303
    assert says in text(elif_.get("beslut"))
    with elif_.scope():
        assert model.objects.count() == 1


def test_an_own_answer_is_seen_where_the_law_speaks_with_the_boards_number(elif_: Desk, alva: Desk) -> None:
    with alva.scope():
        carer = a_case(alva.actor, at=timezone.now()).carer_id
    path = f"akt/{carer}/stodkontakt"
    assert "Erbjud alltid" not in alva.get(path).text
    preview = text(elif_.post("beslut/nytt/lagfraga", **OVERRIDE, do="preview"))
    assert "Erbjud en stödkontakt" in preview
    assert "2026:673" in preview
    assert "Lagen svarar: Nämnden ska erbjuda" in preview
    assert "<strong>Nämnden svarar: Ska göras. Erbjud alltid en stödkontakt.</strong>" in preview
    other = {**OVERRIDE, "answer": "offer-duty:outside-target-groups"}
    assert "Erbjud en stödkontakt" not in text(elif_.post("beslut/nytt/lagfraga", **other, do="preview"))
    saved(elif_, "lagfraga", OVERRIDE)
    assert "I stället för lagens svar: Nämnden ska erbjuda" in text(elif_.get("beslut"))
    shown = text(alva.get(path))
    assert "Erbjud alltid en stödkontakt." in shown
    assert f"Nämndens beslut VON 2026:61, {swedish_date(TODAY)}" in shown
    assert "2026:673" in shown


def test_an_answer_is_chosen_by_its_sentence_below_its_question(elif_: Desk) -> None:
    page = text(elif_.get("beslut/nytt/lagfraga"))
    below = page.partition('<optgroup label="Måste nämnden erbjuda det här till den anhöriga?">')[2]
    group = below.partition("</optgroup>")[0]
    assert re.search(r'value="offer-duty:carer-in-target-group">\s*Nämnden ska erbjuda ', group)
    assert "facts-missing" not in page
    assert "consent-refused" not in page


@pytest.mark.parametrize(
    ("kind", "changes", "told"),
    [
        ("stodform", {"number": ""}, "Skriv numret."),
        ("stodform", {"support_form": "DS99"}, "Det valet finns inte längre. Välj igen."),
        ("stodform", {"valid_from": "1 mars"}, "Skriv dagen som 2026-03-01."),
        ("stodform", {"valid_from": "2026-02-30"}, "Skriv dagen som 2026-03-01."),
        ("stodform", {"valid_to": "2001-01-01"}, "Sista dagen ligger före den första."),
        ("stodform", {"reason": ""}, "Skriv de särskilda skälen."),
        ("stodform", {"reason": "x" * 401}, "Korta den till högst 400 tecken."),
        ("stodform", {"number": "191212121212"}, "Det ser ut som ett personnummer."),
        ("stodform", {"documentation": "counselling"}, "Det här är mer än rådgivning."),
        ("stodform", {"support_form": "DS06"}, "EXEMPEL VON 2025:83"),
        ("delegation", {**CLOSING, "role": "mayor"}, "Det valet finns inte längre."),
        ("delegation", {**CLOSING, "matter_kind": "mine"}, "Det valet finns inte längre."),
        ("delegation", {**CLOSING, "matter_kind": ""}, "Välj vad det är för ärende."),
        ("delegation", {**CLOSING, "matter_kind": "never"}, "Det här beslutet får inte delegeras."),
        ("delegation", {**CLOSING, "matter_kind": "principle"}, "6 kap. 38 §"),
        ("delegation", {**CLOSING, "matter_kind": "committee_only"}, "30 kap. 6 §"),
        ("gallring", {**LISTS, "keep_unit": "years", "keep": "fem"}, "Skriv ett antal från 1 till 1000."),
        ("gallring", {**LISTS, "keep_unit": "preserve", "keep": "5"}, "Det som bevaras har ingen tid."),
        ("gallring", {**LISTS, "about": "", "keep_unit": "preserve"}, "Välj vad beslutet gäller."),
        ("gallring", {**LISTS, "about": "file", "keep_unit": "years", "keep": "2"}, "16 kap. 1 §"),
        ("gallring", {**LISTS, "about": "preserved", "keep_unit": "years", "keep": "2"}, "de aldrig gallras."),
        ("lagfraga", {**OVERRIDE, "answer": "offer-duty:facts-missing"}, "Det valet finns inte längre."),
        ("lagfraga", {**OVERRIDE, "answer": "contact-noticed-carer:consent-refused"}, "Det valet finns inte längre."),
        (
            "lagfraga",
            {**OVERRIDE, "decided_on": "2025-01-01", "valid_from": "2025-06-30", "valid_to": "2025-06-30"},
            "Det här svaret vilar på bekräftad text: Nämnden ska erbjuda stöd.",
        ),
    ],
)
@pytest.mark.parametrize("do", ["preview", "save"])
def test_what_cannot_be_is_told_and_all_that_was_typed_stays(
    elif_: Desk, kind: str, changes: dict[str, str], told: str, do: str
) -> None:
    base = SUPPORT if kind == "stodform" else PAPER
    page = elif_.post(f"beslut/nytt/{kind}", **{**base, "document": "VON 2026/114", **changes}, do=do)
    assert page.status == 422
    assert "<title>Fel: " in page.text
    assert told in text(page)
    assert 'value="VON 2026/114"' in page.text


def test_a_kind_that_is_always_assessed_is_refused_with_its_section(elif_: Desk) -> None:
    housing = {**SUPPORT, "support_form": "IS04", "documentation": "identified"}
    with elif_.scope():
        kind = SupportForm.objects.filter(legal_kind="other_round_the_clock_care")[0]
    page = elif_.post("beslut/nytt/stodform", **{**housing, "support_form": kind.pk}, do="preview")
    assert page.status == 422
    assert "Lagen kräver alltid individuell behovsprövning" in text(page)
    assert "11 kap. 5 §" in text(page)


def test_a_day_far_ahead_is_allowed_but_told(elif_: Desk) -> None:
    day = TODAY + timedelta(days=366)
    page = elif_.post("beslut/nytt/stodform", **{**SUPPORT, "valid_from": day.isoformat()}, do="preview")
    assert f"Första dagen är {swedish_date(day)}. Det är mer än ett år fram." in text(page)
    near = elif_.post(
        "beslut/nytt/stodform", **{**SUPPORT, "valid_from": (day - timedelta(1)).isoformat()}, do="preview"
    )
    assert "mer än ett år fram" not in text(near)


def test_a_decision_that_is_over_may_be_registered_and_is_told_to_change_nothing(elif_: Desk) -> None:
    days = {name: (TODAY - timedelta(days=days)).isoformat() for name, days in (("decided_on", 9), ("valid_to", 1))}
    page = elif_.post("beslut/nytt/stodform", **{**SUPPORT, **days, "valid_from": days["decided_on"]}, do="preview")
    assert f"Beslutet slutade gälla {swedish_date(TODAY - timedelta(days=1))}." in text(page)


def test_a_decision_ends_once(elif_: Desk) -> None:
    saved(elif_, "stodform", SUPPORT)
    with elif_.scope():
        row = BoardDecision.objects.get(origin="register")
    path = f"beslut/stodform/{row.pk}/avsluta"
    early = elif_.post(path, last_day=(TODAY - timedelta(days=2)).isoformat(), do="preview")
    assert (early.status, "Sista dagen kan tidigast vara igår." in text(early)) == (422, True)
    assert elif_.post(path, last_day=TODAY.isoformat(), do="save").status == 303
    again = elif_.post(path, last_day=(TODAY + timedelta(days=3)).isoformat(), do="save")
    assert (again.status, "Beslutet är redan avslutat." in text(again)) == (422, True)
    assert "Avslutat av Elif Exempel" in text(elif_.get("beslut"))
    assert "Beslutet är redan avslutat." in text(elif_.get(path))


@pytest.mark.parametrize(("code", "slug"), [("0480", "nykoping"), ("0662", "gislaved")])
def test_another_boards_decision_is_not_found(
    elif_: Desk, make_staff: Callable[..., Any], client_of: Callable[..., Any], code: str, slug: str
) -> None:
    with elif_.scope():
        row = BoardDecision.objects.get(board=elif_.actor.board_id, support_form="DS06")
    boards = Board.objects.filter(municipality=code, units__isnull=False).exclude(pk=elif_.actor.board_id)
    other = make_staff(code, boards[0].key, Role.SYSTEM_ADMINISTRATOR, name="Sara")
    path = f"/{slug}/personal/beslut/stodform/{row.pk}/avsluta"
    for do in ("preview", "save"):
        answer = client_of(other).post(path, {"last_day": TODAY.isoformat(), "do": do})
        assert answer.status_code == 404
    assert "EXEMPEL VON 2025:83" not in client_of(other).get(f"/{slug}/personal/beslut").content.decode()
    with scope("0480"):
        row.refresh_from_db()
    assert row.last_day is None


def test_a_kind_that_does_not_exist_is_not_found(elif_: Desk) -> None:
    assert elif_.get("beslut/nytt/annat").status == 404
    assert elif_.get(f"beslut/annat/{uuid7()}/avsluta").status == 404
    assert elif_.get(f"beslut/stodform/{uuid7()}/avsluta").status == 404


def test_a_decision_that_ends_within_sixty_days_is_told_first(elif_: Desk) -> None:
    last = TODAY + timedelta(days=59)
    saved(elif_, "gallring", {**PAPER, **LISTS, "keep_unit": "preserve", "valid_to": last.isoformat()})
    page = text(elif_.get("beslut"))
    assert (
        page.index("Slutar inom 60 dagar")
        < page.index(f"Slutar {swedish_date(last)}")
        < page.index("Stöd utan behovsprövning")
    )


@pytest.mark.parametrize("same_form", [True, False])
def test_of_those_who_save_at_the_same_instant_one_decision_comes(
    committed: None, at: datetime, same_form: bool
) -> None:
    actor = hired(Role.UNIT_MANAGER, name="Elif")
    day = date(2026, 11, 24)
    keys = [uuid7()] * 3 if same_form else [uuid7() for _ in range(3)]

    def save(number: int) -> UUID:
        paper = Paper("VON 2026:61", day, day, key=keys[number])
        with at_work(actor):
            return register_decision(actor=actor, paper=paper, about=AboutSupport("DS07", True, "identified"), at=at).pk

    with several_at_once(3) as run:
        got = run(save)
    assert sum(isinstance(result, Refused) for result in got) == (0 if same_form else 2)
    with at_work(actor):
        assert BoardDecision.objects.filter(origin="register").count() == 1


def test_the_register_costs_no_more_statements_than_it_did_however_long_it_is(elif_: Desk) -> None:
    heads = "slag;vad det gäller;slags handling;hur länge;nummer;beslutat;första dag"
    rows = [f"gallring;other;Slag {number};bevaras;VON 1;{TODAY};{TODAY}" for number in range(30)]
    elif_.post("beslut/las-in", rows="\n".join([heads, *rows]), do="save")
    saved(elif_, "delegation", {**PAPER, **CLOSING})
    acts: dict[str, Callable[[], Any]] = {
        "register": lambda: elif_.get("beslut"),
        "register-form": lambda: elif_.get("beslut/nytt/stodform"),
        "register-preview": lambda: elif_.post("beslut/nytt/stodform", **SUPPORT, do="preview"),
        "register-save": lambda: saved(elif_, "stodform", SUPPORT),
    }
    assert {name: statements(act) for name, act in acts.items()} == {name: FROZEN[name] for name in acts}
