"""The guide: four questions that may all be skipped, and an answer that never says no."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.booking.tests.groups import books
from anhoriglots.catalogue.models import GapCount
from anhoriglots.database.scope import scope
from anhoriglots.database.sealed import seal
from anhoriglots.design.words import instant_in_words

from .groups import group_soon

VisitorIn = Callable[[str], Visitor]


def through(visitor: Visitor, **answers: Any) -> Visitor:
    """Through the whole guide; what is not answered is skipped."""
    visitor.open("hitta/vem/")
    for field in ("lines", "needs", "district", "way"):
        if f'name="{field}"' in visitor.html:
            answer: dict[str, Any] = {field: answers[field]} if field in answers else {"skip": "1"}
            visitor.send(**answer)
    return visitor


def test_an_answer_leads_to_cards_with_reasons_and_one_button_each(visitor: Visitor) -> None:
    through(visitor, lines=["old"], needs=["talk", "rest"], way="phone")
    assert "Det här kan passa dig" in visitor.text
    cards = re.findall(r'<section class="ds-card card">.*?</section>', visitor.html, re.DOTALL)
    assert 3 <= len(cards) <= 6
    for card in cards[:-1]:
        assert "Du valde ”" in card
        assert len(re.findall(r'class="ds-button"', card)) == 1
        for fact in ("Så går det till", "Kostar", "Tid", "Vem behöver säga ja?"):
            assert fact in card
    assert "Ring oss så tänker vi tillsammans." in cards[-1]


def test_the_reason_names_whom_it_is_for_and_says_when_the_way_is_another(visitor: Visitor) -> None:
    through(visitor, lines=["old"], needs=["rest"], way="digital")
    assert (
        "Du valde ”Någon som är gammal” och ”Att få vila eller göra något eget”. Finns inte på nätet." in visitor.text
    )


def test_the_one_who_chooses_nothing_reads_that_it_is_for_all_and_sees_nothing_denied(visitor: Visitor) -> None:
    through(visitor)
    assert visitor.text.count("Det finns för alla som hjälper någon.") == 3
    assert "Det här finns inte i kommunen" not in visitor.text


def test_what_is_not_offered_is_said_to_those_who_may_have_hoped_for_it(visitor: Visitor) -> None:
    through(visitor, lines=["old"], needs=["know"])
    assert "Kommunen betalar inte pengar" in visitor.text
    assert "Koordinatorn" not in visitor.text
    through(visitor, lines=["child_with_needs"], needs=["many_contacts"])
    assert "Koordinatorn bestämmer inte" in visitor.text
    assert "Kommunen betalar inte pengar" not in visitor.text


def test_what_depends_on_whom_one_helps_is_said_and_counted_as_no_gap(visitor: Visitor) -> None:
    through(visitor, lines=["prefer_not_to_say"], needs=["help_for_them"])
    assert "”Att den jag hjälper får mer hjälp” beror på vem du hjälper." in visitor.text
    with scope("0662"):
        assert not GapCount.objects.exists()


@pytest.mark.parametrize("slug", ["stockholm", "nykoping", "gislaved"])
def test_everything_can_be_skipped(visitor_in: VisitorIn, slug: str) -> None:
    assert "Det här kan passa dig" in through(visitor_in(slug)).text


def test_a_municipality_without_districts_asks_three_questions(visitor: Visitor) -> None:
    assert visitor.open("hitta/var/").status_code == 404
    through(visitor)
    assert "Det här kan passa dig" in visitor.text


def test_the_one_who_lives_elsewhere_is_led_to_the_own_municipality(visitor_in: VisitorIn) -> None:
    visitor = visitor_in("stockholm")
    visitor.open("hitta/var/")
    visitor.send(district="elsewhere")
    assert "Du bor i en annan kommun" in visitor.text
    assert "där du bor" in visitor.text


def test_i_would_rather_not_say_rules_out_the_others(visitor: Visitor) -> None:
    visitor.open("hitta/vem/")
    visitor.send(lines=["old", "prefer_not_to_say"])
    visitor.follow("Tillbaka")
    ticked = re.findall(r'<input[^>]*value="([^"]+)"[^>]*\bchecked', visitor.html)
    assert ticked == ["prefer_not_to_say"]


def test_back_shows_what_was_answered(visitor: Visitor) -> None:
    visitor.open("hitta/vem/")
    visitor.send(lines=["old"])
    visitor.follow("Tillbaka")
    assert re.search(r'<input[^>]*value="old"[^>]*\bchecked', visitor.html)


def test_change_my_answers_leads_to_the_first_question_with_them(visitor: Visitor) -> None:
    through(visitor, lines=["old"], needs=["talk"])
    visitor.follow("Ändra mina svar")
    assert re.search(r'<input[^>]*value="old"[^>]*\bchecked', visitor.html)


def test_no_answer_can_be_read_in_the_address_or_the_title(visitor: Visitor) -> None:
    through(visitor, lines=["addiction"], needs=["talk"])
    assert "addiction" not in visitor.url
    title = re.search(r"<title>(.*?)</title>", visitor.html, re.DOTALL)
    assert title is not None
    assert "Det här kan passa dig" in title[1]


def test_another_browser_cannot_open_the_address(visitor: Visitor) -> None:
    through(visitor, lines=["addiction"])
    response = Client().get(visitor.url)
    assert response.status_code == 410
    assert "Svaren är borta" in response.content.decode()
    assert not response.cookies


def test_leaving_the_page_makes_the_address_unreadable(visitor: Visitor) -> None:
    address = through(visitor, lines=["addiction"]).url
    visitor.client.get("/gislaved/lamna/")
    assert visitor.open(address).status_code == 410


def test_answers_that_were_open_for_a_day_are_over_and_a_page_says_so(visitor: Visitor) -> None:
    visitor.open("hitta/vem/")
    bound = f"0662:{visitor.client.cookies['csrftoken'].value}"
    at = timezone.now() - timedelta(hours=21)
    token = seal({"lines": ["old"]}, use="public:GuideAnswers", at=at, bound_to=bound)
    response = visitor.open(f"hitta/behov/?t={token}")
    assert response.status_code == 410
    assert "Sidan har varit öppen för länge" in visitor.text
    assert "Inget nytt har skickats" in visitor.text
    fresh = seal({"lines": ["old"]}, use="public:GuideAnswers", at=timezone.now(), bound_to=bound)
    assert visitor.open(f"hitta/behov/?t={fresh}").status_code == 200


@pytest.mark.parametrize("token", ["x", "%00", "å" * 50, "A" * 5000, "....", "null"])
@pytest.mark.parametrize(
    "path", ["hitta/vem/", "hitta/resultat/", "kontakt/mer/", "kontakt/kontrollera/", "kontakt/kvitto/", "kod/sida/"]
)
def test_a_garbled_address_is_a_clear_page_and_never_an_error(visitor: Visitor, path: str, token: str) -> None:
    assert visitor.open(f"{path}?t={token}").status_code == 410
    assert "Inget nytt har skickats" in visitor.text


@pytest.mark.parametrize("start", ["/gislaved/", "/gislaved/en/"])
def test_where_the_answers_are_gone_whoever_has_a_code_is_led_to_its_page(visitor: Visitor, start: str) -> None:
    visitor.open(f"{start}kontakt/mer/?t=AAAA")
    visitor.follow("I have a code" if "/en/" in start else "Jag har en kod")
    assert visitor.url == f"{start}kod/"
    assert visitor.response.status_code == 200


@pytest.mark.parametrize("answers", [{"lines": ["nonsense"]}, {"lines": ["old"] * 40}, {"lines": ["<script>"]}, {}])
def test_nonsense_in_an_answer_is_never_an_error(visitor: Visitor, answers: dict[str, Any]) -> None:
    visitor.open("hitta/vem/")
    assert visitor.send(**answers).status_code in (200, 422)


def test_what_is_missing_is_said_and_counted_once_and_not_on_reload(visitor: Visitor) -> None:
    through(visitor, lines=["other_situation"], needs=["help_for_them", "talk"])
    assert "”Att den jag hjälper får mer hjälp” finns inte hos dig än." in visitor.text
    assert "Vi noterar att det saknas." in visitor.text
    for _ in range(3):
        visitor.open(visitor.url)
    with scope("0662"):
        counted = list(GapCount.objects.values_list("need", "target_group_line", "district_key", "count"))
    assert counted == [("help_for_them", "other_situation", "", 1)]


def test_the_result_takes_at_most_four_statements(visitor: Visitor) -> None:
    address = through(visitor, lines=["old"], needs=["talk", "rest"]).url
    with CaptureQueriesContext(connection) as queries:
        visitor.open(address)
    assert len(queries) <= 4


def _cards_with_groups(visitor: Visitor) -> list[str]:
    cards = re.findall(r'<section class="ds-card card">.*?</section>', visitor.html, re.DOTALL)
    return [card for card in cards if "/grupper/" in card]


def test_the_card_of_a_support_with_groups_tells_the_next_time_and_what_is_left(visitor_in: VisitorIn) -> None:
    group, at = group_soon(capacity=2), timezone.now()
    visitor = through(visitor_in("nykoping"), lines=["old"], needs=["meet_others"])
    (card,) = _cards_with_groups(visitor)
    assert f"{instant_in_words(group.starts_at)}. 2 platser kvar." in card
    assert f'<a class="ds-link" href="/nykoping/grupper/{group.pk}/">Se gruppen</a>' in card
    for seats, told in ((1, "1 plats kvar."), (1, "Full – kö.")):
        books(group, at=at, seats=seats)
        visitor.open(visitor.url)
        assert f"{instant_in_words(group.starts_at)}. {told}" in _cards_with_groups(visitor)[0]


def test_no_group_is_told_where_none_is_coming(visitor_in: VisitorIn) -> None:
    visitor = through(visitor_in("nykoping"), lines=["old"], needs=["meet_others"])
    assert _cards_with_groups(visitor) == []
    assert "Nästa börjar" not in visitor.text


def test_many_groups_cost_the_result_no_more_statements(visitor_in: VisitorIn) -> None:
    visitor = through(visitor_in("nykoping"), lines=["old"], needs=["meet_others", "talk"])
    for days in (7, 14, 21):
        group_soon(days=days)
    with CaptureQueriesContext(connection) as queries:
        visitor.open(visitor.url)
    assert _cards_with_groups(visitor)
    assert len(queries) <= 4


def test_the_contact_request_knows_what_the_guide_asked(visitor: Visitor) -> None:
    through(visitor, lines=["old"], needs=["talk"])
    visitor.follow("Be er ringa upp mig")
    visitor.send(reply="code")
    assert re.search(r'<input[^>]*value="talk"[^>]*\bchecked', visitor.html)


def test_asking_for_a_support_contact_carries_the_wish(visitor: Visitor) -> None:
    through(visitor, needs=["talk", "know", "many_contacts"])
    visitor.follow("Be om en stödkontakt")
    visitor.send(reply="code")
    assert re.search(r'<input[^>]*name="wants_support_contact"[^>]*\bchecked', visitor.html)
