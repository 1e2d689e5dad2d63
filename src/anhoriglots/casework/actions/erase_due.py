"""Erases what has been kept as long as the visitor was told; run every night in each board's scope."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.models import AccessCode, Opens

from ..erasure import all_promised_before, empty_requests, midnight_of, thread_days, untie_support_contacts
from ..models import ContactRequest, SupportContact, ThreadMessage
from ..steps import step_support_contact
from ..workflow import OPEN_STEPS, SUPPORT_CONTACT_STEPS, RequestStep, SupportContactStep

AT_A_TIME = 1000


@transaction.atomic
def erase_due(*, municipality: MunicipalityPage, at: datetime) -> None:
    """Erase this board's requests, threads and codes whose last day has passed, and end support contacts so old.

    Raises:
        ValueError: no board is in scope.
    """
    today = localdate(at)
    requests = _erase_requests(_closed(today) | _idle(today, thread_days(municipality)), at)
    threads = _erase_threads(today)
    ended = _end_support_contacts(today, at)
    untie_support_contacts()
    if requests or threads or ended:
        record(action="casework.erase_due", at=at, requests=requests, threads=threads, support_contacts=ended)


def _closed(today: date) -> Q:
    """Closed, and so old as we said, or no longer to be reached by the one who asked."""
    expired = Exists(AccessCode.objects.filter(object_id=OuterRef("pk"), expires_on__lt=today))
    return Q(step=RequestStep.CLOSED) & (Q(erase_on__lt=today) | Q(expired))


def _idle(today: date, days: int) -> Q:
    """Never closed, but nothing has happened on either side for so many days; see erasure.last_day_when_idle."""
    visited = Exists(AccessCode.objects.filter(object_id=OuterRef("pk"), expires_on__gte=today))
    untouched = Q(step__in=OPEN_STEPS, step_at__lt=midnight_of(today - timedelta(days=days)))
    return untouched & all_promised_before(today) & ~Q(visited)


def _erase_requests(due: Q, at: datetime) -> int:
    rows: QuerySet[ContactRequest] = ContactRequest.objects.filter(due).select_for_update(of=("self",))
    count = 0
    while keys := list(rows.values_list("pk", flat=True)[:AT_A_TIME]):
        empty_requests(keys, RequestStep.ERASED, at=at)
        count += len(keys)
    return count


def _erase_threads(today: date) -> int:
    board = owner_of(current_scope())["board_id"]
    codes = AccessCode.objects.filter(board_id=board, opens=Opens.REQUEST, expires_on__lt=today)
    count = 0
    while rows := list(codes.values_list("pk", "object_id")[:AT_A_TIME]):
        ThreadMessage.objects.filter(request_id__in=[request for _, request in rows]).delete()
        AccessCode.objects.filter(pk__in=[key for key, _ in rows]).delete()
        count += len(rows)
    return count


def _end_support_contacts(today: date, at: datetime) -> int:
    # Who has asked for somebody after the end of a former offer still waits.
    over = SupportContact.objects.select_for_update().filter(case__isnull=True, ends_on__lt=today)
    over = over.exclude(step=SupportContactStep.ASKED_AGAIN)
    ended = [contact for contact in over if SupportContactStep.ENDED in SUPPORT_CONTACT_STEPS[contact.step]]
    for contact in ended:
        step_support_contact(contact, SupportContactStep.ENDED, at=at)
    return len(ended)
