"""The open catalogue: everything in one list, a page for each offer, and a leaflet for each unit."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.catalogue.models import Offer
from anhoriglots.catalogue.queries.offer_page import offer_page
from anhoriglots.design.lix import measure
from anhoriglots.organisations.models import Unit
from anhoriglots.publicsite.offer_pages import checked_in_words

pytestmark = pytest.mark.django_db
VisitorIn = Callable[[str], Visitor]
PLACES = {"stockholm": "0180", "nykoping": "0480", "gislaved": "0662"}
# What opens and closes the municipality's scope is no statement of the page.
NOT_ASKED = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SELECT set_config")
INFORMATION_LIX, LONGEST = 35, 20


def offer_in(code: str, key: str) -> Offer:
    return Offer.objects.filter(municipality=code, offer_key=key, active=True).order_by("position")[0]


def titles(visitor: Visitor) -> list[str]:
    found = re.findall(r'card-title"[^>]*><a[^>]*>(.*?)</a>', visitor.html)
    return [re.sub("[\u00ad\u2060]|<[^>]+>", "", title) for title in found]


@pytest.mark.parametrize("slug", PLACES)
def test_everything_is_listed_once_under_what_it_is(visitor_in: VisitorIn, slug: str) -> None:
    visitor = visitor_in(slug)
    visitor.open("stod/")
    keys = Offer.objects.filter(municipality=PLACES[slug], active=True).values("offer_key").distinct()
    assert len(titles(visitor)) == len(keys) > 10
    assert visitor.text.index("För din egen skull") < visitor.text.index("Till den du hjälper")


def test_the_page_tells_who_applies_who_says_yes_and_when_somebody_looked(visitor: Visitor) -> None:
    offer = offer_in("0662", "respite_at_home")
    visitor.open(f"stod/{offer.pk}/")
    assert "Den du hjälper ansöker." in visitor.text
    assert "Vem behöver säga ja? Den du hjälper." in visitor.text
    assert "Kontrollerad 16 november 2026." in visitor.text
    assert offer.owner.phone in visitor.text


def test_what_is_free_is_told_so(visitor: Visitor) -> None:
    visitor.open(f"stod/{offer_in('0662', 'support_talk').pk}/")
    assert "Du behöver inte ansöka." in visitor.text


def test_living_together_is_told_only_where_a_rule_asks_it(visitor_in: VisitorIn) -> None:
    asking = visitor_in("nykoping")
    asking.open(f"stod/{offer_in('0480', 'respite_at_home').pk}/")
    assert "Behöver ni bo ihop? Ja." in asking.text
    other = visitor_in("gislaved")
    other.open(f"stod/{offer_in('0662', 'respite_at_home').pk}/")
    assert "bo ihop" not in other.text


def test_what_nobody_has_looked_at_for_long_says_so() -> None:
    last = offer_in("0662", "support_talk").next_review_on
    assert checked_on(last).startswith("Kontrollerad 16 november 2026.")
    assert checked_on(last + timedelta(days=1)).startswith("Inte kontrollerad på 6 månader.")
    assert checked_on(date(2027, 12, 15)).startswith("Inte kontrollerad på 12 månader.")


def checked_on(day: date) -> str:
    page = offer_page("0662", offer_in("0662", "support_talk").pk, on=day)
    assert page is not None
    return checked_in_words(page)


def test_what_is_only_on_the_net_leads_to_what_is_not(visitor: Visitor) -> None:
    visitor.open(f"stod/{offer_in('0662', 'en_bra_plats').pk}/")
    visitor.follow("Träffa andra i samma läge")
    assert visitor.url.endswith(f"{offer_in('0662', 'network').pk}/")


def test_an_offer_of_one_district_leads_to_the_others(visitor_in: VisitorIn) -> None:
    visitor = visitor_in("stockholm")
    rows = Offer.objects.filter(municipality="0180", offer_key="carer_group", active=True).order_by("position")
    visitor.open(f"stod/{rows[0].pk}/")
    assert "Bor du någon annanstans i kommunen?" in visitor.text
    assert all(str(row.pk) in visitor.html for row in rows[1:])


def test_another_municipalitys_offer_is_not_found(visitor: Visitor) -> None:
    offer = Offer.objects.filter(municipality="0480")[0]
    assert visitor.open(f"stod/{offer.pk}/").status_code == 404


def test_the_guides_cards_and_the_start_page_lead_here(visitor: Visitor) -> None:
    visitor.open("")
    visitor.follow("Se allt stöd")
    assert visitor.url == "/gislaved/stod/"
    visitor.open("hitta/vem/")
    for answers in ({"lines": ["old"]}, {"needs": ["talk"]}, {"way": "phone"}):
        visitor.send(**answers)
    visitor.follow(titles(visitor)[0])
    assert re.fullmatch(r"/gislaved/stod/[0-9a-f-]{36}/", visitor.url)


def test_the_district_leaves_out_what_is_given_elsewhere(visitor_in: VisitorIn) -> None:
    visitor = visitor_in("stockholm")
    somewhere = Offer.objects.filter(municipality="0180", offer_key="carer_group", everywhere=False)[0]
    district = somewhere.districts.all()[0]
    visitor.open(f"stod/?var={district.key}")
    here = Offer.objects.get(municipality="0180", offer_key="carer_group", districts=district)
    assert f"/stod/{here.pk}/" in visitor.html
    others = Offer.objects.filter(municipality="0180", offer_key="carer_group").exclude(pk=here.pk)
    assert not any(f"/stod/{row.pk}/" in visitor.html for row in others)


def test_the_way_and_the_group_filter(visitor: Visitor) -> None:
    visitor.open("stod/?hur=digital")
    assert "Träffa andra på nätet" in titles(visitor)
    digital = len(titles(visitor))
    visitor.open("stod/?vem=child_with_needs")
    assert 0 < digital < len(titles(visitor))


def test_what_nobody_offers_is_not_a_choice(visitor: Visitor) -> None:
    visitor.open("stod/")
    everything = titles(visitor)
    visitor.open("stod/?hur=brev&vem=%00&sprak=xx&sida=-1")
    assert titles(visitor) == everything


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("avlosning", "respite_at_home"),
        ("AVLÖSNINGEN", "respite_at_home"),
        ("barnvakt till mamma", "respite_at_home"),
        ("avlösningsgrupp", "respite_at_home"),
        ("vill ha paus", "respite_at_home"),
        ("någon att prata med", "support_talk"),
        ("samtalen", "support_talk"),
    ],
)
def test_a_carers_own_words_find_it(visitor: Visitor, words: str, key: str) -> None:
    visitor.open(f"stod/?ord={words}")
    assert offer_in("0662", key).texts["title"]["sv"] in titles(visitor), visitor.text


def test_nonsense_finds_nothing_says_what_to_do_and_is_not_kept(visitor: Visitor) -> None:
    visitor.open("stod/?ord=xqzwvk")
    assert titles(visitor) == []
    assert "Prova ett annat ord, eller ring oss." in visitor.text
    assert "public" not in visitor.response.headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    "words", ["%00", "!!!", "'", "' | ''", "a:*", "%F0%9F%98%80", "<script>", "x" * 5000, "\\", "&|()"]
)
def test_no_search_breaks_the_page(visitor: Visitor, words: str) -> None:
    assert visitor.open(f"stod/?ord={words}").status_code == 200
    assert "<script>alert" not in visitor.html


def test_what_was_chosen_can_be_taken_away(visitor: Visitor) -> None:
    visitor.open("stod/?ord=samtal&hur=phone")
    visitor.follow("Ta bort ”samtal”")
    assert visitor.url == "/gislaved/stod/?hur=phone"


@pytest.mark.parametrize("slug", PLACES)
def test_every_leaflet_has_the_number_the_hours_and_the_day(visitor_in: VisitorIn, slug: str) -> None:
    visitor = visitor_in(slug)
    visitor.open("stod/blad/")
    for unit in Unit.objects.filter(municipality=PLACES[slug], offers__active=True).distinct()[:3]:
        visitor.open(f"stod/blad/{unit.pk}/")
        assert unit.phone in visitor.text
        assert str(timezone.localdate().year) in visitor.text.rpartition("Utskrivet")[2]
        assert unit.offers.filter(active=True)[0].texts["title"]["sv"] in visitor.text


def test_a_unit_without_offers_has_no_leaflet(visitor: Visitor) -> None:
    elsewhere = Unit.objects.filter(municipality="0480")[0]
    assert visitor.open(f"stod/blad/{elsewhere.pk}/").status_code == 404


@pytest.mark.parametrize("slug", PLACES)
def test_it_is_easy_to_read(visitor_in: VisitorIn, slug: str) -> None:
    visitor = visitor_in(slug)
    hard = {}
    for offer in Offer.objects.filter(municipality=PLACES[slug], active=True)[:40]:
        visitor.open(f"stod/{offer.pk}/")
        reading = measure(visitor.html.partition("<main")[2].partition(">")[2].partition("</main>")[0])
        if reading.lix > INFORMATION_LIX or reading.longest_words > LONGEST:
            hard[offer.key] = (reading.lix, reading.longest)
    assert hard == {}


def test_the_list_asks_one_thing_and_the_page_five(visitor: Visitor) -> None:
    offer = offer_in("0662", "support_talk")
    visitor.open("stod/")
    for path, most in (("stod/", 1), ("stod/?ord=samtal", 1), ("stod/?ord=xqzwvk", 2), (f"stod/{offer.pk}/", 5)):
        with CaptureQueriesContext(connection) as queries:
            visitor.open(path)
        asked = [each for each in queries if not each["sql"].startswith(NOT_ASKED)]
        assert len(asked) <= most, path
