"""Who plans groups and sees who comes, and what may be booked when."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor, colleagues_with
from anhoriglots.accounts.roles import Capability
from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.organisations.queries import MunicipalityPage

from .choices import Seating
from .models import Booking, Group, Meeting
from .workflow import HAS_HAD_A_SEAT, GroupStep


def may_plan_groups(actor: Actor) -> Decision:
    """May this person make groups, change them and publish them?"""
    if not actor.can(Capability.PLAN_GROUPS):
        return forbidden("role-plans-no-groups", "Din roll ordnar inte grupper.")
    return permitted("plans-groups", "Du ordnar grupper.")


def may_lead(actor: Actor, group: Group) -> Decision:
    """May this person see who comes and note who came? The leader, and those in the unit who plan groups."""
    if group.board_id != actor.board_id:
        return forbidden("other-board", "Gruppen hålls av en annan nämnd.")
    if group.leader_id == actor.user_id and actor.can(Capability.LEAD_GROUPS):
        return permitted("leads-the-group", "Du leder gruppen.")
    if may_plan_groups(actor) and group.unit_id in actor.unit_ids:
        return permitted("own-unit", "Gruppen hålls av din enhet.")
    return forbidden("other-unit", "Gruppen hålls av en annan enhet.")


def leaders_for(actor: Actor, *, on: date) -> QuerySet[User]:
    """The colleagues at the board who may lead a group, by name."""
    return colleagues_with(Capability.LEAD_GROUPS, board=actor.board_id, on=on)


def led_groups(actor: Actor) -> QuerySet[Group]:
    """The groups whose list this person may see."""
    if not actor.can(Capability.LEAD_GROUPS):
        return Group.objects.none()
    mine = Q(leader_id=actor.user_id)
    if may_plan_groups(actor):
        mine |= Q(unit_id__in=actor.unit_ids)
    return Group.objects.filter(mine, board_id=actor.board_id)


def may_be_booked(group: Group, meeting: Meeting | None, *, at: datetime, by_staff: bool = False) -> Decision:
    """Can a seat be booked now? Staff may also book a seat of a course that has begun."""
    if group.step == GroupStep.CANCELLED or (meeting and meeting.cancelled_at):
        return forbidden("cancelled", _("Det här är inställt. Välj en annan grupp, eller ring oss."))
    if group.step != GroupStep.PUBLISHED and not by_staff:
        return forbidden("not-published", _("Gruppen går inte att boka. Välj en annan grupp, eller ring oss."))
    if group.seating == Seating.OPEN:
        return forbidden("open-to-all", _("Du behöver inte boka. Kom som du är."))
    last = group.ends_at if by_staff and meeting is None else (meeting.starts_at if meeting else group.starts_at)
    if last <= at:
        return forbidden("has-begun", _("Det har redan börjat. Välj en annan grupp, eller ring oss."))
    return permitted("can-be-booked", "")


def is_over(group: Group, *, at: datetime) -> bool:
    """Will it not meet any more, because it has been called off or has met for the last time?"""
    return group.step == GroupStep.CANCELLED or group.ends_at <= at


def has_had_a_seat(booking: Booking) -> bool:
    """Is it for a seat, that nobody but we may have taken back? False for who waits or has given it back."""
    return booking.step in HAS_HAD_A_SEAT


def erase_day(municipality: MunicipalityPage, ends_at: datetime) -> date:
    """The last day on which a booking is kept, when what it is for ends at that instant."""
    return localdate(ends_at) + timedelta(days=int(municipality.own["retention"]["booking_days"]))


def may_fill_card(group: Group, municipality: MunicipalityPage, *, at: datetime) -> Decision:
    """Can the anonymous card be filled in? From the day of the last meeting, as long as the list is kept."""
    if group.step == GroupStep.CANCELLED or localdate(at) > erase_day(municipality, group.ends_at):
        return forbidden("card-is-closed", _("Kortet är stängt. Vill du säga något? Ring oss."))
    if localdate(at) < localdate(group.ends_at):
        return forbidden("card-is-not-open", _("Kortet öppnar samma dag som den sista träffen. Välkommen tillbaka då."))
    return permitted("card-is-open", "")
