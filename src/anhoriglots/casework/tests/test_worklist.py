"""The lanes of the day: who waits, who has what, and what to follow up. A row never tells who somebody is."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.models import SupportContact
from anhoriglots.casework.queries.support_follow_up import support_contacts_to_follow_up
from anhoriglots.casework.queries.worklist import MOST_ROWS, Worklist, worklist
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.models import AccessCode, Opens

from .work import a_case, a_request, at_work

Staff = Callable[..., Actor]
DAYS = 90
HERE = MunicipalityPage("0480", "nykoping", "Nyköping", False, {"municipality": {"retention": {"thread_days": DAYS}}})
LABELS = {"talk": "Att prata med någon", "rest": "Egen tid"}


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


def lanes(actor: Actor, at: datetime, *, whole_unit: bool = False) -> Worklist:
    return worklist(
        actor,
        at=at,
        whole_unit=whole_unit,
        municipality=HERE,
        labels=LABELS,
        open_at=lambda key: f"/open/{key}",
        take_at=lambda key: f"/take/{key}",
    )


def test_a_request_stands_in_the_lane_of_its_promise(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        a_request(advisor, at=at, promised_at=at + timedelta(hours=2), needs=["talk"])
        a_request(advisor, at=at, promised_at=at + timedelta(days=1), reply="text")
        a_request(advisor, at=at, promised_at=at + timedelta(days=1), is_urgent=True, reply="code")
        found = lanes(advisor, at)
    assert [row.what for row in found.today] == ["Ring upp: att prata med någon"]
    assert [(row.what, row.promise) for row in found.later] == [("Skicka sms", "imorgon 10.00")]
    assert [row.what for row in found.urgent] == ["Svara med kod"]


def test_a_row_says_how_to_call_but_not_whom(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        a_request(advisor, at=at, interpreter_language="ar", wants_support_contact=True, needs=["rest"])
        row = lanes(advisor, at).today[0]
    assert row.what == "Ring upp: vill ha stödkontakt, egen tid"
    assert row.notes == ("Tyst uppringning", "Tolk arabiska")
    assert "Inga" not in repr(row)
    assert "070-" not in repr(row)


def test_a_promise_that_has_passed_is_told_in_words(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        a_request(advisor, at=at, promised_at=at - timedelta(hours=1))
        row = lanes(advisor, at).today[0]
    assert (row.is_late, row.promise) == (True, "försenad, lovad idag 09.00")


def test_what_a_colleague_has_is_seen_in_the_whole_unit_only(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    kim = make_staff("0480", "care_board", Role.COORDINATOR, name="Kim")
    with at_work(advisor):
        a_request(advisor, at=at, step="taken", taken_by_id=kim.user_id)
        a_request(advisor, at=at, step="tried", taken_by_id=advisor.user_id, step_at=at)
        mine, unit = lanes(advisor, at), lanes(advisor, at, whole_unit=True)
    assert [row.notes for row in mine.taken] == []
    assert [row.notes for row in unit.taken] == [("Tyst uppringning", "Kim har den")]
    assert [row.notes[-1] for row in mine.follow_up] == ["Försökt nå idag 10.00"]
    assert [row.take for row in unit.taken] == [""]


def test_closed_requests_and_those_of_other_units_are_not_there(
    advisor: Actor, make_staff: Staff, at: datetime
) -> None:
    elsewhere = make_staff("0480", "care_board", Role.CARER_ADVISOR, unit="home_help")
    with at_work(advisor):
        a_request(advisor, at=at, step="closed")
        a_request(elsewhere, at=at)
        found = lanes(advisor, at, whole_unit=True)
    assert found == Worklist([], [], [], [], [], has_more=False)


def test_at_most_fifty_wait_on_the_page_in_one_statement(
    advisor: Actor, at: datetime, django_assert_num_queries: Callable[..., Any]
) -> None:
    with at_work(advisor):
        for number in range(MOST_ROWS + 5):
            a_request(advisor, at=at, promised_at=at + timedelta(minutes=number))
        with django_assert_num_queries(1):
            found = lanes(advisor, at)
    assert len(found.today) == MOST_ROWS
    assert found.has_more
    assert found.today[0].promise == "10.00"


@pytest.mark.parametrize(
    ("days_ago", "warning"),
    [
        (75, None),
        (76, "Gallras om 15 dagar"),
        (89, "Gallras om 2 dagar"),
        (90, "Gallras i natt"),
        (95, "Gallras i natt"),
    ],
)
def test_what_nobody_acts_on_is_warned_of_a_fortnight_before_it_goes(
    advisor: Actor, at: datetime, days_ago: int, warning: str | None
) -> None:
    then = at - timedelta(days=days_ago)
    with at_work(advisor):
        a_request(advisor, at=at, received_at=then, step_at=then, promised_at=then)
        (row,) = lanes(advisor, at).today
    assert [note for note in row.notes if note.startswith("Gallras")] == ([warning] if warning else [])


def test_what_a_colleague_has_let_lie_is_seen_by_all_before_it_goes(
    advisor: Actor, make_staff: Staff, at: datetime
) -> None:
    kim = make_staff("0480", "care_board", Role.COORDINATOR, name="Kim")
    then = at - timedelta(days=DAYS - 3)
    with at_work(advisor):
        a_request(advisor, at=at, step="taken", taken_by_id=kim.user_id, step_at=then, promised_at=then)
        mine, unit = lanes(advisor, at), lanes(advisor, at, whole_unit=True)
    assert [row.notes[-2:] for row in mine.follow_up] == [("Kim har den", "Gallras om 4 dagar")]
    assert (mine.taken, unit.taken, unit.follow_up) == ([], [], mine.follow_up)


@pytest.mark.parametrize(
    ("column", "days"), [("step_at", -1), ("promised_at", 20), ("support_contact_promised_on", 20), ("expires_on", 20)]
)
def test_a_step_a_promise_or_a_visit_puts_the_warning_off(advisor: Actor, at: datetime, column: str, days: int) -> None:
    moved = at + timedelta(days=days)
    long_ago = dict.fromkeys(("step_at", "promised_at"), at - timedelta(days=DAYS))
    values = {**long_ago, column: moved.date() if column.endswith("_on") else moved}
    code_until = values.pop("expires_on", at.date())
    with at_work(advisor):
        request = a_request(advisor, at=at, step="taken", taken_by_id=advisor.user_id, **values)
        AccessCode.objects.create(
            municipality="0480",
            mark=b"m" * 32,
            board_id=request.board_id,
            opens=Opens.REQUEST,
            object_id=request.pk,
            expires_on=code_until,
        )
        found = lanes(advisor, at)
    assert found.follow_up == []
    assert not any("Gallras" in note for note in found.taken[0].notes)


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"step": "change_asked"}, "Stödkontakt: vill byta person"),
        ({"step": "offered", "days_ago": 9}, "Stödkontakt: inget svar på 9 dagar"),
        ({"step": "accepted", "ends_on": date(2026, 12, 1)}, "Stödkontakt: slutar tis 1 december"),
        ({"step": "offered", "days_ago": 2}, None),
        ({"step": "accepted", "ends_on": date(2027, 3, 1)}, None),
        ({"step": "ended", "ends_on": date(2026, 12, 1)}, None),
    ],
)
def test_a_support_contact_is_followed_up_when_somebody_should_act(
    advisor: Actor, at: datetime, values: dict[str, Any], what: str | None
) -> None:
    with at_work(advisor):
        case = a_case(advisor, at=at)
        days = values.pop("days_ago", 0)
        SupportContact.objects.create(
            municipality=advisor.municipality,
            board_id=advisor.board_id,
            case=case,
            worker_id=advisor.user_id,
            step_at=at,
            offered_at=at - timedelta(days=days),
            **values,
        )
        rows = support_contacts_to_follow_up(advisor, at=at, whole_unit=False, open_at=str)
    assert [row.what for row in rows] == ([what] if what else [])
