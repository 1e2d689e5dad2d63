"""A room for those who read it: how it is kept, what waits for somebody to read, what has been done and by whom."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.models import ActionLog, ReadLog
from anhoriglots.audit.queries import acts_on, reads_of
from anhoriglots.booking.queries.staff_group import title_of
from anhoriglots.booking.queries.times import day_words, time_words
from anhoriglots.kernel.dates import SWEDEN, swedish_date
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import HideReason, Moderation, ReportReason
from ..models import Post, Report, Room
from ..policies import last_day, may_set_up, may_show_who, moderated_rooms
from ..workflow import PostStep, RoomStep
from .room_page import Watch, watch_of

PAGE = 50
MOST_TO_READ = 100
LOG_LINES = 30
ACTS = {
    "peerroom.open_room": "öppnade rummet",
    "peerroom.change_room": "ändrade inställningarna",
    "peerroom.close_room": "stängde rummet",
    "peerroom.reopen_room": "öppnade rummet igen",
    "peerroom.write_post": "skrev ett inlägg",
    "peerroom.report_post": "anmälde ett inlägg",
    "peerroom.say_why_reported": "sa varför",
    "peerroom.hide_reported": "inlägget doldes efter anmälningar",
    "peerroom.show_post": "visade ett inlägg",
    "peerroom.hide_post": "dolde ett inlägg",
    "peerroom.remove_post": "tog bort ett inlägg",
    "peerroom.show_who": "tog reda på vem som skrev",
}
READ = "läste i rummet"
IN_THE_ROOM = "Någon i rummet"


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post. ``reports`` in words, empty when there are none; ``hidden`` why it is hidden, as its author reads."""

    pk: UUID
    name: str
    when: str
    text: str
    state: str
    is_shown: bool
    is_hidden: bool
    is_answer: bool
    hidden: str
    reports: str


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """Ready for the page.

    Attributes:
        to_read: not shown yet, or reported; the oldest first.
        posts: all the others, the newest first.
        worried: somebody has said that they are worried for one who wrote.
        log: when, who and what, the newest first.
    """

    pk: UUID
    group_id: UUID
    title: str
    state: str
    is_open: bool
    facts: list[tuple[str, str]]
    to_read: list[PostRow]
    posts: list[PostRow]
    page: int
    has_more: bool
    worried: bool
    log: list[tuple[str, str, str]]
    can_set_up: bool
    can_show_who: bool


def staff_room(
    actor: Actor, group_id: UUID, *, municipality: MunicipalityPage, at: datetime, page: int = 1
) -> StaffRoom:
    """The room of the group.

    Raises:
        Room.DoesNotExist: the group has none, or this person does not read it.
    """
    room = moderated_rooms(actor).select_related("group", "moderator").get(group_id=group_id)
    reports = _reports(room)
    posts = Post.objects.filter(room=room).select_related("member")
    waits = posts.filter(step=PostStep.WAITING).order_by("written_at", "pk")[:MOST_TO_READ]
    reported = posts.filter(pk__in=list(reports)).exclude(step=PostStep.WAITING)[:MOST_TO_READ]
    begins = (page - 1) * PAGE
    others = posts.exclude(step=PostStep.WAITING).exclude(pk__in=list(reports)).order_by("-written_at", "-pk")
    rest = list(others[begins : begins + PAGE + 1])
    return StaffRoom(
        pk=room.pk,
        group_id=group_id,
        title=title_of(room.group),
        state=str(RoomStep(room.step).label),
        is_open=room.step == RoomStep.OPEN,
        facts=_facts(room, municipality, at),
        to_read=[_row(one, reports, at) for one in sorted([*waits, *reported], key=lambda one: one.written_at)],
        posts=[_row(one, reports, at) for one in rest[:PAGE]],
        page=page,
        has_more=len(rest) > PAGE,
        worried=any(ReportReason.WORRIED in own for own in reports.values()),
        log=_log(room, at),
        can_set_up=bool(may_set_up(actor, room.group, at=at)),
        can_show_who=bool(may_show_who(actor, room)),
    )


def _reports(room: Room) -> dict[UUID, Counter[str]]:
    found: dict[UUID, Counter[str]] = {}
    for post, reason in Report.objects.filter(post__room=room).values_list("post_id", "reason"):
        found.setdefault(post, Counter())[reason] += 1
    return found


def _row(post: Post, reports: dict[UUID, Counter[str]], at: datetime) -> PostRow:
    own = reports.get(post.pk, Counter())
    return PostRow(
        pk=post.pk,
        name=post.member.name,
        when=_moment(post.written_at, at),
        text=post.text,
        state=str(PostStep(post.step).label),
        is_shown=post.step == PostStep.SHOWN,
        is_hidden=post.step == PostStep.HIDDEN,
        is_answer=post.thread != post.pk,
        hidden=str(HideReason(post.hidden_as).label) if post.hidden_as else "",
        reports=_reports_in_words(own),
    )


def _reports_in_words(own: Counter[str]) -> str:
    if not own:
        return ""
    count = own.total()
    said = ", ".join(str(ReportReason(reason).label).lower() for reason in sorted(own) if reason)
    told = "En anmälan" if count == 1 else f"{count} anmälningar"
    return f"{told}: {said}" if said else told


def _facts(room: Room, municipality: MunicipalityPage, at: datetime) -> list[tuple[str, str]]:
    hides = f"{room.hide_at} anmälningar" if room.hide_at > 1 else "En anmälan"
    return [
        ("Läses", str(Moderation(room.moderation).label)),
        ("Döljer ett inlägg", hides if room.hide_at else "Bara någon som läser"),
        ("Läser", room.moderator.full_name if room.moderator else "De som ordnar eller leder gruppen"),
        ("Nästa gång", _look_in_words(watch_of(room, at=at), at)),
        ("Går att skriva till", _moment(room.group.ends_at, at)),
        ("Allt tas bort efter", swedish_date(last_day(room.group, municipality))),
        ("Regler", room.rules),
    ]


def _look_in_words(watch: Watch, at: datetime) -> str:
    if watch.look is None:
        return "Ingen tid är satt. I rummet står det att ingen läser."
    return time_words(watch.look.starts_at, watch.look.ends_at, today=localdate(at))


def _log(room: Room, at: datetime) -> list[tuple[str, str, str]]:
    acts: list[ActionLog | ReadLog] = [*acts_on(room.board_id, room.pk)[:LOG_LINES]]
    rows = [*acts, *reads_of(room.board_id, room.pk)[:LOG_LINES]]
    newest = sorted(rows, key=lambda row: row.at, reverse=True)[:LOG_LINES]
    names = {user.pk: user.full_name for user in User.objects.filter(pk__in={row.actor_id for row in newest})}
    return [(_moment(row.at, at), _who(row, names), _what(row)) for row in newest]


def _who(row: ActionLog | ReadLog, names: dict[UUID, str]) -> str:
    return names.get(row.actor_id, "Okänd") if row.actor_id else IN_THE_ROOM


def _what(row: ActionLog | ReadLog) -> str:
    return READ if isinstance(row, ReadLog) else ACTS.get(row.action, row.action)


def _moment(then: datetime, at: datetime) -> str:
    return f"{day_words(localdate(then), today=localdate(at))} {then.astimezone(SWEDEN):%H.%M}"


def post_row(actor: Actor, post_id: UUID, *, at: datetime) -> tuple[Post, PostRow]:
    """One post, with its room, for who reads the room.

    Raises:
        Post.DoesNotExist: not in a room that this person reads.
    """
    rooms = moderated_rooms(actor).values("pk")
    post = Post.objects.select_related("member", "room").get(pk=post_id, room__in=rooms)
    return post, _row(post, {}, at)
