"""What somebody at work has written of an offer stands when the profile is loaded, and is told by a comparison."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.queries import Actor, actor_for
from anhoriglots.accounts.roles import Role
from anhoriglots.administration.profiles import difference, load
from anhoriglots.catalogue.actions.mark_reviewed import mark_reviewed
from anhoriglots.catalogue.actions.publish_offer import publish_offer
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.catalogue.actions.withdraw_offer import withdraw_offer
from anhoriglots.catalogue.models import Offer
from anhoriglots.catalogue.queries.staff_offer import content_to_edit
from anhoriglots.database.scope import scope

from .test_profiles import ON, copied, folder_of

pytestmark = pytest.mark.usefixtures("owner_db")
CODE = "0480"


@pytest.fixture
def offer() -> Offer:
    rows = Offer.objects.select_related("owner")
    return rows.get(municipality=CODE, offer_key="support_talk", board__key="care_board")


@pytest.fixture
def alva(offer: Offer) -> Actor:
    """Somebody in the unit that owns it."""
    with scope(CODE, offer.board_id):
        user = User.objects.create(municipality=CODE, username="alva-own", first_name="Alva", password="!")
        Assignment.objects.create(
            municipality=CODE,
            user=user,
            board_id=offer.board_id,
            unit=offer.owner,
            role=Role.CARER_ADVISOR,
            starts_on=date(2026, 1, 1),
        )
        actor = actor_for(user, on=ON)
    assert actor is not None
    return actor


def _rewrites(actor: Actor, offer: Offer, at: datetime) -> None:
    with scope(CODE, actor.board_id, actor.user_id):
        content = content_to_edit(actor, offer.pk)
        assert content is not None
        changed = replace(content, evidence="Prövat (exempel).")
        saved = save_draft(actor=actor, offer_id=offer.pk, content=changed, seen=content.mark, at=at)
        publish_offer(actor=actor, offer_id=offer.pk, seen=saved.mark, at=at)


def test_it_stands_when_the_profile_is_loaded_and_is_told_when_they_are_compared(
    alva: Actor, offer: Offer, at: datetime
) -> None:
    _rewrites(alva, offer, at)
    told = [str(change) for change in difference(folder_of(CODE), on=ON)]
    assert len(told) == 1
    assert told[0].startswith("stöd support_talk.care_board: ändrat i programmet, läses inte in (")
    assert "evidence" in told[0]
    assert load(folder_of(CODE), on=ON) == []
    assert Offer.objects.get(pk=offer.pk).evidence == "Prövat (exempel)."


def test_it_stands_when_the_profile_no_longer_has_it(alva: Actor, offer: Offer, at: datetime, tmp_path: Path) -> None:
    _rewrites(alva, offer, at)
    without = copied(CODE, tmp_path / CODE, **{"key: support_talk\n": "key: another_talk\n"})
    assert "withdraw" not in {change.kind for change in load(without, on=ON)}
    assert Offer.objects.get(pk=offer.pk).active


def test_what_is_withdrawn_is_not_brought_back_by_a_load(alva: Actor, offer: Offer, at: datetime) -> None:
    with scope(CODE, alva.board_id, alva.user_id):
        withdraw_offer(actor=alva, offer_id=offer.pk, reason="Slut (exempel).", at=at)
    assert load(folder_of(CODE), on=ON) == []
    assert not Offer.objects.get(pk=offer.pk).active


def test_a_day_of_review_that_is_newer_than_the_profiles_stands(alva: Actor, offer: Offer, at: datetime) -> None:
    with scope(CODE, alva.board_id, alva.user_id):
        mark_reviewed(actor=alva, offer_id=offer.pk, at=at)
    assert difference(folder_of(CODE), on=ON) == []
    assert load(folder_of(CODE), on=ON) == []
    assert Offer.objects.get(pk=offer.pk).reviewed_on == at.date()
