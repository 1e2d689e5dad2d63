"""Ordlista: what the words on the pages mean, for everybody at work."""

from collections.abc import Callable

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.workspace.glossary import glossary

from .conftest import Desk


@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_work_reads_what_the_words_mean(desk: Callable[..., Desk], role: Role) -> None:
    page = desk(role).get("ordlista")
    assert page.status == 200
    for term in (term for part in glossary() for term in part.terms):
        assert (f"<dt>{term.swedish}</dt>" in page.text) is not term.internal


def test_a_word_shows_the_section_it_comes_from(alva: Desk) -> None:
    row = alva.get("ordlista").text.partition("<dt>stödkontakt</dt>")[2].partition("</div>")[0]
    assert "13 kap. 9 §" in row


def test_every_staff_page_links_to_the_words(alva: Desk) -> None:
    for path in ("", "stod", "mitt-konto"):
        assert "/personal/ordlista" in alva.get(path).text
