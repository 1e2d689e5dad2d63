"""A visitor asks to be contacted. The same form sent twice, or twice at once, is one request."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from anhoriglots import law
from anhoriglots.audit.actions import record
from anhoriglots.database.encryption import keyed_index
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.models import Unit, reference_id
from anhoriglots.organisations.queries import MunicipalityPage, answering_unit, promised_time
from anhoriglots.visitors.actions import claim_code, new_call_words
from anhoriglots.visitors.models import Opens
from anhoriglots.visitors.policies import may_be_kept
from anhoriglots.visitors.queries import code_made_by

from ..choices import CallTime, Reply
from ..danger import may_tell_of_danger
from ..erasure import last_day_of_code
from ..models import ContactRequest, RequestEvent
from ..workflow import RequestStep

# Where two people meet or talk, words tell the one that it is the other.
TALKED = (Reply.CALL, Reply.CALLS_IN, Reply.MEETS)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the visitor chose to tell.

    Attributes:
        reply: how to be in touch.
        contact: number or address; empty when we are not to call or write.
        from_child: through the child entrance; staff see it first.
        talk_when: when a child can talk, in its own words.
        silent: it is not safe to call or write; nothing goes out until the code lifts that.
        district: key of the visitor's own district, or None.
        lines, needs: keys of the guide.
        support_contact_wish: "woman", "man" or nothing.
    """

    reply: Reply
    contact: str = ""
    call_time: CallTime = CallTime.ANY
    may_say_who_calls: bool = False
    for_another: bool = False
    other_person_knows: bool | None = None
    district: str | None = None
    call_me: str = ""
    remark: str = ""
    lines: tuple[str, ...] = field(default_factory=tuple)
    needs: tuple[str, ...] = field(default_factory=tuple)
    interpreter_language: str = ""
    wants_support_contact: bool = False
    support_contact_wish: str = ""
    from_child: bool = False
    talk_when: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """Where the request lies; what stands in it is read by queries.receipt.

    ``code`` opens it again. Known only to the one who brings the secret of the form; otherwise empty.
    """

    board_id: UUID
    request_id: UUID
    code: str = field(default="", compare=False, repr=False)


def submission_mark(submission: str, *, municipality: str) -> bytes:
    """The one-way mark of a form in a municipality, by which it is found again."""
    return keyed_index(f"{municipality}:{submission}", use="submission")


def receive_request(
    *, at: datetime, municipality: MunicipalityPage, submission: str, asked: Asked, language: str
) -> Received:
    """Save the request at the board of the visitor's own district and promise when we answer (law A15).

    Args:
        at: the instant it was sent.
        municipality: where; its scope is set.
        submission: a secret that the form carried from its first page.
        asked: the answers.
        language: the language the visitor read.

    Raises:
        Refused: a line looks like a personal number, or the law forbids the contact.
        NeverOpen: the unit has no opening hours.
    """
    may_be_kept(asked.remark).require()
    may_be_kept(asked.call_me).require()
    may_be_kept(asked.talk_when).require()
    # The visitor has made the first move, so nobody's consent stands in the way (law A16, A19), and no board's reading.
    facts = {"initiated_by": "carer"}
    law.heard_in(law.decide("contact-noticed-carer", on=localdate(at), facts=facts), municipality.code).require()
    unit = answering_unit(municipality.code, asked.district)
    with for_board(unit.board_id):
        request = _built(at, municipality, submission, asked, language, unit)
        stored = _saved_once(request)
        if stored != request.pk:
            return sent_before(stored, unit.board_id, submission=submission, municipality=municipality)
        return Received(unit.board_id, stored, _follow_up(request, municipality, submission, at))


def sent_before(request_id: UUID, board_id: UUID, *, submission: str, municipality: MunicipalityPage) -> Received:
    """The request that the form with this secret has made before, with its code while there is one."""
    return Received(
        board_id, request_id, code_made_by(submission, municipality=municipality.code, object_id=request_id)
    )


def _built(
    at: datetime, municipality: MunicipalityPage, submission: str, asked: Asked, language: str, unit: Unit
) -> ContactRequest:
    days = int(municipality.own["promise"]["working_days"])
    return ContactRequest(
        **owner_of(current_scope()),
        unit=unit,
        district_id=reference_id(municipality.code, "district", asked.district) if asked.district else None,
        submission=submission_mark(submission, municipality=municipality.code),
        reply=asked.reply,
        for_another=asked.for_another,
        other_person_knows=asked.other_person_knows,
        contact=asked.contact,
        call_time=asked.call_time,
        may_say_who_calls=asked.may_say_who_calls,
        call_me=asked.call_me,
        from_child=asked.from_child,
        talk_when=asked.talk_when,
        silent_since=at if asked.silent else None,
        call_words=new_call_words() if asked.reply in TALKED else "",
        remark=asked.remark,
        target_group_lines=list(asked.lines),
        needs=list(asked.needs),
        interpreter_language=asked.interpreter_language,
        language=language,
        wants_support_contact=asked.wants_support_contact,
        support_contact_wish=asked.support_contact_wish,
        # A child is answered first, whatever it wrote (ux 3.5).
        is_urgent=asked.from_child or may_tell_of_danger(asked.remark),
        received_at=at,
        promised_at=promised_time(unit.hours, working_days=days, received_at=at),
        step=RequestStep.RECEIVED,
        step_at=at,
    )


def _saved_once(request: ContactRequest) -> UUID:
    """The key of the request that this form made, now or before."""
    ContactRequest.objects.bulk_create([request], ignore_conflicts=True)
    stored = ContactRequest.objects.filter(submission=request.submission).values_list("pk", flat=True).first()
    if stored is None:  # sent before, and since then moved to another district, whose board does not see it
        raise Refused(
            forbidden("already-sent", _("Det här är redan skickat. Med din kod kan du se det och ta bort det."))
        )
    return stored


def _follow_up(request: ContactRequest, municipality: MunicipalityPage, submission: str, at: datetime) -> str:
    """The first step and the log; returns the code."""
    RequestEvent.objects.create(
        **owner_of(current_scope()), request_id=request.pk, step=RequestStep.RECEIVED, actor_id=None, at=at
    )
    record(action="casework.receive_request", at=at, object_id=request.pk)
    last_day = last_day_of_code(municipality, at=at)
    return claim_code(submission, opens=Opens.REQUEST, object_id=request.pk, expires_on=last_day)
