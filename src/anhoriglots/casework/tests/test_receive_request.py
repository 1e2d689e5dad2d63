"""A request reaches the board of the carer's own district, once, with a promise and a code."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from itertools import islice
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.choices import Reply
from anhoriglots.casework.models import ContactRequest, RequestEvent
from anhoriglots.casework.queries.code_page import request_by_code
from anhoriglots.casework.workflow import RequestStep
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import District
from anhoriglots.visitors.codes import codes_of, mark_of
from anhoriglots.visitors.models import AccessCode, Opens

from .visits import PHONE, at_board, municipality, send, stored

SWEDEN = ZoneInfo("Europe/Stockholm")


@pytest.mark.django_db
def test_what_was_told_is_kept_and_the_first_step_is_written(at: datetime) -> None:
    received = send(at=at)
    request = stored(received)
    assert (request.contact, request.call_me, request.remark) == (PHONE, "Exempel-Inga", "Ring två signaler")
    assert (request.target_group_lines, request.needs, request.interpreter_language) == (["old"], ["talk"], "so")
    assert (request.step, request.is_urgent, request.erase_on) == (RequestStep.RECEIVED, False, None)
    with at_board(received):
        assert [event.step for event in RequestEvent.objects.filter(request_id=request.pk)] == [RequestStep.RECEIVED]
        logged = ActionLog.objects.get(action="casework.receive_request")
    assert logged.object_id == request.pk
    assert logged.actor_id is None
    assert logged.details == {}


@pytest.mark.django_db
def test_the_carers_own_district_answers(at: datetime) -> None:
    district = District.objects.filter(municipality="0180").order_by("position").last()
    assert district is not None
    received = send(at=at, code="0180", district=district.key)
    assert received.board_id == district.board_id
    assert stored(received, "0180").district == district


@pytest.mark.django_db
def test_without_a_known_district_a_central_unit_answers(at: datetime) -> None:
    assert stored(send(at=at, code="0180"), "0180").unit.answers_requests


@pytest.mark.django_db
def test_the_promise_counts_the_units_own_days(at: datetime) -> None:
    request = stored(send(at=at))
    days = municipality().own["promise"]["working_days"]
    assert request.promised_at == datetime(2026, 11, 24 + days, 15, tzinfo=SWEDEN)


@pytest.mark.django_db
def test_a_request_in_the_hour_that_summer_time_skips_gets_a_promise() -> None:
    skipped = datetime(2027, 3, 28, 2, 30, tzinfo=SWEDEN)
    # Easter Sunday, and Monday is closed: received on Tuesday, answered within two days, at three by summer clocks.
    assert stored(send(at=skipped)).promised_at == datetime(2027, 4, 1, 15, tzinfo=SWEDEN)


@pytest.mark.django_db
def test_the_code_opens_the_request_and_only_its_mark_is_stored(at: datetime) -> None:
    received = send(at=at)
    words = received.code
    with scope("0662"):
        assert request_by_code(words, municipality=municipality(), at=at) == received
        code = AccessCode.objects.get()
    assert bytes(code.mark) == mark_of(words, municipality="0662")
    assert code.expires_on == date(2026, 11, 24) + timedelta(days=municipality().own["retention"]["thread_days"])


@pytest.mark.django_db
def test_the_code_is_in_no_column_of_the_request_and_opens_for_no_other_words(at: datetime) -> None:
    received = send(at=at)
    request = stored(received)
    told = " ".join(str(getattr(request, field.attname)) for field in request._meta.concrete_fields)
    assert received.code not in told
    assert received.code.rsplit(" ", 1)[0] not in told
    with scope("0662"):
        assert request_by_code(request.call_words, municipality=municipality(), at=at) is None


@pytest.mark.django_db
@pytest.mark.parametrize(("reply", "words"), [(Reply.CALL, 2), (Reply.TEXT, 0), (Reply.CODE, 0)])
def test_whoever_is_called_gets_two_words_by_which_we_are_known(at: datetime, reply: Reply, words: int) -> None:
    assert len(stored(send(at=at, reply=reply)).call_words.split()) == words


@pytest.mark.django_db
def test_the_same_form_gets_the_same_code_when_it_is_sent_again(at: datetime) -> None:
    first = send(at=at)
    again = send(at=at + timedelta(minutes=3))
    assert first.code == again.code != ""
    assert send(at=at, submission="form-2").code != first.code


@pytest.mark.django_db
def test_a_code_that_another_request_has_is_not_given_again_and_the_next_one_is_remembered(at: datetime) -> None:
    first, second = islice(codes_of("form-2"), 2)
    with scope("0662"):
        AccessCode.objects.create(
            municipality="0662",
            mark=mark_of(first, municipality="0662"),
            board_id=uuid4(),
            opens=Opens.REQUEST,
            object_id=uuid4(),
            expires_on=at.date(),
        )
    assert [send(at=at, submission="form-2").code for _ in range(2)] == [second, second]


@pytest.mark.django_db
def test_the_code_of_a_request_that_is_erased_is_not_told_again(at: datetime) -> None:
    received = send(at=at)
    with scope("0662"):
        AccessCode.objects.all().delete()
    assert send(at=at) == received
    assert send(at=at).code == ""


@pytest.mark.django_db
def test_number_and_words_lie_encrypted_in_the_table(at: datetime) -> None:
    received = send(at=at)
    with at_board(received), connection.cursor() as cursor:
        cursor.execute("SELECT contact, call_me, remark, call_words FROM casework_contactrequest")
        row = b"".join(bytes(value) for value in cursor.fetchone())
    assert PHONE.encode() not in row
    assert b"Inga" not in row


@pytest.mark.django_db
def test_the_same_form_twice_is_one_request(at: datetime) -> None:
    first = send(at=at)
    assert send(at=at + timedelta(minutes=3), contact="070-174 06 52") == first
    with at_board(first):
        assert ContactRequest.objects.count() == RequestEvent.objects.count() == AccessCode.objects.count() == 1
    assert stored(first).contact == PHONE


@pytest.mark.django_db
def test_two_forms_are_two_requests(at: datetime) -> None:
    assert send(at=at).request_id != send(at=at, submission="form-2").request_id


def test_the_same_form_sent_eight_times_at_once_is_one_request(
    django_db_setup: None, committed: None, at: datetime
) -> None:
    def one(_: int) -> object:
        try:
            return send(at=at)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        received = set(threads.map(one, range(8)))
    assert len(received) == 1
    with at_board(send(at=at)):
        assert ContactRequest.objects.count() == RequestEvent.objects.count() == AccessCode.objects.count() == 1


@pytest.mark.django_db
def test_a_form_sent_again_to_another_board_is_refused_with_a_sentence(at: datetime) -> None:
    first, second = District.objects.filter(municipality="0180").order_by("position")[:2]
    send(at=at, code="0180", district=first.key)
    with pytest.raises(Refused) as refused:
        send(at=at, code="0180", district=second.key)
    assert "redan skickat" in refused.value.decision.sentence


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["remark", "call_me"])
def test_a_personal_number_is_refused_and_nothing_is_saved(at: datetime, field: str) -> None:
    with pytest.raises(Refused) as refused:
        send(at=at, **{field: "Min man 19121212-1212"})
    assert "personnummer" in refused.value.decision.sentence
    with scope("0662"):
        assert not AccessCode.objects.exists()


@pytest.mark.django_db
def test_a_helper_whose_friend_does_not_know_is_reached_alone(at: datetime) -> None:
    request = stored(send(at=at, for_another=True, other_person_knows=False))
    assert (request.for_another, request.other_person_knows, request.contact) == (True, False, PHONE)


@pytest.mark.django_db
def test_the_anonymous_way_needs_no_number(at: datetime) -> None:
    request = stored(send(at=at, reply=Reply.CODE, contact="", call_me="", remark=""))
    assert (request.reply, request.contact, request.call_me) == (Reply.CODE, "", "")


@pytest.mark.django_db
def test_another_board_never_sees_it(at: datetime) -> None:
    first, second = District.objects.filter(municipality="0180").order_by("position")[:2]
    received = send(at=at, code="0180", district=first.key)
    with scope("0180", second.board_id):
        assert not ContactRequest.objects.filter(pk=received.request_id).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("remark", "urgent"), [("Jag är rädd för honom", True), ("Ring två signaler", False)])
def test_a_remark_that_may_tell_of_danger_is_read_first(at: datetime, remark: str, urgent: bool) -> None:
    assert stored(send(at=at, remark=remark)).is_urgent is urgent
