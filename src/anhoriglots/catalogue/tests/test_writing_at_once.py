"""Several who write at the same time: nobody's words are lost unseen, and one version comes of one publishing."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest

from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.queries import Actor, actor_for
from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.actions.publish_offer import publish_offer
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.catalogue.actions.withdraw_offer import withdraw_offer
from anhoriglots.catalogue.models import Offer, OfferDraft, OfferVersion
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import scope
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.decision import Refused

from .writing import NYKOPING, a_walk, at_work, mark_now, published, titled, written

HANDS = 8


@pytest.fixture
def alva(django_db_setup: None, committed: None) -> Actor:
    """Somebody in the unit that owns the board's offers, there for every connection."""
    talk = Offer.objects.select_related("owner").get(
        municipality=NYKOPING, offer_key="support_talk", board__key="care_board"
    )
    with scope(NYKOPING, talk.board_id):
        user = User.objects.create(municipality=NYKOPING, username=uuid7().hex, first_name="Alva", password="!")
        Assignment.objects.create(
            municipality=NYKOPING,
            user=user,
            board_id=talk.board_id,
            unit=talk.owner,
            role=Role.CARER_ADVISOR,
            starts_on=date(2026, 1, 1),
        )
        actor = actor_for(user, on=date(2026, 11, 24))
    assert actor is not None
    return actor


def _at_once(actor: Actor, act: Callable[[int], None]) -> list[object]:
    """What each of them came to."""

    def one(number: int) -> None:
        with at_work(actor):
            act(number)

    with several_at_once(HANDS) as run:
        return list(run(one))


def _reasons(outcomes: list[object]) -> set[str]:
    wrong = [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, Refused)]
    assert wrong == []
    return {one.decision.reason for one in outcomes if isinstance(one, Refused)}


def test_of_all_who_save_over_the_same_text_one_does_and_the_others_are_told(alva: Actor, at: datetime) -> None:
    key = uuid7()
    written(alva, key, a_walk(alva), at)
    with at_work(alva):
        seen = mark_now(alva, key)

    def save(number: int) -> None:
        content = a_walk(alva, texts=titled(f"Rubrik {number} (exempel)"))
        save_draft(actor=alva, offer_id=key, content=content, seen=seen, at=at)

    outcomes = _at_once(alva, save)
    assert sum(not isinstance(one, Exception) for one in outcomes) == 1
    assert _reasons(outcomes) == {"changed-meanwhile"}
    with at_work(alva):
        assert OfferDraft.objects.filter(offer_id=key).count() == 1


def test_all_who_press_publish_make_one_version(alva: Actor, at: datetime) -> None:
    key = uuid7()
    written(alva, key, a_walk(alva), at)
    with at_work(alva):
        seen = mark_now(alva, key)
    outcomes = _at_once(alva, lambda _: publish_offer(actor=alva, offer_id=key, seen=seen, at=at))
    assert _reasons(outcomes) == set()
    with at_work(alva):
        assert OfferVersion.objects.filter(offer_id=key).count() == 1


def test_nobody_withdraws_what_another_makes_an_offer_on_the_net_lean_on_at_the_same_time(
    alva: Actor, at: datetime
) -> None:
    key, digital = uuid7(), uuid7()
    published(alva, key, a_walk(alva), at)
    written(alva, digital, a_walk(alva, ways=("digital",), twin=f"own-{key}"), at)
    with at_work(alva):
        seen = mark_now(alva, digital)

    def act(number: int) -> None:
        if number % 2:
            withdraw_offer(actor=alva, offer_id=key, reason="Slut (exempel).", at=at)
        else:
            publish_offer(actor=alva, offer_id=digital, seen=seen, at=at)

    assert len(_reasons(_at_once(alva, act))) == 1
    assert _shown(key) == _shown(digital)


def _shown(key: UUID) -> bool:
    return Offer.objects.filter(pk=key, active=True).exists()
