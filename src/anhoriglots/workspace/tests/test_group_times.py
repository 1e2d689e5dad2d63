"""One time more is added on the group's page; what is taken then, and a holiday, is told before it is done."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils.timezone import localdate

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.models import Meeting
from anhoriglots.booking.tests.groups import books
from anhoriglots.law.calendar import is_holiday

from .conftest import Desk
from .test_groups import before, filled, ready

pytestmark = pytest.mark.django_db
__all__ = ["before"]


def ordinary(after: datetime) -> str:
    """A day to come that is no holiday."""
    day = localdate(after) + timedelta(days=1)
    while is_holiday(day):
        day += timedelta(days=1)
    return day.isoformat()


def times_of(desk: Desk) -> int:
    with desk.scope():
        return Meeting.objects.count()


def test_one_time_more_is_added_and_those_to_tell_are_shown(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before)
    books(group, at=before)
    path = f"grupper/{group.pk}/ny-gang"
    assert "Lägg till en gång" in alva.get(f"grupper/{group.pk}").text
    page = alva.get(path).text
    assert 'value="18.00"' in page
    sent = {"day": ordinary(group.ends_at), "starts": "18.00", "ends": "20.00"}
    saved = alva.post(path, **sent)
    assert saved.address.endswith(f"/{group.pk}/beratta?gjort=added")
    told = alva.get(f"grupper/{group.pk}/beratta", gjort="added").text
    assert "Gången är tillagd." in told
    assert "En tid till" in told
    assert alva.post(path, **sent).status == 303
    assert times_of(alva) == 7


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"day": ""}, "Skriv dagen"),
        ({"day": "snart"}, "Skriv dagen som 2026-03-01."),
        ({"day": "2020-01-01"}, "Den tiden har redan varit."),
        ({"starts": "kväll"}, "Skriv klockslaget som 18.00."),
        ({"ends": "17"}, "Sluttiden ska vara senare än starttiden."),
        ({"day": "2020-01-01", "anyway": "1"}, "Den tiden har redan varit."),
    ],
)
def test_nonsense_is_told_and_the_words_stay(alva: Desk, before: datetime, changes: dict[str, str], told: str) -> None:
    group = ready(alva, at=before)
    sent = {"day": ordinary(group.ends_at), "starts": "18.15", "ends": "20.45", **changes}
    page = alva.post(f"grupper/{group.pk}/ny-gang", **sent)
    assert page.status == 422
    assert told in page.text
    assert f'value="{sent["ends"]}"' in page.text
    assert times_of(alva) == 6


def test_a_holiday_and_a_leader_elsewhere_are_warnings_and_no_stop(alva: Desk, before: datetime) -> None:
    group, other = ready(alva, at=before), ready(alva, at=before)
    year = localdate(before).year + 1
    holiday = {"day": f"{year}-12-24", "starts": "10.00", "ends": "12.00"}
    page = alva.post(f"grupper/{group.pk}/ny-gang", **holiday)
    assert f"24 december {year}" in page.text
    assert "Lägg till ändå" in page.text
    assert times_of(alva) == 12
    assert alva.post(f"grupper/{group.pk}/ny-gang", **holiday, anyway="1").status == 303
    same = {"day": holiday["day"], "starts": "11.00", "ends": "13.00"}
    page = alva.post(f"grupper/{other.pk}/ny-gang", **same)
    assert "Den som leder har annat samtidigt" in page.text
    assert "Platsen är upptagen samtidigt" in page.text
    assert alva.post(f"grupper/{other.pk}/ny-gang", **same, anyway="1").status == 303


def test_a_series_that_does_not_jump_over_holidays_is_warned_of(alva: Desk, now: datetime) -> None:
    sent = filled(alva, now, first_day=f"{now.year + 1}-12-17", rhythm="weekly", times="3", skip_holidays="")
    page = alva.post("grupper/ny", **sent).text
    assert f"Helgdag eller helgdagsafton: fre 24 december {now.year + 1}." in page
    assert "Hoppar över" not in page


def test_another_place_that_is_taken_is_a_warning(alva: Desk, now: datetime) -> None:
    ready(alva, at=now)
    group = ready(alva, at=now, texts={"title": {"sv": "Andra (exempel)"}, "place": {"sv": "Biblioteket"}})
    changed = filled(alva, now, title="Andra (exempel)", place="Träffpunkten, Exempelgatan 1")
    page = alva.post(f"grupper/{group.pk}/andra", **changed)
    assert "Platsen är upptagen samtidigt" in page.text
    assert alva.post(f"grupper/{group.pk}/andra", **changed, anyway="1").status == 303


def test_nobody_elses_group_gets_a_time(alva: Desk, desk: Callable[..., Desk], before: datetime) -> None:
    group = ready(alva, at=before)
    outsider = desk(Role.CARER_ADVISOR, board="social_board", name="Ute")
    assert outsider.get(f"grupper/{group.pk}/ny-gang").status == 404
