"""Who may read a carer's file: those whose work it is, at the board that keeps the file (lag 2001:454 10 §)."""

from django.db.models import QuerySet

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Capability
from anhoriglots.kernel.decision import Decision, forbidden, permitted

from .models import Carer


def may_read_carer(actor: Actor, carer: Carer) -> Decision:
    """May this person read this file?"""
    if carer.board_id != actor.board_id:
        return forbidden("other-board", "Akten finns hos en annan nämnd.")
    return may_read_carers(actor)


def may_read_carers(actor: Actor) -> Decision:
    """May this person read files at all, and open new ones?"""
    if not actor.can(Capability.READ_CARERS):
        return forbidden("role-reads-no-carers", "Din roll läser inte akter.")
    return permitted("own-board", "Akten finns hos din nämnd.")


def readable_carers(actor: Actor) -> QuerySet[Carer]:
    """The files this person may read; the same answer as ``may_read_carer`` for each of them."""
    if not actor.can(Capability.READ_CARERS):
        return Carer.objects.none()
    return Carer.objects.filter(board_id=actor.board_id)
