"""What is published is read by everybody at once, and nothing is published that the law or the rules stand against."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.publish_offer import publish_offer
from anhoriglots.catalogue.models import Offer, OfferDraft, OfferVersion
from anhoriglots.catalogue.queries.board_offers import board_offers
from anhoriglots.catalogue.queries.offer_page import offer_page
from anhoriglots.catalogue.queries.open_catalogue import CatalogueFilter, listed_offers
from anhoriglots.catalogue.queries.staff_offer import content_to_edit, draft_page, staff_offer
from anhoriglots.database.models import uuid7
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import District, TargetGroup, Unit

from .writing import NYKOPING, TEXTS, a_walk, at_work, mark_now, published, titled, writer, written

pytestmark = pytest.mark.django_db
Work = Callable[..., Actor]


@pytest.fixture
def alva(make_staff: Work) -> Actor:
    return writer(make_staff, name="Alva")


def _stops(actor: Actor, at: datetime, **changes: Any) -> list[str]:
    """The reasons that the page tells before anybody presses, the first of which the action gives."""
    key = uuid7()
    written(actor, key, a_walk(actor, **changes), at)
    with at_work(actor):
        stops = staff_offer(actor, key, on=at.date()).stops or []
        if stops:
            with pytest.raises(Refused) as refused:
                publish_offer(actor=actor, offer_id=key, seen=mark_now(actor, key), at=at)
            assert refused.value.decision == stops[0]
            assert not OfferVersion.objects.filter(offer_id=key).exists()
    assert Offer.objects.filter(pk=key).exists() is False
    return [one.reason for one in stops]


def test_everybody_reads_it_at_once_wherever_it_is_shown(alva: Actor, client: Client, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    page = offer_page(NYKOPING, key, on=at.date())
    assert page is not None
    assert page.texts == {name: TEXTS[name] for name in page.texts}
    assert (page.reviewed_on, page.next_review_on) == (at.date(), at.date() + timedelta(days=182))
    words = CatalogueFilter(words="biblioteket promenad")
    assert [row.id for row in listed_offers(NYKOPING, words).rows] == [key]
    assert client.get(f"/nykoping/hsds/v3/services/{key}").json()["name"] == TEXTS["title"]["sv"]
    assert client.get(f"/nykoping/api/v1/offers/{key}").json()["checkedOn"] == at.date().isoformat()
    leaflet = client.get(f"/nykoping/stod/blad/{alva.unit_ids[0]}/").content.decode()
    assert "Promenad med andra" in leaflet
    with at_work(alva):
        assert key in {row.id for row in board_offers(alva.board_id, on=at.date())}
        assert not OfferDraft.objects.exists()


def test_publishing_twice_is_one_version_and_one_row_in_the_log(alva: Actor, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva), at)
    with at_work(alva):
        publish_offer(actor=alva, offer_id=key, seen=mark_now(alva, key), at=at)
        assert OfferVersion.objects.filter(offer_id=key).count() == 1
        assert ActionLog.objects.filter(action="catalogue.publish_offer", object_id=key).count() == 1


def test_what_stood_in_the_profile_is_kept_as_the_first_version(alva: Actor, at: datetime) -> None:
    offer = Offer.objects.get(municipality=NYKOPING, offer_key="support_talk", board__key="care_board")
    with at_work(alva):
        original = content_to_edit(alva, offer.pk)
    assert original is not None
    published(alva, offer.pk, replace(original, evidence="Har prövats (exempel).", read=("en",)), at)
    with at_work(alva):
        versions = OfferVersion.objects.filter(offer_id=offer.pk).order_by("number")
        assert [(row.number, row.kind) for row in versions] == [(1, "profile"), (2, "published")]
        assert staff_offer(alva, offer.pk, on=at.date()).versions[0].changes
    after = Offer.objects.get(pk=offer.pk)
    assert (after.key, after.position, after.texts) == (offer.key, offer.position, offer.texts)


def test_a_translation_is_shown_when_somebody_has_read_it(alva: Actor, at: datetime) -> None:
    key = uuid7()
    published(alva, key, a_walk(alva, read=()), at)
    assert Offer.objects.get(pk=key).texts["title"] == {"sv": TEXTS["title"]["sv"]}
    published(alva, key, a_walk(alva, read=("en",)), at)
    assert Offer.objects.get(pk=key).texts["title"] == TEXTS["title"]


def test_it_is_not_published_unread_when_somebody_has_changed_it(alva: Actor, at: datetime) -> None:
    key = uuid7()
    written(alva, key, a_walk(alva), at)
    with at_work(alva):
        read = mark_now(alva, key)
    written(alva, key, a_walk(alva, texts=titled("Något helt annat (exempel)")), at)
    with at_work(alva), pytest.raises(Refused) as refused:
        publish_offer(actor=alva, offer_id=key, seen=read, at=at)
    assert refused.value.decision.reason == "changed-meanwhile"


@pytest.mark.parametrize("code", ["IS05", "IS06"])
def test_what_the_act_always_wants_assessed_is_never_free_of_assessment(alva: Actor, at: datetime, code: str) -> None:
    key = uuid7()
    together = a_walk(alva, support_form=code, consent_by="cared_for")
    written(alva, key, together, at)
    with at_work(alva), pytest.raises(Refused) as refused:
        publish_offer(actor=alva, offer_id=key, seen=mark_now(alva, key), at=at)
    decision = refused.value.decision
    assert decision.reason == "always-assessed"
    assert decision.citations, "it says where it is written"
    assert "ansöka" in decision.sentence, "it says what can be done instead"
    published(alva, key, replace(together, access_route="assessed"), at)


def test_without_the_boards_decision_nothing_is_free_of_assessment(alva: Actor, at: datetime) -> None:
    assert _stops(alva, at, support_form="DS07") == ["no-board-decision"]


def test_what_is_only_on_the_net_names_what_gives_the_same_without_it(alva: Actor, at: datetime) -> None:
    digital = {"ways": ("digital",)}
    assert _stops(alva, at, **digital) == ["digital-only"]
    assert _stops(alva, at, **digital, twin="nothing") == ["wrong-twin"]
    key = uuid7()
    published(alva, key, a_walk(alva, **digital, twin="support_talk"), at)
    page = offer_page(NYKOPING, key, on=at.date())
    assert page is not None and page.others[0].is_twin


def test_what_others_lean_on_stays_off_the_net(alva: Actor, at: datetime) -> None:
    key, digital = uuid7(), uuid7()
    published(alva, key, a_walk(alva), at)
    published(alva, digital, a_walk(alva, ways=("digital",), twin=f"own-{key}"), at)
    changed = a_walk(alva, ways=("digital",), twin="support_talk")
    written(alva, key, changed, at)
    with at_work(alva), pytest.raises(Refused) as refused:
        publish_offer(actor=alva, offer_id=key, seen=mark_now(alva, key), at=at)
    assert refused.value.decision.reason == "leaned-on"


def test_money_is_not_promised_where_there_is_none(alva: Actor, at: datetime) -> None:
    assert "no-cash" in _stops(alva, at, support_form="X01", access_route="assessed")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"texts": {"title": {"sv": "Bara rubrik (exempel)"}}}, "texts-missing"),
        ({"needs": ()}, "no-need"),
        ({"needs": ("nothing",)}, "no-need"),
        ({"ways": ()}, "no-way"),
        ({"access_route": ""}, "no-route"),
        ({"consent_by": ""}, "no-consent"),
        ({"requires_cohabitation": True}, "direct-asks-for-no-home"),
        ({"districts": (str(uuid7()),)}, "no-district"),
        ({"target_groups": (str(uuid7()),)}, "no-group"),
        ({"contact": str(uuid7())}, "no-unit"),
        ({"support_form": "IS01", "access_route": "assessed"}, "cared-for-says-yes"),
        (
            {
                "support_form": "IS03",
                "access_route": "assessed",
                "consent_by": "cared_for",
                "requires_cohabitation": True,
            },
            "no-rule-of-home",
        ),
    ],
)
def test_what_a_reader_must_be_told_is_there(
    alva: Actor, at: datetime, changes: dict[str, object], reason: str
) -> None:
    assert _stops(alva, at, **changes) == [reason]


def test_it_may_be_for_some_and_in_some_places(make_staff: Work, at: datetime) -> None:
    alva = writer(make_staff)
    group = TargetGroup.objects.filter(municipality=NYKOPING)[0]
    districts = [str(pk) for pk in District.objects.filter(municipality=NYKOPING).values_list("pk", flat=True)[:1]]
    key = uuid7()
    published(alva, key, a_walk(alva, target_groups=(str(group.pk),), districts=tuple(districts)), at)
    row = Offer.objects.get(pk=key)
    assert list(row.target_groups.all()) == [group]
    assert (row.for_everybody, row.everywhere) == (False, not districts)


def test_the_preview_is_the_page_and_leaves_no_trace(alva: Actor, at: datetime) -> None:
    key = uuid7()
    written(alva, key, a_walk(alva), at)
    with at_work(alva):
        preview, read = draft_page(alva, key, on=at.date())
    assert not Offer.objects.filter(pk=key).exists()
    with at_work(alva):
        publish_offer(actor=alva, offer_id=key, seen=read, at=at)
    assert preview == offer_page(NYKOPING, key, on=at.date())


def test_one_may_turn_to_any_unit_of_the_board(alva: Actor, at: datetime) -> None:
    other = Unit.objects.filter(board=alva.board_id).exclude(pk__in=alva.unit_ids)[0]
    key = uuid7()
    published(alva, key, a_walk(alva, contact=str(other.pk)), at)
    assert Offer.objects.get(pk=key).contact_id == other.pk
