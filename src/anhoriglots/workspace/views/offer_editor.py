"""Stöd: one offer is written, read as everybody will read it, published, withdrawn, and taken up again."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.booking.queries.running_groups import running_groups
from anhoriglots.catalogue.actions.discard_draft import discard_draft
from anhoriglots.catalogue.actions.publish_offer import publish_offer
from anhoriglots.catalogue.actions.restore_version import restore_version
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.catalogue.actions.withdraw_offer import withdraw_offer
from anhoriglots.catalogue.models import OfferContent
from anhoriglots.catalogue.queries.staff_offer import content_like, content_to_edit, staff_offer, what_has_changed
from anhoriglots.database.models import uuid7
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused

from ..municipality import municipality_of
from ..note_page import key_or_none
from ..offer_editing import offer_form
from ..offer_forms import FIELD_OF, WithdrawForm
from ..refusals import tells_refusals

EDIT = Capability.EDIT_CATALOGUE
DIGITS = 9  # of a version's number, which a column of the database holds
DONE = {
    "save": "Utkastet är sparat. Ingen utanför ser det.",
    "publish": "Stödet är publicerat. Alla ser det inom en minut.",
    "withdraw": "Stödet är tillbakadraget. Ingen utanför hittar det.",
    "discard": "Utkastet är kastat.",
    "restore": "Den äldre texten är nu ett utkast. Läs igenom och publicera.",
}


def _page(offer_id: UUID, **_: Any) -> str:
    return reverse("staff-offer", args=[offer_id])


def _done(offer_id: UUID, what: str) -> SeeOther:
    return SeeOther(f"{_page(offer_id)}?gjort={what}")


@staff_page(EDIT)
@tells_refusals(_page)
def offer(request: StaffRequest, offer_id: UUID) -> HttpResponse:
    """What holds, what waits, what stands in the way, and every version."""
    found = staff_offer(request.actor, offer_id, on=timezone.localdate())
    return render(request, "workspace/offer.html", {"found": found, "done": DONE.get(request.GET.get("gjort", ""), "")})


@staff_page(EDIT)
def new_offer(request: StaffRequest) -> HttpResponse:
    """An empty form, or one filled in like another offer; it is sent to the page of the offer that it becomes."""
    key, wanted = uuid7(), key_or_none(request.GET.get("som", ""))
    like = content_like(request.actor, wanted) if wanted else None
    form = offer_form(request.actor, municipality_of(request), None, key, None, like=like)
    context = {"offer_id": key, "is_new": True, "like": _title(like)}
    return render_form(request, "workspace/edit_offer.html", form, context)


@staff_page(EDIT)
@tells_refusals(_page)
def change(request: StaffRequest, offer_id: UUID) -> HttpResponse:
    """Write; the draft is saved whatever is left to do, and never over somebody else's words unseen."""
    content, posted = content_to_edit(request.actor, offer_id), request.method == "POST"
    if content is None and not posted:
        raise Http404
    form = offer_form(request.actor, municipality_of(request), request.POST if posted else None, offer_id, content)
    seen = request.POST.get("seen", "") if posted else content.mark if content else ""
    context = {"offer_id": offer_id, "is_new": content is None, "seen": seen, "title": _title(content)}
    if form.is_valid():
        try:
            save_draft(actor=request.actor, offer_id=offer_id, content=form.content(), seen=seen, at=timezone.now())
            return _next(request, offer_id)
        except Refused as refused:
            context |= _refused(request, form, offer_id, refused)
    return render_form(request, "workspace/edit_offer.html", form, context)


def _title(content: OfferContent | None) -> str:
    return content.text("title") if content is not None else ""


def _next(request: StaffRequest, offer_id: UUID) -> HttpResponse:
    if request.POST.get("do") == "preview":
        return SeeOther(reverse(settings.SITE_PAGES["offer-preview"], args=[offer_id]))
    return _done(offer_id, "save")


def _refused(request: StaffRequest, form: Any, offer_id: UUID, refused: Refused) -> dict[str, Any]:
    """Tell why; when somebody was there before, also what they changed, so that the next press is a choice."""
    reason = refused.decision.reason
    form.refuse(refused.decision, FIELD_OF.get(reason))
    if reason != "changed-meanwhile":
        return {}
    now = content_to_edit(request.actor, offer_id)
    changes = what_has_changed(request.actor, offer_id, form.content())
    return {"theirs": changes, "seen": now.mark if now is not None else ""}


@require_POST
@staff_page(EDIT)
@tells_refusals(_page)
def publish(request: StaffRequest, offer_id: UUID) -> HttpResponse:
    """Show it to everybody."""
    seen = request.POST.get("seen", "")
    publish_offer(actor=request.actor, offer_id=offer_id, seen=seen, at=timezone.now())
    return _done(offer_id, "publish")


@require_POST
@staff_page(EDIT)
@tells_refusals(_page)
def discard(request: StaffRequest, offer_id: UUID) -> HttpResponse:
    """Throw the draft away; what was never published is gone with it."""
    content = content_to_edit(request.actor, offer_id)
    discard_draft(actor=request.actor, offer_id=offer_id, seen=request.POST.get("seen", ""), at=timezone.now())
    is_left = content is not None and content_to_edit(request.actor, offer_id) is not None
    return _done(offer_id, "discard") if is_left else SeeOther(reverse("offers"))


@require_POST
@staff_page(EDIT)
@tells_refusals(_page)
def restore(request: StaffRequest, offer_id: UUID) -> HttpResponse:
    """An earlier version as a new draft."""
    number = request.POST.get("number", "")
    if not (number.isascii() and number.isdigit() and len(number) < DIGITS):
        raise Http404
    restore_version(actor=request.actor, offer_id=offer_id, number=int(number), at=timezone.now())
    return _done(offer_id, "restore")


@staff_page(EDIT)
@tells_refusals(_page)
def withdraw(request: StaffRequest, offer_id: UUID) -> HttpResponse:
    """Asks why, and tells of groups that go on."""
    at = timezone.now()
    found = staff_offer(request.actor, offer_id, on=timezone.localdate(at))
    groups = running_groups(found.unit, found.support_form, at=at)
    form = WithdrawForm(request.POST if request.method == "POST" else None, asks=bool(groups))
    if form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            withdraw_offer(actor=request.actor, offer_id=offer_id, reason=reason, at=at)
            return _done(offer_id, "withdraw")
        except Refused as refused:
            _refuse(form, refused)
    return render_form(request, "workspace/withdraw_offer.html", form, {"found": found, "groups": groups})


def _refuse(form: Form, refused: Refused) -> None:
    is_about_reason = "reason" in refused.decision.reason
    form.refuse(refused.decision, "reason" if is_about_reason else None)
