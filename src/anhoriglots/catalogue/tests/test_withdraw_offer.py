"""What is withdrawn is found by nobody outside, for a reason that stays, and never leaves anybody without."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from django.test import Client

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.publish_offer import publish_offer
from anhoriglots.catalogue.actions.withdraw_offer import withdraw_offer
from anhoriglots.catalogue.models import Offer, OfferVersion
from anhoriglots.catalogue.queries.offer_page import offer_page
from anhoriglots.catalogue.queries.open_catalogue import CatalogueFilter, listed_offers
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import Unit

from .writing import NYKOPING, a_walk, at_work, mark_now, published, writer, written

pytestmark = pytest.mark.django_db
Work = Callable[..., Actor]
WHY = "Ledaren har slutat (exempel)."


@pytest.fixture
def alva(make_staff: Work) -> Actor:
    return writer(make_staff, name="Alva")


def _withdrawn(actor: Actor, key: UUID, at: datetime, reason: str = WHY) -> None:
    with at_work(actor):
        withdraw_offer(actor=actor, offer_id=key, reason=reason, at=at)


def test_nobody_outside_finds_it_and_the_reason_is_kept(alva: Actor, client: Client, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    _withdrawn(alva, key, at)
    assert offer_page(NYKOPING, key, on=at.date()) is None
    assert listed_offers(NYKOPING, CatalogueFilter(words="promenad")).rows == ()
    found = client.get("/nykoping/hsds/v3/services", {"search": "promenad"}).json()
    assert found["contents"] == []
    with at_work(alva):
        newest = OfferVersion.objects.filter(offer_id=key).order_by("-number")[0]
        assert (newest.kind, newest.reason, newest.made_by) == ("withdrawn", WHY, alva.user_id)
    assert client.get(f"/nykoping/stod/{key}/").status_code == 404


def test_twice_is_once(alva: Actor, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    for _ in range(2):
        _withdrawn(alva, key, at)
    with at_work(alva):
        assert OfferVersion.objects.filter(offer_id=key).count() == 2
        assert ActionLog.objects.filter(action="catalogue.withdraw_offer", object_id=key).count() == 1


def test_it_can_be_shown_again_as_it_was(alva: Actor, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    before = offer_page(NYKOPING, key, on=at.date())
    _withdrawn(alva, key, at)
    with at_work(alva):
        publish_offer(actor=alva, offer_id=key, seen=mark_now(alva, key), at=at)
    assert offer_page(NYKOPING, key, on=at.date()) == before is not None


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [
        ("  ", "no-reason"),
        ("x" * 301, "long-reason"),
        ("Ring 19121212-1212 (exempel)", "personal-number-in-reason"),
    ],
)
def test_a_reason_is_given_and_names_nobody(alva: Actor, at: datetime, reason: str, refusal: str) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    with pytest.raises(Refused) as refused:
        _withdrawn(alva, key, at, reason)
    assert refused.value.decision.reason == refusal
    assert offer_page(NYKOPING, key, on=at.date()) is not None


def test_what_an_offer_on_the_net_leans_on_stays_until_that_one_is_gone(alva: Actor, at: datetime) -> None:
    key, digital = uuid7(), uuid7()
    published(alva, key, a_walk(alva), at)
    published(alva, digital, a_walk(alva, ways=("digital",), twin=f"own-{key}"), at)
    with pytest.raises(Refused) as refused:
        _withdrawn(alva, key, at)
    assert refused.value.decision.reason == "leaned-on"
    _withdrawn(alva, digital, at)
    _withdrawn(alva, key, at)
    assert not Offer.objects.filter(pk__in=(key, digital), active=True).exists()


def test_what_was_never_published_cannot_be_withdrawn(alva: Actor, at: datetime) -> None:
    key = uuid7()
    written(alva, key, a_walk(alva), at)
    with pytest.raises(Refused) as refused:
        _withdrawn(alva, key, at)
    assert refused.value.decision.reason == "not-published"


def test_another_units_and_another_boards_offers_stay(make_staff: Work, alva: Actor, at: datetime) -> None:
    talk = Offer.objects.get(municipality=NYKOPING, offer_key="support_talk", board=alva.board_id)
    other = Unit.objects.filter(board=talk.board_id).exclude(pk=talk.owner_id)[0]
    with pytest.raises(Refused) as refused:
        _withdrawn(writer(make_staff, unit=other.key), talk.pk, at)
    assert refused.value.decision.reason == "another-units-offer"
    elsewhere = Offer.objects.filter(municipality=NYKOPING).exclude(board=alva.board_id)[0]
    for key in (elsewhere.pk, uuid7()):
        with pytest.raises(Offer.DoesNotExist):
            _withdrawn(alva, key, at)
