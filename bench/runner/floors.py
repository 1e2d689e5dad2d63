"""The floors: requests to the smallest views on the same tables, and the same statements without any framework."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

from anhoriglots.people.queries import sort_key

from .request import Request
from .stage import Stage

TARGET = "bench.floor_app.wsgi:application"
PHONE = "070-174 06 10"
TEXT = "Ringde och frågade om samtalsgruppen på torsdagar. Vi hörs igen om två veckor."


def floor_requests(stage: Stage, cookies: Mapping[str, str]) -> dict[str, list[Request]]:
    """The requests of each floor by its name.

    Args:
        cookies: of a signed-in user, for the floors that have one.
    """
    board = urlencode({"board": stage.made.board, "municipality": stage.made.municipality})
    starts = [urlencode({"start": sort_key(name)}) for name in stage.names]

    def opened(pairs: list[tuple[UUID, UUID]]) -> list[Request]:
        return [Request(f"/open/{case}/user?{board}", cookies) for _, case in pairs]

    return {
        "hello": [Request("/hello")],
        "list": [Request(f"/list?{board}")],
        "list + session": [Request(f"/list/user?{board}", cookies)],
        "list, no templates": [Request(f"/list/plain?{board}")],
        "search": [Request(f"/search?{start}") for start in starts],
        "search + session": [Request(f"/search/user?{start}", cookies) for start in starts],
        "open": [Request(f"/open/{case}") for _, case in stage.carers],
        "open + read log": opened(stage.carers),
        "open 300 + read log": opened(stage.thick),
        "create": [Request("/create", fields=tuple(_created(stage).items()))],
    }


def _created(stage: Stage) -> dict[str, str]:
    return {
        "municipality": stage.made.municipality,
        "board": stage.made.board,
        "unit": str(stage.unit),
        "author": str(stage.author),
        "form": stage.form,
        "name": "Åsa Öberg",
        "phone": PHONE,
        "text": TEXT,
    }
