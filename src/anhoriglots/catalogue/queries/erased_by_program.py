"""What the program itself deletes, the decision behind it, and what the board's own register says of the same."""

from dataclasses import dataclass
from datetime import date

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.organisations.queries import MunicipalityPage

from ..models import RetentionDecision
from ..models.decisions import KeepUnit
from ..policies import visible_decisions
from .in_force import in_force

# What the register calls the words behind a code.
CHAT = "chat"


@dataclass(frozen=True, slots=True)
class Erased:
    """One thing that goes after some days.

    Attributes:
        says: what goes, and when.
        decision: the decision behind it, in words; empty when none holds on the day.
        differs: where the board's register says something else, and what to do; one sentence for each decision.
    """

    says: str
    decision: str
    differs: tuple[str, ...]


def erased_by_program(actor: Actor, municipality: MunicipalityPage, *, on: date) -> list[Erased]:
    """What the program deletes in the municipality, as its profile says; one statement.

    The days of the profile count, whatever the register says.
    """
    days = municipality.own["retention"]
    decision = _decision(municipality, on)
    thread, contact = int(days["thread_days"]), int(days["contact_days"])
    return [
        Erased(
            f"Programmet tar bort det som skrivs bakom en kod {_days(thread)} efter att koden användes sist.",
            decision,
            tuple(said for row in _about_chat(actor, on) if (said := differs_from_program(row, municipality))),
        ),
        Erased(
            f"Programmet tar bort det som lämnas i kontaktformuläret {_days(contact)} efter att ni har pratat klart.",
            decision,
            (),
        ),
    ]


def differs_from_program(row: RetentionDecision, municipality: MunicipalityPage) -> str:
    """What the decision says that the program does not do, in a sentence; empty when they agree or it is about
    something that the program does not delete.
    """
    days = int(municipality.own["retention"]["thread_days"])
    if row.about != CHAT or (row.keep_unit, row.keep) == (KeepUnit.DAYS, days):
        return ""
    return _differs(row, days)


def _decision(municipality: MunicipalityPage, on: date) -> str:
    kept_by = municipality.kept_by
    if kept_by is None or not kept_by.holds_on(on):
        return ""
    example = " (exempel)" if kept_by.is_example else ""
    return f"Beslut {kept_by.number}, {swedish_date(kept_by.decided_on)}{example}"


def _about_chat(actor: Actor, on: date) -> list[RetentionDecision]:
    rows = visible_decisions(actor, RetentionDecision).filter(in_force(on), about=CHAT)
    return list(rows.order_by("valid_from", "pk"))


def _differs(row: RetentionDecision, days: int) -> str:
    if row.keep is None:
        return f"Beslut {row.number} säger att det bevaras, programmet {days} dagar. Ändra profilen."
    if row.keep_unit == KeepUnit.DAYS:
        return f"Beslut {row.number} säger {_days(row.keep)}, programmet {days}. Ändra profilen."
    unit = KeepUnit(row.keep_unit).label
    return f"Beslut {row.number} säger {row.keep} {unit}, programmet {_days(days)}. Ändra profilen."


def _days(count: int) -> str:
    return f"{count} dag" if count == 1 else f"{count} dagar"
