"""Who reads the room shows, hides and removes; nobody else does."""

from datetime import UTC, datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.booking.tests.groups import at_work, hired
from anhoriglots.kernel.decision import Refused
from anhoriglots.peerroom.actions.moderate_post import hide_post, remove_post, show_post
from anhoriglots.peerroom.actions.show_who import show_who
from anhoriglots.peerroom.actions.step_room import close_room
from anhoriglots.peerroom.choices import HideReason, Moderation
from anhoriglots.peerroom.models import Post, Report, Room
from anhoriglots.peerroom.policies import posts_to_read
from anhoriglots.peerroom.workflow import PostStep

from .rooms import Inside, a_room, posts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def advisor() -> Actor:
    """Plans the group and leads it."""
    return hired()


@pytest.fixture
def post(advisor: Actor) -> Post:
    """One that waits."""
    return Inside(a_room(advisor, at=AT, moderation=Moderation.BEFORE), at=AT, name="Ekorre").writes("Hej.")


def test_show_hide_and_show_again(advisor: Actor, post: Post) -> None:
    with at_work(advisor):
        assert show_post(actor=advisor, post_id=post.pk, at=AT).step == PostStep.SHOWN
        hidden = hide_post(actor=advisor, post_id=post.pk, reason=HideReason.HURTS, at=AT)
        assert (hidden.step, hidden.hidden_as) == (PostStep.HIDDEN, HideReason.HURTS)
        assert show_post(actor=advisor, post_id=post.pk, at=AT).hidden_as == ""
        assert not posts_to_read(advisor).exists()


@pytest.mark.parametrize("step", [PostStep.SHOWN, PostStep.HIDDEN])
def test_a_step_answers_the_reports(advisor: Actor, step: PostStep) -> None:
    room = a_room(advisor, at=AT)
    post = Inside(room, at=AT, name="Ekorre").writes("Elakt.")
    Inside(room, at=AT, name="Kotte").reports(post)
    with at_work(advisor):
        if step == PostStep.SHOWN:
            show_post(actor=advisor, post_id=post.pk, at=AT)
        else:
            hide_post(actor=advisor, post_id=post.pk, reason=HideReason.HURTS, at=AT)
        assert not Report.objects.exists()


def test_only_what_is_hidden_is_removed_and_then_for_good(advisor: Actor, post: Post) -> None:
    with at_work(advisor):
        with pytest.raises(Refused) as refused:
            remove_post(actor=advisor, post_id=post.pk, at=AT)
        assert refused.value.decision.reason == "not-hidden"
        hide_post(actor=advisor, post_id=post.pk, reason=HideReason.HURTS, at=AT)
        remove_post(actor=advisor, post_id=post.pk, at=AT)
    assert posts(Room.objects.none().model(pk=post.room_id, board_id=advisor.board_id)) == []


def test_another_unit_reads_nothing(post: Post) -> None:
    other = hired(unit=1)
    with at_work(other):
        assert not posts_to_read(other).exists()
        for act in (show_post, remove_post):
            with pytest.raises(Refused):
                act(actor=other, post_id=post.pk, at=AT)
        with pytest.raises(Refused):
            close_room(actor=other, group_id=post.room.group_id, at=AT)


def test_another_board_finds_nothing(post: Post) -> None:
    other = hired(board="social_board")
    with at_work(other):
        with pytest.raises(Post.DoesNotExist):
            show_post(actor=other, post_id=post.pk, at=AT)
        with pytest.raises(Post.DoesNotExist):
            show_who(actor=other, post_id=post.pk, life_in_danger=True, at=AT)


def test_the_one_who_is_named_reads_and_learns_no_name(advisor: Actor) -> None:
    named = hired(Role.CARER_REPRESENTATIVE, name="Otto", unit=1)
    room = a_room(advisor, at=AT, moderation=Moderation.BEFORE, moderator_id=named.user_id)
    post = Inside(room, at=AT, name="Ekorre").writes("Hej.")
    with at_work(named):
        assert posts_to_read(named).exists()
        show_post(actor=named, post_id=post.pk, at=AT)
        with pytest.raises(Refused):
            show_who(actor=named, post_id=post.pk, life_in_danger=True, at=AT)


def test_a_name_is_shown_for_a_life_and_for_nothing_else(advisor: Actor, post: Post) -> None:
    with at_work(advisor):
        with pytest.raises(Refused) as refused:
            show_who(actor=advisor, post_id=post.pk, life_in_danger=False, at=AT)
        assert refused.value.decision.reason == "no-danger"
        assert show_who(actor=advisor, post_id=post.pk, life_in_danger=True, at=AT).name == "Exempel-Inga"
