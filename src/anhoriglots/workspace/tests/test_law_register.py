"""Delegations and times to keep where they are read: behind the questions of the law, on Lagen, and in the preview."""

import html
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.models import Delegation, RetentionDecision
from anhoriglots.kernel.dates import swedish_date

from .conftest import Desk, Page
from .test_statements import FROZEN, statements

TODAY = timezone.localdate()
ASK = "lagen/fraga/"
PANEL = "Ur nämndens register"


@pytest.fixture
def elif_(desk: Callable[..., Desk]) -> Desk:
    """The manager of a unit."""
    return desk(Role.UNIT_MANAGER, name="Elif")


def paper(desk: Desk, **changes: Any) -> dict[str, Any]:
    own = {"municipality": "0480", "board_id": desk.actor.board_id, "number": "VON 2026:61"}
    first = TODAY - timedelta(days=300)
    return {**own, "decided_on": first, "valid_from": first, **changes}


def delegated(desk: Desk, **changes: Any) -> Delegation:
    values = {"matter": "Avsluta ärende", "matter_kind": "ordinary", "role": Role.COORDINATOR, **changes}
    with desk.scope():
        return Delegation.objects.create(**paper(desk, **values))


def kept(desk: Desk, **changes: Any) -> RetentionDecision:
    values = {"about": "chat", "document_type": "Chatten", "keep": 2, "keep_unit": "years", **changes}
    with desk.scope():
        return RetentionDecision.objects.create(**paper(desk, **values))


def text(page: Page) -> str:
    return re.sub(r"\s+", " ", html.unescape(page.text))


def panel(page: Page) -> str:
    return text(page).partition(f">{PANEL}<")[2].partition("</section>")[0]


def checked(page: Page, name: str) -> list[str]:
    """The values that stand chosen, or written, in the field."""
    controls = re.findall(rf'<input[^>]* name="{name}"[^>]*>', page.text)
    chosen = [one for one in controls if 'type="radio"' not in one or " checked" in one]
    return [value for one in chosen for value in re.findall(r'value="([^"]+)"', one)]


def test_the_question_shows_what_the_own_board_has_decided_for_the_asked_day(
    elif_: Desk, desk: Callable[..., Desk]
) -> None:
    delegated(elif_)
    delegated(elif_, matter="Öppna akt", valid_from=TODAY + timedelta(days=5), number="VON 2026:62")
    other = desk(Role.UNIT_MANAGER, board="social_board", name="Sara")
    delegated(other, number="SN 2026:9")
    today = panel(elif_.get(f"{ASK}delegation"))
    assert "Avsluta ärende" in today
    assert "Ett vanligt ärende om en person" in today
    assert "Öppna akt" not in today
    assert "SN 2026:9" not in today
    later = (TODAY + timedelta(days=5)).isoformat()
    assert "Öppna akt" in panel(elif_.get(f"{ASK}delegation", dag=later))
    asked = elif_.post(f"{ASK}delegation", dag=later, decider="employee")
    assert "Öppna akt" in panel(asked)
    assert "Inget beslut som gäller" in panel(elif_.get(f"{ASK}delegation", dag="2025-07-01"))


@pytest.mark.parametrize("question", ["offer-duty", "retention", "retention-decision"])
def test_a_question_that_no_decision_stands_behind_has_no_such_part(elif_: Desk, question: str) -> None:
    delegated(elif_)
    assert PANEL not in elif_.get(f"{ASK}{question}").text


def test_what_one_delegation_says_is_filled_in_and_can_be_changed(elif_: Desk) -> None:
    delegated(elif_)
    page = elif_.get(f"{ASK}delegation")
    assert [checked(page, name) for name in ("decider", "matter", "delegated")] == [["employee"], ["ordinary"], ["yes"]]
    assert text(page).count("Ifyllt från beslut VON 2026:61.") == 3
    filled = {"dag": TODAY.isoformat(), "decider": "employee", "matter": "ordinary", "delegated": "yes"}
    assert "Den anställda får besluta." in elif_.post(f"{ASK}delegation", **filled).text
    changed = elif_.post(f"{ASK}delegation", **filled | {"matter": "principle"})
    assert "Det här beslutet får inte delegeras." in changed.text
    assert checked(changed, "matter") == ["principle"]
    assert "Ifyllt från" not in changed.text


def test_of_several_the_person_picks_one(elif_: Desk) -> None:
    delegated(elif_)
    old = delegated(elif_, matter="Öppna akt", matter_kind="", number="VON 2024:1")
    page = elif_.get(f"{ASK}delegation")
    assert "Ifyllt" not in page.text
    assert "Slaget är inte angivet" in panel(page)
    assert f"beslut={old.pk}" in page.text
    picked = elif_.get(f"{ASK}delegation", dag=TODAY.isoformat(), beslut=str(old.pk))
    assert [checked(picked, name) for name in ("decider", "matter", "delegated")] == [["employee"], [], ["yes"]]
    assert "Ifyllt från" not in elif_.get(f"{ASK}delegation", beslut="något annat").text


@pytest.mark.parametrize(
    ("keep", "unit", "decided", "months"),
    [
        (2, "years", ["yes"], ["24"]),
        (3, "months", ["yes"], ["3"]),
        (90, "days", ["yes"], []),
        (None, "preserve", ["no"], []),
    ],
)
def test_what_is_decided_about_things_outside_the_file_is_filled_in(
    elif_: Desk, keep: int | None, unit: str, decided: list[str], months: list[str]
) -> None:
    kept(elif_, keep=keep, keep_unit=unit)
    kept(elif_, about="access_log", document_type="Loggen", number="VON 2026:99")
    page = elif_.get(f"{ASK}retention-outside-file")
    assert checked(page, "kind") == ["chat"]
    assert checked(page, "decided") == decided
    assert checked(page, "decided_months") == months
    assert "VON 2026:99" not in panel(page)


def test_what_is_decided_about_the_access_log_is_filled_in(elif_: Desk) -> None:
    kept(elif_, about="access_log", document_type="Loggen", keep=5)
    kept(elif_)
    page = elif_.get(f"{ASK}access-log-retention")
    assert checked(page, "decided_months") == ["60"]
    assert "Chatten" not in panel(page)


def decided(desk: Desk, **query: str) -> str:
    """The part of Lagen that tells what rests on decisions."""
    return text(desk.get("lagen", **query)).partition('id="decided"')[2].partition("</section>")[0]


@pytest.mark.parametrize(("days", "told"), [(0, True), (89, True), (90, False)])
def test_lagen_tells_what_ends_within_ninety_days(elif_: Desk, days: int, told: bool) -> None:
    last = TODAY + timedelta(days=days)
    delegated(elif_, valid_to=last)
    kept(elif_, valid_to=last)
    page = decided(elif_)
    for subject in ("Avsluta ärende", "Chatten"):
        assert (f"<strong>{subject}</strong>" in page) is told
    assert page.count(f"Slutar {swedish_date(last)}") == (2 if told else 0)


def test_lagen_tells_what_has_ended_until_something_comes_after_it(elif_: Desk) -> None:
    over = TODAY - timedelta(days=100)
    delegated(elif_, valid_to=over)
    delegated(elif_, role=Role.UNIT_MANAGER, valid_from=TODAY - timedelta(days=9), number="VON 2026:70")
    assert f"Slutade gälla {swedish_date(over)}" in decided(elif_)
    assert "Inget beslut kommer efter." in decided(elif_)
    delegated(elif_, valid_from=TODAY, number="VON 2026:71")
    assert "Slutade gälla" not in decided(elif_)


def test_lagen_tells_what_comes_after_what_soon_ends_and_nothing_of_what_never_held(elif_: Desk) -> None:
    last, after = TODAY + timedelta(days=3), TODAY + timedelta(days=4)
    kept(elif_, valid_to=last)
    kept(elif_, valid_from=after, number="VON 2026:72")
    at = timezone.now()
    never = {"ended_at": at, "ended_by": elif_.actor.user_id, "last_day": TODAY - timedelta(days=400)}
    delegated(elif_, **never)
    page = decided(elif_)
    assert f"Sedan gäller beslut VON 2026:72, från {swedish_date(after)}." in page
    assert "Avsluta ärende" not in page


def test_lagen_tells_what_the_program_deletes_and_the_decision_behind_it(elif_: Desk) -> None:
    page = decided(elif_)
    assert "Programmet tar bort det som skrivs bakom en kod 90 dagar efter att koden användes sist." in page
    assert "kontaktformuläret 30 dagar efter att ni har pratat klart." in page
    assert page.count("Beslut EXEMPEL KS 2025:90, 24 september 2025 (exempel).") == 2
    before = decided(elif_, dag="2025-09-30")
    assert before.partition("Programmet tar bort")[2].count("Beslut saknas") == 2
    assert before.count("Skriv beslutet i kommunens profil.") == 2
    assert "EXEMPEL KS 2025:90" not in before


@pytest.mark.parametrize(
    ("keep", "unit", "told"),
    [
        (90, "days", ""),
        (60, "days", "Beslut VON 2026:61 säger 60 dagar, programmet 90. Ändra profilen."),
        (3, "months", "Beslut VON 2026:61 säger 3 månader, programmet 90 dagar. Ändra profilen."),
        (None, "preserve", "Beslut VON 2026:61 säger att det bevaras, programmet 90 dagar. Ändra profilen."),
    ],
)
def test_lagen_tells_when_the_register_says_other_days_than_the_program(
    elif_: Desk, desk: Callable[..., Desk], keep: int | None, unit: str, told: str
) -> None:
    kept(elif_, keep=keep, keep_unit=unit)
    kept(elif_, about="other", document_type="Annat", keep=1, number="VON 2026:80")
    kept(elif_, document_type="Gamla chatten", keep=1, valid_to=TODAY - timedelta(days=1), number="VON 2026:81")
    page = decided(elif_)
    assert page.count("Ändra profilen.") == bool(told)
    assert told in page
    assert "Ändra profilen." not in decided(desk(Role.COORDINATOR, board="social_board", name="Sara"))


def pages_in_preview(desk: Desk, kind: str, **changes: Any) -> list[str]:
    days = {"decided_on": TODAY.isoformat(), "valid_from": TODAY.isoformat(), "number": "VON 2026:1"}
    own = {"matter": "Utreda", "matter_kind": "ordinary", "role": "coordinator"} if kind == "delegation" else {}
    retained = {"about": "booking_list", "document_type": "Listor", "keep": "1", "keep_unit": "years"}
    page = desk.post(f"beslut/nytt/{kind}", **days | (own or retained) | changes, do="preview")
    assert page.status == 200
    return _pages(page)


def _pages(page: Page) -> list[str]:
    touched = text(page).partition('id="touched"')[2].partition("</section>")[0]
    return [one for one in re.findall(r"<li>([^<]+)</li>", touched) if one != "Beslut"]


def test_the_preview_names_the_pages_that_really_show_the_decision(elif_: Desk) -> None:
    soon = (TODAY + timedelta(days=80)).isoformat()
    assert pages_in_preview(elif_, "delegation") == ["Fråga lagen"]
    assert pages_in_preview(elif_, "delegation", valid_to=soon) == ["Fråga lagen", "Lagen"]
    assert pages_in_preview(elif_, "gallring") == ["Fråga lagen"]
    assert pages_in_preview(elif_, "gallring", about="access_log") == ["Fråga lagen"]
    assert pages_in_preview(elif_, "gallring", about="file", keep="5") == []
    chat = {"about": "chat", "keep_unit": "days"}
    assert pages_in_preview(elif_, "gallring", **chat, keep="60") == ["Fråga lagen", "Lagen"]
    assert pages_in_preview(elif_, "gallring", **chat, keep="90") == ["Fråga lagen"]


def test_the_preview_of_an_end_names_lagen_where_it_then_is_told(elif_: Desk) -> None:
    row = delegated(elif_)
    page = elif_.post(f"beslut/delegation/{row.pk}/avsluta", last_day=TODAY.isoformat(), do="preview")
    assert _pages(page) == ["Fråga lagen", "Lagen"]


def test_a_long_register_costs_lagen_and_the_questions_no_more(elif_: Desk) -> None:
    for number in range(30):
        last: date = TODAY + timedelta(days=number)
        delegated(elif_, matter=f"Ärende {number}", valid_to=last)
        kept(elif_, document_type=f"Slag {number}", valid_to=last)
    acts: dict[str, Callable[[], Any]] = {
        "law-register": lambda: elif_.get("lagen"),
        "ask-law-delegation": lambda: elif_.get(f"{ASK}delegation"),
        "ask-law-retention": lambda: elif_.get(f"{ASK}retention-outside-file"),
    }
    assert {name: statements(act) for name, act in acts.items()} == {name: FROZEN[name] for name in acts}
