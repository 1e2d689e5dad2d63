"""Search by the lawful keys, and the carer's own file. Every person shown is written in the read log."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_read, record_reads
from anhoriglots.casework.queries.carer_page import carer_page
from anhoriglots.casework.queries.search import MOST_HITS, SearchKey, find_carers, may_search_by, search_key
from anhoriglots.design.pages import render_form
from anhoriglots.kernel.decision import Refused
from anhoriglots.people.models import Carer

from ..addresses import address_of
from ..forms import SearchForm
from ..note_page import key_or_none
from ..receipts import saved_line

READ = Capability.READ_CARERS


@staff_page(READ)
def search(request: StaffRequest) -> HttpResponse:
    """Search; posted, so that no name stands in an address."""
    at = timezone.now()
    on = timezone.localdate(at)
    form = SearchForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"hits": None, "most": MOST_HITS, "law": may_search_by(SearchKey("other", ""), on=on)}
    if form.is_valid():
        try:
            key = search_key(form.cleaned_data["words"], on=on)
            hits = find_carers(request.actor, key, on=on, open_at=address_of("carer"))
        except Refused as refused:
            form.refuse(refused.decision, "words")
        else:
            record_reads(subject_ids=[hit.carer_id for hit in hits], page="search", at=at)
            context["hits"] = hits
    return render_form(request, "workspace/search.html", form, context)


@staff_page(READ)
def carer(request: StaffRequest, carer_id: UUID) -> HttpResponse:
    """The file."""
    at = timezone.now()
    before = key_or_none(request.GET.get("fore", ""))
    try:
        found = carer_page(request.actor, carer_id, at=at, before=before, support_at=address_of("support-contact"))
    except Carer.DoesNotExist as error:
        raise Http404 from error
    record_read(subject_id=carer_id, page="carer", at=at)
    context = {
        "found": found,
        "can_propose": request.actor.can(Capability.PROPOSE_SUPPORT_CONTACT)
        and not any(line.is_active for line in found.support_contacts),
        "saved": saved_line(request, actor_id=request.actor.user_id, at=at),
    }
    return render(request, "workspace/carer.html", context)
