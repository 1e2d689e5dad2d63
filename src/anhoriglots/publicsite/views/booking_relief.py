"""Somebody to be with the one I help meanwhile: asked for in the same step as the seat."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from anhoriglots.database.returned import returned_address, returned_form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.design.words import instant_in_words
from anhoriglots.relief.queries.offered import relief_offered
from anhoriglots.relief.queries.own_words import rule_in_words

from ..booking_answers import booking_address, read_booking
from ..pages import OpenRequest, open_page
from ..relief_form import ReliefForm
from .booking import to_check


@open_page
def relief(request: OpenRequest, group_id: UUID) -> HttpResponse:
    """How long and where. Nothing is kept until the booking is sent."""
    at = timezone.now()
    answers, place = read_booking(request, group_id, at=at)
    board, starts_at = place.group.board_id, place.first.starts_at
    offered = relief_offered(request.municipality, board, starts_at=starts_at, at=at)
    if offered is None or not answers.checked:  # too late now: then nothing is asked for
        without = replace(answers, relief_hours=0)
        return SeeOther(booking_address(request, "booking-check", without, at=at))
    form = ReliefForm.of(offered, answers, request.POST or returned_form(request, at=at))
    if request.method == "POST" and form.is_valid():
        return to_check(request, form.changed(answers), at)
    if request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    told = {
        "back_url": booking_address(request, "booking-check", answers, at=at),
        "answer_by": instant_in_words(offered.answer_by),
        "rule": rule_in_words(offered.rule),
        "outside": offered.outside if offered.outside_allowed else None,
    }
    return render_form(request, "publicsite/booking_relief.html", form, {"place": place, **told})
