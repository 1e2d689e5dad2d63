"""Takes one anonymous card about a group that has met for the last time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.audit.actions import record_of_nobody
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.organisations.queries import MunicipalityPage
from anhoriglots.visitors.policies import may_be_kept

from ..models import Group, PulseCard
from ..policies import may_fill_card


@dataclass(frozen=True, slots=True)
class Answers:
    """The three answers; each may be empty."""

    worth_it: str = ""
    would_recommend: str = ""
    missing: str = ""


@transaction.atomic
def fill_pulse_card(*, at: datetime, municipality: MunicipalityPage, card: str, key: UUID, answers: Answers) -> None:
    """Save the card. The same form sent twice is one card, and nothing tells whose.

    Args:
        card: the secret of the group's cards.
        key: random, from the form.

    Raises:
        Group.DoesNotExist: no group has this card.
        Refused: it is too early or too late, or the line holds a personal number.
    """
    group = Group.objects.get(card=card)
    may_fill_card(group, municipality, at=at).require()
    may_be_kept(answers.missing).require()
    with for_board(group.board_id):
        if PulseCard.objects.filter(pk=key).exists():
            return
        PulseCard.objects.create(
            **owner_of(current_scope()),
            id=key,
            group_id=group.pk,
            worth_it=answers.worth_it,
            would_recommend=answers.would_recommend,
            missing=answers.missing,
        )
        record_of_nobody(action="booking.fill_pulse_card", at=at)
