"""In production a text that nobody has read is left out when a profile is loaded; in a demo its pages have a mark."""

from datetime import date

import pytest
from django.test import override_settings
from django.utils import translation

from anhoriglots.administration.profiles import load
from anhoriglots.catalogue.models import Offer
from anhoriglots.design.foreign import Foreign
from anhoriglots.organisations.queries import MunicipalityPage, in_language, municipality_by_code
from anhoriglots.profiles.reader import profile_folders

pytestmark = pytest.mark.usefixtures("owner_db")
ON = date(2026, 11, 24)


def _loaded() -> MunicipalityPage:
    load(next(folder for folder in profile_folders() if folder.name == "0180"), on=ON)
    page = municipality_by_code("0180")
    assert page is not None
    return page


def test_a_draft_is_not_even_kept_where_it_may_not_be_shown() -> None:
    with override_settings(SHOWS_DRAFTS=False), translation.override("en"):
        page = _loaded()
        assert set(page.own["service_name"]) == {"sv"}
        assert {
            language for text in Offer.objects.filter(municipality="0180")[0].texts.values() for language in text
        } == {"sv"}
        shown = in_language(page.own["service_name"])
        assert isinstance(shown, Foreign)
        assert not page.has_drafts("en")
        assert page.own_texts["en"]["unchecked"] > 0


def test_in_a_demo_it_is_kept_and_the_page_says_that_it_is_a_draft() -> None:
    page = _loaded()
    assert {"sv", "en"} <= set(page.own["service_name"])
    assert page.has_drafts("en")
    assert not page.has_drafts("sv")


def test_what_a_demo_showed_is_taken_away_when_it_is_loaded_in_production() -> None:
    _loaded()
    with override_settings(SHOWS_DRAFTS=False):
        assert set(_loaded().own["service_name"]) == {"sv"}
