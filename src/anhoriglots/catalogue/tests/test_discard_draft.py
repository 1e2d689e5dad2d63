"""A draft that is thrown away is gone, and what is published stays."""

from collections.abc import Callable
from datetime import datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.discard_draft import discard_draft
from anhoriglots.catalogue.models import Offer, OfferDraft
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.decision import Refused

from .writing import TEXTS, a_walk, at_work, mark_now, published, titled, writer, written

pytestmark = pytest.mark.django_db
Work = Callable[..., Actor]


@pytest.fixture
def alva(make_staff: Work) -> Actor:
    return writer(make_staff, name="Alva")


def test_it_is_gone_and_what_is_published_stays(alva: Actor, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    written(alva, key, a_walk(alva, texts=titled("Kastas (exempel)")), at)
    with at_work(alva):
        seen = mark_now(alva, key)
        for _ in range(2):
            discard_draft(actor=alva, offer_id=key, seen=seen, at=at)
        assert not OfferDraft.objects.exists()
        assert ActionLog.objects.filter(action="catalogue.discard_draft", object_id=key).count() == 1
    assert Offer.objects.get(pk=key).texts["title"]["sv"] == TEXTS["title"]["sv"]


def test_words_that_one_has_not_read_are_not_thrown_away(alva: Actor, at: datetime) -> None:
    key = uuid7()
    written(alva, key, a_walk(alva), at)
    with at_work(alva):
        seen = mark_now(alva, key)
    written(alva, key, a_walk(alva, texts=titled("Nyss skrivet (exempel)")), at)
    with at_work(alva):
        with pytest.raises(Refused) as refused:
            discard_draft(actor=alva, offer_id=key, seen=seen, at=at)
        assert refused.value.decision.reason == "changed-meanwhile"
        assert OfferDraft.objects.count() == 1


def test_what_never_was_is_not_found(alva: Actor, at: datetime) -> None:
    with at_work(alva), pytest.raises(Offer.DoesNotExist):
        discard_draft(actor=alva, offer_id=uuid7(), seen="", at=at)
