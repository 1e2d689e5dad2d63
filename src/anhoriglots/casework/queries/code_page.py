"""What the page behind a code shows: where the request is, the answers, and the support contact."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.models import User
from anhoriglots.database.scope import for_board
from anhoriglots.design.words import day_in_words, instant_in_words
from anhoriglots.organisations.queries import MunicipalityPage

from ..actions.receive_request import Received
from ..codes import mark_of
from ..erasure import last_day_of_code
from ..models import AccessCode, ContactRequest, SupportContact
from ..workflow import ACTIVE_SUPPORT_STEPS, OPEN_STEPS, REQUEST_STEPS, RequestStep, SupportContactStep

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


@dataclass(frozen=True, slots=True)
class CodePage:
    """Ready for the template."""

    step: str
    is_open: bool
    latest: str
    lines: tuple[Line, ...]
    may_add: bool
    wants_support_contact: bool
    support_contact: ShownSupportContact | None
    code_until: str
    details_until: str


def request_by_code(written: str, *, municipality: MunicipalityPage, at: datetime) -> Received | None:
    """The request that the code opens, or None. Opening it moves the last day of the code forward."""
    last_day = last_day_of_code(municipality, at=at)
    mark = mark_of(written, municipality=municipality.code)
    code = AccessCode.objects.filter(mark=mark).first()
    if code is None or code.expires_on < localdate(at):
        return None
    if code.expires_on != last_day:
        AccessCode.objects.filter(pk=code.pk).update(expires_on=last_day)
    return Received(code.board_id, code.request_id)


def code_page(board_id: UUID, request_id: UUID) -> CodePage | None:
    """The page, or None when the code has been erased since."""
    with for_board(board_id):
        request = ContactRequest.objects.filter(pk=request_id).exclude(step=RequestStep.WITHDRAWN).first()
        code = AccessCode.objects.filter(request_id=request_id).first()
        if request is None or code is None:
            return None
        lines = tuple(
            Line(instant_in_words(row.at), row.from_staff, row.text) for row in request.messages.order_by("at")
        )
        return CodePage(
            step=SHOWN_AS.get(RequestStep(request.step), RequestStep(request.step)),
            is_open=request.step in OPEN_STEPS,
            latest=instant_in_words(request.promised_at),
            lines=lines,
            may_add=bool(REQUEST_STEPS[request.step]),
            wants_support_contact=request.wants_support_contact,
            support_contact=_support_contact(request),
            code_until=day_in_words(code.expires_on, year=True),
            details_until=day_in_words(request.erase_on, year=True) if request.erase_on else "",
        )


def _support_contact(request: ContactRequest) -> ShownSupportContact | None:
    rows = SupportContact.objects.filter(request=request, step__in=ACTIVE_SUPPORT_STEPS)
    people = [f"{who}__{field}" for who in ("worker", "substitute") for field in ("first_name", "phone", "phone_hours")]
    row = rows.select_related("worker", "substitute").only("step", "ends_on", *people).order_by("-offered_at").first()
    if row is None:
        return None
    return ShownSupportContact(
        id=row.pk,
        step=row.step,
        person=_person(row.worker),
        stand_in=_person(row.substitute) if row.substitute else None,
        stand_in_now=row.step == SupportContactStep.SUBSTITUTED,
        ends=day_in_words(row.ends_on, year=True) if row.ends_on else "",
    )


def _person(user: User) -> Person:
    return Person(user.first_name, user.phone, user.phone_hours)
