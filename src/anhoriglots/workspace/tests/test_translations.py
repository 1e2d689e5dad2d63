"""An administrator sees how far each language has come."""

import re
from collections.abc import Callable

from django.test import override_settings

from anhoriglots.accounts.roles import Role
from anhoriglots.organisations.queries import municipality_by_code
from anhoriglots.workspace.translations import languages_of

from .conftest import Desk


def test_every_language_stands_there_with_what_is_read_what_is_not_and_what_is_missing(
    desk: Callable[..., Desk],
) -> None:
    page = desk(Role.SYSTEM_ADMINISTRATOR).get("oversattningar")
    assert page.status == 200
    municipality = municipality_by_code("0480")
    assert municipality is not None
    rows = {row.code: row for row in languages_of(municipality)}
    assert list(rows) == [row["code"] for row in municipality.own["languages"] if row["code"] != "sv"]
    english = rows["en"]
    assert english.program is not None
    assert english.program.missing == 0
    assert english.program.unchecked + english.program.checked > 600
    assert (english.own.checked, english.own.missing) == (0, 0)
    assert rows["fi"].own.missing > 0
    assert re.search(rf'data-label="Kommunens egna, utkast">{english.own.unchecked}<', page.text)
    assert "Lätt svenska" in page.text


def test_a_language_that_is_read_is_shown_as_such(db: None) -> None:
    municipality = municipality_by_code("0480")
    assert municipality is not None
    with override_settings(DRAFT_LANGUAGES=frozenset({"en"})):
        rows = {row.code: row.is_held_back for row in languages_of(municipality)}
    assert rows["en"]
    assert not rows["fi"]
