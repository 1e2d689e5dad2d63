"""A no to a support contact can be taken back: staff see it, the request waits again, and a new offer ends the wish."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.actions import support_contact as act
from anhoriglots.casework.actions.answer_request import close_request
from anhoriglots.casework.actions.ask_again import ask_again
from anhoriglots.casework.actions.erase_due import erase_due
from anhoriglots.casework.actions.receive_request import Received
from anhoriglots.casework.actions.take_request import take_request
from anhoriglots.casework.models import SupportContact, SupportContactEvent
from anhoriglots.casework.queries.code_page import Wish, code_page
from anhoriglots.casework.queries.support_follow_up import support_contacts_to_follow_up
from anhoriglots.casework.workflow import RequestStep, SupportContactStep
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused

from .visits import at_board, municipality, send, stored
from .work import a_case

pytestmark = pytest.mark.django_db
Staff = Callable[..., Actor]


@pytest.fixture
def advisor(at: datetime, received: Received, make_staff: Staff) -> Actor:
    return make_staff("0662", "social_board", Role.CARER_ADVISOR, unit=stored(received).unit.key, name="Alva")


@pytest.fixture
def received(at: datetime) -> Received:
    return send(at=at, wants_support_contact=True)


@pytest.fixture
def declined(at: datetime, received: Received, advisor: Actor) -> SupportContact:
    """A no on the telephone, to an offer that belongs to a request and to a file; the request is closed."""
    with scope("0662", received.board_id, advisor.user_id):
        take_request(actor=advisor, request_id=received.request_id, at=at)
        case = a_case(advisor, at=at)
        offer = act.offer_support_contact(
            actor=advisor, worker_id=advisor.user_id, at=at, request_id=received.request_id, case=case
        )
        act.register_answer(actor=advisor, contact_id=offer.pk, answer="declined", reason="time", at=at)
        close_request(actor=advisor, request_id=received.request_id, keep_days=30, at=at)
    return offer


def again(received: Received, *, at: datetime) -> None:
    with scope("0662"):
        ask_again(at=at, municipality=municipality(), board_id=received.board_id, request_id=received.request_id)


def test_the_request_waits_again_with_a_new_promise_and_staff_see_why(
    received: Received, declined: SupportContact, advisor: Actor, at: datetime
) -> None:
    later = at + timedelta(days=10)
    again(received, at=later)
    request = stored(received)
    assert (request.step, request.erase_on, request.wants_support_contact) == (RequestStep.REOPENED, None, True)
    assert request.promised_at > later
    with scope("0662", received.board_id, advisor.user_id):
        rows = support_contacts_to_follow_up(advisor, at=later, whole_unit=False, open_at=str)
    assert [row.what for row in rows] == ["Stödkontakt: tackade nej, vill ha en ändå"]


def test_asking_twice_is_asking_once(received: Received, declined: SupportContact, at: datetime) -> None:
    again(received, at=at)
    again(received, at=at)
    with at_board(received):
        assert SupportContactEvent.objects.filter(step=SupportContactStep.ASKED_AGAIN).count() == 1


def test_a_new_offer_of_the_same_person_ends_the_wish(
    received: Received, declined: SupportContact, advisor: Actor, at: datetime
) -> None:
    again(received, at=at)
    with scope("0662", received.board_id, advisor.user_id):
        act.offer_support_contact(
            actor=advisor,
            worker_id=advisor.user_id,
            at=at + timedelta(days=1),
            request_id=received.request_id,
            case=declined.case,
        )
        assert support_contacts_to_follow_up(advisor, at=at, whole_unit=False, open_at=str) == []
    with scope("0662"):
        page = code_page(received.board_id, received.request_id, municipality=municipality())
    assert page is not None
    assert page.support_contact is not None
    assert (page.support_contact.step, page.wish) == (SupportContactStep.OFFERED, Wish.NONE)


def test_the_wish_outlives_the_day_on_which_the_former_offer_would_have_ended(
    received: Received, declined: SupportContact, at: datetime
) -> None:
    with at_board(received):
        SupportContact.objects.update(case=None, ends_on=at.date())
    again(received, at=at)
    with at_board(received):
        erase_due(municipality=municipality(), at=at + timedelta(days=2))
        assert SupportContact.objects.get().step == SupportContactStep.ASKED_AGAIN


def test_whoever_has_a_support_contact_cannot_ask_again(
    received: Received, declined: SupportContact, at: datetime
) -> None:
    with at_board(received):
        SupportContact.objects.update(step=SupportContactStep.ACCEPTED)
    with pytest.raises(Refused):
        again(received, at=at)


def test_without_any_offer_there_is_nothing_to_ask_for_again(received: Received, at: datetime) -> None:
    with pytest.raises(Refused, match="nothing-to-ask-again"):
        again(received, at=at)
