"""Who opens rooms and reads what is reported, who may be in one, and what may be written when."""

from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor, colleagues_with
from anhoriglots.accounts.roles import Capability
from anhoriglots.booking.choices import Seating
from anhoriglots.booking.models import Booking, Group
from anhoriglots.booking.policies import (
    erase_day,
    has_had_a_seat,
    is_over,
    led_groups,
    may_lead,
    may_plan_groups,
)
from anhoriglots.database.throttle import Limit
from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.kernel.identity import looks_like_personal_number
from anhoriglots.organisations.queries import MunicipalityPage

from .models import Member, Post, Report, Room
from .workflow import PostStep, RoomStep

LONGEST_POST = 1000
# In a room of ten nobody writes so much; a machine does.
WRITING = Limit("peer-post", attempts=15, window=timedelta(hours=1))
NAMING = Limit("peer-name", attempts=20, window=timedelta(hours=1))


def may_set_up(actor: Actor, group: Group, *, at: datetime) -> Decision:
    """May this person open the group's room and say how it is kept? Those in the unit who plan groups."""
    if not may_plan_groups(actor) or not may_lead(actor, group) or group.unit_id not in actor.unit_ids:
        return forbidden("plans-no-groups-here", "Rummet öppnas av den som ordnar grupper i enheten.")
    if group.seating == Seating.OPEN:
        return forbidden("nobody-books", "Ingen bokar till den här gruppen. Då går det inte att ha ett rum.")
    if is_over(group, at=at):
        return forbidden("group-is-over", "Gruppen är slut. Då går det inte att öppna ett rum.")
    return permitted("plans-the-group", "Du ordnar gruppen.")


def may_moderate(actor: Actor, room: Room) -> Decision:
    """May this person read what waits and what is reported? Who plans or leads the group, and who is named for it."""
    if room.board_id != actor.board_id:
        return forbidden("other-board", "Rummet hör till en annan nämnd.")
    if room.moderator_id == actor.user_id and actor.can(Capability.LEAD_GROUPS):
        return permitted("reads-the-room", "Du läser i rummet.")
    return may_lead(actor, room.group)


def may_show_who(actor: Actor, room: Room) -> Decision:
    """May this person learn who wrote something, when a life is in danger? Those who see the group's list anyway."""
    return may_lead(actor, room.group)


def moderated_rooms(actor: Actor) -> QuerySet[Room]:
    """The rooms in which this person reads."""
    if not actor.can(Capability.LEAD_GROUPS):
        return Room.objects.none()
    mine = Q(moderator_id=actor.user_id) | Q(group__in=led_groups(actor).values("pk"))
    return Room.objects.filter(mine, board_id=actor.board_id)


def posts_to_read(actor: Actor) -> QuerySet[Post]:
    """What waits for somebody to read it: not shown yet, or reported."""
    reported = Exists(Report.objects.filter(post=OuterRef("pk")))
    rooms = moderated_rooms(actor)
    return Post.objects.filter(Q(step=PostStep.WAITING) | reported, room__in=rooms.values("pk"))


def moderators_for(actor: Actor, *, on: date) -> QuerySet[User]:
    """The colleagues at the board who may be named as the one who reads, by name."""
    return colleagues_with(Capability.LEAD_GROUPS, board=actor.board_id, on=on)


def may_enter(booking: Booking) -> Decision:
    """Does this booking open the room? One with a seat does, not one that waits or has been given back."""
    if not has_had_a_seat(booking) or not booking.group.has_room:
        return forbidden("no-seat", _("Rummet är för dem som har en plats i gruppen."))
    return permitted("has-a-seat", "")


def may_write(room: Room, group: Group, *, at: datetime) -> Decision:
    """Can something be written now?"""
    if room.step == RoomStep.CLOSED or is_over(group, at=at):
        return forbidden("room-is-closed", _("Rummet är stängt. Du kan läsa, men inte skriva."))
    return permitted("room-is-open", "")


def may_be_posted(text: str) -> Decision:
    """May others read the text? A personal number is refused; a telephone number is asked about before."""
    if looks_like_personal_number(text):
        return forbidden("personal-number", _("Det ser ut som ett personnummer. Ta bort det. Alla i rummet läser det."))
    if not text.strip():
        return forbidden("empty", _("Skriv det du vill säga."))
    if len(text) > LONGEST_POST:
        limit = {"limit": LONGEST_POST}
        return forbidden("too-long", _("Texten är för lång. Korta den till högst %(limit)s tecken.") % limit)
    return permitted("may-be-posted", "")


def may_be_read(post: Post, member: Member | None) -> bool:
    """Is the post shown to this member? One's own always is."""
    return post.step == PostStep.SHOWN or (member is not None and post.member_id == member.pk)


def last_day(group: Group, municipality: MunicipalityPage) -> date:
    """The last day on which something written in the group's room can be read."""
    return erase_day(municipality, group.ends_at)
