"""What somebody should have looked at by now."""

from datetime import date

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability

from ..models import Offer


def overdue_offers(actor: Actor, *, on: date) -> int:
    """How many offers the actor's units own that somebody should have looked at. One statement; 0 for who may not."""
    if not actor.can(Capability.WORK_WITH_REQUESTS):
        return 0
    own = Offer.objects.filter(board=actor.board_id, owner__in=actor.unit_ids, active=True)
    return own.filter(next_review_on__lt=on).count()


def whole_months(since: date, until: date) -> int:
    """Whole months from one day to another."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - 1 if until.day < since.day else months
