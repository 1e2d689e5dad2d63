"""Which remarks are read first."""

import pytest

from anhoriglots.casework.danger import may_tell_of_danger


@pytest.mark.parametrize(
    "text",
    [
        "Jag är RÄDD för honom",
        "Han hotar mig ibland",
        "Hon slår när hon blir arg",
        "Det har varit våldsamt hemma",
        "Jag vill  ta\nlivet av mig",
        "He threatens me",
    ],
)
def test_a_remark_that_may_tell_of_danger_is_found(text: str) -> None:
    assert may_tell_of_danger(text)


@pytest.mark.parametrize(
    "text", ["", "Ring på hotellet", "Jag har räddat katten", "Jag behöver vila", "Han slåss med tröttheten"]
)
def test_everyday_words_are_not_taken_for_danger(text: str) -> None:
    assert not may_tell_of_danger(text)
