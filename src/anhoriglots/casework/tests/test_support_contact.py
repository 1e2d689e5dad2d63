"""Offering a support contact and what becomes of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions import support_contact as act
from anhoriglots.casework.actions.take_request import take_request
from anhoriglots.casework.models import ContactRequest, SupportContact, SupportContactEvent, ThreadMessage
from anhoriglots.casework.queries.load import colleagues_by_load
from anhoriglots.casework.queries.support_contact_page import support_contact_page
from anhoriglots.casework.queries.support_follow_up import promised_support_contacts
from anhoriglots.casework.workflow import SupportContactStep
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.decision import Refused

from .work import a_case, a_request, at_work, hired

Staff = Callable[..., Actor]


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


@pytest.fixture
def stina(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.SUPPORT_CONTACT, name="Stina")


@pytest.fixture
def kim(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.COORDINATOR, name="Kim")


@pytest.fixture
def offered(advisor: Actor, stina: Actor, at: datetime) -> SupportContact:
    with at_work(advisor):
        case = a_case(advisor, at=at)
        request = a_request(advisor, at=at)
        return act.offer_support_contact(
            actor=advisor, worker_id=stina.user_id, request_id=request.pk, case=case, at=at
        )


def test_an_offer_names_the_colleague_and_leaves_an_event(
    advisor: Actor, stina: Actor, offered: SupportContact
) -> None:
    with at_work(advisor):
        contact = SupportContact.objects.get()
        assert (contact.worker_id, contact.step, contact.ends_on) == (stina.user_id, "offered", None)
        assert SupportContactEvent.objects.get().step == "offered"
        assert ActionLog.objects.get(action="casework.offer_support_contact").object_id == contact.pk


def test_without_a_file_the_offer_is_refused_where_the_board_documents_by_name(
    advisor: Actor, stina: Actor, at: datetime
) -> None:
    with at_work(advisor), pytest.raises(Refused, match="case-needed") as refused:
        act.offer_support_contact(
            actor=advisor, worker_id=stina.user_id, request_id=a_request(advisor, at=at).pk, at=at
        )
    assert refused.value.decision.citations


@pytest.mark.parametrize(
    ("step", "reason"),
    [("withdrawn", "request-withdrawn"), ("erased", "request-not-open"), ("closed", "request-not-open")],
)
def test_nobody_is_offered_on_a_request_that_is_over(
    advisor: Actor, stina: Actor, at: datetime, step: str, reason: str
) -> None:
    with at_work(advisor):
        request, case = a_request(advisor, at=at, step=step), a_case(advisor, at=at)
        with pytest.raises(Refused, match=reason):
            act.offer_support_contact(actor=advisor, worker_id=stina.user_id, request_id=request.pk, case=case, at=at)
        assert not SupportContact.objects.exists()


def test_nobody_gets_two_at_a_time(advisor: Actor, kim: Actor, offered: SupportContact, at: datetime) -> None:
    with at_work(advisor), pytest.raises(Refused, match="has-one"):
        act.offer_support_contact(actor=advisor, worker_id=kim.user_id, case=offered.case, at=at)


def test_a_manager_cannot_be_a_support_contact(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    manager = make_staff("0480", "care_board", Role.UNIT_MANAGER)
    with at_work(advisor), pytest.raises(Refused, match="not-a-support-contact"):
        act.offer_support_contact(actor=advisor, worker_id=manager.user_id, case=a_case(advisor, at=at), at=at)


def test_a_colleague_of_another_board_cannot_be_one(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    stranger = make_staff("0480", "social_board", Role.SUPPORT_CONTACT)
    with at_work(advisor), pytest.raises(Refused, match="not-a-support-contact"):
        act.offer_support_contact(actor=advisor, worker_id=stranger.user_id, case=a_case(advisor, at=at), at=at)


def test_a_support_contact_does_not_propose_colleagues(stina: Actor, kim: Actor, at: datetime) -> None:
    with at_work(stina), pytest.raises(Refused, match="role-proposes-nobody"):
        act.offer_support_contact(actor=stina, worker_id=kim.user_id, case=a_case(stina, at=at), at=at)


def test_a_no_by_telephone_has_one_of_the_reasons(advisor: Actor, offered: SupportContact, at: datetime) -> None:
    with at_work(advisor):
        for reason in ("", "bad"):
            with pytest.raises(Refused, match="decline-reason"):
                act.register_answer(actor=advisor, contact_id=offered.pk, answer="declined", reason=reason, at=at)
        act.register_answer(actor=advisor, contact_id=offered.pk, answer="declined", reason="time", at=at)
        event = SupportContactEvent.objects.get(step="declined")
        assert (event.reason, event.actor_id) == ("time", advisor.user_id)


def test_a_yes_needs_no_reason_and_takes_none(advisor: Actor, offered: SupportContact, at: datetime) -> None:
    with at_work(advisor):
        with pytest.raises(Refused, match="decline-reason"):
            act.register_answer(actor=advisor, contact_id=offered.pk, answer="accepted", reason="time", at=at)
        act.register_answer(actor=advisor, contact_id=offered.pk, answer="accepted", at=at)
        assert SupportContact.objects.get().step == SupportContactStep.ACCEPTED


def test_only_the_three_answers_are_answers(advisor: Actor, offered: SupportContact, at: datetime) -> None:
    with at_work(advisor), pytest.raises(Refused, match="not-an-answer"):
        act.register_answer(actor=advisor, contact_id=offered.pk, answer="ended", at=at)


def test_an_answer_to_an_old_offer_is_refused(advisor: Actor, offered: SupportContact, at: datetime) -> None:
    with at_work(advisor):
        act.end_support_contact(actor=advisor, contact_id=offered.pk, at=at)
        with pytest.raises(Refused, match="support-contact-step"):
            act.register_answer(actor=advisor, contact_id=offered.pk, answer="accepted", at=at)


def test_a_substitute_stands_in_and_the_regular_one_comes_back(
    advisor: Actor, stina: Actor, kim: Actor, offered: SupportContact, at: datetime
) -> None:
    with at_work(advisor):
        act.register_answer(actor=advisor, contact_id=offered.pk, answer="accepted", at=at)
        act.substitute(actor=advisor, contact_id=offered.pk, substitute_id=kim.user_id, at=at)
        loads = {row.name: row.ongoing for row in colleagues_by_load(advisor, on=date(2026, 11, 24))}
        assert (loads["Kim Exempel"], loads["Stina Exempel"]) == (1, 0)
        back = act.bring_back(actor=advisor, contact_id=offered.pk, at=at)
        assert (back.step, back.substitute_id) == (SupportContactStep.RETURNED, None)


def test_nobody_is_their_own_substitute(advisor: Actor, stina: Actor, offered: SupportContact, at: datetime) -> None:
    with at_work(advisor):
        act.register_answer(actor=advisor, contact_id=offered.pk, answer="accepted", at=at)
        with pytest.raises(Refused, match="substitute-is-another"):
            act.substitute(actor=advisor, contact_id=offered.pk, substitute_id=stina.user_id, at=at)


def test_a_change_makes_a_new_offer_and_asks_no_reason(
    advisor: Actor, kim: Actor, offered: SupportContact, at: datetime
) -> None:
    with at_work(advisor):
        new = act.change_worker(actor=advisor, contact_id=offered.pk, worker_id=kim.user_id, at=at)
        steps = dict(SupportContact.objects.values_list("worker__first_name", "step"))
        assert steps == {"Stina": "changed", "Kim": "offered"}
        assert (new.request_id, new.case_id) == (offered.request_id, offered.case_id)


def test_a_change_to_the_same_person_is_refused(
    advisor: Actor, stina: Actor, offered: SupportContact, at: datetime
) -> None:
    with at_work(advisor), pytest.raises(Refused, match="same-worker"):
        act.change_worker(actor=advisor, contact_id=offered.pk, worker_id=stina.user_id, at=at)


def test_only_the_support_contact_and_those_who_propose_may_handle_it(
    make_staff: Staff, stina: Actor, offered: SupportContact, at: datetime
) -> None:
    other = make_staff("0480", "care_board", Role.SUPPORT_CONTACT, name="Otto")
    with at_work(other), pytest.raises(SupportContact.DoesNotExist):
        act.end_support_contact(actor=other, contact_id=offered.pk, at=at)
    with at_work(stina):
        act.end_support_contact(actor=stina, contact_id=offered.pk, at=at)


def test_a_link_without_end_is_not_renewed_and_one_with_end_is(
    advisor: Actor, offered: SupportContact, at: datetime
) -> None:
    with at_work(advisor):
        with pytest.raises(Refused, match="nothing-to-renew"):
            act.renew_support_contact(actor=advisor, contact_id=offered.pk, at=at)
        SupportContact.objects.filter(pk=offered.pk).update(ends_on=date(2026, 12, 1))
        renewed = act.renew_support_contact(actor=advisor, contact_id=offered.pk, at=at)
    assert renewed.ends_on == date(2026, 11, 24) + timedelta(days=182)


def test_when_nobody_has_time_a_day_is_promised_in_the_thread(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        waiting = a_request(advisor, at=at, wants_support_contact=True)
        key = take_request(actor=advisor, request_id=waiting.pk, at=at).pk
        act.promise_support_contact(actor=advisor, request_id=key, by=date(2026, 12, 18), at=at)
        assert "stödkontakt senast 18 december 2026" in ThreadMessage.objects.get(request_id=key).text
        request = ContactRequest.objects.get(pk=key)
        assert (request.support_contact_promised_on, request.taken_by_id) == (date(2026, 12, 18), advisor.user_id)
        assert (request.promised_at, request.step) == (waiting.promised_at, "taken")


def test_a_promised_support_contact_is_followed_up_until_one_is_offered(
    advisor: Actor, stina: Actor, at: datetime
) -> None:
    with at_work(advisor):
        request = a_request(advisor, at=at, support_contact_promised_on=date(2026, 12, 18))
        a_request(advisor, at=at, wants_support_contact=True)
        rows = promised_support_contacts(advisor, at=at, open_at=str)
        assert [(row.href, row.what, row.promise) for row in rows] == [
            (str(request.pk), "Stödkontakt: lovad", "fre 18 december")
        ]
        assert promised_support_contacts(advisor, at=at + timedelta(days=30), open_at=str)[0].is_late
        act.offer_support_contact(
            actor=advisor, worker_id=stina.user_id, request_id=request.pk, case=a_case(advisor, at=at), at=at
        )
        assert promised_support_contacts(advisor, at=at, open_at=str) == []


def test_no_day_is_promised_to_somebody_who_has_not_asked_or_is_offered_one(
    advisor: Actor, stina: Actor, at: datetime
) -> None:
    with at_work(advisor):
        asked, silent = a_request(advisor, at=at, wants_support_contact=True), a_request(advisor, at=at)
        act.offer_support_contact(
            actor=advisor, worker_id=stina.user_id, request_id=asked.pk, case=a_case(advisor, at=at), at=at
        )
        for request, reason in ((silent, "not-wished-for"), (asked, "has-one")):
            take_request(actor=advisor, request_id=request.pk, at=at)
            with pytest.raises(Refused, match=reason):
                act.promise_support_contact(actor=advisor, request_id=request.pk, by=date(2026, 12, 18), at=at)


@pytest.mark.parametrize("by", [date(2026, 12, 20), date(2026, 12, 25), date(2027, 1, 6)])
def test_a_sunday_or_a_holiday_is_not_promised(advisor: Actor, at: datetime, by: date) -> None:
    with at_work(advisor):
        key = a_request(advisor, at=at, wants_support_contact=True).pk
        take_request(actor=advisor, request_id=key, at=at)
        with pytest.raises(Refused, match="closed-day"):
            act.promise_support_contact(actor=advisor, request_id=key, by=by, at=at)
        assert not ThreadMessage.objects.exists()


@pytest.mark.parametrize("by", [date(2026, 11, 24), date(2026, 11, 1), date(2027, 6, 1)])
def test_a_day_that_has_been_or_is_far_away_is_not_promised(advisor: Actor, at: datetime, by: date) -> None:
    with at_work(advisor):
        key = take_request(actor=advisor, request_id=a_request(advisor, at=at).pk, at=at).pk
        with pytest.raises(Refused, match="promised-day"):
            act.promise_support_contact(actor=advisor, request_id=key, by=by, at=at)


def test_the_colleague_with_fewest_stands_first(
    advisor: Actor, stina: Actor, kim: Actor, offered: SupportContact, django_assert_num_queries: Callable[..., object]
) -> None:
    with at_work(advisor), django_assert_num_queries(1):  # type: ignore[attr-defined]
        rows = colleagues_by_load(advisor, on=date(2026, 11, 24))
    assert [(row.name, row.words) for row in rows] == [
        ("Alva Exempel", "ingen pågående"),
        ("Kim Exempel", "ingen pågående"),
        ("Stina Exempel", "1 pågående"),
    ]


def test_two_colleagues_who_offer_at_once_make_one_offer(committed: None, at: datetime) -> None:
    staff = [hired(Role.CARER_ADVISOR, name=name) for name in ("Alva", "Kim")]
    with at_work(staff[0]):
        case = a_case(staff[0], at=at)

    def offer(number: int) -> str:
        with at_work(staff[number]):
            return act.offer_support_contact(
                actor=staff[number], worker_id=staff[number].user_id, case=case, at=at
            ).step

    with several_at_once(2) as run:
        got = run(offer)
    assert sorted(type(result).__name__ for result in got) == ["Refused", "SupportContactStep"]
    with at_work(staff[0]):
        assert SupportContact.objects.count() == 1


def test_an_offer_that_somebody_else_has_taken_over_leads_no_further(
    advisor: Actor, kim: Actor, offered: SupportContact, at: datetime
) -> None:
    with at_work(advisor):
        act.change_worker(actor=advisor, contact_id=offered.pk, worker_id=kim.user_id, at=at)
        assert support_contact_page(advisor, offered.pk, at=at).next_steps == frozenset()
        with pytest.raises(Refused, match="support-contact-step"):
            act.end_support_contact(actor=advisor, contact_id=offered.pk, at=at)
