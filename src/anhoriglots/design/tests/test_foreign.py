"""A text in another language than its page says so, wherever it is shown, and stays text."""

from django.utils.safestring import SafeString, mark_safe

from anhoriglots.design.foreign import Foreign, filled, listed, marked
from anhoriglots.design.templatetags.design import breaks

SWEDISH = Foreign("Vila <lite>", "sv")


def test_it_stands_in_an_element_of_its_language() -> None:
    assert marked(SWEDISH) == '<bdi lang="sv">Vila &lt;lite&gt;</bdi>'
    assert breaks(SWEDISH) == '<bdi lang="sv">Vila &lt;lite&gt;</bdi>'


def test_what_is_in_the_language_of_the_page_is_left_alone() -> None:
    assert marked("Vila <lite>") == "Vila &lt;lite&gt;"
    assert marked(mark_safe("<b>Vila</b>")) == "<b>Vila</b>"


def test_in_a_sentence_only_the_part_is_marked() -> None:
    told = filled("Valitsit <%(choice)s>.", choice=SWEDISH)
    assert isinstance(told, SafeString)
    assert told == 'Valitsit &lt;<bdi lang="sv">Vila &lt;lite&gt;</bdi>&gt;.'


def test_in_a_line_each_is_marked_by_itself() -> None:
    assert listed(" ja ", ["<a>", SWEDISH]) == '&lt;a&gt; ja <bdi lang="sv">Vila &lt;lite&gt;</bdi>'
