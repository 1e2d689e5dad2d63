"""Plans a group with its meetings, as a draft that nobody outside sees."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.kernel.decision import Refused, forbidden

from ..choices import LeaderKind, Seating, Way
from ..models import Group, Meeting
from ..policies import leaders_for, may_plan_groups
from ..schedule import Plan, Time, times_of
from ..steps import log_group_step
from ..workflow import GroupStep

MOST_SEATS = 500
MOST_TO_PAY = 10_000  # SEK; more than any published fee, and so a slip


@dataclass(frozen=True, slots=True)
class Described:
    """What a group is.

    Attributes:
        texts: title, for_whom, first_time, place and access_note, by language; Swedish always.
        checked: the names of the texts that a person has read, by language.
        target_groups: keys; none means everybody.
        capacity: seats; None where nobody books.
        fee: SEK for one person and the whole group.
    """

    support_form: str
    texts: dict[str, dict[str, str]]
    seating: Seating
    way: Way
    languages: tuple[str, ...] = ("sv",)
    target_groups: tuple[str, ...] = ()
    capacity: int | None = None
    has_queue: bool = True
    trial_allowed: bool = False
    fee: int = 0
    access: tuple[str, ...] = field(default_factory=tuple)
    online_link: str = ""
    leader_kind: LeaderKind = LeaderKind.STAFF
    leader_name: str = ""
    leader_id: UUID | None = None
    checked: dict[str, list[str]] = field(default_factory=dict)


@transaction.atomic
def plan_group(*, actor: Actor, unit_id: UUID, group_id: UUID, described: Described, plan: Plan, at: datetime) -> Group:
    """Save the draft and its meetings. The same form sent twice is one group.

    Args:
        group_id: the key that the form carried; so a second click saves nothing new.

    Raises:
        Refused: the role plans no groups, the unit is not one's own, or the meetings are in the past or too many.
    """
    may_plan_groups(actor).require()
    if unit_id not in actor.unit_ids:
        raise Refused(forbidden("other-unit", "Välj en av dina egna enheter."))
    if before := Group.objects.filter(pk=group_id, board_id=actor.board_id).first():
        return before
    check(described)
    check_leader(actor, described, at)
    times = _times(plan, at)
    group = Group.objects.create(
        **owner_of(current_scope()),
        id=group_id,
        unit_id=unit_id,
        **columns(described),
        step=GroupStep.PLANNED,
        step_at=at,
        card=secrets.token_urlsafe(12),
        starts_at=times[0].starts_at,
        ends_at=times[-1].ends_at,
    )
    owner = owner_of(current_scope())
    Meeting.objects.bulk_create(
        Meeting(**owner, group=group, starts_at=one.starts_at, ends_at=one.ends_at) for one in times
    )
    log_group_step(group, at=at)
    record(action="booking.plan_group", at=at, object_id=group.pk)
    return group


def columns(described: Described) -> dict[str, object]:
    """The columns of the group that hold the description."""
    return {
        "support_form_id": described.support_form,
        "texts": described.texts,
        "checked": described.checked,
        "target_groups": list(described.target_groups),
        "languages": list(described.languages),
        "seating": described.seating,
        "way": described.way,
        "online_link": described.online_link,
        "access": list(described.access),
        "capacity": described.capacity,
        "has_queue": described.has_queue,
        "trial_allowed": described.trial_allowed,
        "fee": described.fee,
        "leader_kind": described.leader_kind,
        "leader_name": described.leader_name,
        "leader_id": described.leader_id,
    }


def check(described: Described) -> None:
    """Is it whole?

    Raises:
        Refused: seats are missing where they are booked, or a number is out of reason.
    """
    if described.seating is not Seating.OPEN and not 1 <= (described.capacity or 0) <= MOST_SEATS:
        raise Refused(forbidden("no-seats", f"Skriv hur många platser det finns, från 1 till {MOST_SEATS}."))
    if not 0 <= described.fee <= MOST_TO_PAY:
        raise Refused(forbidden("fee-out-of-reason", f"Skriv vad det kostar, från 0 till {MOST_TO_PAY} kronor."))
    if not described.texts.get("title", {}).get("sv"):
        raise Refused(forbidden("no-title", "Skriv vad gruppen heter utåt."))


def check_leader(actor: Actor, described: Described, at: datetime) -> None:
    """Is the colleague who leads one who may?

    Raises:
        Refused: not a colleague at the board, or in a role that leads no groups.
    """
    if described.leader_id and not leaders_for(actor, on=localdate(at)).filter(pk=described.leader_id).exists():
        raise Refused(forbidden("not-a-leader", "Den kollegan leder inga grupper hos nämnden. Välj någon annan."))


def _times(plan: Plan, at: datetime) -> tuple[Time, ...]:
    try:
        times = times_of(plan)
    except ValueError:
        raise Refused(forbidden("impossible-times", "Sluttiden ska vara senare än starttiden.")) from None
    if times[0].starts_at <= at:
        raise Refused(forbidden("in-the-past", "Den första gången har redan varit. Välj en dag längre fram."))
    return times
