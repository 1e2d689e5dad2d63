"""A seat is booked for somebody on the telephone: with as little as the carer's own form asks for."""

from datetime import datetime

import pytest

from anhoriglots.booking.choices import Seating
from anhoriglots.booking.models import Booking, Meeting

from .conftest import Desk
from .test_groups import before, ready

pytestmark = pytest.mark.django_db
__all__ = ["before"]


def phoned(**changes: str) -> dict[str, str]:
    """The form of a booking by telephone."""
    return {
        "reach": "phone",
        "contact": "070-174 06 71",
        "seats": "1",
        "call_me": "Exempel-Per",
        "or_queue": "on",
        **changes,
    }


def test_a_booking_by_telephone_gives_a_code_to_read_aloud_once(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before)
    path = f"grupper/{group.pk}/boka"
    key = alva.get(path).hidden("submission")
    first = alva.post(path, **phoned(), submission=key)
    assert "Läs upp koden" in first.text
    alva.post(path, **phoned(), submission=key)
    with alva.scope():
        booking = Booking.objects.get()
    assert (booking.booked_by, booking.contact) == (alva.actor.user_id, "0701740671")


def test_times_that_are_booked_one_by_one_have_a_list_each(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before, seating=Seating.MEETING, capacity=2)
    with alva.scope():
        first, second = Meeting.objects.filter(group=group).order_by("starts_at")[:2]
    path = f"grupper/{group.pk}/boka"
    assert alva.post(f"{path}?gang={second.pk}", **phoned(), submission="x").status == 200
    assert alva.post(path, **phoned(), submission="y").status == 404
    with alva.scope():
        assert Booking.objects.get().meeting_id == second.pk
    page = alva.get(f"grupper/{group.pk}").text
    assert page.count("Boka åt någon") == 6
    assert page.index(f"gang={first.pk}") < page.index("Exempel-Per")
    assert "Det finns ingen ledig plats" in alva.get(f"grupper/{group.pk}", gjort="nobody").text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"contact": ""}, "Skriv ett telefonnummer."),
        ({"contact": "hemma"}, "Skriv numret med bara siffror."),
        ({"reach": "letter", "contact": ""}, "Skriv namn och adress"),
        ({"reach": "email", "contact": "per"}, "E-postadressen saknar @."),
        ({"call_me": "19121212-1212"}, "Det ser ut som ett personnummer."),
        ({"reach": "code", "wants_reminder": "on"}, "går inte att påminna."),
        ({"reach": "letter", "contact": "Exempelgatan 1", "wants_reminder": "on"}, "går inte att påminna."),
    ],
)
def test_a_booking_that_cannot_be_reached_is_told(
    alva: Desk, before: datetime, changes: dict[str, str], told: str
) -> None:
    group = ready(alva, at=before)
    page = alva.post(f"grupper/{group.pk}/boka", **phoned(**changes), submission="x")
    assert page.status == 422
    assert told in page.text


def test_a_letter_lies_encrypted(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before)
    alva.post(f"grupper/{group.pk}/boka", **phoned(reach="letter", contact="Exempelgatan 1, 611 30 Nyköping"))
    with alva.scope():
        assert Booking.objects.get().contact == "Exempelgatan 1, 611 30 Nyköping"
        assert not Booking.objects.extra(where=["position('Exempel'::bytea in contact) > 0"]).exists()
