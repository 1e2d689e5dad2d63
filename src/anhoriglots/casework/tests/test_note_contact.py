"""A contact is noted in the mode that the board has decided, and in no other."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.casework.actions.note_contact import Answers, note_contact
from anhoriglots.casework.choices import DocumentationMode
from anhoriglots.casework.models import CounsellingContact, DeidentifiedContact, IdentifiedContact
from anhoriglots.catalogue.queries.decisions import UnknownSupportForm
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.decision import Refused

from .work import SWEDEN, a_case, at_work, hired, sent

Staff = Callable[..., Actor]
IDENTIFIED, COUNSELLING, DEIDENTIFIED = (
    DocumentationMode.IDENTIFIED,
    DocumentationMode.COUNSELLING,
    DocumentationMode.DEIDENTIFIED,
)
# As Nyköping's care board has decided: groups without name, information as counselling, courses with name.
GROUP, INFORMATION, COURSE, TALK = "DS06", "DS01", "DS09", "DS04"


def answers(form: str, **values: Any) -> Answers:
    given = {"channel": "phone", "topics": ("talk",), "duration": "15-30", "next_step": "done", **values}
    return Answers(support_form=form, **given)


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR)


def test_a_contact_without_name_says_neither_who_nor_which_day(advisor: Actor, at: datetime) -> None:
    with at_work(advisor), CaptureQueriesContext(connection) as captured:
        note_contact(actor=advisor, answers=answers(GROUP), mode=DEIDENTIFIED, submission=sent(advisor, at=at), at=at)
    with at_work(advisor):
        contact = DeidentifiedContact.objects.get()
        assert contact.week == date(2026, 11, 23)
        row = ActionLog.objects.get(action="casework.note_contact")
    assert (row.actor_id, row.object_id, row.details) == (None, None, {"mode": "deidentified"})
    assert row.at == datetime(2026, 11, 23, tzinfo=SWEDEN)
    assert {contact.pk.version, row.pk.version} == {4}
    # and nothing else was written, whose time or actor could be laid beside it
    written = {query["sql"].split('"')[1] for query in captured.captured_queries if query["sql"].startswith("INSERT")}
    assert written == {"casework_deidentifiedcontact", "audit_actionlog"}
    assert not any(query["sql"].startswith("UPDATE") for query in captured.captured_queries)


def test_two_without_name_of_the_same_week_leave_the_same_trace(make_staff: Staff, at: datetime) -> None:
    for name, when in (("Alva", at), ("Kim", at + timedelta(days=4, hours=7))):
        actor = make_staff("0480", "care_board", Role.CARER_ADVISOR, name=name)
        with at_work(actor):
            form = sent(actor, at=when)
            note_contact(actor=actor, answers=answers(GROUP), mode=DEIDENTIFIED, submission=form, at=when)
    with at_work(actor):
        traces = [
            {name: value for name, value in row.items() if name != "id"}
            for row in ActionLog.objects.filter(action="casework.note_contact").values()
        ]
    assert traces[0] == traces[1]


def test_the_key_of_a_contact_without_name_cannot_be_told_from_its_form(advisor: Actor, at: datetime) -> None:
    submission = sent(advisor, at=at)
    with at_work(advisor):
        receipt = note_contact(actor=advisor, answers=answers(GROUP), mode=DEIDENTIFIED, submission=submission, at=at)
    assert receipt.contact_id != submission.key
    assert receipt.contact_id.version == 4


def test_counselling_is_noted_by_its_author_and_about_nobody(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        note_contact(
            actor=advisor, answers=answers(INFORMATION), mode=COUNSELLING, submission=sent(advisor, at=at), at=at
        )
        contact = CounsellingContact.objects.get()
        assert (contact.author_id, contact.happened_on) == (advisor.user_id, date(2026, 11, 24))


def test_an_identified_contact_stands_in_the_case(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        case = a_case(advisor, at=at)
        note_contact(
            actor=advisor,
            answers=answers(COURSE),
            mode=IDENTIFIED,
            submission=sent(advisor, at=at),
            at=at,
            case=case,
            text="Vill gå kursen i mars.",
        )
        contact = IdentifiedContact.objects.get()
        assert (contact.case_id, contact.author_id, contact.noted_at, contact.text) == (
            case.pk,
            advisor.user_id,
            at,
            "Vill gå kursen i mars.",
        )


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        (GROUP, IDENTIFIED),
        (GROUP, COUNSELLING),
        (COURSE, DEIDENTIFIED),
        (COURSE, COUNSELLING),
        (INFORMATION, IDENTIFIED),
    ],
)
def test_another_mode_than_the_boards_is_refused_with_the_law(
    advisor: Actor, at: datetime, form: str, wrong: DocumentationMode
) -> None:
    with at_work(advisor), pytest.raises(Refused, match="mode-changed") as refused:
        note_contact(actor=advisor, answers=answers(form), mode=wrong, submission=sent(advisor, at=at), at=at)
    assert refused.value.decision.citations


def test_a_decision_that_ended_while_the_form_was_open_no_longer_holds(advisor: Actor) -> None:
    """Talks were noted without name to the end of September 2026; from October they are noted by name."""
    last_minute = datetime(2026, 9, 30, 23, 59, tzinfo=SWEDEN)
    just_after = datetime(2026, 10, 1, 0, 1, tzinfo=SWEDEN)
    with at_work(advisor):
        note_contact(
            actor=advisor,
            answers=answers(TALK),
            mode=DEIDENTIFIED,
            submission=sent(advisor, at=last_minute),
            at=last_minute,
        )
        with pytest.raises(Refused, match="mode-changed"):
            note_contact(
                actor=advisor,
                answers=answers(TALK),
                mode=DEIDENTIFIED,
                submission=sent(advisor, at=just_after),
                at=just_after,
            )
        assert DeidentifiedContact.objects.count() == 1


def test_a_contact_without_name_takes_neither_case_nor_text(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        case = a_case(advisor, at=at)
        for more in ({"case": case}, {"text": "Anna ringde"}):
            with pytest.raises(Refused, match="no-place-for-identity"):
                note_contact(
                    actor=advisor,
                    answers=answers(GROUP),
                    mode=DEIDENTIFIED,
                    submission=sent(advisor, at=at),
                    at=at,
                    **more,
                )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hon är 19121212-1212", "number-in-note"),
        ("１９１２１２１２-１２１２", "number-in-note"),
        ("a" * 401, "note-too-long"),
        ("7" * 1000, "note-too-long"),
    ],
)
def test_a_note_that_must_not_be_kept_is_refused(advisor: Actor, at: datetime, text: str, reason: str) -> None:
    with at_work(advisor):
        case = a_case(advisor, at=at)
        with pytest.raises(Refused, match=reason):
            note_contact(
                actor=advisor,
                answers=answers(COURSE),
                mode=IDENTIFIED,
                submission=sent(advisor, at=at),
                at=at,
                case=case,
                text=text,
            )


def test_an_identified_contact_without_case_is_refused(advisor: Actor, at: datetime) -> None:
    with at_work(advisor), pytest.raises(Refused, match="case-needed"):
        note_contact(actor=advisor, answers=answers(COURSE), mode=IDENTIFIED, submission=sent(advisor, at=at), at=at)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"people": 0}, "people"),
        ({"people": 1000}, "people"),
        ({"next_step": "declined"}, "decline-reason"),
        ({"decline_reason": "cost"}, "decline-reason"),
    ],
)
def test_answers_that_contradict_themselves_are_refused(
    advisor: Actor, at: datetime, values: dict[str, Any], reason: str
) -> None:
    with at_work(advisor), pytest.raises(Refused, match=reason):
        note_contact(
            actor=advisor, answers=answers(GROUP, **values), mode=DEIDENTIFIED, submission=sent(advisor, at=at), at=at
        )


def test_a_support_form_that_does_not_exist_is_an_error(advisor: Actor, at: datetime) -> None:
    with at_work(advisor), pytest.raises(UnknownSupportForm):
        note_contact(actor=advisor, answers=answers("DS99"), mode=IDENTIFIED, submission=sent(advisor, at=at), at=at)


def test_a_form_sent_by_five_clicks_at_once_is_one_contact(committed: None, at: datetime) -> None:
    advisor = hired(Role.CARER_ADVISOR, name="Alva")
    submission = sent(advisor, at=at)

    def save(_: int) -> UUID:
        with at_work(advisor):
            return note_contact(
                actor=advisor, answers=answers(INFORMATION), mode=COUNSELLING, submission=submission, at=at
            ).contact_id

    with several_at_once(5) as run:
        got = run(save)
    assert got == [submission.key] * 5
    with at_work(advisor):
        assert CounsellingContact.objects.count() == 1
        assert ActionLog.objects.filter(action="casework.note_contact").count() == 1


@pytest.mark.parametrize("role", [Role.UNIT_MANAGER, Role.CARER_REPRESENTATIVE, Role.LOG_REVIEWER])
def test_a_role_that_notes_no_contacts_is_refused(make_staff: Staff, at: datetime, role: Role) -> None:
    actor = make_staff("0480", "care_board", role)
    with at_work(actor), pytest.raises(Refused, match="role-notes-no-contacts"):
        note_contact(actor=actor, answers=answers(GROUP), mode=DEIDENTIFIED, submission=sent(actor, at=at), at=at)
