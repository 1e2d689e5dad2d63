"""A group's room: how it is kept, what waits to be read, and what has been done in it. Each opening is logged."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.accounts.roles import Capability
from anhoriglots.audit.actions import record_read
from anhoriglots.booking.models import Group
from anhoriglots.booking.queries.staff_group import own_group, title_of
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.decision import Refused
from anhoriglots.peerroom.actions.moderate_post import hide_post, remove_post, show_post
from anhoriglots.peerroom.actions.set_up_room import set_up_room
from anhoriglots.peerroom.actions.show_who import show_who
from anhoriglots.peerroom.actions.step_room import close_room, reopen_room
from anhoriglots.peerroom.choices import HideReason
from anhoriglots.peerroom.models import Post, Room
from anhoriglots.peerroom.policies import may_set_up, moderators_for
from anhoriglots.peerroom.queries.staff_room import PostRow, post_row, staff_room

from ..municipality import municipality_of
from ..refusals import refused_page, tells_refusals
from ..room_forms import FIELD_OF, HideForm, RoomForm, WhoForm, now

LEAD, PLAN = Capability.LEAD_GROUPS, Capability.PLAN_GROUPS
DONE = {
    "saved": "Inställningarna är sparade.",
    "open": "Rummet är öppet.",
    "closed": "Rummet är stängt. De som är i det kan läsa och ta bort sitt, men inte skriva.",
    "show": "Inlägget visas.",
    "hide": "Inlägget är dolt.",
    "remove": "Inlägget är borttaget.",
}
MOST_PAGES = 100


def _address(group_id: UUID) -> str:
    return reverse("staff-room", args=[group_id])


@staff_page(LEAD)
def room(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """What waits to be read first, then all that is written."""
    at = timezone.now()
    municipality = municipality_of(request)
    try:
        found = staff_room(request.actor, group_id, municipality=municipality, at=at, page=_page(request))
    except Room.DoesNotExist as error:
        raise Http404 from error
    record_read(subject_id=found.pk, page="room", at=at)
    context = {"found": found, "done": DONE.get(request.GET.get("gjort", ""), "")}
    return render(request, "workspace/room.html", context)


def _page(request: StaffRequest) -> int:
    asked = request.GET.get("sida", "1")
    return min(max(int(asked), 1), MOST_PAGES) if asked.isdecimal() and len(asked) < 4 else 1


@staff_page(PLAN)
def set_up(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """Open the room, or change how it is kept."""
    at = timezone.now()
    try:
        group = own_group(request.actor, group_id)
    except Group.DoesNotExist as error:
        raise Http404 from error
    may = may_set_up(request.actor, group, at=at)
    if not may:
        return refused_page(request, may, reverse("staff-group", args=[group_id]))
    before = Room.objects.filter(group=group).first()
    form = _form(request, before, at)
    if form.is_valid():
        try:
            set_up_room(actor=request.actor, group_id=group_id, kept=form.kept(), at=at)
            return SeeOther(f"{_address(group_id)}?gjort={'saved' if before else 'open'}")
        except Refused as refused:
            form.refuse(refused.decision, FIELD_OF.get(refused.decision.reason))
    context = {"group_id": group_id, "title": title_of(group), "is_new": before is None}
    return render_form(request, "workspace/set_up_room.html", form, context)


def _form(request: StaffRequest, before: Room | None, at: datetime) -> RoomForm:
    posted = request.POST if request.method == "POST" else None
    form = RoomForm(posted, initial=now(before)) if before else RoomForm(posted)
    colleagues = moderators_for(request.actor, on=localdate(at))
    form.offer([(str(user.pk), user.full_name) for user in colleagues])
    return form


@require_POST
@staff_page(LEAD)
@tells_refusals(_address)
def step(request: StaffRequest, group_id: UUID) -> HttpResponse:
    """Close the room for new posts, or open it again."""
    opens = request.POST.get("do") == "open"
    act = reopen_room if opens else close_room
    act(actor=request.actor, group_id=group_id, at=timezone.now())
    return SeeOther(f"{_address(group_id)}?gjort={'open' if opens else 'closed'}")


@staff_page(LEAD)
@tells_refusals(lambda post_id: reverse("staff-groups"))
def moderate(request: StaffRequest, post_id: UUID) -> HttpResponse:
    """Show or remove at once; hide with a reason that the author reads."""
    at, do = timezone.now(), request.POST.get("do", "")
    acts = {"show": show_post, "remove": remove_post}
    if do in acts:
        post = acts[do](actor=request.actor, post_id=post_id, at=at)
        return SeeOther(_done(post, do))
    post, row = post_row(request.actor, post_id, at=at)
    form = HideForm(request.POST if do == "hide" else None)
    if form.is_valid():
        hide_post(actor=request.actor, post_id=post_id, reason=HideReason(form.cleaned_data["reason"]), at=at)
        return SeeOther(_done(post, "hide"))
    record_read(subject_id=post.room_id, page="room", at=at)
    return render_form(request, "workspace/hide_post.html", form, _of(post, row))


def _done(post: Post, what: str) -> str:
    return f"{_address(post.room.group_id)}?gjort={what}"


def _of(post: Post, row: PostRow) -> dict[str, object]:
    return {"row": row, "group_id": post.room.group_id}


@staff_page(LEAD)
@tells_refusals(lambda post_id: reverse("staff-groups"))
def who(request: StaffRequest, post_id: UUID) -> HttpResponse:
    """Who wrote it, when somebody's life may be in danger; the page that asks says what else to do."""
    at = timezone.now()
    post, row = post_row(request.actor, post_id, at=at)
    form = WhoForm(request.POST if request.method == "POST" else None)
    person = None
    if form.is_valid():
        person = show_who(actor=request.actor, post_id=post_id, life_in_danger=True, at=at)
    record_read(subject_id=post.room_id, page="room", at=at)
    return render_form(request, "workspace/who_wrote.html", form, {**_of(post, row), "person": person})
