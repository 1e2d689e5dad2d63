"""No text about support is published without somebody who keeps it true, a way to get in touch and a day of review."""

from typing import Any

import pytest
from pydantic import ValidationError

from anhoriglots.profiles.reader import BUILT_IN, read_profile
from anhoriglots.profiles.schema import Offer

NEEDED = ("owner_unit", "contact_unit", "reviewed_on", "next_review")


def _row() -> dict[str, Any]:
    offer = read_profile(BUILT_IN / "0662").offers[0]
    return {name: value for name, value in offer if value is not None}


def test_the_row_as_it_stands_is_an_offer() -> None:
    assert Offer.model_validate(_row()).owner_unit


@pytest.mark.parametrize("name", NEEDED)
def test_an_offer_without_owner_contact_or_review_is_refused(name: str) -> None:
    row = _row()
    del row[name]
    with pytest.raises(ValidationError) as refused:
        Offer.model_validate(row)
    assert [error["loc"] for error in refused.value.errors()] == [(name,)]


@pytest.mark.parametrize("name", NEEDED)
def test_an_offer_with_nothing_in_its_place_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        Offer.model_validate(_row() | {name: None})
