"""The same form sent again: by a second click, after Back, after undo, at another board, the next day."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions.note_contact import Answers, Receipt, note_contact
from anhoriglots.casework.actions.retract_contact import retract_contact
from anhoriglots.casework.choices import DocumentationMode
from anhoriglots.casework.models import Case, CounsellingContact, DeidentifiedContact, IdentifiedContact
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import TargetGroup

from .test_note_contact import COUNSELLING, COURSE, DEIDENTIFIED, GROUP, IDENTIFIED, INFORMATION, answers
from .work import a_case, at_work, sent

Staff = Callable[..., Actor]
WAYS = [(GROUP, DEIDENTIFIED), (INFORMATION, COUNSELLING), (COURSE, IDENTIFIED)]


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR)


class Saving:
    """One form, that can be sent again and again."""

    def __init__(self, actor: Actor, said: Answers, mode: DocumentationMode, at: datetime, text: str = "") -> None:
        self.actor, self.text = actor, text
        self.form = sent(actor, at=at)
        self.turn_to(said, mode, at)

    def turn_to(self, said: Answers, mode: DocumentationMode, at: datetime) -> None:
        """Go back and answer otherwise."""
        self.said, self.mode = said, mode
        number = f"2026-{Case.objects.count():06}"
        self.case = a_case(self.actor, at=at, number=number) if mode is IDENTIFIED else None

    def __call__(self, at: datetime) -> Receipt:
        return note_contact(
            actor=self.actor,
            answers=self.said,
            mode=self.mode,
            submission=self.form,
            at=at,
            case=self.case,
            text=self.text,
        )


@pytest.mark.parametrize(("form", "mode"), WAYS)
def test_a_second_click_saves_nothing_new(advisor: Actor, at: datetime, form: str, mode: DocumentationMode) -> None:
    group = TargetGroup.objects.filter(municipality="0480")[0].pk
    said = answers(form, target_group_id=group, interpreter=False, next_step="declined", decline_reason="time")
    with at_work(advisor):
        save = Saving(advisor, said, mode, at, text="Ringde." if mode is IDENTIFIED else "")
        first, second = save(at), save(at + timedelta(minutes=9))
        assert first.contact_id == second.contact_id
        assert ActionLog.objects.filter(action="casework.note_contact").count() == 1


@pytest.mark.parametrize(("form", "mode"), WAYS)
def test_saving_again_gives_no_new_ten_minutes(
    advisor: Actor, at: datetime, form: str, mode: DocumentationMode
) -> None:
    with at_work(advisor):
        save = Saving(advisor, answers(form), mode, at)
        first, again = save(at), save(at + timedelta(hours=5))
        assert again.saved_at <= first.saved_at
        with pytest.raises(Refused, match="undo-too-late"):
            retract_contact(actor=advisor, receipt=again, at=at + timedelta(hours=5))


@pytest.mark.parametrize(("form", "mode"), WAYS)
def test_saving_again_after_undo_is_refused_and_a_new_form_is_not(
    advisor: Actor, at: datetime, form: str, mode: DocumentationMode
) -> None:
    with at_work(advisor):
        save = Saving(advisor, answers(form), mode, at)
        retract_contact(actor=advisor, receipt=save(at), at=at)
        with pytest.raises(Refused, match="saved-and-undone"):
            save(at)
        save.form = sent(advisor, at=at)
        assert save(at).saved_at == at


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Ringde inte."},
        {"said": answers(COURSE, channel="visit")},
        {"said": answers(COURSE, topics=("money",))},
        {"said": answers(COURSE, people=2)},
    ],
)
def test_changed_answers_on_a_form_that_was_saved_are_not_taken_for_saved(
    advisor: Actor, at: datetime, changed: dict[str, Any]
) -> None:
    with at_work(advisor):
        save = Saving(advisor, answers(COURSE), IDENTIFIED, at, text="Ringde.")
        save(at)
        for name, value in changed.items():
            setattr(save, name, value)
        with pytest.raises(Refused, match="saved-otherwise"):
            save(at)
        assert IdentifiedContact.objects.get().text == "Ringde."


def test_another_case_on_a_form_that_was_saved_is_not_taken_for_saved(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        save = Saving(advisor, answers(COURSE), IDENTIFIED, at)
        save(at)
        save.case = a_case(advisor, at=at, name="Bo Exempel", number="2026-000002")
        with pytest.raises(Refused, match="saved-otherwise"):
            save(at)


def test_one_form_is_not_saved_in_two_modes(advisor: Actor, at: datetime) -> None:
    for first in WAYS:
        for second in (way for way in WAYS if way != first):
            with at_work(advisor):
                save = Saving(advisor, answers(first[0]), first[1], at)
                save(at)
                save.turn_to(answers(second[0]), second[1], at)
                with pytest.raises(Refused, match="saved-otherwise"):
                    save(at)
    with at_work(advisor):
        saved = [model.objects.count() for model in (DeidentifiedContact, CounsellingContact, IdentifiedContact)]
    assert saved == [2, 2, 2]


def test_a_form_of_another_board_is_refused(make_staff: Staff, advisor: Actor, at: datetime) -> None:
    neighbour = make_staff("0480", "social_board", Role.CARER_ADVISOR)
    with at_work(advisor), pytest.raises(Refused, match="form-of-other-board"):
        form = sent(neighbour, at=at)
        note_contact(actor=advisor, answers=answers(GROUP), mode=DEIDENTIFIED, submission=form, at=at)


def test_a_form_that_was_open_over_night_is_refused(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        save = Saving(advisor, answers(GROUP), DEIDENTIFIED, at)
        save(at + timedelta(hours=7))
        with pytest.raises(Refused, match="form-too-old"):
            save(at + timedelta(hours=8))
