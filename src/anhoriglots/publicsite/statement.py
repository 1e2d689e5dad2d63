"""What the accessibility statement tells: as the municipality has judged, and as its register of reports says."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from anhoriglots.accessibility.actions.receive_report import answer_days
from anhoriglots.accessibility.queries.known_faults import known_faults
from anhoriglots.design.words import day_in_words
from anhoriglots.organisations.queries import MunicipalityPage, in_language

FULLY = "fully"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is not met, what is done about it, and why nothing is, when nothing is."""

    what: str
    then: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The statement; ``status`` is empty where the loaded profile does not say."""

    status: str
    lines: list[Line]
    reviewed: str
    answer_days: int


def statement_of(municipality: MunicipalityPage) -> Statement:
    """The statement of the municipality today. With a known fault nobody claims that all is met."""
    told = municipality.own.get("accessibility", {})
    known = [Line(row.what, row.then, row.reason) for row in known_faults(municipality.code)]
    status = told.get("status", "")
    return Statement(
        status=_status("partly" if status == FULLY and known else status),
        lines=[*map(_gap, told.get("gaps", ())), *known],
        reviewed=day_in_words(date.fromisoformat(told["reviewed_on"]), year=True) if told else "",
        answer_days=answer_days(municipality),
    )


def _status(status: str) -> str:
    words = {
        FULLY: _("Sidorna uppfyller alla krav."),
        "partly": _("Sidorna uppfyller kraven delvis."),
        "not": _("Sidorna uppfyller inte kraven än."),
    }
    return words.get(status, "")


def _gap(row: dict[str, Any]) -> Line:
    then = {
        "lacking": _("Vi arbetar med det."),
        "too_heavy": _("Vi lagar det inte nu. Det är oskäligt betungande."),
        "outside": _("Det ingår inte i kraven."),
    }
    reason = in_language(row["assessment"]) if row["reason"] == "too_heavy" else ""
    return Line(in_language(row["what"]), then[row["reason"]], reason)
