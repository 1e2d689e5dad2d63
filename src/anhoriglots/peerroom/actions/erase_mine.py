"""Deletes all that somebody has written in a room, and the name: when they ask for it, and whenever they leave."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.audit.actions import record_of_nobody
from anhoriglots.database.scope import for_board

from ..marks import member_mark
from ..models import Member, Post


@transaction.atomic
def erase_mine(*, at: datetime, board_id: UUID, booking_id: UUID) -> None:
    """Delete every post, every report and the name of the one who has the booking. A second time changes nothing."""
    with for_board(board_id):
        if forget([booking_id]):
            record_of_nobody(action="peerroom.erase_mine", at=at)


@transaction.atomic
def erase_one(*, at: datetime, board_id: UUID, booking_id: UUID, post_id: UUID) -> None:
    """Delete one post of one's own. A second time changes nothing, and so does another's post."""
    with for_board(board_id):
        gone, _what = Post.objects.filter(pk=post_id, member__mark=member_mark(booking_id)).delete()
        if gone:
            record_of_nobody(action="peerroom.erase_one", at=at)


def forget(booking_ids: Collection[UUID]) -> int:
    """Delete what those with these bookings have in any room, in the scope of the board; returns how many they are.

    The members are locked first: somebody who is writing at this moment is waited for, and what they write goes too.
    Called within the action that gives back or deletes the bookings, which writes the log.
    """
    marks = [member_mark(booking) for booking in booking_ids]
    found = list(Member.objects.select_for_update().filter(mark__in=marks).order_by("pk"))
    Member.objects.filter(pk__in=[member.pk for member in found]).delete()
    return len(found)
