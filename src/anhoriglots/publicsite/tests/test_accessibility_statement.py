"""The accessibility statement tells what the act asks for: which rules, what is lacking, and how to say so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pytest
from tests.visitor import Visitor

from anhoriglots import law
from anhoriglots.accessibility.models import KnownFault
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, scope
from anhoriglots.organisations.queries import answering_unit, municipality_by_code
from anhoriglots.publicsite.statement import statement_of


@pytest.mark.parametrize("slug", ["stockholm", "nykoping", "gislaved"])
def test_it_says_what_is_lacking_and_how_to_tell(visitor_in: Callable[[str], Visitor], slug: str) -> None:
    page = visitor_in(slug)
    page.open("")
    page.follow("Tillgänglighet")
    for words in (
        "WCAG 2.1, nivå AA",
        law.source_text("accessibility-act"),
        "Det som saknas",
        "Säg till om något inte fungerar",
        "Säg till om ett fel",
        "Digg ser till att lagen följs.",
        "Digg",
    ):
        assert words in page.text
    assert 'href="tel:' in page.html


@pytest.mark.django_db
def test_nobody_claims_that_all_is_met_while_a_fault_is_known(at: datetime) -> None:
    municipality = municipality_by_code("0662")
    assert municipality is not None
    own = municipality.own | {"accessibility": {**municipality.own["accessibility"], "status": "fully", "gaps": []}}
    page = replace(municipality, settings={**municipality.settings, "municipality": own})
    with scope("0662", answering_unit("0662", None).board_id):
        assert statement_of(page).status == "Sidorna uppfyller alla krav."
        KnownFault.objects.create(
            **owner_of(current_scope()), what="En knapp.", ruling="too_heavy", published_at=at, published_by=uuid4()
        )
        assert statement_of(page).status == "Sidorna uppfyller kraven delvis."


@pytest.mark.django_db
def test_a_profile_of_an_older_release_has_a_statement_all_the_same() -> None:
    municipality = municipality_by_code("0662")
    assert municipality is not None
    own = {name: value for name, value in municipality.own.items() if name != "accessibility"}
    with scope("0662"):
        found = statement_of(replace(municipality, settings={**municipality.settings, "municipality": own}))
    assert (found.status, found.lines, found.reviewed) == ("", [], "")
    assert found.answer_days == municipality.own["promise"]["working_days"]
