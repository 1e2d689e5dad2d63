"""Grupper: a course is planned, seen and published; nothing that was typed is lost, and nobody else gets in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate

from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ReadLog
from anhoriglots.booking.models import Booking, Group, Meeting
from anhoriglots.booking.schedule import Plan
from anhoriglots.booking.tests.groups import PLAN, a_group, books, stored
from anhoriglots.booking.workflow import BookingStep, GroupStep
from anhoriglots.organisations.queries import target_groups_of

from .conftest import Desk, Page
from .test_statements import FROZEN, statements

pytestmark = pytest.mark.django_db


def filled(desk: Desk, now: datetime, **changes: Any) -> dict[str, Any]:
    """The form as it is sent: what was typed, and the defaults."""
    return {
        "title": "Tisdagsgruppen (exempel)",
        "way": "place",
        "place": "Träffpunkten, Exempelgatan 1",
        "first_day": (localdate(now) + timedelta(days=14)).isoformat(),
        "times": "6",
        "rhythm": "fortnightly",
        "starts": "18.00",
        "ends": "20",
        "skip_holidays": "on",
        "capacity": "8",
        "seating": "course",
        "has_queue": "on",
        "leader": str(desk.actor.user_id),
        "languages": ["sv"],
        "fee": "0",
        "support_form": "DS06",
        **changes,
    }


def only_group(desk: Desk) -> Group:
    """The one that there is."""
    with desk.scope():
        return Group.objects.get()


def ready(desk: Desk, *, at: datetime, **changes: Any) -> Group:
    """A published group of the desk's own unit, led by who sits there."""
    return a_group(desk.actor, at=at, plan=soon(at), leader_id=desk.actor.user_id, **changes)


@pytest.fixture
def before(now: datetime) -> datetime:
    """Some days before the first meeting, by the clock of the pages."""
    return now


def soon(at: datetime) -> Plan:
    """Six evenings that begin in a week."""
    return replace(PLAN, first=localdate(at) + timedelta(days=7), skip_holidays=False)


def test_a_course_of_six_is_seen_then_published(alva: Desk, now: datetime) -> None:
    preview = alva.post("grupper/ny", **filled(alva, now))
    assert preview.status == 200
    assert "Träffpunkten, Exempelgatan 1" in preview.text
    assert "6 gånger" in preview.text
    with alva.scope():
        assert not Group.objects.exists()
    saved = alva.post("grupper/ny", **preview.carried, do="publish")
    assert saved.status == 303
    group = only_group(alva)
    with alva.scope():
        assert (group.step, Meeting.objects.count()) == (GroupStep.PUBLISHED, 6)
    assert (group.leader_id, group.leader_name) == (alva.actor.user_id, "Alva")
    assert "Gruppen är publicerad." in alva.get(f"grupper/{group.pk}", gjort="publish").text


def test_a_second_click_saves_nothing_new(alva: Desk, now: datetime) -> None:
    preview = alva.post("grupper/ny", **filled(alva, now))
    first = alva.post("grupper/ny", **preview.carried, do="publish")
    assert alva.post("grupper/ny", **preview.carried, do="publish").address == first.address
    only_group(alva)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": ""}, "Skriv vad gruppen heter utåt."),
        ({"place": ""}, "Skriv plats och adress."),
        ({"way": "online"}, "Skriv länken till mötet."),
        ({"way": "online", "online_link": "möte"}, "Skriv hela länken."),
        ({"first_day": "2020-01-01"}, "Den första gången har redan varit."),
        ({"first_day": "snart"}, "Skriv dagen som 2026-03-01."),
        ({"ends": "17.00"}, "Sluttiden ska vara senare än starttiden."),
        ({"starts": "25"}, "Skriv klockslaget som 18.00."),
        ({"times": "0"}, "Skriv ett antal från 1 till 60."),
        ({"capacity": ""}, "Skriv hur många platser det finns"),
        ({"capacity": "åtta"}, "Skriv ett antal från 1 till 500."),
        ({"leader": "volunteer"}, "Skriv vad den som leder kallas utåt."),
        ({"support_form": "XX"}, "Det valet finns inte längre."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    alva: Desk, now: datetime, changes: dict[str, str], told: str
) -> None:
    page = alva.post("grupper/ny", **filled(alva, now, **{"access_note": "Ring på klockan", **changes}))
    assert page.status == 422
    assert "<title>Fel: " in page.text
    assert told in page.text
    assert "Ring på klockan" in page.text
    with alva.scope():
        assert not Group.objects.exists()


def test_a_holiday_is_jumped_over_and_told(alva: Desk, now: datetime) -> None:
    page = alva.post(
        "grupper/ny", **filled(alva, now, first_day=f"{now.year + 1}-12-17", rhythm="weekly", times="3")
    ).text
    assert "Hoppar över" in page
    assert f"24 december {now.year + 1}" in page


def test_a_leader_who_is_elsewhere_is_a_warning_and_no_stop(alva: Desk, now: datetime) -> None:
    first = alva.post("grupper/ny", **filled(alva, now))
    alva.post("grupper/ny", **first.carried, do="publish")
    again = alva.post("grupper/ny", **filled(alva, now, title="Den andra (exempel)"))
    assert "har annat samtidigt" in again.text
    assert alva.post("grupper/ny", **again.carried, do="draft").status == 303
    assert "Utkast" in alva.get("grupper").text


def test_the_list_shows_next_time_seats_and_queue(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before, capacity=1)
    books(group, at=before)
    books(group, at=before, or_queue=True)
    page = alva.get("grupper").text
    assert "Fullt, 1 plats" in page
    assert "1 i kö" in page


def test_a_leader_who_plans_nothing_sees_only_the_own_ones(
    alva: Desk, desk: Callable[..., Desk], before: datetime
) -> None:
    otto = desk(Role.CARER_REPRESENTATIVE, name="Otto")
    ready(alva, at=before)
    own = a_group(
        alva.actor,
        at=before,
        plan=soon(before),
        leader_id=otto.actor.user_id,
        texts={"title": {"sv": "Kaffe (exempel)"}},
    )
    page = otto.get("grupper").text
    assert "Kaffe (exempel)" in page
    assert "Tisdagsgruppen" not in page
    assert "Ny grupp" not in page
    assert otto.get(f"grupper/{own.pk}").status == 200
    assert otto.get("grupper/ny").status == 403
    assert otto.get(f"grupper/{own.pk}/andra").status == 403


def test_every_person_shown_is_in_the_read_log(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before)
    booked = books(group, at=before)
    for path, page in (("", "group"), ("/lista", "group-list")):
        assert "Exempel-Inga" in alva.get(f"grupper/{group.pk}{path}").text
        with alva.scope():
            assert ReadLog.objects.filter(subject_id=booked.booking_id, page=page).count() == 1


def test_the_reviewer_sees_who_read_and_no_name(alva: Desk, desk: Callable[..., Desk], before: datetime) -> None:
    booked = books(ready(alva, at=before), at=before)
    with alva.scope():
        group = Booking.objects.get(pk=booked.booking_id).group_id
    alva.get(f"grupper/{group}")
    page = desk(Role.LOG_REVIEWER, name="Lova").get("laslogg").text
    assert f"Bokning {booked.booking_id.hex[-6:].upper()}" in page
    assert "Exempel-Inga" not in page


def test_the_printed_list_does_not_say_what_the_group_is(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before, texts={"title": {"sv": "Demensgruppen (exempel)"}})
    books(group, at=before)
    page = alva.get(f"grupper/{group.pk}/lista").text
    assert "Exempel-Inga" in page
    assert "Demens" not in page


def test_cancelling_for_somebody_offers_the_seat_to_the_next_who_says_yes(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before, capacity=1)
    first, second = books(group, at=before), books(group, at=before, or_queue=True)
    alva.post(f"grupper/bokning/{first.booking_id}", do="cancel")
    assert stored(second).step == BookingStep.OFFERED
    alva.post(f"grupper/bokning/{second.booking_id}", do="accept")
    assert stored(second).step == BookingStep.BOOKED


def test_a_cancelled_time_tells_who_must_know(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before)
    books(group, at=before)
    with alva.scope():
        meeting = Meeting.objects.filter(group=group).order_by("starts_at")[0]
    path = f"grupper/{group.pk}/stall-in?gang={meeting.pk}"
    assert "Ställ in gången" in alva.get(path).text
    done = alva.post(path)
    assert done.status == 303
    page = Page(alva.client.get(done.address)).text
    assert "Exempel-Inga" in page
    assert "070-174 06 51" in page
    key = Page(alva.client.get(done.address)).hidden("message")
    alva.post(f"grupper/{group.pk}/beratta", message=key)
    assert "Ingen behöver ringas." in alva.get(f"grupper/{group.pk}/beratta").text


def test_a_cancelled_group_ends_every_booking(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before)
    booked = books(group, at=before)
    page = Page(alva.client.get(alva.post(f"grupper/{group.pk}/stall-in").address)).text
    assert "Exempel-Inga" in page
    assert stored(booked).step == BookingStep.GROUP_CANCELLED


def test_a_group_is_changed_but_never_below_what_is_taken(alva: Desk, now: datetime, before: datetime) -> None:
    group = ready(alva, at=before, capacity=3)
    books(group, at=before, seats=2)
    fields = filled(alva, now, capacity="1")
    page = alva.post(f"grupper/{group.pk}/andra", **fields)
    assert page.status == 422
    assert "2 platser är redan tagna" in page.text
    assert alva.post(f"grupper/{group.pk}/andra", **{**fields, "capacity": "2", "place": "Biblioteket"}).status == 303
    changed = only_group(alva)
    assert (changed.capacity, changed.texts["place"]["sv"]) == (2, "Biblioteket")


def test_a_change_keeps_translations_as_drafts_where_the_swedish_is_another(alva: Desk, now: datetime) -> None:
    texts = {
        "title": {"sv": "Gruppen (exempel)", "en": "The group"},
        "place": {"sv": "Biblioteket", "en": "The library"},
    }
    group = ready(alva, at=now, texts=texts, checked={"en": ["title", "place"]})
    old = target_groups_of("0480")[0]
    changed = filled(alva, now, title="Gruppen (exempel)", place="Torget", target_groups=[old.key])
    assert alva.post(f"grupper/{group.pk}/andra", **changed).status == 303
    assert only_group(alva).checked == {"en": ["title"]}
    saved = only_group(alva).texts
    assert saved["title"] == texts["title"]
    assert saved["place"] == {"sv": "Torget", "en": "The library"}
    assert saved["for_whom"] == {"sv": old.label}


def test_a_new_leader_who_is_elsewhere_is_a_warning_and_no_stop(alva: Desk, kim: Desk, now: datetime) -> None:
    group = ready(alva, at=now)
    ready(kim, at=now)
    changed = filled(alva, now, leader=str(kim.actor.user_id))
    page = alva.post(f"grupper/{group.pk}/andra", **changed)
    assert "har annat samtidigt" in page.text
    assert alva.post(f"grupper/{group.pk}/andra", **changed, anyway="1").status == 303
    with alva.scope():
        assert Group.objects.get(pk=group.pk).leader_id == kim.actor.user_id


def test_the_name_outwards_follows_whoever_leads(alva: Desk, kim: Desk, now: datetime) -> None:
    preview = alva.post("grupper/ny", **filled(alva, now))
    alva.post("grupper/ny", **preview.carried, do="publish")
    group = only_group(alva)
    assert 'name="leader_name" value=' not in alva.get(f"grupper/{group.pk}/andra").text
    alva.post(f"grupper/{group.pk}/andra", **filled(alva, now, leader=str(kim.actor.user_id)))
    assert only_group(alva).leader_name == "Kim"


def test_a_time_is_moved_but_not_onto_another(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before)
    with alva.scope():
        first, second = Meeting.objects.filter(group=group).order_by("starts_at")[:2]
    path = f"grupper/traff/{first.pk}/flytta"
    assert localdate(first.starts_at).isoformat() in alva.get(path).text
    there = {"day": localdate(second.starts_at).isoformat(), "starts": "19.00", "ends": "21.00"}
    assert "Gruppen ses redan då." in alva.post(path, **there).text
    assert "redan varit" in alva.post(path, **{**there, "day": "2020-01-01"}).text
    day_after = localdate(first.starts_at) + timedelta(days=1)
    assert alva.post(path, **{**there, "day": day_after.isoformat()}).status == 303
    assert localdate(only_group(alva).starts_at) == day_after


def test_a_copy_is_filled_in_but_for_the_day(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before)
    page = alva.get("grupper/ny", som=str(group.pk)).text
    assert 'value="Tisdagsgruppen (exempel)"' in page
    assert "Träffpunkten" in page
    assert localdate(group.starts_at).isoformat() not in page


def test_somebody_elses_board_finds_nothing(alva: Desk, desk: Callable[..., Desk], before: datetime) -> None:
    group = ready(alva, at=before)
    booked = books(group, at=before)
    with alva.scope():
        meeting = Meeting.objects.filter(group=group).order_by("starts_at")[0]
    outsider = desk(Role.CARER_ADVISOR, board="social_board", name="Ute")
    for path in ("", "/andra", "/boka", "/stall-in", "/beratta", "/lista", "/kort"):
        assert outsider.get(f"grupper/{group.pk}{path}").status == 404, path
    for path in (f"traff/{meeting.pk}/flytta", f"traff/{meeting.pk}/narvaro"):
        assert outsider.get(f"grupper/{path}").status == 404
    assert outsider.post(f"grupper/bokning/{booked.booking_id}", do="cancel").status == 404
    assert stored(booked).step == BookingStep.BOOKED


def test_no_page_of_groups_costs_more_for_more_groups(alva: Desk, now: datetime) -> None:
    for _ in range(3):
        group = ready(alva, at=now)
        for _ in range(5):
            books(group, at=now)
    with alva.scope():
        meeting = Meeting.objects.filter(group=group).order_by("starts_at")[0]
    new = filled(alva, now)
    acts: dict[str, Callable[[], Any]] = {
        "groups": lambda: alva.get("grupper"),
        "group": lambda: alva.get(f"grupper/{group.pk}"),
        "attendance-form": lambda: alva.get(f"grupper/traff/{meeting.pk}/narvaro"),
        "new-group-form": lambda: alva.get("grupper/ny"),
        "new-group-preview": lambda: alva.post("grupper/ny", **new),
        "new-group-save": lambda: alva.post("grupper/ny", **new, do="publish"),
    }
    assert {name: statements(act) for name, act in acts.items()} == {name: FROZEN[name] for name in acts}


def test_the_list_keeps_within_its_budget() -> None:
    assert FROZEN["groups"] <= 8
