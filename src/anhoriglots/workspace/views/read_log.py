"""Läslogg: who read whom and when at the own board; the reader is named, the one who was read is a matter number."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.casework.queries.read_log import read_lines, readers
from anhoriglots.kernel.dates import swedish_date

from ..note_page import key_or_none


@staff_page(Capability.REVIEW_LOG)
def read_log(request: StaffRequest) -> HttpResponse:
    """One day at a time, everybody or one colleague."""
    day, fault = _day(request.GET.get("dag", ""))
    colleague = key_or_none(request.GET.get("vem", ""))
    after = key_or_none(request.GET.get("fore", ""))
    lines, older = read_lines(request.actor, day, colleague=colleague, before=after)
    context: dict[str, Any] = {
        "day": day.isoformat(),
        "day_in_words": swedish_date(day),
        "fault": fault,
        "colleague": colleague,
        "colleagues": readers(request.actor, day),
        "lines": lines,
        "older": older,
    }
    return render(request, "workspace/read_log.html", context, status=422 if fault else 200)


def _day(written: str) -> tuple[date, str]:
    today = timezone.localdate()
    if not written:
        return today, ""
    try:
        return date.fromisoformat(written.strip()), ""
    except ValueError:
        return today, "Skriv dagen som 2026-03-01."
