"""The project's own interface: what it tells of offers, groups, units and target groups."""

from datetime import UTC
from uuid import uuid4

import pytest
from django.utils import timezone

from anhoriglots.booking.actions.publish_group import withdraw_group
from anhoriglots.booking.choices import Seating
from anhoriglots.booking.models import Group
from anhoriglots.booking.tests.groups import at_work, books, hired
from anhoriglots.catalogue.models import Offer
from anhoriglots.organisations.models import Unit

from .asking import API, SLUGS, ask, coming_group, everything, ids, meetings_of

pytestmark = pytest.mark.django_db


def test_the_interface_tells_what_it_is() -> None:
    info = ask(f"{API}/api-info")
    assert (info["apiStatus"], info["apiVersion"]) == ("active", "1.0.0")
    assert info["apiDocumentation"].endswith("/nykoping/api/v1/openapi.json")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_offer_in_a_list_is_found_by_its_id(slug: str) -> None:
    listed = ask(f"{API}/offers?limit=100", slug=slug)["items"]
    assert len(listed) >= 15
    for row in listed:
        assert ask(f"{API}/offers/{row['id']}", slug=slug) == row


def test_an_offer_is_told_in_every_language_it_is_written_in() -> None:
    offer = ask(f"{API}/offers?limit=1")["items"][0]
    assert set(offer["title"]) == {"sv", "en"}
    assert offer["contact"]["phoneIsExample"] is True


def test_offers_are_chosen_by_target_group_form_and_district() -> None:
    group = ids(f"{API}/target-groups")[0]
    chosen = ask(f"{API}/offers?limit=100&targetGroup={group}")["items"]
    assert chosen
    assert all(row["forEverybody"] or group in [one["id"] for one in row["targetGroups"]] for row in chosen)
    assert {row["supportForm"]["code"] for row in ask(f"{API}/offers?supportForm=DS06")["items"]} == {"DS06"}
    everywhere = everything(f"{API}/offers?limit=100", slug="stockholm")
    district = next(one["id"] for row in everywhere for one in row["districts"])
    near = everything(f"{API}/offers?limit=100&district={district}", slug="stockholm")
    fit = [
        row["id"] for row in everywhere if row["wholeMunicipality"] or district in [x["id"] for x in row["districts"]]
    ]
    assert [row["id"] for row in near] == fit
    assert 0 < len(fit) < len(everywhere)


def test_a_misspelt_parameter_is_refused_and_named() -> None:
    assert ask(f"{API}/offers?targetgroup={uuid4()}", status=400)["detail"] == "targetgroup: finns inte"


def test_a_coming_group_is_listed_with_the_seats_that_are_left() -> None:
    group = coming_group()
    books(group, at=timezone.now())
    page = ask(f"{API}/groups")
    told = page["items"][0]
    assert (page["totalItems"], told["id"]) == (1, str(group.pk))
    assert (told["seatsLeft"], told["capacity"]) == (7, 8)
    assert [time["seatsLeft"] for time in told["times"]] == [None] * 6
    assert told["times"][0]["startsAt"] == group.starts_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert told["page"].endswith(f"/nykoping/grupper/{group.pk}/")
    assert ask(f"{API}/groups/{group.pk}") == told


def test_seats_are_those_of_each_time_where_each_is_booked_by_itself() -> None:
    group = coming_group(seating=Seating.MEETING)
    books(group, at=timezone.now(), meeting_id=meetings_of(group)[1])
    told = ask(f"{API}/groups/{group.pk}")
    assert (told["seatsLeft"], [time["seatsLeft"] for time in told["times"]]) == (None, [8, 7, 8, 8, 8, 8])


def test_groups_are_chosen_by_unit_and_form() -> None:
    group = coming_group()
    assert ids(f"{API}/groups?unit={group.unit_id}&supportForm=DS06") == [str(group.pk)]
    assert ids(f"{API}/groups?unit={uuid4()}") == []
    assert ids(f"{API}/groups?supportForm=DS07") == []


def test_the_number_of_groups_is_right_on_every_page() -> None:
    keys = {str(coming_group().pk) for _ in range(3)}
    pages = [ask(f"{API}/groups?limit=2&page={page}") for page in (1, 2, 3)]
    assert [(len(page["items"]), page["totalItems"], page["totalPages"]) for page in pages] == [
        (2, 3, 2),
        (1, 3, 2),
        (0, 3, 2),
    ]
    assert {row["id"] for page in pages for row in page["items"]} == keys


def test_what_is_no_longer_to_be_found_is_not_found_here_either() -> None:
    actor = hired()
    draft, hidden = coming_group(published=False), coming_group()
    with at_work(actor):
        Group.objects.filter(pk=hidden.pk).update(board_id=actor.board_id)
        withdraw_group(actor=actor, group_id=hidden.pk, at=timezone.now())
    assert ids(f"{API}/groups") == []
    for group in (draft, hidden):
        assert ask(f"{API}/groups/{group.pk}", status=404)["status"] == 404


def test_a_group_tells_nothing_of_who_leads_who_comes_or_how_to_join_online() -> None:
    group = coming_group(leader_name="Exempel-Alva", online_link="https://motet.example/hemligt")
    books(group, at=timezone.now(), call_me="Exempel-Inga", contact="070-174 06 51")
    offer = Offer.objects.get(municipality="0480", support_form="DS06")
    for path in (f"{API}/groups", f"{API}/groups/{group.pk}", f"hsds/v3/services/{offer.pk}"):
        told = str(ask(path))
        assert str(group.pk) in told
        for secret in ("Exempel-Alva", "motet.example", "Exempel-Inga", "174 06 51", "17406", group.card):
            assert secret not in told


def test_the_groups_of_another_municipality_stay_there() -> None:
    group = coming_group()
    assert ids(f"{API}/groups", slug="stockholm") == []
    assert ask(f"{API}/groups/{group.pk}", slug="stockholm", status=404)["status"] == 404


def test_units_are_told_with_their_hours_and_numbers() -> None:
    listed = ask(f"{API}/units?limit=100")["items"]
    assert len(listed) == Unit.objects.filter(municipality="0480", active=True).count()
    assert listed[0]["openingHours"][0] == {"weekday": 1, "opens": "09:00", "closes": "15:00"}
    assert ask(f"{API}/units/{listed[0]['id']}") == listed[0]
