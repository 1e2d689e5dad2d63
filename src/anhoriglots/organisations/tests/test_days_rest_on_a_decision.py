"""The decision behind the days after which what visitors leave is deleted."""

from datetime import date, timedelta
from typing import Any

from anhoriglots.organisations.queries import MunicipalityPage

FIRST, LAST = date(2025, 10, 1), date(2026, 12, 31)
ROW = {"number": "KS 2025:1", "decided_on": "2025-09-24", "valid_from": "2025-10-01", "example": False}


def page(**retention: Any) -> MunicipalityPage:
    return MunicipalityPage("0662", "gislaved", "Gislaved", False, {"municipality": {"retention": retention}})


def test_it_holds_from_its_first_day_to_its_last() -> None:
    kept_by = page(decision=ROW | {"valid_to": "2026-12-31"}).kept_by
    assert kept_by
    days = (FIRST - timedelta(1), FIRST, LAST, LAST + timedelta(1))
    assert [kept_by.holds_on(day) for day in days] == [False, True, True, False]
    assert (kept_by.number, kept_by.decided_on, kept_by.is_example) == ("KS 2025:1", date(2025, 9, 24), False)


def test_without_a_last_day_it_holds_until_further_notice() -> None:
    kept_by = page(decision=ROW).kept_by
    assert kept_by
    assert kept_by.holds_on(date(2100, 1, 1))


def test_a_profile_from_before_a_decision_had_to_be_named_has_none() -> None:
    assert page(contact_days=30, thread_days=90).kept_by is None
