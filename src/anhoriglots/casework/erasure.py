"""How long a request is kept, and what is left of it when it has been erased.

The dates here and on the pages are the last day on which something is there; the night after, it goes. The code and
what was written behind it are kept ``thread_days`` after the code was used last. What was told in the form is kept
``contact_days`` after the request was closed, but no longer than the code. A request that nobody closes is kept until
neither the visitor nor we have done anything for ``thread_days``.
"""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import BinaryField, DateTimeField, Exists, Func, OuterRef, Q
from django.utils.timezone import localdate

from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.models import AccessCode

from .models import ContactRequest, RequestEvent, SupportContact
from .workflow import RequestStep

# Everything the visitor told and everybody who had it; emptied as a whole, so that no rare combination stays behind.
EMPTY: dict[str, Any] = {
    "district_id": None,
    "reply": "",
    "for_another": False,
    "other_person_knows": None,
    "from_child": False,
    "contact": "",
    "call_time": "",
    "may_say_who_calls": False,
    "talk_when": "",
    "silent_since": None,
    "call_me": "",
    "call_words": "",
    "remark": "",
    "target_group_lines": [],
    "needs": [],
    "interpreter_language": "",
    "language": "",
    "wants_support_contact": False,
    "support_contact_wish": "",
    "support_contact_promised_on": None,
    "is_urgent": False,
    "taken_by_id": None,
    "erase_on": None,
}
OVER = (RequestStep.ERASED, RequestStep.WITHDRAWN)


class Promised(NamedTuple):
    """By when we answer, and by which day there is a support contact, if that is promised."""

    answer_at: datetime
    support_contact_on: date | None

    @property
    def last_day(self) -> date:
        """The later of the two."""
        answer = localdate(self.answer_at)
        return max(answer, self.support_contact_on or answer)


def all_promised_before(day: date) -> Q:
    """Those that have nothing promised for the day or later."""
    support = Q(support_contact_promised_on__isnull=True) | Q(support_contact_promised_on__lt=day)
    return Q(promised_at__lt=midnight_of(day)) & support


class _RandomMark(Func):
    """32 random bytes for each row: what told which form was sent tells nothing any longer."""

    template = "(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))"
    output_field = BinaryField()


class _Midnight(Func):
    """The first instant of the Swedish day."""

    template = f"date_trunc('day', %(expressions)s, '{SWEDEN.key}')"
    output_field = DateTimeField()


def thread_days(municipality: MunicipalityPage) -> int:
    """For how many days a thread, and a request that nobody closes, is kept after the last thing that happened."""
    return int(municipality.own["retention"]["thread_days"])


def last_day_of_code(municipality: MunicipalityPage, *, at: datetime) -> date:
    """The last day on which a code used at ``at`` opens its thread; both are erased the night after."""
    return localdate(at) + timedelta(days=thread_days(municipality))


def last_day_when_idle(*, stepped_at: datetime, promised: Promised, code_until: date | None, days: int) -> date:
    """The last day of a request that is not closed, when nothing more happens.

    Args:
        stepped_at: the instant of the last step.
        promised: what we have promised; it is never erased before.
        code_until: the last day of its code, which every visit moves; None when the code is gone.
        days: thread_days of the municipality.
    """
    idle = localdate(stepped_at) + timedelta(days=days)
    return max(idle, promised.last_day, code_until or idle)


def midnight_of(day: date) -> datetime:
    """The first instant of the day on Swedish clocks."""
    return datetime.combine(day, time(), tzinfo=SWEDEN)


def empty_requests(keys: Collection[UUID], step: RequestStep, *, at: datetime) -> None:
    """Empty these requests of the board in scope and write the step that did it.

    Left in the row are the unit and, to the day, when it was received, promised and erased.
    """
    midnight = midnight_of(localdate(at))
    ContactRequest.objects.filter(pk__in=keys).update(
        **EMPTY,
        submission=_RandomMark(),
        received_at=_Midnight("received_at"),
        promised_at=_Midnight("promised_at"),
        step=step,
        step_at=midnight,
        erased_at=midnight,
    )
    owner = owner_of(current_scope())
    RequestEvent.objects.bulk_create(RequestEvent(**owner, request_id=key, step=step, at=at) for key in keys)


def untie_support_contacts() -> None:
    """Let support contacts that belong to a file forget the request they began with, once it and its code are gone."""
    code = AccessCode.objects.filter(object_id=OuterRef("request_id"))
    tied = SupportContact.objects.filter(case__isnull=False, request__step__in=OVER)
    tied.exclude(Exists(code)).update(request=None)
