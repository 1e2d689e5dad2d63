"""Time travel: what was promised to be gone is gone that day, and not a day before."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from procrastinate.contrib.django import app

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.actions.add_line import add_line
from anhoriglots.casework.actions.answer_request import close_request, note_attempt
from anhoriglots.casework.actions.erase_due import erase_due
from anhoriglots.casework.actions.receive_request import Received
from anhoriglots.casework.actions.support_contact import promise_support_contact
from anhoriglots.casework.actions.take_request import take_request
from anhoriglots.casework.erasure import Promised
from anhoriglots.casework.models import RequestEvent, SupportContact, ThreadMessage
from anhoriglots.casework.queries.code_page import code_page, request_by_code
from anhoriglots.casework.queries.keeping import Keeping
from anhoriglots.casework.tasks import erase_what_is_due
from anhoriglots.casework.workflow import RequestStep, SupportContactStep
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, scope
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.organisations.queries import answering_unit
from anhoriglots.visitors.models import AccessCode

from .visits import PHONE, at_board, municipality, send, stored
from .work import a_case

pytestmark = pytest.mark.django_db
Staff = Callable[..., Actor]
CONTACT_DAYS, THREAD_DAYS = 30, 90


def night(received: Received, *, at: datetime) -> None:
    with at_board(received):
        erase_due(municipality=municipality(), at=at)


@pytest.fixture
def advisor(at: datetime, make_staff: Staff) -> Actor:
    """In the unit that answers."""
    unit = answering_unit("0662", None)
    return make_staff("0662", "social_board", Role.CARER_ADVISOR, unit=unit.key)


@pytest.fixture
def closed(at: datetime, advisor: Actor) -> Received:
    """Answered and closed at ``at`` by the one who took it."""
    received = send(at=at)
    with scope("0662", received.board_id, advisor.user_id):
        take_request(actor=advisor, request_id=received.request_id, at=at)
        close_request(actor=advisor, request_id=received.request_id, keep_days=CONTACT_DAYS, at=at)
    return received


def test_contact_details_are_there_on_day_30_and_gone_on_day_31(closed: Received, at: datetime) -> None:
    night(closed, at=at + timedelta(days=CONTACT_DAYS))
    assert stored(closed).contact == PHONE
    night(closed, at=at + timedelta(days=CONTACT_DAYS + 1))
    request = stored(closed)
    assert (request.contact, request.call_me, request.remark, request.call_words) == ("", "", "", "")
    assert request.step == RequestStep.ERASED
    with at_board(closed):
        assert RequestEvent.objects.filter(step=RequestStep.ERASED).count() == 1


def test_the_day_on_the_page_is_the_last_day_it_is_there(closed: Received, at: datetime) -> None:
    with scope("0662"):
        page = code_page(closed.board_id, closed.request_id, municipality=municipality())
    assert page is not None
    assert page.details_until == "24 december 2026"
    night(closed, at=datetime(2026, 12, 24, 12, tzinfo=at.tzinfo))
    assert stored(closed).contact == PHONE
    night(closed, at=datetime(2026, 12, 25, 3, 15, tzinfo=at.tzinfo))
    assert stored(closed).contact == ""


def test_one_that_nobody_closes_goes_when_nothing_has_happened_for_ninety_days(at: datetime) -> None:
    received = send(at=at)
    night(received, at=at + timedelta(days=THREAD_DAYS))
    assert stored(received).contact == PHONE
    night(received, at=at + timedelta(days=THREAD_DAYS + 1))
    request = stored(received)
    assert (request.contact, request.call_words, request.reply, request.taken_by_id) == ("", "", "", None)
    assert request.step == RequestStep.ERASED
    assert request.received_at == at.replace(hour=0)
    with at_board(received):
        assert AccessCode.objects.count() == 0
        assert RequestEvent.objects.filter(step=RequestStep.ERASED).count() == 1


def test_what_somebody_works_with_outlives_its_code_and_goes_ninety_days_after_the_last_step(
    at: datetime, advisor: Actor
) -> None:
    received = send(at=at)
    with scope("0662", received.board_id, advisor.user_id):
        take_request(actor=advisor, request_id=received.request_id, at=at)
        note_attempt(actor=advisor, request_id=received.request_id, at=at + timedelta(days=80))
    night(received, at=at + timedelta(days=THREAD_DAYS + 1))
    with at_board(received):
        assert AccessCode.objects.count() == 0
    night(received, at=at + timedelta(days=80 + THREAD_DAYS))
    assert stored(received).contact == PHONE
    night(received, at=at + timedelta(days=80 + THREAD_DAYS + 1))
    assert stored(received).contact == ""


def test_a_visit_by_code_counts_as_something_that_happened(at: datetime) -> None:
    received = send(at=at)
    with scope("0662"):
        request_by_code(received.code, municipality=municipality(), at=at + timedelta(days=60))
    night(received, at=at + timedelta(days=60 + THREAD_DAYS))
    assert stored(received).contact == PHONE
    night(received, at=at + timedelta(days=60 + THREAD_DAYS + 1))
    assert stored(received).contact == ""


def test_a_day_that_was_promised_is_waited_for(at: datetime, advisor: Actor) -> None:
    received = send(at=at, wants_support_contact=True)
    by = at.date() + timedelta(days=THREAD_DAYS + 2)
    with scope("0662", received.board_id, advisor.user_id):
        take_request(actor=advisor, request_id=received.request_id, at=at)
        promise_support_contact(actor=advisor, request_id=received.request_id, by=by, at=at)
    night(received, at=at + timedelta(days=THREAD_DAYS + 2))
    assert stored(received).contact == PHONE
    night(received, at=at + timedelta(days=THREAD_DAYS + 3))
    assert stored(received).contact == ""


def test_a_closed_one_goes_with_its_code_when_that_is_sooner(at: datetime, advisor: Actor) -> None:
    received = send(at=at)
    with scope("0662", received.board_id, advisor.user_id):
        later = at + timedelta(days=80)
        take_request(actor=advisor, request_id=received.request_id, at=later)
        close_request(actor=advisor, request_id=received.request_id, keep_days=CONTACT_DAYS, at=later)
    night(received, at=at + timedelta(days=THREAD_DAYS))
    assert stored(received).contact == PHONE
    night(received, at=at + timedelta(days=THREAD_DAYS + 1))
    assert stored(received).contact == ""


@pytest.mark.parametrize("days", [0, 1, 40, 89])
def test_the_day_that_the_page_tells_while_it_is_open_is_kept_to_the_day(
    at: datetime, advisor: Actor, days: int
) -> None:
    received = send(at=at)
    with scope("0662", received.board_id, advisor.user_id):
        take_request(actor=advisor, request_id=received.request_id, at=at + timedelta(days=days))
    with scope("0662"):
        page = code_page(received.board_id, received.request_id, municipality=municipality())
    assert page is not None
    last = at + timedelta(days=days + THREAD_DAYS)
    assert page.details_until == swedish_date(last.date())
    night(received, at=last)
    assert stored(received).contact == PHONE
    night(received, at=last + timedelta(days=1))
    assert stored(received).contact == ""


def test_the_warning_in_idag_tells_the_night_on_which_it_goes(at: datetime) -> None:
    received = send(at=at)
    request = stored(received)
    last = at + timedelta(days=THREAD_DAYS)
    keeping = Keeping(last.date() - timedelta(days=2), THREAD_DAYS)
    promised = Promised(request.promised_at, None)
    told = keeping.warning(stepped_at=request.step_at, promised=promised, code_until=last.date())
    assert told == "Gallras om 3 dagar"
    night(received, at=last)
    assert stored(received).contact == PHONE
    night(received, at=last + timedelta(days=1))
    assert stored(received).contact == ""


def test_a_support_contact_of_a_file_forgets_the_request_when_its_code_is_gone(
    closed: Received, at: datetime, advisor: Actor
) -> None:
    with at_board(closed):
        contact = SupportContact.objects.create(
            **owner_of(current_scope()),
            request_id=closed.request_id,
            case=a_case(advisor, at=at),
            worker_id=advisor.user_id,
            step=SupportContactStep.ACCEPTED,
            step_at=at,
            offered_at=at,
        )
    for days, request_id in ((CONTACT_DAYS + 1, closed.request_id), (THREAD_DAYS + 1, None)):
        night(closed, at=at + timedelta(days=days))
        with at_board(closed):
            contact.refresh_from_db()
        assert (contact.request_id, contact.step) == (request_id, SupportContactStep.ACCEPTED)


def test_one_that_was_opened_again_is_kept(closed: Received, at: datetime) -> None:
    with scope("0662"):
        add_line(
            at=at + timedelta(days=29),
            municipality=municipality(),
            board_id=closed.board_id,
            request_id=closed.request_id,
            text="En fråga till",
        )
    night(closed, at=at + timedelta(days=31))
    assert stored(closed).contact == PHONE


def test_the_thread_is_there_on_day_90_after_the_last_visit_and_gone_on_day_91(at: datetime) -> None:
    received = send(at=at)
    words = received.code
    visit = at + timedelta(days=60)
    with scope("0662"):
        assert request_by_code(words, municipality=municipality(), at=visit) == received
        add_line(
            at=visit,
            municipality=municipality(),
            board_id=received.board_id,
            request_id=received.request_id,
            text="Jag är kvar",
        )
    night(received, at=visit + timedelta(days=THREAD_DAYS))
    with at_board(received):
        assert AccessCode.objects.count() == ThreadMessage.objects.count() == 1
    night(received, at=visit + timedelta(days=THREAD_DAYS + 1))
    with at_board(received):
        assert AccessCode.objects.count() == ThreadMessage.objects.count() == 0
        assert request_by_code(words, municipality=municipality(), at=visit) is None


def test_a_code_does_not_open_after_its_last_day_even_before_the_night(at: datetime) -> None:
    received = send(at=at)
    words = received.code
    with scope("0662"):
        late = at + timedelta(days=THREAD_DAYS + 1)
        assert request_by_code(words, municipality=municipality(), at=late) is None


def test_a_support_contact_known_by_the_code_ends_when_told(at: datetime, make_staff: Staff) -> None:
    received = send(at=at)
    worker = make_staff("0662", "social_board", Role.SUPPORT_CONTACT)
    with at_board(received):
        contact = SupportContact.objects.create(
            **owner_of(current_scope()),
            request_id=received.request_id,
            worker_id=worker.user_id,
            step=SupportContactStep.ACCEPTED,
            step_at=at,
            offered_at=at,
            ends_on=date(2026, 12, 1),
        )
    night(received, at=datetime(2026, 12, 1, 23, tzinfo=at.tzinfo))
    assert _step(received, contact) == SupportContactStep.ACCEPTED
    night(received, at=datetime(2026, 12, 2, 3, tzinfo=at.tzinfo))
    assert _step(received, contact) == SupportContactStep.ENDED


def test_one_boards_night_leaves_another_boards_rows(closed: Received, at: datetime) -> None:
    other = send(at=at, code="0480", submission="form-9")
    with at_board(other, "0480"):
        erase_due(municipality=municipality("0480"), at=at + timedelta(days=400))
    assert stored(closed).contact == PHONE


def test_the_nightly_task_reaches_every_board_by_itself(closed: Received, at: datetime) -> None:
    with at_board(closed):
        type(stored(closed)).objects.filter(pk=closed.request_id).update(erase_on=date(2020, 1, 1))
    erase_what_is_due(0)
    assert stored(closed).contact == ""


def test_the_task_is_planned_every_night_and_carries_nothing_about_anybody() -> None:
    planned = [
        task for task in app.periodic_registry.periodic_tasks.values() if task.task.name == erase_what_is_due.name
    ]
    assert [task.cron for task in planned] == ["15 3 * * *"]
    assert planned[0].configure_kwargs == {}


def _step(received: Received, contact: SupportContact) -> str:
    with at_board(received):
        return str(SupportContact.objects.get(pk=contact.pk).step)
