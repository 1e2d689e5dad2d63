"""Writes something in a room, or answers what somebody wrote."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.database.throttle import attempt
from anhoriglots.design.words import clock_in_words
from anhoriglots.kernel.decision import Refused, forbidden

from ..choices import Moderation
from ..models import Member, Post, Room
from ..policies import WRITING, may_be_posted, may_be_read, may_write
from ..workflow import PostStep
from .entering import entered, locked_member

MOST_IN_A_THREAD = 30


@transaction.atomic
def write_post(
    *, at: datetime, board_id: UUID, booking_id: UUID, post_id: UUID, text: str, answers: UUID | None = None
) -> Post:
    """Save the post; it is shown at once, or when somebody has read it, as the room is kept.

    Args:
        post_id: random, from the form, so that the same form sent twice is one post.
        answers: the post that is answered; its thread is the new one's.

    Raises:
        Post.DoesNotExist: what is answered is gone, or not to be read.
        Refused: the booking opens no room, no name is chosen, the room is closed, the text holds a personal number or
            is too long, the thread is full, or one has written very much.
    """
    with for_board(board_id):
        booking, room = entered(booking_id)
        member = locked_member(booking_id)
        if before := Post.objects.filter(pk=post_id, member=member).first():
            return before
        may_write(room, booking.group, at=at).require()
        may_be_posted(text).require()
        thread = _thread(room, member, answers)
        tried = attempt(WRITING, visitor=booking_id.hex, at=at)
        if not tried.allowed:
            wait = {"clock": clock_in_words(tried.opens_at)}
            raise Refused(forbidden("too-many", _("Du har skrivit mycket. Vänta till klockan %(clock)s.") % wait))
        post = Post.objects.create(
            **owner_of(current_scope()),
            id=post_id,
            room=room,
            member=member,
            thread=thread or post_id,
            text=text.strip(),
            step=PostStep.WAITING if room.moderation == Moderation.BEFORE else PostStep.SHOWN,
            written_at=at,
        )
        record(action="peerroom.write_post", at=at, object_id=room.pk)
        return post


def _thread(room: Room, member: Member, answers: UUID | None) -> UUID | None:
    if answers is None:
        return None
    answered = Post.objects.get(pk=answers, room=room)
    if not may_be_read(answered, member):
        raise Post.DoesNotExist
    if Post.objects.filter(room=room, thread=answered.thread).count() >= MOST_IN_A_THREAD:
        raise Refused(forbidden("thread-is-full", _("Här är det många svar nu. Börja på nytt med ett eget inlägg.")))
    return answered.thread
