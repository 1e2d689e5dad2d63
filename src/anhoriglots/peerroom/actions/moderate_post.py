"""Shows, hides or removes a post; what was reported about it is answered by that."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused, forbidden

from ..choices import HideReason
from ..models import Post, Report
from ..policies import may_moderate
from ..workflow import POST_STEPS, PostStep


@transaction.atomic
def show_post(*, actor: Actor, post_id: UUID, at: datetime) -> Post:
    """Let those in the room read it, and put its reports away. A second time changes nothing.

    Raises:
        Post.DoesNotExist: not at this board, or gone.
        Refused: does not read the room.
    """
    return _step(actor, post_id, PostStep.SHOWN, "", at)


@transaction.atomic
def hide_post(*, actor: Actor, post_id: UUID, reason: HideReason, at: datetime) -> Post:
    """Hide it from all but the one who wrote it, who reads why. A second time changes the reason.

    Raises:
        Post.DoesNotExist: not at this board, or gone.
        Refused: does not read the room.
    """
    return _step(actor, post_id, PostStep.HIDDEN, reason.value, at)


@transaction.atomic
def remove_post(*, actor: Actor, post_id: UUID, at: datetime) -> Post:
    """Delete a hidden post for good; hidden first, so that a slip of the finger costs nothing.

    Raises:
        Post.DoesNotExist: not at this board, or gone.
        Refused: does not read the room, or it is not hidden.
    """
    post = _locked(actor, post_id)
    if post.step != PostStep.HIDDEN:
        raise Refused(forbidden("not-hidden", "Dölj inlägget först. Sedan går det att ta bort."))
    record(action="peerroom.remove_post", at=at, object_id=post.room_id)
    post.delete()
    return post


def _step(actor: Actor, post_id: UUID, step: PostStep, reason: str, at: datetime) -> Post:
    post = _locked(actor, post_id)
    if post.step != step and step not in POST_STEPS[post.step]:
        raise Refused(forbidden("post-step", "Det går inte: inlägget har redan ändrats. Ladda om sidan."))
    post.step, post.hidden_as = step, reason
    post.save(update_fields=["step", "hidden_as"])
    Report.objects.filter(post=post).delete()
    verb = "show_post" if step is PostStep.SHOWN else "hide_post"
    record(action=f"peerroom.{verb}", at=at, object_id=post.room_id, reason=reason)
    return post


def _locked(actor: Actor, post_id: UUID) -> Post:
    posts = Post.objects.select_for_update(of=("self",)).select_related("room__group")
    post = posts.get(pk=post_id, board_id=actor.board_id)
    may_moderate(actor, post.room).require()
    return post
