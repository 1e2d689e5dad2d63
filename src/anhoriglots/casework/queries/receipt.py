"""What a visitor is told before and after sending."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anhoriglots.database.scope import for_board
from anhoriglots.design.words import coming_in_words, instant_in_words
from anhoriglots.organisations.queries import MunicipalityPage, answering_unit, next_opening, promised_time

from ..actions.receive_request import Received, sent_before, submission_mark
from ..models import ContactRequest
from ..workflow import RequestStep


@dataclass(frozen=True, slots=True)
class Promise:
    """Who answers, when at the latest, and - when closed now - when we open; in words."""

    unit: str
    latest: str
    opens: str
    sent: Received | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """``erased`` when the visitor has taken it back; then nothing else is told. ``phone`` is the unit's number."""

    erased: bool
    reply: str
    latest: str
    call_words: str
    phone: str
    phone_is_example: bool
    for_another: bool
    other_person_knows: bool | None
    may_say_who_calls: bool
    wants_support_contact: bool
    from_child: bool
    is_silent: bool


def promise_for(municipality: MunicipalityPage, *, district: str | None, submission: str, at: datetime) -> Promise:
    """The promise as it would be if the form were sent at ``at``; ``sent`` when this very form already was.

    Raises:
        NeverOpen: the unit has no opening hours.
    """
    unit = answering_unit(municipality.code, district)
    days = int(municipality.own["promise"]["working_days"])
    opens = next_opening(unit.hours, at=at)
    with for_board(unit.board_id):
        mark = submission_mark(submission, municipality=municipality.code)
        sent = ContactRequest.objects.filter(submission=mark).values_list("pk", flat=True).first()
    return Promise(
        unit=unit.name,
        latest=instant_in_words(promised_time(unit.hours, working_days=days, received_at=at)),
        opens=coming_in_words(opens, now=at) if opens else "",
        sent=sent_before(sent, unit.board_id, submission=submission, municipality=municipality) if sent else None,
    )


def receipt_of(board_id: UUID, request_id: UUID) -> Receipt | None:
    """The receipt, or None when there is no such request."""
    with for_board(board_id):
        request = ContactRequest.objects.filter(pk=request_id).select_related("unit").first()
    if request is None:
        return None
    return Receipt(
        erased=request.step in (RequestStep.WITHDRAWN, RequestStep.ERASED),
        reply=request.reply,
        latest=instant_in_words(request.promised_at),
        call_words=request.call_words,
        phone=request.unit.phone,
        phone_is_example=request.unit.phone_is_example,
        for_another=request.for_another,
        other_person_knows=request.other_person_knows,
        may_say_who_calls=request.may_say_who_calls,
        wants_support_contact=request.wants_support_contact,
        from_child=request.from_child,
        is_silent=request.silent_since is not None,
    )
