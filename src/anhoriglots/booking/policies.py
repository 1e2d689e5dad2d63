"""Who plans groups and sees who comes, and what may be booked when."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.kernel.decision import Decision, forbidden, permitted

from .choices import Seating
from .models import Group, Meeting
from .workflow import GroupStep


def may_plan_groups(actor: Actor) -> Decision:
    """May this person make groups, change them and publish them?"""
    if not actor.can(Capability.PLAN_GROUPS):
        return forbidden("role-plans-no-groups", "Din roll ordnar inte grupper.")
    return permitted("plans-groups", "Du ordnar grupper.")


def may_lead(actor: Actor, group: Group) -> Decision:
    """May this person see who comes and note who came? The leader, and those in the unit who plan groups."""
    if group.board_id != actor.board_id:
        return forbidden("other-board", "Gruppen hålls av en annan nämnd.")
    if group.leader_id == actor.user_id:
        return permitted("leads-the-group", "Du leder gruppen.")
    if may_plan_groups(actor) and group.unit_id in actor.unit_ids:
        return permitted("own-unit", "Gruppen hålls av din enhet.")
    return forbidden("other-unit", "Gruppen hålls av en annan enhet.")


def led_groups(actor: Actor) -> QuerySet[Group]:
    """The groups whose list this person may see."""
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
