"""What cannot wait is marked, and shown first."""

from collections.abc import Callable
from datetime import datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions.mark_urgent import mark_urgent, mark_urgent_by_topics
from anhoriglots.casework.models import ContactRequest
from anhoriglots.kernel.decision import Refused

from .work import a_request, at_work

Staff = Callable[..., Actor]


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


def test_the_mark_is_set_once_taken_away_and_logged(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        key = a_request(advisor, at=at).pk
        for urgent in (True, True, False):
            mark_urgent(actor=advisor, request_id=key, urgent=urgent, at=at)
            assert ContactRequest.objects.get(pk=key).is_urgent is urgent
        assert ActionLog.objects.filter(action="casework.mark_urgent", object_id=key).count() == 2


def test_a_request_that_is_over_gets_no_mark(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        key = a_request(advisor, at=at, step="closed").pk
        with pytest.raises(Refused, match="request-not-open"):
            mark_urgent(actor=advisor, request_id=key, urgent=True, at=at)


@pytest.mark.parametrize(
    ("topics", "step", "urgent"),
    [
        (("talk", "violence"), "taken", True),
        (("child_concern",), "received", True),
        (("talk",), "taken", False),
        (("violence",), "closed", False),
    ],
)
def test_a_contact_about_a_child_or_violence_marks_the_request_it_began_with(
    advisor: Actor, at: datetime, topics: tuple[str, ...], step: str, urgent: bool
) -> None:
    with at_work(advisor):
        key = a_request(advisor, at=at, step=step).pk
        mark_urgent_by_topics(actor=advisor, request_id=key, topics=topics, at=at)
        assert ContactRequest.objects.get(pk=key).is_urgent is urgent


def test_another_units_request_is_left_alone(make_staff: Staff, advisor: Actor, at: datetime) -> None:
    outsider = make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Otto", unit="home_help")
    with at_work(advisor):
        key = a_request(advisor, at=at).pk
    with at_work(outsider):
        mark_urgent_by_topics(actor=outsider, request_id=key, topics=("violence",), at=at)
        with pytest.raises(ContactRequest.DoesNotExist):
            mark_urgent(actor=outsider, request_id=key, urgent=True, at=at)
    with at_work(advisor):
        assert not ContactRequest.objects.get(pk=key).is_urgent
