"""The municipality's own rules about relief: who answers for a board, and which hours there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from anhoriglots.kernel.period import Period
from anhoriglots.organisations.queries import MunicipalityPage

from ..hours import MINUTES, Allowance, Round

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Desk:
    """Who answers for a board, within how many working days, and how many days before the first meeting the one who has
    no yes is asked what to do. ``open_hours`` are the unit's, by weekday as organisations.opening_hours wants them."""

    unit_id: UUID
    open_hours: dict[str, str]
    answer_days: int
    ask_days: int


@dataclass(frozen=True, slots=True)
class HourRule:
    """Hours that may be had without an assessment; see profiles/schema/relief.py.

    Attributes:
        weekdays: 0 is Monday; empty when every day will do, also public holidays.
        between: clock times, or None for the whole day.
        decided_by: "nobody", or "relief_unit" when a person looks at each wish.
    """

    key: str
    support_form: str
    allowance: Allowance
    lives_together: bool
    weekdays: frozenset[int]
    between: tuple[time, time] | None
    notice_days: int
    cancel_days: int
    decided_by: str
    source: str

    @property
    def hours(self) -> int:
        """For each week, month or year."""
        return self.allowance.minutes // MINUTES


def desk_for(municipality: MunicipalityPage, board: UUID) -> Desk | None:
    """Who answers for the board's groups; None where nobody does."""
    row = _relief(municipality)["desks"].get(str(board))
    return Desk(UUID(row["unit"]), row["hours"], row["answer_days"], row["ask_days"]) if row else None


def hour_rules(municipality: MunicipalityPage, board: UUID) -> list[HourRule]:
    """All rules of the board, in the order of the profile; no two hold on one day."""
    return [_rule(row) for row in _relief(municipality)["hours"].get(str(board), ())]


def hour_rule_on(rules: Sequence[HourRule], day: date) -> HourRule | None:
    """The rule of the day, or None."""
    return next((rule for rule in rules if day in rule.allowance.days), None)


def _relief(municipality: MunicipalityPage) -> dict[str, Any]:
    """Empty while a profile is still loaded that was read before there was such a part."""
    found: dict[str, Any] = municipality.settings.get("relief", {"desks": {}, "hours": {}})
    return found


def _rule(row: dict[str, Any]) -> HourRule:
    last_day = row.get("valid_to")
    end = date.fromisoformat(last_day) + timedelta(days=1) if last_day else None
    days = Period(date.fromisoformat(row["valid_from"]), end)
    opens, _, closes = row["between"].partition("-")
    return HourRule(
        key=row["key"],
        support_form=row["support_form"],
        allowance=Allowance(row["hours"] * MINUTES, Round(row["each"]), row["saved"], days),
        lives_together=row["lives_together"],
        weekdays=frozenset(WEEKDAYS.index(day) for day in row["days"]),
        between=(time.fromisoformat(opens), time.fromisoformat(closes)) if closes else None,
        notice_days=row["notice_days"],
        cancel_days=row["cancel_days"],
        decided_by=row["decided_by"],
        source=row["source"],
    )
