"""An encrypted value says nothing, and cannot be moved or changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.database.encryption import Unreadable, decrypt, encrypt, keyed_index


@given(st.binary(max_size=500))
def test_what_goes_in_comes_out(plain: bytes) -> None:
    assert decrypt(encrypt(plain, use="test"), use="test") == plain


def test_two_equal_values_never_look_equal() -> None:
    assert encrypt(b"070-174 06 05", use="test") != encrypt(b"070-174 06 05", use="test")


@given(st.integers(min_value=0, max_value=38 * 8 - 1))
def test_a_value_changed_by_one_bit_cannot_be_read(bit: int) -> None:
    sealed = bytearray(encrypt(b"1234567890", use="test"))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Unreadable):
        decrypt(bytes(sealed), use="test")


def test_a_value_moved_to_another_column_cannot_be_read() -> None:
    with pytest.raises(Unreadable):
        decrypt(encrypt(b"hemligt", use="phone"), use="email")


@pytest.mark.parametrize("rubbish", [b"", b"x", b"x" * 12, b"x" * 40])
def test_rubbish_is_unreadable_and_nothing_worse(rubbish: bytes) -> None:
    with pytest.raises(Unreadable):
        decrypt(rubbish, use="test")


def test_an_index_finds_the_same_value_again_but_only_for_the_same_use() -> None:
    assert keyed_index("a", use="one") == keyed_index("a", use="one")
    assert keyed_index("a", use="one") != keyed_index("a", use="two")
    assert keyed_index("a", use="one") != keyed_index("b", use="one")
