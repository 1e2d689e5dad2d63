"""Open Referral's interface: what the catalogue becomes, how it is searched, and what it never tells."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from anhoriglots.booking.choices import Seating
from anhoriglots.booking.tests.groups import books, municipality
from anhoriglots.catalogue.models import Offer
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.organisations.models import Board, Unit

from ..hsds.times import opening_hours
from ..hsds.words import twin
from .asking import HSDS, SLUGS, ask, coming_group, everything, ids, meetings_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", SLUGS)
def test_every_offer_is_a_service_of_its_board(slug: str) -> None:
    listed = everything(f"{HSDS}/services?per_page=100", slug=slug)
    offers = Offer.objects.filter(municipality__slug=slug, active=True).values_list("pk", "board_id")
    assert {row["id"]: row["organization"]["id"] for row in listed} == {str(pk): str(board) for pk, board in offers}
    assert len(listed) >= 15


def test_the_boards_have_the_municipality_as_their_parent() -> None:
    whole, *boards = ask(f"{HSDS}/organizations")["contents"]
    assert whole["name"] == "Nyköpings kommun"
    assert {board["parent_organization_id"] for board in boards} == {whole["id"]}
    assert len(boards) == Board.objects.filter(municipality="0480").count()


def test_the_municipality_is_known_by_its_code() -> None:
    whole = ask(f"{HSDS}/organizations/{ids(f'{HSDS}/organizations')[0]}")
    assert whole["organization_identifiers"][0]["identifier"] == "0480"
    assert len(whole["services"]) == ask(f"{HSDS}/services")["total_items"]


def test_a_board_shows_what_it_gives_itself() -> None:
    board = ids(f"{HSDS}/organizations")[1]
    given = ask(f"{HSDS}/organizations/{board}")["services"]
    chosen = ask(f"{HSDS}/services?per_page=100&organization_id={board}")["contents"]
    assert [row["id"] for row in given] == [row["id"] for row in chosen] != []


def test_full_services_of_an_organisation_have_their_places() -> None:
    board = ids(f"{HSDS}/organizations")[1]
    given = ask(f"{HSDS}/organizations/{board}?full_service=true")["services"]
    assert all(row["service_at_locations"] for row in given)


def test_a_service_tells_where_when_for_whom_and_what_it_costs() -> None:
    key = ids(f"{HSDS}/services")[0]
    service = ask(f"{HSDS}/services/{key}")
    place = service["service_at_locations"][0]
    assert place["location"]["schedules"][0]["byday"] == "MO,TU,WE,TH,FR"
    assert place["location"]["schedules"][0]["opens_at"] == "09:00"
    assert service["phones"][0]["description"] == "Exempelnummer"
    assert service["service_areas"][0]["extent"] == "Kommunkod 0480"
    assert service["fees_description"] == "Kostar inget."
    assert [row["code"] for row in service["languages"]] == ["sv"]
    names = {row["taxonomy_term"]["name"] for row in service["attributes"]}
    assert {"Information", "Anhöriga till äldre"} <= names


@pytest.mark.parametrize("slug", SLUGS)
def test_the_address_of_a_service_is_a_page_that_is_there(slug: str) -> None:
    for row in ask(f"{HSDS}/services?per_page=5", slug=slug)["contents"]:
        page = Client().get(row["url"])
        assert (page.status_code, row["name"] in page.content.decode()) == (200, True)


def test_a_service_that_somebody_else_runs_says_where_it_lies() -> None:
    outside = {str(row.pk): row.outside_link for row in Offer.objects.filter(active=True) if row.outside_link}
    told = [row for slug in SLUGS for row in everything(f"{HSDS}/services?per_page=100", slug=slug)]
    found = {row["id"]: outside[row["id"]]["url"] in row["description"] for row in told if row["id"] in outside}
    assert found == dict.fromkeys(outside, True) != {}


def test_an_offer_of_some_districts_names_them() -> None:
    listed = everything(f"{HSDS}/services?per_page=100&full=true", slug="stockholm")
    areas = {area["name"] for row in listed for area in row["service_areas"]}
    assert {"Bromma", municipality("0180").name} <= areas


def test_the_id_of_a_place_leads_to_it_and_back() -> None:
    for place in ask(f"{HSDS}/service_at_locations?per_page=100")["contents"]:
        found = ask(f"{HSDS}/service_at_locations/{place['id']}")
        assert found["service_id"] == place["service_id"] != place["id"]
        assert found["location"]["id"] == place["location_id"]


def test_a_twin_is_another_id_of_the_same_kind() -> None:
    key = uuid4()
    assert twin(key, "a") not in (key, twin(key, "b"))
    assert twin(twin(key, "a"), "a") == key
    assert (twin(key, "a").version, twin(key, "a").variant) == (key.version, key.variant)


def test_an_offer_that_is_met_nowhere_has_a_virtual_place() -> None:
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for slug in SLUGS:
        for row in everything(f"{HSDS}/service_at_locations?per_page=100", slug=slug):
            ways = Offer.objects.get(pk=row["service_id"]).ways
            kinds["in_person" in ways].add(row["location"]["location_type"])
    assert kinds == {True: {"physical"}, False: {"virtual"}}


def test_a_term_of_the_standard_selects_the_services_that_carry_it() -> None:
    terms = ask(f"{HSDS}/taxonomy_terms?per_page=100")["contents"]
    services = ask(f"{HSDS}/services?per_page=100&full=true")["contents"]
    carried = {row["id"]: {one["taxonomy_term"]["id"] for one in row["attributes"]} for row in services}
    with_parent = {row["id"]: row.get("parent_id") for row in terms}
    for term in with_parent:
        found = set(ids(f"{HSDS}/services?per_page=100&taxonomy_term_id={term}"))
        below = {term, *(key for key, parent in with_parent.items() if parent == term)}
        assert found == {key for key, own in carried.items() if own & below}, term


def test_a_taxonomy_selects_the_services_that_have_a_term_of_it() -> None:
    everything = ids(f"{HSDS}/services?per_page=100")
    for taxonomy in ids(f"{HSDS}/taxonomies"):
        assert ids(f"{HSDS}/services?per_page=100&taxonomy_id={taxonomy}") == everything
    assert ids(f"{HSDS}/services?taxonomy_id={uuid4()}") == []
    assert ids(f"{HSDS}/services?taxonomy_term_id={uuid4()}") == []
    assert ids(f"{HSDS}/services?organization_id={uuid4()}") == []


def test_terms_are_chosen_by_taxonomy_and_by_parent() -> None:
    forms, groups = ids(f"{HSDS}/taxonomies")
    top = ask(f"{HSDS}/taxonomy_terms?top_only=true&taxonomy_id={forms}")["contents"]
    assert [row["code"] for row in top] == ["direct", "indirect", "other"]
    below = ask(f"{HSDS}/taxonomy_terms?per_page=100&parent_id={top[0]['id']}")["contents"]
    assert len(below) == 18
    assert len(ids(f"{HSDS}/taxonomy_terms?taxonomy_id={groups}")) == 7


def test_words_are_searched_in_the_text_and_not_in_how_it_is_stored() -> None:
    found = ask(f"{HSDS}/services?search=VILKEN+hj%C3%A4lp&per_page=100")["contents"]
    assert "Få veta vilken hjälp som finns" in [row["name"] for row in found]
    assert 0 < len(found) < ask(f"{HSDS}/services")["total_items"]
    assert ids(f"{HSDS}/services?search=summary") == []
    assert ids(f"{HSDS}/services?search=samtalen") == ids(f"{HSDS}/services?search=samtal") != []
    assert ids(f"{HSDS}/services?search=%25") == []
    assert ids(f"{HSDS}/organizations?search=social") == [ids(f"{HSDS}/organizations")[2]]


def test_what_was_checked_before_the_day_is_left_out() -> None:
    newest = max(Offer.objects.filter(municipality="0480").values_list("reviewed_on", flat=True))
    assert ids(f"{HSDS}/services?modified_after={newest}T23:59:59Z")
    assert ids(f"{HSDS}/services?modified_after=2099-01-01") == []


def test_the_least_about_a_service_is_what_the_standards_schema_asks_for() -> None:
    row = ask(f"{HSDS}/services?minimal=true")["contents"][0]
    assert set(row) == {"id", "name", "status", "last_modified"}


def test_another_municipalitys_service_is_not_found_here() -> None:
    for path in ("services", "service_at_locations", "organizations"):
        key = ids(f"{HSDS}/{path}", slug="stockholm")[0]
        assert ask(f"{HSDS}/{path}/{key}", status=404)["title"] == "Det finns inte här"


def offer_of_groups() -> str:
    """The id of what the invented colleague's unit gives as groups."""
    return str(Offer.objects.get(municipality="0480", support_form="DS06").pk)


def coming_times() -> list[dict[str, object]]:
    """The schedules of that service."""
    schedules: list[dict[str, object]] = ask(f"{HSDS}/services/{offer_of_groups()}").get("schedules", [])
    return schedules


def test_the_meetings_of_a_group_stand_as_times_with_the_seats_that_are_left() -> None:
    group, at = coming_group(), timezone.now()
    books(group, at=at)
    times = coming_times()
    starts = group.starts_at.astimezone(SWEDEN)
    assert len(times) == 6
    assert times[0]["dtstart"] == starts.date().isoformat()
    assert times[0]["opens_at"] == starts.isoformat(timespec="minutes").partition("T")[2]
    assert {row["notes"] for row in times} == {"Platser kvar: 7 av 8"}
    assert str(times[0]["schedule_link"]).endswith(f"/nykoping/grupper/{group.pk}/")


def test_nobody_new_is_told_of_a_seat_before_those_who_wait() -> None:
    group, at = coming_group(capacity=2), timezone.now()
    books(group, at=at)
    books(group, at=at, seats=2, companion="Exempel-Bo", or_queue=True)
    assert {row["notes"] for row in coming_times()} == {"Platser kvar: 0 av 2"}


def test_each_time_has_its_own_seats_where_each_is_booked_by_itself() -> None:
    group, at = coming_group(seating=Seating.MEETING), timezone.now()
    books(group, at=at, meeting_id=meetings_of(group)[0])
    assert [row["notes"] for row in coming_times()] == ["Platser kvar: 7 av 8", *["Platser kvar: 8 av 8"] * 5]


def test_an_open_group_asks_for_no_booking() -> None:
    coming_group(seating=Seating.OPEN, capacity=None)
    assert {row["notes"] for row in coming_times()} == {"Ingen bokning"}


def test_a_draft_stands_nowhere() -> None:
    coming_group(published=False)
    assert coming_times() == []


def test_the_hours_of_a_unit_are_told_once_for_all_days_that_are_alike() -> None:
    unit = Unit(name="Exempel", hours={"0": "09:00-15:00", "1": "09:00-15:00", "4": "09:00-12:00"})
    told = [(row["byday"], row["opens_at"], row["closes_at"]) for row in opening_hours(unit, uuid4())]
    assert told == [("MO,TU", "09:00", "15:00"), ("FR", "09:00", "12:00")]
