"""The carer answers the offer of a support contact; a no is as easy as a yes."""

from collections.abc import Callable
from datetime import datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.actions.answer_support_contact import Answer, answer_support_contact
from anhoriglots.casework.actions.receive_request import Received
from anhoriglots.casework.choices import DeclineReason
from anhoriglots.casework.models import SupportContact, SupportContactEvent
from anhoriglots.casework.queries.code_page import code_page
from anhoriglots.casework.workflow import SupportContactStep
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, scope
from anhoriglots.kernel.decision import Refused

from .visits import at_board, municipality, send

pytestmark = pytest.mark.django_db
Staff = Callable[..., Actor]


@pytest.fixture
def offered(at: datetime, make_staff: Staff) -> tuple[Received, SupportContact]:
    received = send(at=at)
    worker = make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa")
    with at_board(received):
        contact = SupportContact.objects.create(
            **owner_of(current_scope()),
            request_id=received.request_id,
            worker_id=worker.user_id,
            step=SupportContactStep.OFFERED,
            step_at=at,
            offered_at=at,
        )
    return received, contact


def say(
    offered: tuple[Received, SupportContact], answer: Answer, *, at: datetime, reason: DeclineReason | None = None
) -> SupportContact:
    received, contact = offered
    with scope("0662"):
        answer_support_contact(
            at=at,
            board_id=received.board_id,
            request_id=received.request_id,
            contact_id=contact.pk,
            answer=answer,
            reason=reason,
        )
    with at_board(received):
        return SupportContact.objects.get(pk=contact.pk)


@pytest.mark.parametrize(
    ("answer", "step"),
    [
        (Answer.ACCEPT, SupportContactStep.ACCEPTED),
        (Answer.DECLINE, SupportContactStep.DECLINED),
        (Answer.CHANGE, SupportContactStep.CHANGE_ASKED),
        (Answer.END, SupportContactStep.ENDED),
    ],
)
def test_each_answer_takes_its_step(
    offered: tuple[Received, SupportContact], at: datetime, answer: Answer, step: SupportContactStep
) -> None:
    assert say(offered, answer, at=at).step == step


def test_a_no_may_carry_a_reason_or_none(offered: tuple[Received, SupportContact], at: datetime) -> None:
    say(offered, Answer.DECLINE, at=at, reason=DeclineReason.TIME)
    with at_board(offered[0]):
        event = SupportContactEvent.objects.get()
    assert (event.reason, event.actor_id) == (DeclineReason.TIME, None)


def test_a_wish_to_change_carries_no_reason(offered: tuple[Received, SupportContact], at: datetime) -> None:
    say(offered, Answer.CHANGE, at=at, reason=DeclineReason.TIME)
    with at_board(offered[0]):
        assert SupportContactEvent.objects.get().reason == ""


def test_the_same_answer_twice_is_one(offered: tuple[Received, SupportContact], at: datetime) -> None:
    say(offered, Answer.ACCEPT, at=at)
    say(offered, Answer.ACCEPT, at=at)
    with at_board(offered[0]):
        assert SupportContactEvent.objects.count() == 1


def test_an_answer_after_the_end_is_refused(offered: tuple[Received, SupportContact], at: datetime) -> None:
    say(offered, Answer.END, at=at)
    with pytest.raises(Refused):
        say(offered, Answer.ACCEPT, at=at)


def test_a_support_contact_of_somebody_else_cannot_be_answered(
    offered: tuple[Received, SupportContact], at: datetime
) -> None:
    other = send(at=at, submission="form-2")
    with pytest.raises(SupportContact.DoesNotExist):
        say((other, offered[1]), Answer.ACCEPT, at=at)


def test_the_page_shows_first_name_number_and_hours(offered: tuple[Received, SupportContact], at: datetime) -> None:
    received, _ = offered
    with scope("0662"):
        page = code_page(received.board_id, received.request_id, municipality=municipality())
    assert page is not None
    assert page.support_contact is not None
    person = page.support_contact.person
    assert (person.first_name, person.phone, person.phone_hours) == ("Lisa", "08-465 004 01", "vardagar 9–15")


def test_a_declined_offer_is_no_longer_shown(offered: tuple[Received, SupportContact], at: datetime) -> None:
    say(offered, Answer.DECLINE, at=at)
    received, _ = offered
    with scope("0662"):
        page = code_page(received.board_id, received.request_id, municipality=municipality())
    assert page is not None
    assert page.support_contact is None
