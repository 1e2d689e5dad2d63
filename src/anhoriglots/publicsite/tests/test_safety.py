"""For whoever is afraid of somebody: who to ring, and a way to us by which nobody calls or writes back."""

from collections.abc import Callable

import pytest
from tests.visitor import Visitor

from anhoriglots.design.lix import measure

from .test_child import the_request
from .test_readability import LONGEST, SLUGS, main_of

VisitorIn = Callable[[str], Visitor]


@pytest.mark.parametrize("slug", SLUGS)
def test_one_link_leads_from_the_start_page_to_who_to_ring(visitor_in: VisitorIn, slug: str) -> None:
    visitor = visitor_in(slug)
    visitor.open("")
    visitor.follow("Jag är rädd för någon i min familj")
    for number in ("112", "020-50 50 50", "020-80 80 80"):
        assert number in visitor.text
    assert visitor.text.index("112") < visitor.text.index("020-50 50 50")
    assert "På natten svarar ingen av oss." in visitor.text
    assert "Numret kontrollerades 16 november 2026. (exempel)" in visitor.text


@pytest.mark.parametrize("slug", SLUGS)
def test_it_is_easy_to_read_in_a_hurry(visitor_in: VisitorIn, slug: str) -> None:
    reading = measure(main_of(visitor_in(slug).open("trygg/").content.decode(), []))
    assert reading.lix <= 28
    assert reading.longest_words <= LONGEST


def test_what_is_written_from_there_is_silent_until_the_end(visitor: Visitor) -> None:
    visitor.open("trygg/skriv/")
    visitor.open(visitor.response["Location"])
    visitor.send(remark="Vad kan jag göra?")
    assert "Ring inte, skriv inte Ja" in visitor.text
    visitor.send()
    assert "Vi ringer inte och skickar inget." in visitor.text
    stored = the_request()
    assert stored.silent_since is not None
    assert (stored.reply, stored.contact) == ("code", "")
    visitor.open("kod/")


def test_who_chooses_another_way_before_sending_is_called_after_all(visitor: Visitor) -> None:
    visitor.open("trygg/skriv/")
    visitor.open(visitor.response["Location"])
    visitor.send(remark="Vad kan jag göra?")
    visitor.follow("Ändra")
    visitor.send(reply="text")
    visitor.send(contact="070-174 06 53")
    assert "Ring inte, skriv inte" not in visitor.text
    visitor.send()
    assert the_request().silent_since is None


def test_the_page_that_asks_for_a_number_leads_to_what_to_do_when_it_is_not_safe(visitor: Visitor) -> None:
    visitor.open("kontakt/")
    visitor.send(reply="call")
    visitor.follow("Är det inte säkert att vi hör av oss?")
    assert "Är du rädd för någon i din familj?" in visitor.text


def test_what_the_guide_found_leads_there_too(visitor: Visitor) -> None:
    visitor.open("hitta/vem/")
    visitor.send(lines=["old"])
    visitor.send(needs=["talk"])
    visitor.send(way="phone")
    visitor.follow("Jag är rädd för någon i min familj")
    assert "112" in visitor.text
