"""The search understands Swedish as carers write it: endings, compounds, letters without marks, and their own words."""

from typing import Any

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from anhoriglots.catalogue.models import Offer
from anhoriglots.catalogue.models.offers import CLASS_LETTERS
from anhoriglots.catalogue.queries import open_catalogue
from anhoriglots.catalogue.queries.open_catalogue import PAGE, CatalogueFilter, listed_offers
from anhoriglots.catalogue.search_words import asked, indexed, known
from anhoriglots.catalogue.support_forms import support_forms
from anhoriglots.catalogue.swedish import stem, words_in

CODES = ("0180", "0480", "0662")
MARKS = str.maketrans("åäöé", "aaoe")
# Endings that a noun or a verb of a title may get; the stem is what is left of each.
INFLECTED = {
    "samtal": ("samtalet", "samtalen", "samtals"),
    "grupp": ("gruppen", "grupper", "grupperna", "gruppens"),
    "avlösning": ("avlösningen", "avlösningar", "avlösnings"),
    "träffa": ("träffar", "träffade"),
    "kurs": ("kursen", "kurser", "kurserna"),
    "anhörig": ("anhöriga", "anhörigas"),
    "korttidsboende": ("korttidsboendet", "korttidsboenden"),
}


@pytest.mark.parametrize(("word", "forms"), INFLECTED.items())
def test_endings_are_cut_alike(word: str, forms: tuple[str, ...]) -> None:
    assert {stem(one) for form in forms for one in words_in(form)} == {stem(words_in(word)[0])}


@pytest.mark.parametrize(
    ("written", "meant"), [("avlosning", "avlösning"), ("AVLÖSNING", "avlösning"), ("trafa", "träffa")]
)
def test_marks_case_and_double_letters_do_not_matter(written: str, meant: str) -> None:
    assert [stem(word) for word in words_in(written)] == [stem(word) for word in words_in(meant)]


def test_letters_written_in_two_ways_are_one() -> None:
    assert words_in("a\u0308ldre") == words_in("äldre") == ["aldre"]


def test_a_soft_hyphen_does_not_divide_a_word() -> None:
    assert words_in("funktions\u00adnedsättning") == ["funktionsnedsattning"]


@pytest.mark.parametrize(("compound", "parts"), [("Anhöriggruppen", {"grup"}), ("samtalsgrupp", {"samtal", "grup"})])
def test_a_compound_is_kept_with_its_known_parts(compound: str, parts: set[str]) -> None:
    assert parts <= set(indexed([compound]).split())


def test_a_short_word_inside_another_is_no_part_of_it() -> None:
    assert "vil" not in indexed(["vilken", "vilka"]).split()


def test_what_ends_alike_but_means_something_else_is_not_mixed_up() -> None:
    assert indexed(["vill"]) == "vill" != indexed(["vila"])


@pytest.mark.parametrize("text", ["", "   ", "!!!", "'", "\N{GRINNING FACE}", "&|()"])
def test_without_a_word_nothing_is_asked(text: str) -> None:
    assert asked(text) is None


@given(st.text(max_size=200))
def test_anything_written_becomes_a_search_of_letters_and_digits(text: str) -> None:
    search = asked(text)
    if search is not None:
        inside = search.all_words.split("'")[1::2]
        assert inside
        assert all(word.isalnum() for word in inside)


def test_every_meaning_of_the_list_is_a_word() -> None:
    assert all(all(word.isalnum() for word in means) for means in known().meanings.values())


def found(code: str, words: str) -> list[str]:
    rows: list[str] = []
    page = 1
    while True:
        listed = listed_offers(code, CatalogueFilter(words=words), page=page)
        rows += [row.texts["title"]["sv"] for row in listed.rows]
        if not listed.more:
            return rows
        page += 1


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_every_offer_is_found_by_each_word_of_its_title_with_and_without_marks(code: str) -> None:
    for texts in Offer.objects.filter(municipality=code, active=True).values_list("texts", flat=True):
        for title in texts["title"].values():
            for word in words_in(title):
                assert texts["title"]["sv"] in found(code, word), (title, word)
                assert texts["title"]["sv"] in found(code, word.upper()), (title, word)


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_every_offer_is_found_by_its_whole_title(code: str) -> None:
    for texts in Offer.objects.filter(municipality=code, active=True).values_list("texts", flat=True):
        title = texts["title"]["sv"]
        assert title in found(code, title)
        assert title in found(code, title.lower().translate(MARKS))


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "words", ["avlösning", "paus", "barnvakt till mamma", "avlösare", "avlösningsgrupp", "avlosning"]
)
def test_who_needs_a_break_finds_respite(code: str, words: str) -> None:
    respite = Offer.objects.filter(municipality=code, support_form="IS01", active=True).values_list("texts", flat=True)
    assert {texts["title"]["sv"] for texts in respite} <= set(found(code, words))


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("words", ["hemtjänst", "demens", "alkohol"])
def test_a_telling_word_does_not_find_everything(code: str, words: str) -> None:
    everything = Offer.objects.filter(municipality=code, active=True).values("offer_key").distinct().count()
    assert len(found(code, words)) <= everything / 2


@pytest.mark.django_db
def test_a_compound_that_no_offer_has_finds_both_its_parts() -> None:
    titles = found("0662", "avlösningsgrupp")
    assert set(found("0662", "avlösning")) <= set(titles)
    assert set(found("0662", "grupp")) <= set(titles)


@pytest.mark.django_db
def test_what_stands_in_the_title_comes_before_what_stands_in_the_text() -> None:
    titles = found("0662", "nätet")
    assert titles[0] == "Träffa andra på nätet"


@pytest.mark.django_db
def test_another_municipalitys_offers_are_not_found() -> None:
    own = set(Offer.objects.filter(municipality="0662").values_list("texts__title__sv", flat=True))
    assert set(found("0662", "stöd")) <= own


@pytest.mark.parametrize("row", support_forms().values(), ids=lambda row: row["code"])
def test_the_first_letters_of_a_support_form_order_the_catalogue_by_class(row: dict[str, Any]) -> None:
    classes = ["direct", "indirect", "other", "none"]
    letters = sorted({each["code"][:CLASS_LETTERS] for each in support_forms().values()})
    assert letters.index(row["code"][:CLASS_LETTERS]) == classes.index(row["class"])


@pytest.mark.django_db
def test_each_offer_stands_once_by_its_first_board_and_in_the_order_of_its_class() -> None:
    every = Offer.objects.filter(municipality="0180", active=True).order_by("position", "pk")
    first = {row.offer_key: row for row in reversed(every.select_related("support_form"))}
    classes = ["direct", "indirect", "other"]
    expected = sorted(
        first.values(), key=lambda row: (classes.index(row.support_form.support_class), row.position, row.pk)
    )
    assert [row.id for row in listed_offers("0180", CatalogueFilter()).rows] == [row.pk for row in expected][:PAGE]


@pytest.mark.django_db
def test_of_too_many_offers_with_a_word_those_with_it_in_the_title_are_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = [title for title in found("0662", "samtal") if "samtal" in title.lower()]
    monkeypatch.setattr(open_catalogue, "MOST_RANKED", len(titles))
    assert set(titles) <= set(found("0662", "samtal"))
    assert len(found("0662", "samtal")) <= 2 * len(titles)


@pytest.mark.django_db
def test_after_a_search_the_database_may_read_as_it_likes_again() -> None:
    listed_offers("0662", CatalogueFilter(words="samtal"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('enable_seqscan'), current_setting('enable_indexscan')")
        assert cursor.fetchone() == ("on", "on")


class Nonsense(TestCase):
    """Words without a vowel are no Swedish words, and nothing is near them."""

    @settings(max_examples=40, deadline=None)
    @given(st.text(alphabet="qxzw", min_size=3, max_size=20))
    def test_nonsense_finds_nothing(self, words: str) -> None:
        assert found("0180", words) == []

    @settings(max_examples=40, deadline=None)
    @given(st.text(max_size=120))
    def test_no_search_fails(self, words: Any) -> None:
        listed_offers("0662", CatalogueFilter(words=words.replace("\0", "")))
