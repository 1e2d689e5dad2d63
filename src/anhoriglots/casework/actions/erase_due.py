"""Erases what has been kept as long as the visitor was told; run every night in each board's scope."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope

from ..erasure import EMPTY
from ..models import AccessCode, ContactRequest, RequestEvent, SupportContact, ThreadMessage
from ..steps import step_support_contact
from ..workflow import SUPPORT_CONTACT_STEPS, RequestStep, SupportContactStep

AT_A_TIME = 1000


@transaction.atomic
def erase_due(*, at: datetime) -> None:
    """Erase this board's details, threads and codes whose last day has passed, and end support contacts so old.

    Raises:
        ValueError: no board is in scope.
    """
    today = localdate(at)
    requests = _erase_requests(today, at)
    threads = _erase_threads(today)
    ended = _end_support_contacts(today, at)
    if requests or threads or ended:
        record(action="casework.erase_due", at=at, requests=requests, threads=threads, support_contacts=ended)


def _erase_requests(today: date, at: datetime) -> int:
    due = ContactRequest.objects.filter(erase_on__lt=today, step=RequestStep.CLOSED)
    count = 0
    while keys := list(due.select_for_update().values_list("pk", flat=True)[:AT_A_TIME]):
        ContactRequest.objects.filter(pk__in=keys).update(**EMPTY, step=RequestStep.ERASED, step_at=at, erased_at=at)
        RequestEvent.objects.bulk_create(_events(keys, at))
        count += len(keys)
    return count


def _events(keys: Sequence[UUID], at: datetime) -> list[RequestEvent]:
    owner = owner_of(current_scope())
    return [RequestEvent(**owner, request_id=key, step=RequestStep.ERASED, at=at) for key in keys]


def _erase_threads(today: date) -> int:
    board = owner_of(current_scope())["board_id"]
    codes = AccessCode.objects.filter(board_id=board, expires_on__lt=today)
    count = 0
    while rows := list(codes.values_list("pk", "request_id")[:AT_A_TIME]):
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
