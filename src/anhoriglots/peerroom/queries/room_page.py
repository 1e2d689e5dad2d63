"""What somebody in a room reads: what has been written, when we look in, and when all of it goes away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Min, Q, QuerySet
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import colleagues_with
from anhoriglots.accounts.roles import Capability
from anhoriglots.booking.models import Booking, Group
from anhoriglots.database.scope import for_board
from anhoriglots.design.words import instant_in_words
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import HideReason, Moderation
from ..hours import Look, next_look
from ..marks import member_mark
from ..models import Member, Post, Report, Room
from ..names import proposals
from ..policies import last_day, may_enter, may_write
from ..workflow import PostStep

# With the most answers that a thread can have, some three hundred posts on a page.
THREADS = 10
PROPOSALS = 4


@dataclass(frozen=True, slots=True)
class PostLine:
    """One post. ``hidden`` tells the one who wrote it why nobody else reads it; empty otherwise."""

    id: UUID
    name: str
    when: str
    text: str
    is_own: bool
    is_waiting: bool
    hidden: str
    is_reported: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """A post and the answers to it; ``first_is_gone`` when only answers are left."""

    posts: tuple[PostLine, ...]
    first_is_gone: bool


@dataclass(frozen=True, slots=True)
class Watch:
    """When somebody looks in. ``look`` is None when nobody does; ``name`` is who, empty when it is not one person."""

    look: Look | None
    name: str
    reads_before: bool


@dataclass(frozen=True, slots=True)
class RoomPage:
    """Ready for the page.

    Attributes:
        name: what the reader is called in the room; empty before a name is chosen, and then nothing else is read.
        proposals: names that nobody has yet, when none is chosen.
        closes_at: when the last meeting ends, and writing with it.
        last_day: the last day on which anything here can be read.
        shown_on: the day on which we looked who the reader is; None when we have not.
        wrote: how many posts of the reader's own there are.
    """

    name: str
    proposals: tuple[str, ...]
    rules: str
    watch: Watch
    may_write: bool
    closes_at: datetime
    last_day: date
    shown_on: date | None
    wrote: int
    threads: tuple[Thread, ...]
    page: int
    has_more: bool


def room_page(
    board_id: UUID, booking_id: UUID, *, municipality: MunicipalityPage, at: datetime, page: int = 1
) -> RoomPage | None:
    """The room that the booking opens, or None when it opens none."""
    with for_board(board_id):
        booking = Booking.objects.select_related("group").filter(pk=booking_id).first()
        if booking is None or not may_enter(booking):
            return None
        room = Room.objects.select_related("moderator").filter(group_id=booking.group_id).first()
        if room is None:
            return None
        member = Member.objects.filter(mark=member_mark(booking_id)).first()
        return _page(room, booking.group, member, municipality, at, page)


def post_in_room(board_id: UUID, booking_id: UUID, post_id: UUID) -> PostLine | None:
    """One post that the member who has the booking may read, to answer it; None otherwise."""
    with for_board(board_id):
        member = Member.objects.filter(mark=member_mark(booking_id)).first()
        if member is None:
            return None
        post = _readable(member).select_related("member").filter(pk=post_id).first()
        return _line(post, member, frozenset()) if post else None


def has_reported(board_id: UUID, booking_id: UUID, post_id: UUID) -> bool:
    """Has the member who has the booking reported the post, and nobody looked yet?"""
    with for_board(board_id):
        return Report.objects.filter(post_id=post_id, member__mark=member_mark(booking_id)).exists()


def _page(
    room: Room, group: Group, member: Member | None, municipality: MunicipalityPage, at: datetime, page: int
) -> RoomPage:
    threads, has_more = _threads(member, page) if member else ((), False)
    return RoomPage(
        name=member.name if member else "",
        proposals=() if member else _proposals(room),
        rules=room.rules,
        watch=watch_of(room, at=at),
        may_write=bool(may_write(room, group, at=at)),
        closes_at=group.ends_at,
        last_day=last_day(group, municipality),
        shown_on=member.shown_on if member else None,
        wrote=Post.objects.filter(member=member).count() if member else 0,
        threads=threads,
        page=page,
        has_more=has_more,
    )


def watch_of(room: Room, *, at: datetime) -> Watch:
    """When somebody looks in next. Whoever was named and does not work here any longer looks at nothing."""
    named = room.moderator
    before = room.moderation == Moderation.BEFORE
    if named is None:
        return Watch(next_look(room, at=at), "", before)
    at_work = colleagues_with(Capability.LEAD_GROUPS, board=room.board_id, on=localdate(at))
    if not at_work.filter(pk=named.pk).exists():
        return Watch(None, "", before)
    return Watch(next_look(room, at=at), named.first_name, before)


def _proposals(room: Room) -> tuple[str, ...]:
    taken = Member.objects.filter(room=room).values_list("name_mark", flat=True)
    return proposals(PROPOSALS, taken=frozenset(map(bytes, taken)), room=room.pk.hex)


def _readable(member: Member) -> QuerySet[Post]:
    return Post.objects.filter(Q(step=PostStep.SHOWN) | Q(member=member), room_id=member.room_id)


def _threads(member: Member, page: int) -> tuple[tuple[Thread, ...], bool]:
    """The threads of the page, the newest first, each from its beginning."""
    readable, begins = _readable(member), (page - 1) * THREADS
    newest = readable.values("thread").annotate(first=Min("written_at")).order_by("-first", "thread")
    keys = [row["thread"] for row in newest[begins : begins + THREADS + 1]]
    posts = readable.filter(thread__in=keys[:THREADS]).select_related("member").order_by("written_at", "pk")
    own = Report.objects.filter(member=member, post__thread__in=keys[:THREADS])
    reported = frozenset(own.values_list("post_id", flat=True))
    rows = list(posts)
    return tuple(_thread(key, rows, member, reported) for key in keys[:THREADS]), len(keys) > THREADS


def _thread(key: UUID, rows: Sequence[Post], member: Member, reported: frozenset[UUID]) -> Thread:
    own = [row for row in rows if row.thread == key]
    lines: Iterable[PostLine] = (_line(row, member, reported) for row in own)
    return Thread(tuple(lines), first_is_gone=all(row.pk != key for row in own))


def _line(post: Post, member: Member, reported: frozenset[UUID]) -> PostLine:
    return PostLine(
        id=post.pk,
        name=post.member.name,
        when=instant_in_words(post.written_at),
        text=post.text,
        is_own=post.member_id == member.pk,
        is_waiting=post.step == PostStep.WAITING,
        hidden=str(HideReason(post.hidden_as).label) if post.step == PostStep.HIDDEN else "",
        is_reported=post.pk in reported,
    )
