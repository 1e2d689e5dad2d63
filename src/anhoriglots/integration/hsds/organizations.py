"""The municipality and its boards as organisations; a board's parent is the municipality."""

from anhoriglots.organisations.models import Board

from ..answers import Asked
from .words import Thing, municipality_id, part_id


def as_municipality(asked: Asked) -> Thing:
    """The municipality itself, with its code and its open page."""
    key = municipality_id(asked.code)
    return {
        "id": str(key),
        "name": asked.municipality.name,
        "description": f"{asked.municipality.name}, stöd till anhöriga.",
        "website": asked.page("start"),
        "organization_identifiers": [
            {
                "id": part_id(key, "code"),
                "organization_id": str(key),
                "identifier_scheme": "SE-SCB",
                "identifier_type": "Kommunkod",
                "identifier": asked.code,
            }
        ],
    }


def as_board(board: Board, asked: Asked) -> Thing:
    """A board: an authority of its own within the municipality."""
    return {
        "id": str(board.pk),
        "name": board.name,
        "description": f"Nämnd i {asked.municipality.name}.",
        "website": asked.page("start"),
        "parent_organization_id": str(municipality_id(asked.code)),
    }


def organizations(asked: Asked) -> list[Thing]:
    """The municipality first, then its boards; one statement."""
    boards = Board.objects.filter(municipality=asked.code, active=True).order_by("position", "key")
    return [as_municipality(asked), *(as_board(board, asked) for board in boards)]
