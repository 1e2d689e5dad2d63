"""Codes can be said on the phone, misspelt in the usual ways, and not be guessed."""

import math
import re
from collections import Counter
from itertools import islice

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.visitors.codes import (
    DIGITS_FROM,
    DIGITS_TO,
    WORDS,
    code_words,
    codes_of,
    drawn_words,
    mark_of,
    plain_code,
)


def _differ_by_one(first: str, second: str) -> bool:
    if len(first) == len(second):
        return sum(one != other for one, other in zip(first, second, strict=True)) <= 1
    short, long = sorted((first, second), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def test_there_are_512_short_words_and_all_are_different_when_dots_are_lost() -> None:
    words = code_words()
    assert len(words) == len({plain_code(word) for word in words}) == 512
    assert all(re.fullmatch(r"[a-zåäö]{3,6}", word) for word in words)


def test_no_two_words_differ_by_one_letter() -> None:
    plain = [plain_code(word) for word in code_words()]
    near = [
        (one, other) for place, one in enumerate(plain) for other in plain[place + 1 :] if _differ_by_one(one, other)
    ]
    assert near == []


def test_a_code_is_three_words_and_two_digits_with_at_least_thirty_bits() -> None:
    *words, digits = next(codes_of("form")).split()
    assert len(words) == WORDS
    assert set(words) <= set(code_words())
    assert DIGITS_FROM <= int(digits) <= DIGITS_TO
    assert math.log2(len(code_words()) ** WORDS * (DIGITS_TO - DIGITS_FROM + 1)) >= 30


def test_codes_do_not_repeat() -> None:
    assert len({next(codes_of(f"form {number}")) for number in range(2000)}) == 2000
    assert len(set(islice(codes_of("form"), 2000))) == 2000


def test_one_form_always_makes_the_same_codes_and_only_with_our_key() -> None:
    before = list(islice(codes_of("form"), 3))
    assert list(islice(codes_of("form"), 3)) == before
    with override_settings(DATA_KEY="another key"):
        assert list(islice(codes_of("form"), 3)) != before


def test_every_word_and_every_number_is_drawn_about_as_often() -> None:
    drawn = [next(codes_of(f"form {number}")).split() for number in range(6000)]
    words = Counter(word for *three, _ in drawn for word in three)
    numbers = Counter(digits for *_, digits in drawn)
    assert (len(words), len(numbers)) == (512, 90)
    assert max(words.values()) < 3 * 18000 / 512
    assert max(numbers.values()) < 3 * 6000 / 90


def test_the_words_of_a_call_are_two_and_come_afresh_each_time() -> None:
    assert all(len(drawn_words().split()) == 2 for _ in range(20))
    assert len({drawn_words() for _ in range(20)}) > 10


@pytest.mark.parametrize(
    "written",
    [
        "blå båt lugn 47",
        "  BLÅ  Båt lugn 47 ",
        "bla-bat-lugn-47",
        "blåbåtlugn47",
        "bla\u030a ba\u030at lugn 47",
        "blå, båt, lugn, 47.",
        "blå båt lugn ٤٧",
        "blå\u200b båt\nlugn 47",
    ],
)
def test_case_spaces_hyphens_and_lost_dots_do_not_matter(written: str) -> None:
    assert mark_of(written, municipality="0662") == mark_of("blå båt lugn 47", municipality="0662")


@pytest.mark.parametrize("written", ["blå båt lugn 48", "båt blå lugn 47", "", "47"])
def test_another_code_has_another_mark(written: str) -> None:
    assert mark_of(written, municipality="0662") != mark_of("blå båt lugn 47", municipality="0662")


def test_a_code_of_one_municipality_means_nothing_in_another() -> None:
    assert mark_of("blå båt lugn 47", municipality="0662") != mark_of("blå båt lugn 47", municipality="0480")


def test_the_mark_does_not_hold_the_words() -> None:
    assert b"lugn" not in mark_of("blå båt lugn 47", municipality="0662")


@given(text=st.text(max_size=400))
def test_anything_can_be_written_without_an_error(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]*", plain_code(text))
