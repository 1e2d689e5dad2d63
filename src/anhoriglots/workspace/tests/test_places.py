"""Where an answer of the law is met in the work, as the code that asks says itself."""

from datetime import date

import pytest

from anhoriglots.catalogue.queries.places import pages_that_meet

# Every page that asks is reached from here, and says so when it is read in.
from anhoriglots.workspace import urls

TODAY = date(2026, 11, 24)
OFFER, NEW_FILE = ("Erbjud en stödkontakt", "Stödkontakt"), ("Ny akt, när ni tar första kontakten",)


@pytest.mark.parametrize(
    ("question", "reason", "pages"),
    [
        ("offer-duty", "carer-in-target-group", OFFER),
        # These pages put the question for carers whom the section is about, and for nobody else.
        ("offer-duty", "outside-target-groups", ()),
        ("contact-noticed-carer", "consent-given", NEW_FILE),
        ("contact-noticed-carer", "noticed-elsewhere", NEW_FILE),
        ("delegation", "employee-by-delegation", ("Ny delegation",)),
        ("delegation", "not-automated", ()),
        ("retention-decision", "municipality-decides", ("Nytt beslut om gallring",)),
        ("small-numbers", "too-few", ()),
        ("no-such-question", "carer-in-target-group", ()),
    ],
)
def test_an_answer_is_met_where_the_facts_that_the_pages_give_lead_to_it(
    question: str, reason: str, pages: tuple[str, ...]
) -> None:
    assert urls.urlpatterns
    assert pages_that_meet(question, reason, TODAY) == pages


def test_a_day_without_law_is_met_nowhere() -> None:
    assert pages_that_meet("offer-duty", "carer-in-target-group", date(1990, 1, 1)) == ()
