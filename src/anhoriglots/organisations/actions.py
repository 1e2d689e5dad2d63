"""Loads a municipality's own part of a profile."""

import hashlib
import json
from collections.abc import Iterator
from uuid import UUID

from anhoriglots.design.theme import Theme, stylesheet
from anhoriglots.profiles.schema import Profile
from anhoriglots.profiles.schema import Unit as ProfileUnit
from anhoriglots.profiles.translations import progress

from .loading import Table, Values
from .models import Board, District, Municipality, RoleTitle, TargetGroup, Unit, reference_id


def tables_of(profile: Profile) -> list[Table]:
    """What organisations should hold, in the order in which it can be loaded."""
    code = profile.municipality.code
    limit = {"municipality": code}
    organisation = profile.organisation
    units = {reference_id(code, "unit", row.key): row for row in organisation.units}
    return [
        Table(Municipality, "kommun", {code: _municipality(profile)}, {"pk": code}),
        Table(Board, "nämnd", dict(_boards(profile)), limit),
        Table(District, "stadsdel", dict(_districts(profile)), limit),
        Table(
            Unit,
            "enhet",
            {key: _unit(code, row, position) for position, (key, row) in enumerate(units.items())},
            limit,
            {"districts": {key: _served(profile, row) for key, row in units.items()}},
        ),
        Table(TargetGroup, "målgrupp", dict(_target_groups(profile)), limit),
        Table(RoleTitle, "titel", dict(_titles(profile)), limit),
    ]


def _municipality(profile: Profile) -> Values:
    own = profile.municipality
    theme = stylesheet(Theme(**own.theme.model_dump(exclude_none=True)))
    return {
        "slug": own.slug,
        "name": own.name,
        "hosts": list(own.hosts),
        "settings": {
            "municipality": own.model_dump(mode="json", exclude_none=True),
            "guide": profile.guide.model_dump(mode="json"),
            "not_offered": [row.model_dump(mode="json") for row in profile.not_offered],
            "rules": profile.rules.model_dump(mode="json", exclude={"relief"}),
            "relief": _relief(profile),
            "safety": profile.safety.model_dump(mode="json", exclude_none=True),
            "divisions": [row.model_dump(mode="json") for row in profile.organisation.divisions],
            "translations": progress(profile),
            "theme_hash": hashlib.sha256(theme.encode()).hexdigest()[:12],
        },
        "profile_hash": hashlib.sha256(json.dumps(profile.model_dump(mode="json")).encode()).hexdigest(),
    }


def _relief(profile: Profile) -> Values:
    """Who answers and which hours there are, by the key of each board, so that nobody has to look up names."""
    code, relief = profile.municipality.code, profile.rules.relief
    desks = {
        str(reference_id(code, "board", board.key)): {
            "unit": str(reference_id(code, "unit", profile.unit_for(desk.unit, board).key)),
            "hours": _week(profile.unit_for(desk.unit, board)),
            "answer_days": desk.answer_days,
            "ask_days": desk.ask_days,
        }
        for desk in relief.desks
        for board in profile.boards_deciding(desk)
    }
    hours: dict[str, list[Values]] = {}
    for rule in relief.hours:
        row = rule.model_dump(mode="json", exclude={"boards", "between"}, exclude_none=True)
        row["between"] = str(rule.between) if rule.between else ""
        for board in profile.boards_deciding(rule):
            hours.setdefault(str(reference_id(code, "board", board.key)), []).append(row)
    return {"desks": desks, "hours": hours}


def _reference(code: str, position: int, key: str, source: str) -> Values:
    return {"municipality_id": code, "key": key, "position": position, "active": True, "source": source}


def _boards(profile: Profile) -> Iterator[tuple[object, Values]]:
    code = profile.municipality.code
    for position, row in enumerate(profile.organisation.boards):
        common = _reference(code, position, row.key, row.source)
        yield reference_id(code, "board", row.key), {**common, "name": row.name, "kind": row.kind}


def _districts(profile: Profile) -> Iterator[tuple[object, Values]]:
    code = profile.municipality.code
    for position, row in enumerate(profile.organisation.districts):
        common = _reference(code, position, row.key, row.source)
        board = reference_id(code, "board", row.board)
        yield reference_id(code, "district", row.key), {**common, "name": row.name, "board_id": board}


def _unit(code: str, row: ProfileUnit, position: int) -> Values:
    return {
        **_reference(code, position, row.key, row.source),
        "board_id": reference_id(code, "board", row.board),
        "name": row.name,
        "phone": row.phone.number,
        "phone_is_example": row.phone.example,
        "hours": _week(row),
        "functions": list(row.functions),
        "is_central": row.is_central_carer_support,
        "answers_requests": row.answers_requests,
        "has_representative": row.has_carer_representative,
    }


def _week(row: ProfileUnit) -> dict[str, str]:
    return {str(day): str(span) for day, span in enumerate(row.hours.week()) if span}


def _served(profile: Profile, row: ProfileUnit) -> set[UUID]:
    code = profile.municipality.code
    # "all" is kept as no link at all: a unit for the whole municipality is not tied to its list of districts.
    return set() if row.districts == "all" else {reference_id(code, "district", key) for key in row.districts}


def _target_groups(profile: Profile) -> Iterator[tuple[object, Values]]:
    code = profile.municipality.code
    for position, row in enumerate(profile.target_groups):
        yield (
            reference_id(code, "target_group", row.key),
            {
                **_reference(code, position, row.key, row.source),
                "label": row.label,
                "guide_lines": list(row.guide_lines),
                "entrance": row.entrance,
                "legal_basis": row.basis,
                "citations": [citation.model_dump(mode="json") for citation in row.citations],
                "note": row.note or "",
            },
        )


def _titles(profile: Profile) -> Iterator[tuple[object, Values]]:
    code = profile.municipality.code
    for position, row in enumerate(profile.organisation.role_titles):
        common = _reference(code, position, row.role, row.source)
        yield reference_id(code, "title", row.role), {**common, "title": row.title}
