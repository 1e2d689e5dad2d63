"""What the page behind a code shows: where the request is, the answers, and the support contact."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.models import User
from anhoriglots.database.scope import for_board
from anhoriglots.design.words import day_in_words, instant_in_words
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.models import AccessCode, Opens
from anhoriglots.visitors.queries import opened_by

from ..actions.receive_request import Received
from ..choices import Reply
from ..erasure import Promised, last_day_of_code, last_day_when_idle, thread_days
from ..models import ContactRequest, SupportContact, ThreadMessage
from ..workflow import (
    ACTIVE_SUPPORT_STEPS,
    OPEN_STEPS,
    REQUEST_STEPS,
    SUPPORT_CONTACT_STEPS,
    RequestStep,
    SupportContactStep,
)

# Steps as a visitor understands them; who in the house holds the request is not the visitor's worry.
SHOWN_AS = {
    RequestStep.TAKEN: RequestStep.RECEIVED,
    RequestStep.RELEASED: RequestStep.RECEIVED,
    RequestStep.REOPENED: RequestStep.RECEIVED,
    RequestStep.ERASED: RequestStep.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the thread."""

    when: str
    from_staff: bool
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """A named person to turn to."""

    first_name: str
    phone: str
    phone_hours: str


@dataclass(frozen=True, slots=True)
class ShownSupportContact:
    """The support contact that is offered or in force. ``stand_in`` answers when the first one is away."""

    id: UUID
    step: str
    person: Person
    stand_in: Person | None
    stand_in_now: bool
    ends: str
    was_accepted: bool


class Wish(StrEnum):
    """How it stands with a wish for a support contact while there is none."""

    NONE = ""
    WAITS = "waits"
    MAY_ASK_AGAIN = "may-ask-again"


@dataclass(frozen=True, slots=True)
class CodePage:
    """Ready for the template. ``you_say_words``: the visitor says the call words, and not we.

    ``is_silent``: nobody calls or writes; ``may_be_silent``: that can be asked for, as there is a number or an address.
    ``answers_here``: the answer comes on this page and in no other way. ``lines`` begins with what was written in the
    form, as long as it is kept.
    """

    step: str
    is_open: bool
    latest: str
    call_words: str
    you_say_words: bool
    is_silent: bool
    may_be_silent: bool
    answers_here: bool
    lines: tuple[Line, ...]
    may_add: bool
    support_contact: ShownSupportContact | None
    wish: Wish
    wish_by: str
    code_until: str
    details_until: str


def request_by_code(written: str, *, municipality: MunicipalityPage, at: datetime) -> Received | None:
    """The request that the code opens, or None. Opening it moves the last day of the code forward."""
    code = opened_by(written, municipality=municipality.code, today=localdate(at))
    return request_of(code, municipality=municipality, at=at) if code else None


def request_of(code: AccessCode, *, municipality: MunicipalityPage, at: datetime) -> Received | None:
    """The same for a code that has been found; None when it opens something else."""
    if code.opens != Opens.REQUEST:
        return None
    last_day = last_day_of_code(municipality, at=at)
    if code.expires_on != last_day:
        AccessCode.objects.filter(pk=code.pk).update(expires_on=last_day)
    return Received(code.board_id, code.object_id)


def code_page(board_id: UUID, request_id: UUID, *, municipality: MunicipalityPage) -> CodePage | None:
    """The page, or None when the code has been erased since."""
    with for_board(board_id):
        request = ContactRequest.objects.filter(pk=request_id).exclude(step=RequestStep.WITHDRAWN).first()
        code = AccessCode.objects.filter(object_id=request_id).first()
        if request is None or code is None:
            return None
        lines = (*_asked(request), *(_line(row) for row in request.messages.order_by("at")))
        offer = _last_offer(request)
        promised = request.support_contact_promised_on
        return CodePage(
            step=SHOWN_AS.get(RequestStep(request.step), RequestStep(request.step)),
            is_open=request.step in OPEN_STEPS,
            latest=instant_in_words(request.promised_at),
            call_words=request.call_words if request.step in OPEN_STEPS and not request.silent_since else "",
            you_say_words=request.reply != Reply.CALL,
            is_silent=request.silent_since is not None,
            may_be_silent=bool(request.contact),
            answers_here=request.silent_since is not None or request.reply == Reply.CODE,
            lines=lines,
            may_add=bool(REQUEST_STEPS[request.step]),
            support_contact=_shown(offer) if offer and offer.step in ACTIVE_SUPPORT_STEPS else None,
            wish=_wish(request, offer),
            wish_by=day_in_words(promised, year=True) if promised else "",
            code_until=day_in_words(code.expires_on, year=True),
            details_until=_details_until(request, code.expires_on, municipality),
        )


def _asked(request: ContactRequest) -> tuple[Line, ...]:
    return (Line(instant_in_words(request.received_at), False, request.remark),) if request.remark else ()


def _line(row: ThreadMessage) -> Line:
    return Line(instant_in_words(row.at), row.from_staff, row.text)


def _details_until(request: ContactRequest, code_until: date, municipality: MunicipalityPage) -> str:
    """The last day of what was told in the form; when the request is open, if nothing more happens."""
    if request.step in OPEN_STEPS:
        last = last_day_when_idle(
            stepped_at=request.step_at,
            promised=Promised(request.promised_at, request.support_contact_promised_on),
            code_until=code_until,
            days=thread_days(municipality),
        )
        return day_in_words(last, year=True)
    return day_in_words(min(request.erase_on, code_until), year=True) if request.erase_on else ""


def _last_offer(request: ContactRequest) -> SupportContact | None:
    rows = SupportContact.objects.filter(request=request).select_related("worker", "substitute")
    people = [f"{who}__{field}" for who in ("worker", "substitute") for field in ("first_name", "phone", "phone_hours")]
    return rows.only("step", "ends_on", *people).order_by("-offered_at", "-pk").first()


def _wish(request: ContactRequest, offer: SupportContact | None) -> Wish:
    if offer is None:
        return Wish.WAITS if request.wants_support_contact and request.step in OPEN_STEPS else Wish.NONE
    if offer.step == SupportContactStep.ASKED_AGAIN:
        return Wish.WAITS
    may_ask = SupportContactStep.ASKED_AGAIN in SUPPORT_CONTACT_STEPS[offer.step] and REQUEST_STEPS[request.step]
    return Wish.MAY_ASK_AGAIN if may_ask else Wish.NONE


def _shown(offer: SupportContact) -> ShownSupportContact:
    return ShownSupportContact(
        id=offer.pk,
        step=offer.step,
        person=_person(offer.worker),
        stand_in=_person(offer.substitute) if offer.substitute else None,
        stand_in_now=_stand_in_now(offer),
        ends=day_in_words(offer.ends_on, year=True) if offer.ends_on else "",
        was_accepted=_was_accepted(offer),
    )


def _stand_in_now(offer: SupportContact) -> bool:
    """Whoever asks for another person keeps the one who answers meanwhile."""
    if offer.step == SupportContactStep.CHANGE_ASKED and offer.substitute_id:
        before = offer.events.exclude(step=SupportContactStep.CHANGE_ASKED).order_by("-at").first()
        return before is not None and before.step == SupportContactStep.SUBSTITUTED
    return offer.step == SupportContactStep.SUBSTITUTED


def _was_accepted(offer: SupportContact) -> bool:
    """Whoever asks for another person may have said yes to this one, or not."""
    if offer.step == SupportContactStep.CHANGE_ASKED:
        return offer.events.filter(step=SupportContactStep.ACCEPTED).exists()
    return offer.step != SupportContactStep.OFFERED


def _person(user: User) -> Person:
    return Person(user.first_name, user.phone, user.phone_hours)
