"""Who answers about relief, what the law says of where and on what ground, and what the municipality's rule says."""

from datetime import date, datetime, time
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.catalogue.queries.decisions import documentation_mode_for
from anhoriglots.catalogue.queries.places import Place as WorkPlace
from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.law.calendar import is_holiday

from .choices import Ground, Place
from .models import ReliefRequest
from .queries.rules import HourRule

RELIEF_AT_HOME = "IS01"
QUESTION = "relief-place"
ACTS = {Ground.SOL: "sol", Ground.WITHOUT_ASSESSMENT: "sol", Ground.LSS: "lss"}


def may_answer_relief(actor: Actor) -> Decision:
    """May this person answer those who need relief?"""
    if not actor.can(Capability.ANSWER_RELIEF):
        return forbidden("role-answers-no-relief", "Din roll svarar inte om avlösning.")
    return permitted("answers-relief", "Du svarar om avlösning.")


def requests_of(actor: Actor) -> QuerySet[ReliefRequest]:
    """What this person's units answer; nobody else at the board reads it."""
    if not may_answer_relief(actor):
        return ReliefRequest.objects.none()
    return ReliefRequest.objects.filter(unit__in=actor.unit_ids, board_id=actor.board_id)


def may_be_at(place: Place, *, municipality: str, board: UUID, on: date, ground: Ground | None = None) -> Decision:
    """What the law, or the board's own reading of it, says of the place.

    Args:
        ground: None while nobody knows by which act it will be.
    """
    return RELIEF_PLACE.decide_at(municipality, board, on, _facts(ground, place))


def _facts(ground: Ground | None, place: Place) -> dict[str, object]:
    return {"act": ACTS[ground] if ground else None, "place": place.value}


RELIEF_PLACE = WorkPlace(
    QUESTION,
    ("Avlösning", "Boka, Avlösning under tiden"),
    every=lambda _day: [_facts(ground, place) for ground in (None, *Ground) for place in Place],
)


def without_assessment(actor: Actor, rule: HourRule | None, *, on: date) -> Decision:
    """May it be given without an application, by the board's decision and the law?"""
    form = rule.support_form if rule else RELIEF_AT_HOME
    return documentation_mode_for(actor.board_id, form, on=on).without_assessment


def fits_the_rule(rule: HourRule, *, lives_together: bool | None, starts: time, ends: time, day: date) -> Decision:
    """Does the time lie within the municipality's rule? A no names what there is instead."""
    if rule.lives_together and lives_together is False:
        told = "Timmarna är för den som bor ihop med sin närstående. Hjälp dem att ansöka om avlösning i stället."
        return forbidden("lives-apart", told)
    if rule.weekdays and (day.weekday() not in rule.weekdays or is_holiday(day)):
        told = "Timmarna gäller inte den dagen. Föreslå en annan dag, eller hjälp dem att ansöka."
        return forbidden("another-day", told)
    if rule.between and (starts < rule.between[0] or ends > rule.between[1]):
        told = f"Timmarna gäller {rule.between[0]:%H.%M}–{rule.between[1]:%H.%M}. Föreslå en annan tid."
        return forbidden("another-time", told)
    return permitted("fits-the-rule", "Tiden ryms i kommunens regel.")


def is_in_time(rule: HourRule, *, asked_at: datetime, starts_at: datetime) -> bool:
    """Was it asked for as early as the rule wants? A late wish is looked at by a person, never refused by the clock."""
    return (localdate(starts_at) - localdate(asked_at)).days >= rule.notice_days


def is_called_off_in_time(rule: HourRule | None, *, at: datetime, starts_at: datetime) -> bool:
    """Do the hours come back? Without a rule they were never counted."""
    return rule is None or (localdate(starts_at) - localdate(at)).days >= rule.cancel_days
