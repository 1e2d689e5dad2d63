"""The core path is easy to read, on every municipality's own words: LIX at most 30, no sentence over 20 words."""

from collections.abc import Callable, Iterator

import pytest
from tests.visitor import CALL, Visitor

from anhoriglots.design.lix import measure, words_of
from anhoriglots.organisations.queries import all_municipalities, districts_of

VisitorIn = Callable[[str], Visitor]
SLUGS = ("stockholm", "nykoping", "gislaved")
CORE_LIX, INFORMATION_LIX, LONGEST = 30, 35, 20


def core_path(visitor: Visitor) -> Iterator[tuple[str, str]]:
    """Every page from the start to the receipt and the page behind the code, errors included."""
    yield "start", visitor.open("").content.decode()
    visitor.open("hitta/vem/")
    for answers in ({"lines": ["old"]}, {"needs": ["talk", "rest"]}, {"district": "-"}, {"way": "phone"}):
        if f'name="{next(iter(answers))}"' in visitor.html:
            yield f"guide {next(iter(answers))}", visitor.html
            visitor.send(**answers)
    yield "result", visitor.html
    visitor.open("kontakt/")
    yield "how", visitor.html
    visitor.send(reply="another")
    yield "another", visitor.html
    visitor.send(other_person_knows="no", reply="call")
    yield "details", visitor.html
    visitor.send(contact="")
    yield "details with error", visitor.html
    visitor.send(**CALL)
    if 'name="district"' in visitor.html:
        yield "district", visitor.html
        visitor.send(district="-")
    yield "more", visitor.html
    visitor.send(wants_support_contact="on")
    yield "wish", visitor.html
    visitor.send(support_contact_wish="")
    yield "check", visitor.html
    visitor.send()
    yield "receipt", visitor.html
    code = visitor.code
    yield "code", visitor.open("kod/").content.decode()
    visitor.send(words="fel fel fel 11")
    yield "wrong code", visitor.html
    visitor.send(words=code)
    yield "thread", visitor.html
    visitor.follow("Ta bort allt nu")
    yield "erase", visitor.html
    visitor.send()
    yield "erased", visitor.html


def main_of(html: str, names: list[str]) -> str:
    """What is the page's own, without the frame that is the same everywhere and without names of places."""
    main = html.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    for name in names:
        main = main.replace(name, "")
    return main


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_of_the_core_path_is_easy(visitor_in: VisitorIn, slug: str) -> None:
    hard, long = {}, {}
    names = [row.name for municipality in all_municipalities() for row in districts_of(municipality.code)]
    for name, html in core_path(visitor_in(slug)):
        reading = measure(main_of(html, names))
        assert reading.words > 10, name
        if reading.lix > CORE_LIX:
            hard[name] = round(reading.lix, 1)
        if reading.longest_words > LONGEST:
            long[name] = reading.longest
    assert (hard, long) == ({}, {})


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("path", ["uppgifter/", "om/", "tillganglighet/", "annan-kommun/"])
def test_information_is_easy_too(visitor_in: VisitorIn, slug: str, path: str) -> None:
    reading = measure(main_of(visitor_in(slug).open(path).content.decode(), []))
    assert reading.lix <= INFORMATION_LIX
    assert reading.longest_words <= LONGEST


def test_the_words_of_the_office_are_nowhere_on_the_core_path(visitor: Visitor) -> None:
    said = {word.lower() for _, html in core_path(visitor) for word in words_of(html)}
    assert said & {"bistånd", "insats", "ärende", "behovsprövning", "handläggare", "anhörigvårdare", "tyvärr"} == set()


def test_nobody_shouts(visitor: Visitor) -> None:
    pages = "".join(html.partition("<main")[2] for _, html in core_path(visitor))
    assert "!" not in pages.replace("<!--", "")
