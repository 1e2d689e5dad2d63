"""Answers in an address: unreadable elsewhere, over after twenty hours, and never an error of ours."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.database.encryption import Unreadable
from anhoriglots.database.sealed import LIFETIME, MOST_CHARACTERS, Expired, seal, unseal

BROWSER = "0662:a-form-cookie"
ANSWERS = {"lines": ["old"], "remark": "Åsa ringer på lördag"}


def test_the_same_browser_reads_what_it_sealed(at: datetime) -> None:
    token = seal(ANSWERS, use="guide", at=at, bound_to=BROWSER)
    assert unseal(token, use="guide", at=at + timedelta(hours=1), bound_to=BROWSER) == ANSWERS


def test_nothing_can_be_read_in_the_address(at: datetime) -> None:
    token = seal(ANSWERS, use="guide", at=at, bound_to=BROWSER)
    assert token != seal(ANSWERS, use="guide", at=at, bound_to=BROWSER)
    assert "old" not in token


@pytest.mark.parametrize(
    ("use", "browser"), [("contact", BROWSER), ("guide", "0662:another"), ("guide", "0480:a-form-cookie")]
)
def test_another_browser_municipality_or_use_reads_nothing(at: datetime, use: str, browser: str) -> None:
    token = seal(ANSWERS, use="guide", at=at, bound_to=BROWSER)
    with pytest.raises(Unreadable):
        unseal(token, use=use, at=at, bound_to=browser)


def test_it_lives_for_twenty_hours_and_not_longer(at: datetime) -> None:
    token = seal(ANSWERS, use="guide", at=at, bound_to=BROWSER)
    assert unseal(token, use="guide", at=at + LIFETIME, bound_to=BROWSER) == ANSWERS
    with pytest.raises(Expired):
        unseal(token, use="guide", at=at + LIFETIME + timedelta(seconds=1), bound_to=BROWSER)


def test_one_changed_sign_makes_it_unreadable(at: datetime) -> None:
    token = seal(ANSWERS, use="guide", at=at, bound_to=BROWSER)
    changed = token[:30] + ("A" if token[30] != "A" else "B") + token[31:]
    with pytest.raises(Unreadable):
        unseal(changed, use="guide", at=at, bound_to=BROWSER)


@given(text=st.text(max_size=60))
def test_nonsense_is_unreadable_and_nothing_worse(text: str) -> None:
    with pytest.raises(Unreadable):
        unseal(text, use="guide", at=datetime.fromisoformat("2026-11-24T10:00+01:00"), bound_to=BROWSER)


def test_a_token_longer_than_ours_is_not_even_tried(at: datetime) -> None:
    with pytest.raises(Unreadable):
        unseal("A" * (MOST_CHARACTERS + 1), use="guide", at=at, bound_to=BROWSER)
