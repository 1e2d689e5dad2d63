"""Finds who wrote something, when somebody's life may be in danger; logged, and told to the one it concerns."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record, record_read
from anhoriglots.booking.models import Booking
from anhoriglots.booking.queries.people import PersonRow, person_row
from anhoriglots.kernel.decision import Refused, forbidden

from ..marks import member_mark
from ..models import Member, Post
from ..policies import may_show_who

READ_PAGE = "room-who"


@transaction.atomic
def show_who(*, actor: Actor, post_id: UUID, life_in_danger: bool, at: datetime) -> PersonRow:
    """What the one who wrote the post is called in the booking, and how to reach them.

    Args:
        life_in_danger: said by the one who asks; there is no other reason.

    Raises:
        Post.DoesNotExist: not at this board, or gone.
        Refused: neither plans nor leads the group, does not say that a life is in danger, or the booking is gone.
    """
    post = Post.objects.select_related("room__group").get(pk=post_id, board_id=actor.board_id)
    may_show_who(actor, post.room).require()
    if not life_in_danger:
        told = "Kryssa i att du är rädd för någons liv. Av andra skäl får ingen se vem som skrev."
        raise Refused(forbidden("no-danger", told))
    member = Member.objects.select_for_update(no_key=True).get(pk=post.member_id)
    booking = _booking(post.room.group_id, bytes(member.mark))
    member.shown_on = localdate(at)
    member.save(update_fields=["shown_on"])
    record(action="peerroom.show_who", at=at, object_id=post.room_id)
    record_read(subject_id=booking.pk, page=READ_PAGE, at=at)
    return person_row(booking, today=localdate(at))


def _booking(group_id: UUID, mark: bytes) -> Booking:
    """The booking whose mark it is, by trying each of the group's."""
    for key in Booking.objects.filter(group_id=group_id).values_list("pk", flat=True):
        if member_mark(key) == mark:
            return Booking.objects.get(pk=key)
    raise Refused(forbidden("booking-is-gone", "Bokningen finns inte längre. Det går inte att se vem det är."))
