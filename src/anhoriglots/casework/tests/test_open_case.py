"""A file and a case of the carer's own: with consent where the law wants it, with one number each, never twice."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions.open_case import FirstMove, open_case, open_file
from anhoriglots.casework.models import Case
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.decision import Refused
from anhoriglots.kernel.identity import PersonalIdentityNumber
from anhoriglots.people.actions import CarerDetails
from anhoriglots.people.models import Carer

from .work import SWEDEN, at_work, hired

Staff = Callable[..., Actor]
NUMBER = PersonalIdentityNumber.parse("19121212-1212", on=date(2026, 11, 24))


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR)


def test_a_name_is_enough_for_a_file(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        case = open_file(actor=advisor, details=CarerDetails("Åsa"), first_move=FirstMove.CARER, at=at)
        assert (case.carer.name, case.number, case.unit_id) == ("Åsa", "2026-000001", advisor.unit_ids[0])


def test_numbers_go_on_and_begin_anew_each_year(advisor: Actor, at: datetime) -> None:
    new_year = datetime(2027, 1, 1, 0, 30, tzinfo=SWEDEN)
    with at_work(advisor):
        numbers = [
            open_file(actor=advisor, details=CarerDetails("Åsa"), first_move=FirstMove.CARER, at=moment).number
            for moment in (at, at, new_year)
        ]
    assert numbers == ["2026-000001", "2026-000002", "2027-000001"]


def test_two_boards_count_by_themselves(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    neighbour = make_staff("0480", "social_board", Role.CARER_ADVISOR)
    numbers = []
    for actor in (advisor, neighbour):
        with at_work(actor):
            numbers.append(
                open_file(actor=actor, details=CarerDetails("Åsa"), first_move=FirstMove.CARER, at=at).number
            )
    assert numbers == ["2026-000001", "2026-000001"]


def test_the_personal_number_is_found_again_and_not_readable_in_the_row(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        open_file(actor=advisor, details=CarerDetails("Åsa", NUMBER), first_move=FirstMove.CARER, at=at)
        carer = Carer.objects.get()
        assert carer.personal_number == "191212121212"
        assert b"191212121212" not in bytes(carer.personal_number_index or b"")
        assert ActionLog.objects.get(action="people.add_carer").details == {"with_number": True}


def test_the_same_personal_number_gets_no_second_file(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        open_file(actor=advisor, details=CarerDetails("Åsa", NUMBER), first_move=FirstMove.CARER, at=at)
        with pytest.raises(Refused, match="personal-number-known"):
            open_file(actor=advisor, details=CarerDetails("Åsa B", NUMBER), first_move=FirstMove.CARER, at=at)
        assert (Carer.objects.count(), Case.objects.count()) == (1, 1)


@pytest.mark.parametrize("first_move", [FirstMove.NOTICED_AND_REFUSED, FirstMove.NOTICED_UNASKED])
def test_without_the_cared_for_persons_yes_no_file_is_opened(
    advisor: Actor, at: datetime, first_move: FirstMove
) -> None:
    with at_work(advisor), pytest.raises(Refused) as refused:
        open_file(actor=advisor, details=CarerDetails("Åsa"), first_move=first_move, at=at)
    assert refused.value.decision.citations
    with at_work(advisor):
        assert not Carer.objects.exists()


@pytest.mark.parametrize("first_move", [FirstMove.CARER, FirstMove.NOTICED_WITH_CONSENT, FirstMove.NOTICED_ELSEWHERE])
def test_otherwise_it_is(advisor: Actor, at: datetime, first_move: FirstMove) -> None:
    with at_work(advisor):
        open_file(actor=advisor, details=CarerDetails("Åsa"), first_move=first_move, at=at)
        assert ActionLog.objects.get(action="casework.open_case").details == {"first_move": first_move.value}


def test_a_personal_number_in_the_name_is_refused(advisor: Actor, at: datetime) -> None:
    with at_work(advisor), pytest.raises(Refused, match="number-in-name"):
        open_file(actor=advisor, details=CarerDetails("Åsa 19121212-1212"), first_move=FirstMove.CARER, at=at)


def test_a_role_that_reads_no_files_opens_none(make_staff: Staff, at: datetime) -> None:
    manager = make_staff("0480", "care_board", Role.UNIT_MANAGER)
    with at_work(manager), pytest.raises(Refused, match="role-reads-no-carers"):
        open_file(actor=manager, details=CarerDetails("Åsa"), first_move=FirstMove.CARER, at=at)


def test_a_file_of_another_board_gets_no_case_here(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    neighbour = make_staff("0480", "social_board", Role.CARER_ADVISOR)
    with at_work(neighbour):
        theirs = open_file(actor=neighbour, details=CarerDetails("Åsa"), first_move=FirstMove.CARER, at=at).carer
    with at_work(advisor), pytest.raises(Refused, match="other-board"):
        open_case(actor=advisor, carer=theirs, first_move=FirstMove.CARER, at=at)


def test_four_cases_opened_at_once_get_four_numbers(committed: None, at: datetime) -> None:
    advisor = hired(Role.CARER_ADVISOR, name="Alva")

    def open_one(number: int) -> str:
        with at_work(advisor):
            details = CarerDetails(f"Person {number}")
            return open_file(actor=advisor, details=details, first_move=FirstMove.CARER, at=at).number

    with several_at_once(4) as run:
        got = run(open_one)
    assert sorted(got) == ["2026-000001", "2026-000002", "2026-000003", "2026-000004"]


def test_the_same_number_opened_twice_at_once_is_one_file(committed: None, at: datetime) -> None:
    advisor = hired(Role.CARER_ADVISOR, name="Alva")

    def open_one(_: int) -> str:
        with at_work(advisor):
            details = CarerDetails("Åsa", NUMBER)
            return open_file(actor=advisor, details=details, first_move=FirstMove.CARER, at=at).number

    with several_at_once(3) as run:
        got = run(open_one)
    assert sorted(type(result).__name__ for result in got) == ["Refused", "Refused", "str"]
    with at_work(advisor):
        assert (Carer.objects.count(), Case.objects.count()) == (1, 1)
