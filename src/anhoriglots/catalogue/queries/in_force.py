"""When a decision in the register holds: from its first day to its last, or to the day it was ended before that."""

from datetime import date

from django.db.models import Q


def in_force(on: date) -> Q:
    """Decisions that hold on the day."""
    return Q(valid_from__lte=on) & not_over(on)


def not_over(on: date) -> Q:
    """Decisions that hold on the day or will hold later."""
    to_its_end = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    not_ended = Q(last_day__isnull=True) | Q(last_day__gte=on)
    return to_its_end & not_ended
