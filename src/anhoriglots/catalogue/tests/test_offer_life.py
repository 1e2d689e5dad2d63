"""Whatever is done with an offer and in whatever order, one version holds and the open catalogue says what it says."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.actions.discard_draft import discard_draft
from anhoriglots.catalogue.actions.publish_offer import publish_offer
from anhoriglots.catalogue.actions.restore_version import restore_version
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.catalogue.actions.withdraw_offer import withdraw_offer
from anhoriglots.catalogue.editing import content_of
from anhoriglots.catalogue.models import Offer, OfferContent, OfferVersion, VersionKind
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.decision import Refused

from .writing import NYKOPING, a_walk, at_work, mark_now, titled, writer

pytestmark = pytest.mark.django_db
Work = Callable[..., Actor]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(1, 3)),
        st.tuples(st.just("restore"), st.integers(1, 4)),
        st.tuples(st.sampled_from(["publish", "withdraw", "discard"]), st.just(0)),
    ),
    min_size=3,
    max_size=14,
)


def _do(actor: Actor, key: UUID, step: str, number: int, at: datetime) -> None:
    seen = mark_now(actor, key)
    if step == "write":
        content = a_walk(actor, texts=titled(f"Rubrik {number} (exempel)"))
        save_draft(actor=actor, offer_id=key, content=content, seen=seen, at=at)
    elif step == "publish":
        publish_offer(actor=actor, offer_id=key, seen=seen, at=at)
    elif step == "withdraw":
        withdraw_offer(actor=actor, offer_id=key, reason="Prövas (exempel)", at=at)
    elif step == "restore":
        restore_version(actor=actor, offer_id=key, number=number, at=at)
    else:
        discard_draft(actor=actor, offer_id=key, seen=seen, at=at)


def _holds(key: UUID) -> None:
    """One version at most holds, and what everybody reads is what that one says."""
    versions = list(OfferVersion.objects.filter(offer_id=key).order_by("number"))
    assert [row.number for row in versions] == list(range(1, len(versions) + 1))
    row = Offer.objects.filter(pk=key).first()
    newest = versions[-1] if versions else None
    shown = newest is not None and newest.kind == VersionKind.PUBLISHED
    if newest is None:
        return
    assert row is not None and row.active == shown
    if shown:
        said = OfferContent.of(newest.content)
        assert row.texts == said.shown_texts
        # What nobody has read of the translations is kept in the version and shown to nobody.
        assert content_of(row).mark == replace(said, texts=said.shown_texts).mark


@pytest.mark.parametrize("known", [True, False], ids=["of-the-profile", "new"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_one_version_holds_whatever_is_done(
    make_staff: Work, at: datetime, known: bool, steps: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        actor = writer(make_staff, name="Alva")
        talk = Offer.objects.get(municipality=NYKOPING, offer_key="support_talk", board=actor.board_id)
        key = talk.pk if known else uuid7()
        with at_work(actor):
            for step, number in steps:
                with suppress(Refused, Offer.DoesNotExist, OfferVersion.DoesNotExist), transaction.atomic():
                    _do(actor, key, step, number, at)
                _holds(key)
        transaction.set_rollback(True)
