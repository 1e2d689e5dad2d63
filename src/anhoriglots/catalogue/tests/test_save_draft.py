"""A draft is kept, seen by nobody outside, and never overwritten by the one who did not see it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.catalogue.models import Offer, OfferDraft
from anhoriglots.catalogue.queries.staff_offer import content_to_edit, what_has_changed
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import Unit

from .writing import NYKOPING, a_walk, at_work, mark_now, titled, writer, written

pytestmark = pytest.mark.django_db
Work = Callable[..., Actor]


@pytest.fixture
def alva(make_staff: Work) -> Actor:
    return writer(make_staff, name="Alva")


@pytest.fixture
def talk() -> Offer:
    """An offer of the profile that the unit owns."""
    return Offer.objects.get(municipality=NYKOPING, offer_key="support_talk", board__key="care_board")


def _refused(actor: Actor, offer_id: UUID, at: datetime, *, seen: str = "", **changes: Any) -> str:
    with at_work(actor), pytest.raises(Refused) as refused:
        save_draft(actor=actor, offer_id=offer_id, content=a_walk(actor, **changes), seen=seen, at=at)
    return refused.value.decision.reason


def test_a_draft_is_kept_and_nobody_outside_sees_it(alva: Actor, at: datetime) -> None:
    key, content = uuid7(), a_walk(alva)
    written(alva, key, content, at)
    with at_work(alva):
        assert content_to_edit(alva, key) == replace(content, texts=content.texts)
        assert ActionLog.objects.filter(action="catalogue.save_draft", object_id=key).count() == 1
    assert not Offer.objects.filter(pk=key).exists()


def test_the_same_sent_twice_is_one_draft_and_one_row_in_the_log(alva: Actor, at: datetime) -> None:
    key = uuid7()
    with at_work(alva):
        for _ in range(2):
            save_draft(actor=alva, offer_id=key, content=a_walk(alva), seen="", at=at)
        assert OfferDraft.objects.filter(offer_id=key).count() == 1
        assert ActionLog.objects.filter(object_id=key).count() == 1


def test_the_second_of_two_is_told_what_differs_and_the_firsts_words_stand(
    alva: Actor, make_staff: Work, talk: Offer, at: datetime
) -> None:
    kim = writer(make_staff, role=Role.COORDINATOR, name="Kim")
    with at_work(kim):
        opened = mark_now(kim, talk.pk)
    written(alva, talk.pk, a_walk(alva, texts=titled("Alvas rubrik (exempel)")), at)
    mine = a_walk(kim, texts=titled("Kims rubrik (exempel)"))
    assert _refused(kim, talk.pk, at, seen=opened, texts=mine.texts) == "changed-meanwhile"
    with at_work(kim):
        changes = what_has_changed(kim, talk.pk, mine)
        assert [(one.label, one.before, one.after) for one in changes] == [
            ("Rubrik", "Kims rubrik (exempel)", "Alvas rubrik (exempel)")
        ]
        save_draft(actor=kim, offer_id=talk.pk, content=mine, seen=mark_now(kim, talk.pk), at=at)
        assert content_to_edit(kim, talk.pk) == mine


def test_a_draft_that_says_what_is_published_is_no_draft(alva: Actor, talk: Offer, at: datetime) -> None:
    with at_work(alva):
        original = content_to_edit(alva, talk.pk)
    assert original is not None
    written(alva, talk.pk, replace(original, evidence="Har prövats (exempel)."), at)
    written(alva, talk.pk, original, at)
    with at_work(alva):
        assert not OfferDraft.objects.exists()


@pytest.mark.parametrize(
    "role", [Role.SUPPORT_CONTACT, Role.CARER_REPRESENTATIVE, Role.LOG_REVIEWER, Role.SYSTEM_ADMINISTRATOR]
)
def test_a_role_that_writes_no_offers_is_refused(make_staff: Work, role: Role, at: datetime) -> None:
    assert _refused(writer(make_staff, role=role), uuid7(), at) == "role-edits-no-offers"


def test_another_units_offer_is_left_to_them(make_staff: Work, talk: Offer, at: datetime) -> None:
    other = Unit.objects.filter(board=talk.board_id).exclude(pk=talk.owner_id)[0]
    actor = writer(make_staff, unit=other.key)
    assert _refused(actor, talk.pk, at) == "another-units-offer"


def test_nothing_is_written_for_another_unit(alva: Actor, at: datetime) -> None:
    other = Unit.objects.filter(board=alva.board_id).exclude(pk__in=alva.unit_ids)[0]
    assert _refused(alva, uuid7(), at, owner=str(other.pk)) == "another-units-offer"


def test_another_boards_offer_is_not_found(alva: Actor, at: datetime) -> None:
    elsewhere = Offer.objects.filter(municipality=NYKOPING).exclude(board=alva.board_id)[0]
    with at_work(alva), pytest.raises(Offer.DoesNotExist):
        save_draft(actor=alva, offer_id=elsewhere.pk, content=a_walk(alva), seen="", at=at)


def test_an_offer_is_never_given_to_another_boards_unit(alva: Actor, talk: Offer, at: datetime) -> None:
    elsewhere = Unit.objects.filter(municipality=NYKOPING).exclude(board=alva.board_id)[0]
    with at_work(alva):
        seen = mark_now(alva, talk.pk)
    assert _refused(alva, talk.pk, at, seen=seen, owner=str(elsewhere.pk)) == "no-unit"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"texts": titled("  ")}, "no-title"),
        ({"texts": titled("Ring 19121212-1212 (exempel)")}, "looks-like-personal-number"),
        ({"evidence": "Enligt 191212121212"}, "looks-like-personal-number"),
    ],
)
def test_a_draft_has_a_title_and_names_nobody(alva: Actor, at: datetime, changes: dict[str, Any], reason: str) -> None:
    assert _refused(alva, uuid7(), at, **changes) == reason
