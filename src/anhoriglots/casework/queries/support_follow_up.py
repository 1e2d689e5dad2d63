"""Support contacts that somebody should do something about: change asked for, no answer, soon at an end."""

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor

from ..policies import handled_support_contacts, may_propose_support_contact, workable_requests
from ..workflow import ACTIVE_SUPPORT_STEPS, SupportContactStep
from .when import day_words, days_between
from .worklist import Address, WorkRow

MOST_ROWS = 25
UNANSWERED_DAYS = 7
ENDS_SOON_DAYS = 14


def support_contacts_to_follow_up(actor: Actor, *, at: datetime, whole_unit: bool, open_at: Address) -> list[WorkRow]:
    """The oldest first, in one statement; those who want somebody else, or somebody after all, are shown to all who may
    propose.
    """
    changes = Q(step__in=(SupportContactStep.CHANGE_ASKED, SupportContactStep.ASKED_AGAIN))
    silent = Q(step=SupportContactStep.OFFERED, offered_at__lt=at - timedelta(days=UNANSWERED_DAYS))
    ending = Q(step__in=ACTIVE_SUPPORT_STEPS, ends_on__lte=localdate(at) + timedelta(days=ENDS_SOON_DAYS))
    found = handled_support_contacts(actor).filter(changes | silent | ending)
    if not whole_unit:
        found = found.filter(changes | Q(worker_id=actor.user_id) | Q(substitute_id=actor.user_id))
    columns = ("pk", "step", "offered_at", "ends_on", "worker__first_name")
    rows = found.order_by("step_at", "pk").values_list(*columns)[:MOST_ROWS]
    return [
        WorkRow(open_at(pk), _why(step, offered_at, ends_on, at), promise="", notes=(worker,))
        for pk, step, offered_at, ends_on, worker in rows
    ]


def promised_support_contacts(actor: Actor, *, at: datetime, open_at: Address) -> list[WorkRow]:
    """Requests whose support contact is promised by a day and not offered yet, the nearest day first; whoever has the
    request, and also when it is done otherwise.
    """
    if not may_propose_support_contact(actor):
        return []
    found = workable_requests(actor).filter(support_contact_promised_on__isnull=False)
    rows = found.order_by("support_contact_promised_on", "pk").values_list("pk", "support_contact_promised_on")
    today = localdate(at)
    return [
        WorkRow(open_at(pk), "Stödkontakt: lovad", day_words(day, today=today), is_late=day < today)
        for pk, day in rows[:MOST_ROWS]
        if day
    ]


def _why(step: str, offered_at: datetime, ends_on: date | None, at: datetime) -> str:
    if step == SupportContactStep.CHANGE_ASKED:
        return "Stödkontakt: vill byta person"
    if step == SupportContactStep.ASKED_AGAIN:
        return "Stödkontakt: tackade nej, vill ha en ändå"
    if step == SupportContactStep.OFFERED and days_between(offered_at, at) >= UNANSWERED_DAYS:
        return f"Stödkontakt: inget svar på {days_between(offered_at, at)} dagar"
    ends = day_words(ends_on, today=localdate(at)) if ends_on else ""
    return f"Stödkontakt: slutar {ends}"
