"""LIX by hand, and what counts as a sentence."""

import pytest

from anhoriglots.design.lix import blocks_of, measure


def test_lix_is_words_per_sentence_plus_percent_long_words() -> None:
    reading = measure("<p>Du får stöd. Anhörigstödet ringer dig.</p>")
    assert (reading.words, reading.sentences, reading.long_words) == (6, 2, 1)
    assert reading.lix == pytest.approx(6 / 2 + 100 / 6)


def test_headings_options_and_buttons_are_sentences_of_their_own() -> None:
    html = "<h1>Vem hjälper du</h1><label>Någon som är gammal</label><button>Fortsätt</button>"
    assert blocks_of(html) == ["Vem hjälper du", "Någon som är gammal", "Fortsätt"]
    assert measure(html).sentences == 3


def test_links_and_stress_do_not_break_a_sentence() -> None:
    assert blocks_of("<p>Ring <a href='#'><bdi>oss</bdi></a> <strong>nu</strong>.</p>") == ["Ring oss nu."]


def test_what_is_not_read_does_not_count() -> None:
    assert (
        measure("<head><title>Anhörigstöd</title></head><script>function</script><svg><title>x</title></svg>").words
        == 0
    )


def test_an_empty_page_is_not_hard() -> None:
    assert measure("").lix == 0


def test_numbers_and_soft_hyphens_make_no_words() -> None:
    reading = measure("<p>Ring 0155-24 80 00 till anhörig\u00adstödet.</p>")
    assert (reading.words, reading.long_words) == (3, 1)


def test_a_hyphen_adds_no_letter() -> None:
    assert measure("<p>e-posta</p>").long_words == 0


def test_prose_only_leaves_out_labels() -> None:
    html = "<button>Skicka ansökan</button><p>Vi ringer dig i dag eller i morgon.</p>"
    assert measure(html, prose_only=True).sentences == 1


def test_the_longest_sentence_is_named() -> None:
    reading = measure("<p>Kort. Den här meningen är längre än den andra.</p>")
    assert reading.longest == "Den här meningen är längre än den andra."
    assert reading.longest_words == 8
