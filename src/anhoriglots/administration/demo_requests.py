"""Invented requests that wait for the invented staff. Numbers are from the series reserved for fiction."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from anhoriglots.casework.actions.receive_request import Asked, receive_request
from anhoriglots.casework.choices import CallTime, Reply
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Board, District
from anhoriglots.organisations.queries import answering_unit, municipality_by_code


def send_requests(board: Board, *, at: datetime) -> None:
    """Send the invented requests, as visitors living in the board's district would.

    A board that answers no visitors, because another board's unit does, gets none.
    """
    municipality = municipality_by_code(board.municipality_id)
    if municipality is None:
        raise LookupError(board.municipality_id)
    district = District.objects.filter(board=board, active=True).order_by("position").first()
    key = district.key if district else None
    if answering_unit(municipality.code, key).board_id != board.pk:
        return
    with scope(municipality.code):
        for number, (hours_ago, asked) in enumerate(_invented(key, municipality.settings["guide"])):
            receive_request(
                at=at - timedelta(hours=hours_ago),
                municipality=municipality,
                submission=f"demo {board.pk} {number}",
                asked=asked,
                language="sv",
            )


def _invented(district: str | None, guide: dict[str, Any]) -> Iterator[tuple[int, Asked]]:
    yield (
        50,
        Asked(
            reply=Reply.CALL,
            contact="070-174 06 51",
            call_time=CallTime.MORNING,
            district=district,
            call_me="Exempel-Inga",
            lines=(guide["lines"][0]["key"],),
            needs=(guide["needs"][0]["key"],),
        ),
    )
    yield (
        26,
        Asked(
            reply=Reply.CALL,
            contact="070-174 06 52",
            may_say_who_calls=True,
            district=district,
            call_me="Exempel-Farid",
            interpreter_language="ar",
            wants_support_contact=True,
        ),
    )
    yield 5, Asked(reply=Reply.TEXT, contact="070-174 06 53", district=district, remark="Bäst efter lunch.")
    yield 2, Asked(reply=Reply.CODE, district=district, remark="Får jag vara med i en grupp utan att säga vem jag är?")
