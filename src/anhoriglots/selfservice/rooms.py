"""The room of a group: a name of one's own choice, what the others write, and away with all of one's own."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from anhoriglots.database.returned import FORM, returned_address, returned_form
from anhoriglots.design.pages import SeeOther, render_form
from anhoriglots.kernel.contact_details import looks_like_contact_details
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.peerroom.actions.erase_mine import erase_mine, erase_one
from anhoriglots.peerroom.actions.join_room import join_room
from anhoriglots.peerroom.actions.report_post import report_post, say_why_reported
from anhoriglots.peerroom.actions.write_post import write_post
from anhoriglots.peerroom.models import Post
from anhoriglots.peerroom.queries.room_page import PostLine, has_reported, post_in_room

from .opening import ThreadRequest, thread_page
from .room_forms import NameForm, PostForm, WhyReportedForm
from .room_opening import DONE_PARAMETER, NoRoom, OpenedRoom, room_opened
from .room_words import ROOM_DONE

ANSWERS, ANYWAY, KEY = "till", "anyway", "key"
View = Callable[..., HttpResponse]


def room_view(view: View) -> View:
    """Give the view the room that the browser has opened; lead to the booking when there is none."""

    @thread_page
    @wraps(view)
    def opened(request: ThreadRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        at = timezone.now()
        try:
            response = view(request, room_opened(request, at=at), at, *args, **kwargs)
        except NoRoom as nothing:
            return SeeOther(nothing.address)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return opened


def named(view: View) -> View:
    """Lead those who have no name in the room yet to where they choose one."""

    @wraps(view)
    def with_name(request: ThreadRequest, opened: OpenedRoom, at: datetime, *args: Any, **kwargs: Any) -> HttpResponse:
        if not opened.shown.name:
            return SeeOther(opened.address("own-room"))
        return view(request, opened, at, *args, **kwargs)

    return with_name


@room_view
def room(request: ThreadRequest, opened: OpenedRoom, at: datetime) -> HttpResponse:
    """What is written, or the name first."""
    if not opened.shown.name:
        return _choose_name(request, opened, at)
    urls = {name: opened.address(f"own-room-{name}") for name in ("write", "erase")}
    page = opened.shown.page
    context = {
        **opened.context(),
        "write_url": urls["write"],
        "erase_url": urls["erase"],
        "booking_url": opened.booking.address("own-booking"),
        "newer_url": opened.address("own-room", ("sida", page - 1)) if page > 1 else "",
        "older_url": opened.address("own-room", ("sida", page + 1)) if opened.shown.has_more else "",
        "done": _done(request),
    }
    return render(request, "selfservice/room.html", context)


def _done(request: ThreadRequest) -> object:
    return ROOM_DONE.get(request.GET.get(DONE_PARAMETER, ""))


def _choose_name(request: ThreadRequest, opened: OpenedRoom, at: datetime) -> HttpResponse:
    proposed = opened.shown.proposals
    form = NameForm(request.POST or returned_form(request, at=at), initial={"name": proposed[0]})
    if form.is_bound and form.is_valid() and request.method == "POST":
        try:
            join_room(**opened.keys(at), name=form.cleaned_data["name"])
            return SeeOther(opened.address("own-room"))
        except Refused as refused:
            form.refuse(refused.decision, "name")
    if request.method == "POST" and form.refusal is None and (again := returned_address(request, at=at)):
        return SeeOther(again)
    context = {
        **opened.context(),
        "others": proposed[1:],
        "done": _done(request),
        "back_url": opened.booking.address("own-booking"),
    }
    return render_form(request, "selfservice/room_name.html", form, context)


@room_view
@named
def write(request: ThreadRequest, opened: OpenedRoom, at: datetime) -> HttpResponse:
    """A post or an answer; what looks like a telephone number is asked about once."""
    answered = _answered(request, opened)
    if request.method == "GET" and not answered and ANSWERS in request.GET and FORM not in request.GET:
        return SeeOther(opened.done("gone"))
    form = PostForm(request.POST or returned_form(request, at=at))
    doubt = form.is_bound and form.is_valid() and looks_like_contact_details(form.cleaned_data["text"])
    if request.method == "POST" and form.is_valid() and (not doubt or ANYWAY in request.POST):
        try:
            post = _written(request, opened, answered, form.cleaned_data["text"], at)
            return SeeOther(opened.done(post.step))
        except Refused as refused:
            form.refuse(refused.decision, "text" if refused.decision.reason == "personal-number" else None)
    elif request.method == "POST" and (again := returned_address(request, at=at)):
        return SeeOther(again)
    context = {
        **opened.context(),
        "answered": answered,
        "doubt": doubt and not form.errors,
        "key": _key(form.data.get(KEY, "")) or uuid4(),
        "write_url": opened.address("own-room-write", *([(ANSWERS, answered.id)] if answered else [])),
        "back_url": opened.address("own-room"),
    }
    return render_form(request, "selfservice/room_write.html", form, context)


def _answered(request: ThreadRequest, opened: OpenedRoom) -> PostLine | None:
    """The post that is answered; None when the address names none, or it has gone meanwhile."""
    post_id = _key(request.GET.get(ANSWERS, ""))
    booking = opened.booking
    return post_in_room(booking.board_id, booking.shown.id, post_id) if post_id else None


def _written(request: ThreadRequest, opened: OpenedRoom, answered: PostLine | None, text: str, at: datetime) -> Post:
    """
    Raises:
        Refused: also when what is answered has gone meanwhile; sent once more it stands by itself.
    """
    key = _key(request.POST.get(KEY, "")) or uuid4()
    try:
        if ANSWERS in request.GET and not answered:
            raise Post.DoesNotExist
        return write_post(**opened.keys(at), post_id=key, text=text, answers=answered.id if answered else None)
    except Post.DoesNotExist:
        told = _("Det du svarar på är borta. Skicka en gång till, så blir det ett eget inlägg.")
        raise Refused(forbidden("answered-is-gone", told)) from None


@room_view
@named
def report(request: ThreadRequest, opened: OpenedRoom, at: datetime, shown_id: UUID) -> HttpResponse:
    """One tap reports; why is one tap more, for those who want."""
    form = WhyReportedForm(request.POST if "why" in request.POST else None)
    booking = opened.booking
    if request.method == "POST" and not form.is_bound:
        return _reported(opened, shown_id, at)
    if not has_reported(booking.board_id, booking.shown.id, shown_id):
        return SeeOther(opened.address("own-room"))
    if form.is_valid():
        say_why_reported(**opened.keys(at), post_id=shown_id, reason=form.reported_as())
        return SeeOther(opened.done("why"))
    context = {**opened.context(), "back_url": opened.address("own-room")}
    return render_form(request, "selfservice/room_reported.html", form, context)


def _reported(opened: OpenedRoom, post_id: UUID, at: datetime) -> HttpResponse:
    try:
        report_post(**opened.keys(at), post_id=post_id)
    except (Post.DoesNotExist, Refused):  # gone or hidden meanwhile, or one's own
        return SeeOther(opened.done("gone"))
    return SeeOther(opened.address("own-room-report", post_id=post_id))


@room_view
@named
def erase(request: ThreadRequest, opened: OpenedRoom, at: datetime) -> HttpResponse:
    """All that one has written, and the name: asks once, then it is gone."""
    if request.method == "POST":
        erase_mine(**opened.keys(at))
        return SeeOther(opened.done("erased"))
    context = {**opened.context(), "back_url": opened.address("own-room")}
    return render(request, "selfservice/room_erase.html", context)


@room_view
@named
def erase_post(request: ThreadRequest, opened: OpenedRoom, at: datetime, shown_id: UUID) -> HttpResponse:
    """One post of one's own: asks once, then it is gone."""
    if request.method == "POST":
        erase_one(**opened.keys(at), post_id=shown_id)
        return SeeOther(opened.done("one"))
    post = post_in_room(opened.booking.board_id, opened.booking.shown.id, shown_id)
    if post is None or not post.is_own:
        raise Http404
    context = {**opened.context(), "post": post, "back_url": opened.address("own-room")}
    return render(request, "selfservice/room_erase_post.html", context)


def _key(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None
