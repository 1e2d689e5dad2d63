"""What somebody should have looked at by now."""

from datetime import date

from django.db.models import QuerySet

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability

from ..models import Offer


def due_offers(actor: Actor, *, on: date) -> QuerySet[Offer]:
    """The offers of the actor's units that somebody should have looked at; none for who may not."""
    if not actor.can(Capability.WORK_WITH_REQUESTS):
        return Offer.objects.none()
    own = Offer.objects.filter(board=actor.board_id, owner__in=actor.unit_ids, active=True)
    return own.filter(next_review_on__lt=on)


def whole_months(since: date, until: date) -> int:
    """Whole months from one day to another."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - 1 if until.day < since.day else months


def months_in_words(months: int) -> str:
    """How long, in whole months."""
    return "en månad" if months == 1 else f"{months} månader"
