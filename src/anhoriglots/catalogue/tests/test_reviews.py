"""The owner says that an offer has been looked at; the profile's own row is never changed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.mark_reviewed import mark_reviewed
from anhoriglots.catalogue.models import Offer, OfferReview
from anhoriglots.catalogue.queries.board_offers import board_offers
from anhoriglots.catalogue.queries.offer_page import offer_page
from anhoriglots.catalogue.queries.reviews import due_offers
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import Unit

pytestmark = pytest.mark.django_db
NYKOPING = "0480"
LATE = timedelta(days=300)
Work = Callable[..., Actor]


@pytest.fixture
def offer() -> Offer:
    return Offer.objects.select_related("owner", "board").get(municipality=NYKOPING, offer_key="support_talk")


@pytest.fixture
def hired(make_staff: Work, offer: Offer) -> Work:
    """Somebody in the unit that owns the offer, or in another one of the board."""

    def make(role: Role = Role.CARER_ADVISOR, unit: str = "") -> Actor:
        return make_staff(NYKOPING, offer.board.key, role, unit=unit or offer.owner.key)

    return make


def _reviewed(actor: Actor, offer: Offer, at: datetime) -> OfferReview:
    with scope(actor.municipality, actor.board_id, actor.user_id):
        return mark_reviewed(actor=actor, offer_id=offer.pk, at=at)


def test_it_counts_at_once_for_staff_and_for_everybody_else(hired: Work, offer: Offer, at: datetime) -> None:
    actor, later = hired(), at + LATE
    before = offer_page(NYKOPING, offer.pk, on=later.date())
    assert before is not None and before.is_overdue
    _reviewed(actor, offer, later)
    after = offer_page(NYKOPING, offer.pk, on=later.date())
    assert after is not None
    assert (after.is_overdue, after.reviewed_on, after.months_unchecked) == (False, later.date(), 0)


def test_the_next_time_comes_after_as_long_as_the_profile_says(hired: Work, offer: Offer, at: datetime) -> None:
    row = _reviewed(hired(), offer, at + LATE)
    assert row.next_review_on - row.reviewed_on == offer.next_review_on - offer.reviewed_on


def test_all_who_show_the_offer_read_the_same_day(hired: Work, offer: Offer, client: Client, at: datetime) -> None:
    _reviewed(hired(), offer, at + LATE)
    day = (at + LATE).date().isoformat()
    assert client.get(f"/nykoping/api/v1/offers/{offer.pk}").json()["checkedOn"] == day
    assert client.get(f"/nykoping/hsds/v3/services/{offer.pk}").json()["assured_date"] == day
    checked = client.get("/nykoping/hsds/v3/services", {"modified_after": f"{day}T00:00:00Z"}).json()
    assert [row["id"] for row in checked["contents"]] == [str(offer.pk)]


def test_twice_in_a_day_is_once_and_is_written_in_the_log_once(hired: Work, offer: Offer, at: datetime) -> None:
    actor = hired()
    for minutes in (0, 5):
        _reviewed(actor, offer, at + timedelta(minutes=minutes))
    with scope(NYKOPING, actor.board_id):
        assert OfferReview.objects.filter(offer=offer).count() == 1
        assert ActionLog.objects.filter(action="catalogue.review_offer", object_id=offer.pk).count() == 1


def test_another_unit_is_told_who_answers_for_it(hired: Work, offer: Offer, at: datetime) -> None:
    other = Unit.objects.filter(board=offer.board_id).exclude(pk=offer.owner_id)[0]
    with pytest.raises(Refused) as refused:
        _reviewed(hired(unit=other.key), offer, at)
    assert refused.value.decision.reason == "another-units-offer"
    assert offer.owner.name in refused.value.decision.sentence


@pytest.mark.parametrize("role", [Role.LOG_REVIEWER, Role.CARER_REPRESENTATIVE, Role.SYSTEM_ADMINISTRATOR])
def test_a_role_that_answers_nobody_reviews_nothing(hired: Work, offer: Offer, at: datetime, role: Role) -> None:
    with pytest.raises(Refused) as refused:
        _reviewed(hired(role), offer, at)
    assert refused.value.decision.reason == "role-reviews-no-offers"


def test_another_boards_offer_is_not_found(hired: Work, offer: Offer, at: datetime) -> None:
    actor = hired()
    elsewhere = Offer.objects.filter(municipality=NYKOPING, active=True).exclude(board=actor.board_id)[0]
    with pytest.raises(Offer.DoesNotExist):
        _reviewed(actor, elsewhere, at)


def test_a_review_is_never_changed_or_taken_away(hired: Work, offer: Offer, at: datetime) -> None:
    actor = hired()
    row = _reviewed(actor, offer, at)
    with scope(NYKOPING, actor.board_id):
        for change in (lambda: OfferReview.objects.update(reviewed_on=date(2030, 1, 1)), row.delete):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_the_owner_is_reminded_from_the_day_after_the_last_and_nobody_else(
    hired: Work, offer: Offer, at: datetime
) -> None:
    actor, reviewer, last = hired(), hired(Role.LOG_REVIEWER), offer.next_review_on
    own = Offer.objects.filter(owner=offer.owner_id, next_review_on=last, active=True).count()
    with scope(NYKOPING, actor.board_id, actor.user_id):
        assert due_offers(actor, on=last).count() == 0
        assert due_offers(actor, on=last + timedelta(days=1)).count() == own
        assert due_offers(reviewer, on=last + timedelta(days=1)).count() == 0
        mark_reviewed(actor=actor, offer_id=offer.pk, at=at + LATE)
        assert due_offers(actor, on=(at + LATE).date()).count() == own - 1
        assert due_offers(actor, on=date(2029, 1, 1)).count() == own


def test_what_is_overdue_comes_first_and_only_the_owner_gets_the_button(
    hired: Work, offer: Offer, at: datetime
) -> None:
    actor, later = hired(), at + LATE
    with scope(NYKOPING, actor.board_id, actor.user_id):
        first = board_offers(actor.board_id, on=later.date(), reader=actor)
        mark_reviewed(actor=actor, offer_id=offer.pk, at=later)
        rows = board_offers(actor.board_id, on=later.date(), reader=actor)
    own = Offer.objects.filter(owner=offer.owner_id, active=True).values_list("pk", flat=True)
    assert {row.id for row in first if row.may_review} == set(own)
    assert [row.is_overdue for row in rows] == sorted((row.is_overdue for row in rows), reverse=True)
    assert not next(row for row in rows if row.id == offer.pk).may_review
