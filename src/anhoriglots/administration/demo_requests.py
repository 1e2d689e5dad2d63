"""Invented requests that wait for the invented staff. Numbers are from the series reserved for fiction."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from anhoriglots.casework.actions.receive_request import Asked, receive_request
from anhoriglots.casework.choices import CallTime, Reply
from anhoriglots.database.scope import scope
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.organisations.models import Board, District
from anhoriglots.organisations.queries import answering_unit, municipality_by_code, promised_time

# How many of them were promised for today.
ALREADY_DUE = 2


def send_requests(board: Board, *, at: datetime) -> None:
    """Send the invented requests, as visitors living in the board's district would.

    A board that answers no visitors, because another board's unit does, gets none.
    """
    municipality = municipality_by_code(board.municipality_id)
    if municipality is None:
        raise LookupError(board.municipality_id)
    district = District.objects.filter(board=board, active=True).order_by("position").first()
    key = district.key if district else None
    unit = answering_unit(municipality.code, key)
    if unit.board_id != board.pk:
        return
    due_today = _sent_when_due_today(unit.hours, int(municipality.own["promise"]["working_days"]), at)
    with scope(municipality.code):
        for number, asked in enumerate(_invented(key, municipality.settings["guide"])):
            receive_request(
                at=due_today if number < ALREADY_DUE else at - timedelta(hours=1),
                municipality=municipality,
                submission=f"demo {board.pk} {number}",
                asked=asked,
                language="sv",
            )


def _sent_when_due_today(hours: dict[str, str], working_days: int, at: datetime) -> datetime:
    """The latest day on which a request was sent that is promised for today; on a closed day simply a day ago."""
    for days in range(1, 15):
        sent = at - timedelta(days=days)
        if promised_time(hours, working_days=working_days, received_at=sent).date() == at.astimezone(SWEDEN).date():
            return sent
    return at - timedelta(days=1)


def _invented(district: str | None, guide: dict[str, Any]) -> Iterator[Asked]:
    yield Asked(
        reply=Reply.CALL,
        contact="070-174 06 51",
        call_time=CallTime.MORNING,
        district=district,
        call_me="Exempel-Inga",
        lines=(guide["lines"][0]["key"],),
        needs=(guide["needs"][0]["key"],),
    )
    yield Asked(
        reply=Reply.CALL,
        contact="070-174 06 52",
        may_say_who_calls=True,
        district=district,
        call_me="Exempel-Farid",
        interpreter_language="ar",
        wants_support_contact=True,
    )
    yield Asked(reply=Reply.TEXT, contact="070-174 06 53", district=district, remark="Bäst efter lunch.")
    yield Asked(reply=Reply.CODE, district=district, remark="Får jag vara med i en grupp utan att säga vem jag är?")
