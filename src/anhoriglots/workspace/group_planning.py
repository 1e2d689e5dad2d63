"""What the pages that make and change groups need: choices, what is filled in, and the preview."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.booking.actions.plan_group import Described, plan_group
from anhoriglots.booking.actions.publish_group import publish_group
from anhoriglots.booking.choices import LeaderKind, Seating, Way
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.policies import leaders_for
from anhoriglots.booking.queries.clashes import Taken, warnings
from anhoriglots.booking.queries.group_page import GroupPage, group_page
from anhoriglots.booking.queries.staff_group import own_group
from anhoriglots.booking.queries.times import time_words
from anhoriglots.booking.queries.translations import with_translations
from anhoriglots.booking.queries.words import (
    LEADER_WORDS,
    access_in_words,
    cost_in_words,
    seats_in_words,
    text_of,
    way_in_words,
)
from anhoriglots.booking.schedule import left_out, times_of
from anhoriglots.casework.queries.request_words import language_name
from anhoriglots.catalogue.actions.registering import only_tried
from anhoriglots.catalogue.queries.decisions import FormMode, documentation_mode_for, form_modes
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.dates import SWEDEN, swedish_date
from anhoriglots.organisations.models import Unit
from anhoriglots.organisations.queries import target_groups_of

from .group_forms import OTHERS, TEXTS, Choices, DescribedForm, PlanForm
from .note_page import LANGUAGES

# Talking in a group is what most groups are (law.md 4); it stands first when the board gives it.
USUAL_FORM = "DS06"


@dataclass(frozen=True, slots=True)
class GroupPreview:
    """The group as the public will see it, and what those who plan it should know.

    Attributes:
        shown: name and words of each fact, the same words as on the open page.
        dates: every time in words.
        left_out: holidays that the series jumps over.
        clashes: what is taken at the same time, and times on holidays; warnings.
        mode: how the board writes this support down.
    """

    title: str
    shown: list[tuple[str, str]]
    first_time: str
    dates: list[str]
    left_out: list[str]
    clashes: list[str]
    mode: FormMode


def choices_for(actor: Actor, *, on: date) -> tuple[dict[str, Choices], dict[str, str]]:
    """What there is to choose from by field, and the first names of the colleagues by key."""
    colleagues = list(leaders_for(actor, on=on))
    modes = sorted(form_modes(actor.board_id, on=on), key=lambda mode: mode.code != USUAL_FORM)
    units = Unit.objects.filter(pk__in=actor.unit_ids, active=True).order_by("position")
    choices: dict[str, Choices] = {
        "support_form": [(mode.code, mode.label) for mode in modes],
        "target_groups": [(group.key, _short(group.label)) for group in target_groups_of(actor.municipality)],
        "languages": [(code, language_name(code).capitalize()) for code in LANGUAGES],
        "leader": [
            *((str(user.pk), user.full_name) for user in colleagues),
            *((kind.value, str(kind.label)) for kind in OTHERS),
        ],
        "unit": [(str(unit.pk), unit.name) for unit in units],
    }
    return choices, {str(user.pk): user.first_name for user in colleagues}


def _short(label: str) -> str:
    kept = label.removeprefix("Anhöriga till ")
    return kept[:1].upper() + kept[1:]


def plan_form(
    actor: Actor, data: QueryDict | None, *, at: datetime, like: Group | None
) -> tuple[PlanForm, dict[str, str]]:
    """The form of a new group, filled in like another one when that is wanted; and the colleagues' first names."""
    choices, names = choices_for(actor, on=localdate(at))
    initial: dict[str, Any] = {"leader": str(actor.user_id)}
    if like is not None:
        initial |= described_as(like, names) | _timed_as(like)
    form = PlanForm(data, initial=initial)
    form.offer(choices)
    if len(choices["unit"]) == 1:
        del form.fields["unit"]
    return form, names


def change_form(
    actor: Actor, data: QueryDict | None, group: Group, *, at: datetime
) -> tuple[DescribedForm, dict[str, str]]:
    """The form of a group that is, and the colleagues' first names."""
    choices, names = choices_for(actor, on=localdate(at))
    if group.leader_id and str(group.leader_id) not in names:
        # Whoever has left still leads until another is chosen.
        choices["leader"] = [(str(group.leader_id), group.leader_name), *choices["leader"]]
    if group.support_form_id not in dict(choices["support_form"]):
        choices["support_form"] = [(group.support_form_id, group.support_form.name), *choices["support_form"]]
    form = DescribedForm(data, initial=described_as(group, names))
    form.offer(choices)
    return form, names


def described_as(group: Group, names: Mapping[str, str]) -> dict[str, Any]:
    """What the group is, as the fields hold it; a name that follows from the colleague who leads is left out."""
    is_other = group.leader_kind != LeaderKind.STAFF
    for_whom = group.texts.get("for_whom", {}).get("sv", "")
    return {
        **{name: group.texts.get(name, {}).get("sv", "") for name in TEXTS},
        "for_whom": "" if for_whom == made_of_groups(group.municipality, group.target_groups) else for_whom,
        "target_groups": group.target_groups,
        "way": group.way,
        "online_link": group.online_link,
        "capacity": str(group.capacity or ""),
        "seating": group.seating,
        "has_queue": group.has_queue,
        "trial_allowed": group.trial_allowed,
        "leader": group.leader_kind if is_other else str(group.leader_id or ""),
        "leader_name": "" if group.leader_name == names.get(str(group.leader_id)) else group.leader_name,
        "languages": group.languages,
        "access": group.access,
        "fee": str(group.fee),
        "support_form": group.support_form_id,
    }


def made_of_groups(municipality: str, keys: Iterable[str]) -> str:
    """For whom the group is, in the words of the target groups; empty when it is for everybody."""
    chosen = set(keys)
    return ", ".join(group.label for group in target_groups_of(municipality) if group.key in chosen)


def described(actor: Actor, form: DescribedForm, names: Mapping[str, str], *, like: Group | None = None) -> Described:
    """What the form says; for whom in the words of the target groups when nothing else was written.

    Args:
        like: the group that it is a copy of, whose translations follow with it.
    """
    given = form.described(names)
    texts = dict(given.texts)
    words = made_of_groups(actor.municipality, given.target_groups)
    if words and "for_whom" not in texts:
        texts["for_whom"] = {"sv": words}
    if like is None:
        return replace(given, texts=texts)
    kept, checked = with_translations(texts, like.texts, like.checked)
    return replace(given, texts=kept, checked=checked)


def _timed_as(group: Group) -> dict[str, Any]:
    """As many times on the same clocks; the days are new."""
    meetings = list(Meeting.objects.filter(group=group).order_by("starts_at"))
    first = meetings[0]
    return {
        "times": str(len(meetings)),
        "starts": f"{first.starts_at.astimezone(SWEDEN):%H.%M}",
        "ends": f"{first.ends_at.astimezone(SWEDEN):%H.%M}",
        "unit": str(group.unit_id),
    }


def plan(
    actor: Actor,
    form: PlanForm,
    names: Mapping[str, str],
    *,
    key: UUID,
    publish: bool,
    at: datetime,
    like: Group | None = None,
) -> None:
    """Save the group, and show it to everybody when that is wanted; the form must be valid.

    Raises:
        Refused: see plan_group.
    """
    unit = UUID(form.cleaned_data["unit"]) if "unit" in form.fields else actor.unit_ids[0]
    what = described(actor, form, names, like=like)
    plan_group(actor=actor, unit_id=unit, group_id=key, described=what, plan=form.plan(), at=at)
    if publish:
        publish_group(actor=actor, group_id=key, at=at)


def preview_of_new(actor: Actor, form: PlanForm, names: Mapping[str, str], *, at: datetime) -> GroupPreview:
    """The group as it would be; it is made in earnest and taken back.

    Raises:
        Refused: what saving it would refuse.
    """
    key = uuid7()
    with only_tried():
        plan(actor, form, names, key=key, publish=True, at=at)
        shown = group_page(key, at=at)
    asked, given = form.plan(), form.described(names)
    times = times_of(asked)
    return GroupPreview(
        title=given.texts["title"]["sv"],
        shown=_shown(shown) if shown else [],
        first_time=given.texts.get("first_time", {}).get("sv", ""),
        dates=[time_words(one.starts_at, one.ends_at, today=localdate(at)) for one in times],
        left_out=[swedish_date(day) for day in left_out(asked)],
        clashes=warnings(taken_as(actor.board_id, given), times, at=at),
        mode=documentation_mode_for(actor.board_id, given.support_form, on=localdate(at)),
    )


def taken_as(board_id: UUID, given: Described) -> Taken:
    """What the times of a group of that description take."""
    place = given.texts.get("place", {}).get("sv", "") if given.way != Way.ONLINE else ""
    return Taken(board_id, given.leader_id, place, given.online_link)


def _shown(group: GroupPage) -> list[tuple[str, str]]:
    place = str(text_of(group.texts, "place")) if group.way != Way.ONLINE else ""
    where = ". ".join(part for part in (place, way_in_words(group.way)) if part)
    leader = " ".join(part for part in (group.leader_name and f"{group.leader_name}.", _leads(group)) if part)
    facts = [
        ("För vem", str(text_of(group.texts, "for_whom"))),
        ("Var", where),
        ("Platser", seats_in_words(group.seats, has_queue=group.has_queue) if group.seating != Seating.MEETING else ""),
        ("Kostar", cost_in_words(group.fee)),
        ("Vem leder", leader),
        ("Bra att veta", ", ".join(access_in_words(group.access))),
        ("", str(text_of(group.texts, "access_note"))),
    ]
    return [fact for fact in facts if fact[1]]


def _leads(group: GroupPage) -> str:
    return str(LEADER_WORDS[LeaderKind(group.leader_kind)])


def like_group(actor: Actor, key: UUID | None) -> Group | None:
    """The group to copy, or None when there is none of that key that this person plans."""
    try:
        return own_group(actor, key) if key else None
    except Group.DoesNotExist:
        return None
