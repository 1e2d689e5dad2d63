"""What fails at one does not stop the others, and is not kept quiet."""

import pytest

from anhoriglots.database.in_turn import in_turn


def test_all_are_visited_and_what_failed_is_told_together() -> None:
    seen = []

    def work(name: str, number: int) -> None:
        seen.append(number)
        if number != 2:
            raise ValueError(name)

    with pytest.raises(ExceptionGroup) as raised:
        in_turn(work, [("a", 1), ("b", 2), ("c", 3)])
    assert seen == [1, 2, 3]
    assert [str(error) for error in raised.value.exceptions] == ["a", "c"]


def test_nothing_is_raised_when_all_goes_well() -> None:
    seen: list[str] = []
    in_turn(seen.append, [("a",), ("b",)])
    assert seen == ["a", "b"]
