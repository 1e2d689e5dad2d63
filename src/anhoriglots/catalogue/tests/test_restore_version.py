"""An earlier version comes back as a draft, and never over one that somebody is writing."""

from collections.abc import Callable
from datetime import datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.restore_version import restore_version
from anhoriglots.catalogue.models import Offer, OfferDraft, OfferVersion
from anhoriglots.catalogue.queries.staff_offer import content_to_edit, staff_offer
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.decision import Refused

from .writing import NYKOPING, TEXTS, a_walk, at_work, published, titled, writer, written

pytestmark = pytest.mark.django_db
Work = Callable[..., Actor]


@pytest.fixture
def alva(make_staff: Work) -> Actor:
    return writer(make_staff, name="Alva")


def test_it_is_a_draft_that_says_what_the_version_said(alva: Actor, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    published(alva, key, a_walk(alva, texts=titled("Ny rubrik (exempel)")), at)
    with at_work(alva):
        for _ in range(2):
            restore_version(actor=alva, offer_id=key, number=1, at=at)
        restored = content_to_edit(alva, key)
        assert restored is not None and restored.texts == TEXTS
        assert ActionLog.objects.filter(action="catalogue.restore_version", object_id=key).count() == 1
        page = staff_offer(alva, key, on=at.date())
    assert [change.after for change in page.waits] == [TEXTS["title"]["sv"], TEXTS["title"]["en"]]
    assert Offer.objects.get(pk=key).texts["title"]["sv"] == "Ny rubrik (exempel)"


def test_what_the_profile_said_can_be_taken_up_again(alva: Actor, at: datetime) -> None:
    talk = Offer.objects.get(municipality=NYKOPING, offer_key="support_talk", board=alva.board_id)
    published(alva, talk.pk, a_walk(alva), at)
    with at_work(alva):
        restore_version(actor=alva, offer_id=talk.pk, number=1, at=at)
        restored = content_to_edit(alva, talk.pk)
    assert restored is not None
    assert (restored.texts, restored.support_form) == (talk.texts, talk.support_form_id)


def test_a_draft_is_never_lost(alva: Actor, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    published(alva, key, a_walk(alva, texts=titled("Andra rubriken (exempel)")), at)
    written(alva, key, a_walk(alva, texts=titled("Skrivs just nu (exempel)")), at)
    with at_work(alva):
        with pytest.raises(Refused) as refused:
            restore_version(actor=alva, offer_id=key, number=1, at=at)
        assert refused.value.decision.reason == "draft-in-the-way"
        assert OfferDraft.objects.get(offer_id=key).content["texts"]["title"]["sv"] == "Skrivs just nu (exempel)"


def test_a_version_that_is_not_there_is_not_found(alva: Actor, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    with at_work(alva), pytest.raises(OfferVersion.DoesNotExist):
        restore_version(actor=alva, offer_id=key, number=7, at=at)
    with at_work(alva), pytest.raises(Offer.DoesNotExist):
        restore_version(actor=alva, offer_id=uuid7(), number=1, at=at)
