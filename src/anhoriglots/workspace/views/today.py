"""Idag: what waits, what I have, what to follow up."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.navigation import menu_for
from anhoriglots.accounts.roles import Capability
from anhoriglots.booking.queries.staff_groups import todays_meetings
from anhoriglots.casework.actions.take_request import take_next
from anhoriglots.casework.queries.request_words import need_labels
from anhoriglots.casework.queries.support_follow_up import promised_support_contacts, support_contacts_to_follow_up
from anhoriglots.casework.queries.when import clock, full_day
from anhoriglots.casework.queries.worklist import Worklist, worklist
from anhoriglots.design.pages import SeeOther

from ..addresses import address_of
from ..hints import hints
from ..municipality import municipality_of
from ..note_page import key_or_none
from ..receipts import saved_line

WHOLE_UNIT = "enheten"
DONE = {"klart": "Förfrågan är klar.", "lamnad": "Förfrågan är lämnad tillbaka. Nu kan alla i enheten ta den."}
NOTHING_WAITS = "Ingen förfrågan väntar just nu."


@staff_page()
def today(request: StaffRequest) -> HttpResponse:
    """The worklist; those whose role has none are led to the first page of their menu."""
    if not request.actor.can(Capability.WORK_WITH_REQUESTS):
        return SeeOther(menu_for(request.actor)[0].href)
    return today_page(request, timezone.now())


def today_page(request: StaffRequest, at: datetime, *, message: str = "", status: int = 200) -> HttpResponse:
    """The page, with a message when a colleague was faster."""
    whole_unit = request.GET.get("visa") == WHOLE_UNIT
    work = _requests(request, at, whole_unit)
    support = support_contacts_to_follow_up(
        request.actor, at=at, whole_unit=whole_unit, open_at=address_of("support-contact")
    )
    promised = promised_support_contacts(request.actor, at=at, open_at=address_of("request"))
    context: dict[str, Any] = {
        "day": full_day(timezone.localdate(at)),
        "updated": clock(at),
        "work": work,
        "follow_up": work.follow_up + promised + support,
        "groups": todays_meetings(request.actor, at=at, open_at=address_of("attendance")),
        "hints": hints(request.actor, on=timezone.localdate(at)),
        "whole_unit": whole_unit,
        "message": message,
        "done": DONE.get(request.GET.get("gjort", ""), ""),
        "done_request": key_or_none(request.GET.get("forfragan", "")),
        "saved": saved_line(request, actor_id=request.actor.user_id, at=at),
    }
    return render(request, "workspace/today.html", context, status=status)


def _requests(request: StaffRequest, at: datetime, whole_unit: bool) -> Worklist:
    municipality = municipality_of(request)
    return worklist(
        request.actor,
        at=at,
        whole_unit=whole_unit,
        municipality=municipality,
        labels=need_labels(municipality.settings["guide"]),
        open_at=address_of("request"),
        take_at=address_of("take-request"),
    )


@require_POST
@staff_page(Capability.WORK_WITH_REQUESTS)
def fetch_next(request: StaffRequest) -> HttpResponse:
    """Take the oldest promise that nobody has taken."""
    at = timezone.now()
    taken = take_next(actor=request.actor, at=at)
    if taken is None:
        return today_page(request, at, message=NOTHING_WAITS)
    return SeeOther(reverse("request", args=[taken.pk]))
