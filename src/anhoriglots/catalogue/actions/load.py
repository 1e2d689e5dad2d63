"""Loads the support forms, and a municipality's offers and board decisions."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from anhoriglots.organisations.loading import Table, Values
from anhoriglots.organisations.models import reference_id
from anhoriglots.profiles.schema import Board, BoardDecision, Profile
from anhoriglots.profiles.schema import Offer as ProfileOffer

from ..models import BoardDecision as BoardDecisionRow
from ..models import Offer, SupportForm
from ..models.content import TEXTS
from ..models.origin import Origin
from ..offer_words import Told, found_by
from ..support_forms import support_forms

REVIEWED = ("reviewed_on", "next_review_on")


def form_table() -> Table:
    """The support forms, the same in every municipality."""
    rows = {
        code: {
            "name": row["name"],
            "support_class": row["class"],
            "access_route": row["route"],
            "legal_kind": row["kind"],
            "activity": row["activity"],
            "position": position,
        }
        for position, (code, row) in enumerate(support_forms().items())
    }
    return Table(SupportForm, "stödform", rows, {})


def tables_of(profile: Profile) -> list[Table]:
    """What the catalogue should hold for the municipality, in the order in which it can be loaded.

    The board decisions stand behind row security: whoever compares or loads has entered the municipality's scope.
    """
    code = profile.municipality.code
    limit = {"municipality": code}
    given = list(_given(profile))
    standing = {row.pk: row for row in Offer.objects.filter(municipality=code).only("origin", *REVIEWED)}
    offers = {key: _offer(profile, offer, board, n) for n, (key, offer, board) in enumerate(given)}
    for key, values in offers.items():
        _keep_newest_review(values, standing.get(UUID(str(key))))
    return [
        form_table(),
        Table(
            Offer,
            "stöd",
            offers,
            limit,
            {
                "districts": {key: _districts(profile, offer, board) for key, offer, board in given},
                "target_groups": {key: _target_groups(code, offer) for key, offer, _ in given},
            },
            # What somebody at work has written is theirs: a load tells what differs and changes nothing of it.
            kept=frozenset(key for key, row in standing.items() if row.origin == Origin.REGISTER),
        ),
        # What somebody has registered is theirs: no load compares it, changes it or takes it out of use.
        Table(BoardDecisionRow, "nämndbeslut", dict(_decisions(profile)), limit | {"origin": Origin.PROFILE}),
    ]


def _keep_newest_review(values: Values, standing: Offer | None) -> None:
    """Somebody may have looked at the offer since the profile was written."""
    if standing is not None and standing.reviewed_on > values["reviewed_on"]:
        values |= {name: getattr(standing, name) for name in REVIEWED}


def _given(profile: Profile) -> Iterator[tuple[object, ProfileOffer, Board]]:
    code = profile.municipality.code
    for offer in profile.offers:
        for board in profile.boards_giving(offer):
            yield reference_id(code, "offer", offer.key, board.key), offer, board


def _offer(profile: Profile, offer: ProfileOffer, board: Board, position: int) -> Values:
    code = profile.municipality.code
    return {
        "municipality_id": code,
        "key": f"{offer.key}.{board.key}",
        "offer_key": offer.key,
        "position": position,
        "active": True,
        "source": offer.source,
        "board_id": reference_id(code, "board", board.key),
        "support_form_id": offer.support_form,
        "owner_id": reference_id(code, "unit", profile.unit_for(offer.owner_unit, board).key),
        "contact_id": reference_id(code, "unit", profile.unit_for(offer.contact_unit, board).key),
        "everywhere": not _districts(profile, offer, board),
        "for_everybody": offer.target_groups == "all",
        "needs": list(offer.needs),
        "ways": list(offer.ways),
        "languages": list(offer.languages),
        "access_route": offer.access_route,
        "consent_by": offer.consent_by,
        "requires_cohabitation": offer.requires_cohabitation,
        "has_interpreter": offer.interpreter,
        "base_offer": offer.base_offer or "",
        "outside_link": offer.outside_link.model_dump(mode="json") if offer.outside_link else None,
        "texts": {name: getattr(offer, name).model_dump(mode="json") for name in TEXTS},
        "twin": offer.twin or "",
        **_search_words(profile, offer),
        "reviewed_on": offer.reviewed_on,
        "next_review_on": offer.next_review,
        "evidence": offer.evidence or "",
        "origin": Origin.PROFILE,
    }


def _search_words(profile: Profile, offer: ProfileOffer) -> Values:
    groups = [row for row in profile.target_groups if offer.target_groups != "all" and row.key in offer.target_groups]
    lines = {line for group in groups for line in group.guide_lines}
    chosen = [row.text for row in profile.guide.lines if row.key in lines]
    chosen += [row.text for row in profile.guide.needs if row.key in offer.needs]
    told = Told(
        form=offer.support_form,
        texts={name: getattr(offer, name).root for name in TEXTS},
        groups=[group.label for group in groups],
        chosen=[text.root for text in chosen],
    )
    return found_by(told)


def _districts(profile: Profile, offer: ProfileOffer, board: Board) -> set[Any]:
    """Where the offer reaches; empty means the whole municipality. A district board gives to its own districts."""
    code = profile.municipality.code
    if offer.districts != "all":
        keys = list(offer.districts)
    elif offer.boards != "citywide" and board.kind == "district":
        keys = [row.key for row in profile.organisation.districts if row.board == board.key]
    else:
        keys = []
    return {reference_id(code, "district", key) for key in keys}


def _target_groups(code: str, offer: ProfileOffer) -> set[Any]:
    if offer.target_groups == "all":
        return set()
    return {reference_id(code, "target_group", key) for key in offer.target_groups}


def _decisions(profile: Profile) -> Iterator[tuple[object, Values]]:
    code = profile.municipality.code
    for row in profile.board_decisions:
        for board in profile.boards_deciding(row):
            for form in row.support_forms:
                key = f"{row.key}.{board.key}.{form}"
                yield reference_id(code, "decision", key), _decision(code, row, board, form, key)


def _decision(code: str, row: BoardDecision, board: Board, form: str, key: str) -> Values:
    return {
        "municipality": code,
        "key": key,
        "origin": Origin.PROFILE,
        "active": True,
        "source": row.source,
        "board_id": reference_id(code, "board", board.key),
        "support_form_id": form,
        "without_assessment": row.without_assessment,
        "documentation": row.documentation,
        "number": row.number,
        "decided_on": row.decided_on,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "reason": row.reason,
        "is_example": row.example,
    }
