"""Undo: within ten minutes, by the one who saved, and nothing is deleted."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions.note_contact import Receipt, note_contact
from anhoriglots.casework.actions.retract_contact import retract_contact
from anhoriglots.casework.choices import DocumentationMode
from anhoriglots.casework.models import ContactRetraction, DeidentifiedContact
from anhoriglots.kernel.decision import Refused

from .test_note_contact import GROUP, INFORMATION, answers
from .work import SWEDEN, at_work, sent

Staff = Callable[..., Actor]


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR)


@pytest.fixture
def saved(advisor: Actor, at: datetime) -> Receipt:
    with at_work(advisor):
        return note_contact(
            actor=advisor,
            answers=answers(GROUP),
            mode=DocumentationMode.DEIDENTIFIED,
            submission=sent(advisor, at=at),
            at=at,
        )


def test_an_undone_contact_is_kept_and_counts_no_more(advisor: Actor, saved: Receipt, at: datetime) -> None:
    with at_work(advisor):
        retract_contact(actor=advisor, receipt=saved, at=at + timedelta(minutes=10))
        assert ContactRetraction.objects.get().contact_id == saved.contact_id
        assert DeidentifiedContact.objects.count() == 1


def test_undoing_twice_is_undoing_once(advisor: Actor, saved: Receipt, at: datetime) -> None:
    with at_work(advisor):
        retract_contact(actor=advisor, receipt=saved, at=at)
        retract_contact(actor=advisor, receipt=saved, at=at)
        assert ContactRetraction.objects.count() == 1
        assert ActionLog.objects.filter(action="casework.retract_contact").count() == 1


def test_the_audit_row_does_not_tell_which_contact_without_name(advisor: Actor, saved: Receipt, at: datetime) -> None:
    with at_work(advisor):
        retract_contact(actor=advisor, receipt=saved, at=at)
        row = ActionLog.objects.get(action="casework.retract_contact")
        assert (row.actor_id, row.object_id, row.at) == (None, None, datetime(2026, 11, 23, tzinfo=SWEDEN))
        assert {row.pk.version, ContactRetraction.objects.get().pk.version} == {4}


def test_undoing_in_one_mode_undoes_nothing_in_another(advisor: Actor, saved: Receipt, at: datetime) -> None:
    with at_work(advisor):
        named = saved._replace(mode=DocumentationMode.IDENTIFIED)
        for receipt in (saved, named):
            retract_contact(actor=advisor, receipt=receipt, at=at)
        assert set(ContactRetraction.objects.values_list("mode", flat=True)) == {"deidentified", "identified"}


def test_the_audit_row_tells_which_counselling_contact(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        receipt = note_contact(
            actor=advisor,
            answers=answers(INFORMATION),
            mode=DocumentationMode.COUNSELLING,
            submission=sent(advisor, at=at),
            at=at,
        )
        retract_contact(actor=advisor, receipt=receipt, at=at)
        assert ActionLog.objects.get(action="casework.retract_contact").object_id == receipt.contact_id


def test_after_ten_minutes_it_is_too_late(advisor: Actor, saved: Receipt, at: datetime) -> None:
    with at_work(advisor), pytest.raises(Refused, match="undo-too-late"):
        retract_contact(actor=advisor, receipt=saved, at=at + timedelta(minutes=10, seconds=1))


def test_somebody_else_cannot_undo(make_staff: Staff, saved: Receipt, at: datetime) -> None:
    colleague = make_staff("0480", "care_board", Role.COORDINATOR)
    with at_work(colleague), pytest.raises(Refused, match="others-contact"):
        retract_contact(actor=colleague, receipt=saved, at=at)
