"""The carer's file: newest first, paged by key, undone notes without their text."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.actions.note_contact import note_contact
from anhoriglots.casework.actions.retract_contact import retract_contact
from anhoriglots.casework.choices import DocumentationMode
from anhoriglots.casework.models import Case, IdentifiedContact
from anhoriglots.casework.queries.carer_page import PAGE, CarerPage, carer_page
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope
from anhoriglots.people.models import Carer

from .test_note_contact import COURSE, answers
from .work import a_case, at_work, sent

Staff = Callable[..., Actor]


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


def shown(actor: Actor, carer_id: UUID, at: datetime, before: UUID | None = None) -> CarerPage:
    return carer_page(actor, carer_id, at=at, before=before, support_at=str)


def _notes(actor: Actor, case: Case, at: datetime, count: int) -> None:
    IdentifiedContact.objects.bulk_create(
        IdentifiedContact(
            **owner_of(current_scope()),
            unit_id=actor.unit_ids[0],
            support_form_id=COURSE,
            channel="phone",
            topics=["talk"],
            duration="15-30",
            next_step="done",
            case=case,
            author_id=actor.user_id,
            # Two at each instant, so that paging must look at the key as well.
            noted_at=at - timedelta(hours=number // 2),
            happened_on=at.date(),
            text=f"Anteckning {number}",
        )
        for number in range(count)
    )


def test_every_note_is_shown_once_on_its_way_through_the_pages(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        case = a_case(advisor, at=at)
        _notes(advisor, case, at, 120)
        texts, before, pages = [], None, 0
        while pages < 5:
            page = shown(advisor, case.carer_id, at, before)
            texts += [note.text for note in page.notes]
            pages += 1
            if not page.older:
                break
            before = UUID(page.older)
    assert (len(texts), len(set(texts)), pages) == (120, 120, 3)
    assert len(page.notes) == 120 - 2 * PAGE


def test_three_hundred_notes_cost_no_more_statements_than_three(
    advisor: Actor, at: datetime, django_assert_num_queries: Callable[..., Any]
) -> None:
    with at_work(advisor):
        case = a_case(advisor, at=at)
        for count in (3, 297):
            _notes(advisor, case, at, count)
            with django_assert_num_queries(4):
                shown(advisor, case.carer_id, at)


def test_an_undone_note_is_struck_and_its_text_is_gone(advisor: Actor, at: datetime) -> None:
    with at_work(advisor):
        case = a_case(advisor, at=at)
        receipt = note_contact(
            actor=advisor,
            answers=answers(COURSE),
            mode=DocumentationMode.IDENTIFIED,
            submission=sent(advisor, at=at),
            at=at,
            case=case,
            text="Fel person",
        )
        retract_contact(actor=advisor, receipt=receipt, at=at)
        notes = shown(advisor, case.carer_id, at).notes
    assert [(note.retracted, note.text, note.author) for note in notes] == [(True, "", "Alva Exempel")]


def test_another_boards_file_is_not_there(advisor: Actor, make_staff: Staff, at: datetime) -> None:
    neighbour = make_staff("0480", "social_board", Role.CARER_ADVISOR)
    with at_work(neighbour):
        key = a_case(neighbour, at=at).carer_id
    with at_work(advisor), pytest.raises(Carer.DoesNotExist):
        shown(advisor, key, at)
