"""Who else to ring or write to, from the municipality's profile."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from anhoriglots.design.words import day_in_words
from anhoriglots.organisations.queries import MunicipalityPage, in_language

CHILDREN, AFRAID = "children", "afraid"


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One of them. ``site`` is the name of its own pages and ``url`` their address; ``checked`` a day in words."""

    name: str
    number: str
    hours: str
    about: str = ""
    site: str = ""
    url: str = ""
    checked: str = ""
    is_example: bool = False


def has_safety(municipality: MunicipalityPage) -> bool:
    """Does the loaded profile say what the entrance for children and the page on safety need?"""
    return "safety" in municipality.settings


def help_lines(municipality: MunicipalityPage, audience: str) -> list[HelpLine]:
    """The help-lines for CHILDREN or AFRAID, in the order of the profile, and last the municipality's own duty desk."""
    rows = [row for row in _safety(municipality)["help_lines"] if audience in row["audience"]]
    return [*map(_line, rows), _duty_desk(municipality)]


def open_now(municipality: MunicipalityPage, audience: str) -> list[HelpLine]:
    """Those to ring when we are closed: they answer at every hour, and the duty desk when the units do not."""
    rows = [row for row in _safety(municipality)["help_lines"] if audience in row["audience"] and row["always_open"]]
    return [*map(_line, rows), _duty_desk(municipality)]


def concern_desks(municipality: MunicipalityPage) -> list[HelpLine]:
    """Whom an adult rings who is worried about a child: the desk of the day, and the one for when that is closed."""
    desks = [_safety(municipality).get("concern_desk"), _safety(municipality)["duty_desk"]]
    return [_desk(desk) for desk in desks if desk]


def what_happens(municipality: MunicipalityPage) -> dict[str, Any]:
    """What a child is told before it tells: the sentences by name, and whether they are only an example."""
    told = _safety(municipality)["what_happens"]
    names = ("listens", "nameless", "must_act", "tells_first", "cannot_come")
    sentences = {name: in_language(told[name]) for name in names}
    return {**sentences, "is_example": "approved" not in told}


def _safety(municipality: MunicipalityPage) -> dict[str, Any]:
    found: dict[str, Any] = municipality.settings["safety"]
    return found


def _line(row: dict[str, Any]) -> HelpLine:
    link = row.get("outside_link") or {}
    return HelpLine(
        name=in_language({"sv": row["name"]}),
        number=row["number"],
        hours=in_language(row["hours"]),
        about=in_language(row["about"]),
        site=link.get("name", ""),
        url=link.get("url", ""),
        checked=day_in_words(date.fromisoformat(row["checked_on"]), year=True),
        is_example="checked_on" in row["examples"],
    )


def _duty_desk(municipality: MunicipalityPage) -> HelpLine:
    return _desk(_safety(municipality)["duty_desk"])


def _desk(desk: dict[str, Any]) -> HelpLine:
    return HelpLine(
        name=in_language(desk["name"]),
        number=desk["phone"]["number"],
        hours=in_language(desk["hours"]),
        is_example=bool(desk["phone"]["example"]),
    )
