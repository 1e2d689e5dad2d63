"""Asks somebody at work to look at a post: one tap, and why for those who want to say."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from anhoriglots.audit.actions import record
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, for_board
from anhoriglots.kernel.decision import Refused, forbidden

from ..choices import HideReason, ReportReason
from ..models import Member, Post, Report, Room
from ..workflow import PostStep
from .entering import entered, locked_member


@transaction.atomic
def report_post(*, at: datetime, board_id: UUID, booking_id: UUID, post_id: UUID) -> Report:
    """Put the post before those who read the room; hide it when so many as the room says have done so.

    A second time by the same changes nothing.

    Raises:
        Post.DoesNotExist: not in this room, or not shown.
        Refused: the booking opens no room, no name is chosen, or it is one's own.
    """
    with for_board(board_id):
        _booking, room = entered(booking_id)
        member = locked_member(booking_id)
        if before := _own(post_id, member):
            return before
        post = Post.objects.select_for_update(no_key=True).get(pk=post_id, room=room, step=PostStep.SHOWN)
        if post.member_id == member.pk:
            raise Refused(forbidden("own-post", _("Det är ditt eget inlägg. Du kan ta bort det i stället.")))
        report = Report.objects.create(**owner_of(current_scope()), post=post, member=member)
        record(action="peerroom.report_post", at=at, object_id=room.pk)
        _hide_when_enough(room, post, at)
        return report


@transaction.atomic
def say_why_reported(
    *, at: datetime, board_id: UUID, booking_id: UUID, post_id: UUID, reason: ReportReason
) -> Report | None:
    """Add why to one's own report; None when there is none, since somebody has looked meanwhile.

    Raises:
        Refused: the booking opens no room, or no name is chosen.
    """
    with for_board(board_id):
        _booking, room = entered(booking_id)
        report = _own(post_id, locked_member(booking_id))
        if report:
            report.reason = reason
            report.save(update_fields=["reason"])
            record(action="peerroom.say_why_reported", at=at, object_id=room.pk)
        return report


def _own(post_id: UUID, member: Member) -> Report | None:
    return Report.objects.filter(post_id=post_id, member=member).first()


def _hide_when_enough(room: Room, post: Post, at: datetime) -> None:
    if not room.hide_at or Report.objects.filter(post=post).count() < room.hide_at:
        return
    post.step, post.hidden_as = PostStep.HIDDEN, HideReason.REPORTED
    post.save(update_fields=["step", "hidden_as"])
    record(action="peerroom.hide_reported", at=at, object_id=room.pk)
