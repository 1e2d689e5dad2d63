"""The guide's answer on the three municipalities' own offers."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from anhoriglots.catalogue.actions.count_gap import count_gap
from anhoriglots.catalogue.models import GapCount, Offer
from anhoriglots.catalogue.queries.offers import Wishes, offers_for
from anhoriglots.database.scope import scope
from anhoriglots.organisations.queries import districts_of, municipality_by_code

pytestmark = pytest.mark.django_db
CODES = ("0180", "0480", "0662")


def keys(code: str, question: str) -> list[str]:
    page = municipality_by_code(code)
    assert page is not None
    return [row["key"] for row in page.settings["guide"][question]]


@pytest.mark.parametrize("code", CODES)
def test_every_answer_in_every_district_gives_two_to_five_offers(code: str) -> None:
    districts: list[str | None] = [row.key for row in districts_of(code)]
    for district in districts[:3] or [None]:
        for line in keys(code, "lines"):
            for need in keys(code, "needs"):
                found = offers_for(code, Wishes(lines=frozenset({line}), needs=(need,), district=district))
                assert 2 <= len(found.offers) <= 5, (district, line, need)


@pytest.mark.parametrize("code", CODES)
def test_a_wish_that_something_here_meets_in_the_way_wished_is_shown_so(code: str) -> None:
    for line in [frozenset({key}) for key in keys(code, "lines")] + [frozenset[str]()]:
        for need in keys(code, "needs"):
            for way in keys(code, "ways"):
                every = Offer.objects.filter(municipality=code, active=True, everywhere=True, for_everybody=True)
                possible = every.filter(needs__contains=[need], ways__contains=[way]).exists()
                found = offers_for(code, Wishes(lines=line, needs=(need,), way=way))
                shown = any(need in offer.needs and offer.right_way for offer in found.offers)
                assert shown or not possible, (line, need, way)


@pytest.mark.parametrize("code", CODES)
def test_the_one_who_skips_everything_gets_offers(code: str) -> None:
    assert 2 <= len(offers_for(code, Wishes()).offers) <= 5


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("needs", [(), ("dont_know",)])
def test_the_one_without_a_wish_is_told_what_there_is_then_offered_a_talk_and_a_person(
    code: str, needs: tuple[str, ...]
) -> None:
    found = offers_for(code, Wishes(needs=needs), no_wish=frozenset({"dont_know"}))
    assert [row.consent_by for row in found.offers] == ["carer"] * 3
    assert [row.is_support_contact for row in found.offers] == [False, False, True]
    assert found.offers[0].title.startswith("Få veta vilken hjälp")


@pytest.mark.parametrize("code", CODES)
def test_what_needs_a_guardian_is_never_shown_to_the_one_who_chose_no_line(code: str) -> None:
    for need in keys(code, "needs"):
        found = offers_for(code, Wishes(needs=(need,)))
        assert all(row.consent_by == "carer" for row in found.offers), need


def test_the_one_who_lost_somebody_to_violence_gets_the_talk_for_it_first_and_nothing_about_leaving_crime() -> None:
    for need in keys("0180", "needs"):
        found = offers_for("0180", Wishes(lines=frozenset({"lost_to_violence"}), needs=(need,)))
        titles = [row.title for row in found.offers]
        assert not any("brott" in title or "gäng" in title for title in titles), need
        if need in ("talk", "know"):
            assert titles[0] == "Prata när du har förlorat någon genom våld"


@pytest.mark.parametrize("code", CODES)
def test_a_talk_with_one_person_comes_before_a_group(code: str) -> None:
    titles = [row.title for row in offers_for(code, Wishes(needs=("talk",))).offers]
    assert "Träffa andra i en grupp" not in titles[:2]


@pytest.mark.parametrize("code", CODES)
def test_it_takes_three_statements(code: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        offers_for(code, Wishes(needs=("talk", "rest")))
    assert len(queries) == 3


def test_the_offers_are_told_in_the_language_of_the_page() -> None:
    with override("en"):
        english = offers_for("0662", Wishes(needs=("talk",))).offers[0]
    swedish = offers_for("0662", Wishes(needs=("talk",))).offers[0]
    assert english.title != swedish.title


def test_what_no_offer_answers_is_a_gap_and_not_knowing_is_none() -> None:
    found = offers_for("0662", Wishes(needs=("dont_know", "fly_to_the_moon")), no_wish=frozenset({"dont_know"}))
    assert [(gap.need, gap.elsewhere) for gap in found.gaps] == [("fly_to_the_moon", ())]


def test_gaps_are_counted_by_week_and_by_nothing_finer(at: datetime) -> None:
    for day in (0, 1, 5):
        count_gap(
            at=at + timedelta(days=day), municipality="0180", district="north", wishes=[("rest", "old"), ("rest", "")]
        )
    count_gap(at=at + timedelta(days=6), municipality="0180", district="north", wishes=[("rest", "old")])
    with scope("0180"):
        counted = sorted(GapCount.objects.values_list("week", "target_group_line", "count"))
    week = (at - timedelta(days=1)).date()
    assert counted == [(week, "", 3), (week, "old", 3), (week + timedelta(days=7), "old", 1)]


def test_no_gap_writes_nothing(at: datetime) -> None:
    with CaptureQueriesContext(connection) as queries:
        count_gap(at=at, municipality="0180", district=None, wishes=[])
    assert len(queries) == 0


def test_another_municipality_does_not_see_the_counts(at: datetime) -> None:
    count_gap(at=at, municipality="0180", district=None, wishes=[("rest", "old")])
    with scope("0480"):
        assert not GapCount.objects.exists()
