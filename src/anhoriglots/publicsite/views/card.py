"""The anonymous card after a group has met for the last time: three questions, and nothing about who answers."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from anhoriglots.booking.actions.fill_pulse_card import Answers, fill_pulse_card
from anhoriglots.booking.models import Group
from anhoriglots.booking.policies import may_fill_card
from anhoriglots.database.returned import returned_address, returned_form
from anhoriglots.database.throttle import Limit, attempt, client_address
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..card_form import CardForm
from ..pages import OpenRequest, open_page

# A whole group may sit on one network and answer at once.
FILLING = Limit("pulse-card", attempts=40, window=timedelta(hours=1))
TOO_MANY = 429


@open_page
def card(request: OpenRequest, card: str) -> HttpResponse:
    """The three questions; the page does not say which group it is about."""
    at = timezone.now()
    group = Group.objects.filter(card=card).first()
    if group is None:
        raise Http404
    closed = may_fill_card(group, request.municipality, at=at)
    if not closed:
        return render(request, "publicsite/card_closed.html", {"sentence": closed.sentence})
    form = CardForm(request.POST or returned_form(request, at=at))
    if request.method == "POST" and form.is_valid():
        if not attempt(FILLING, visitor=client_address(request), at=at).allowed:
            return render(request, "publicsite/card_busy.html", status=TOO_MANY)
        try:
            _save(request, card, form)
            return SeeOther(reverse("pulse-card-thanks"))
        except Refused as refused:
            form.refuse(refused.decision, "missing")
    if request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    return render_form(request, "publicsite/card.html", form, {"key": _key(form)})


def _key(form: CardForm) -> str:
    """The key of this card, the same when it comes back with faults."""
    written = form.data.get("key", "") if form.is_bound else ""
    try:
        return str(UUID(written))
    except ValueError:
        return str(uuid4())


def _save(request: OpenRequest, card: str, form: CardForm) -> None:
    given = form.cleaned_data
    fill_pulse_card(
        at=timezone.now(),
        municipality=request.municipality,
        card=card,
        key=UUID(_key(form)),
        answers=Answers(given["worth_it"], given["would_recommend"], given["missing"]),
    )


@open_page
def thanks(request: OpenRequest) -> HttpResponse:
    """It is saved."""
    return render(request, "publicsite/card_thanks.html")


thanks.reads_only_public_tables = True  # type: ignore[attr-defined]
