"""A report is counted once for each; enough of them hide a post until somebody has read it."""

from datetime import UTC, datetime

import pytest

from anhoriglots.booking.tests.groups import NYKOPING, at_work, hired
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.peerroom.actions.report_post import say_why_reported
from anhoriglots.peerroom.choices import HideReason, ReportReason
from anhoriglots.peerroom.models import Post, Report
from anhoriglots.peerroom.policies import posts_to_read
from anhoriglots.peerroom.workflow import PostStep

from .rooms import Inside, a_room, posts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_the_same_person_counts_once() -> None:
    room = a_room(hired(), at=AT, hide_at=2)
    post = Inside(room, at=AT, name="Ekorre").writes("Elakt.")
    kotte = Inside(room, at=AT, name="Kotte")
    assert kotte.reports(post) == kotte.reports(post)
    assert posts(room)[0].step == PostStep.SHOWN


def test_enough_reports_hide_it() -> None:
    room = a_room(hired(), at=AT, hide_at=2)
    post = Inside(room, at=AT, name="Ekorre").writes("Elakt.")
    for name in ("Kotte", "Humla"):
        Inside(room, at=AT, name=name).reports(post)
    assert (posts(room)[0].step, posts(room)[0].hidden_as) == (PostStep.HIDDEN, HideReason.REPORTED)


def test_where_reports_hide_nothing_they_still_ask_somebody_to_read() -> None:
    advisor = hired()
    room = a_room(advisor, at=AT, hide_at=0)
    post = Inside(room, at=AT, name="Ekorre").writes("Elakt.")
    for name in ("Kotte", "Humla", "Odon"):
        Inside(room, at=AT, name=name).reports(post)
    assert posts(room)[0].step == PostStep.SHOWN
    with at_work(advisor):
        assert [row.pk for row in posts_to_read(advisor)] == [post.pk]


def test_ones_own_post_is_not_reported() -> None:
    ekorre = Inside(a_room(hired(), at=AT), at=AT, name="Ekorre")
    with pytest.raises(Refused) as refused:
        ekorre.reports(ekorre.writes("Mitt."))
    assert refused.value.decision.reason == "own-post"


def test_a_post_of_another_room_is_not_there() -> None:
    post = Inside(a_room(hired(), at=AT), at=AT, name="Ekorre").writes("Elakt.")
    with pytest.raises(Post.DoesNotExist):
        Inside(a_room(hired(), at=AT), at=AT, name="Kotte").reports(post)


def test_why_may_be_said_afterwards_until_somebody_has_looked() -> None:
    advisor = hired()
    room = a_room(advisor, at=AT)
    post = Inside(room, at=AT, name="Ekorre").writes("Jag orkar inte.")
    kotte = Inside(room, at=AT, name="Kotte")
    kotte.reports(post)
    with scope(NYKOPING):
        say_why_reported(**kotte.keys, post_id=post.pk, reason=ReportReason.WORRIED)
    with at_work(advisor):
        assert Report.objects.get().reason == ReportReason.WORRIED
        Report.objects.all().delete()
    with scope(NYKOPING):
        assert say_why_reported(**kotte.keys, post_id=post.pk, reason=ReportReason.WORRIED) is None
