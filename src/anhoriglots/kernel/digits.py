"""Digits of every script, dashes and spaces of every width, told as the plain ones; and the check digit."""

import unicodedata
from functools import lru_cache

INVISIBLE = {"Cf", "Mn", "Me"}
DASHES = {"\N{MINUS SIGN}", "\N{SMALL HYPHEN-MINUS}", "\N{FULLWIDTH HYPHEN-MINUS}", "\N{HYPHEN BULLET}"}
PLUSES = {"\N{FULLWIDTH PLUS SIGN}", "\N{SMALL PLUS SIGN}", "\N{SUPERSCRIPT PLUS SIGN}"}


def to_ascii(text: str) -> str:
    """The text with plain digits, "-", "+" and " "; characters without width are left out."""
    return "".join(map(plain, text))


@lru_cache(maxsize=2048)
def plain(character: str) -> str:
    """The plain form of one character: one character long, or empty for one that does not show."""
    if character.isascii():
        return character
    number = unicodedata.numeric(character, -1)
    if 0 <= number <= 9 and number == int(number):
        return str(int(number))
    category = unicodedata.category(character)
    if category in INVISIBLE:
        return ""
    if category == "Pd" or character in DASHES:
        return "-"
    if character in PLUSES:
        return "+"
    return " " if category == "Zs" else character


def has_right_check_digit(ten: str) -> bool:
    """True when the last of ten digits is the check digit of the first nine (modulus 10, weights 2 and 1)."""
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(ten))
    return sum(product // 10 + product % 10 for product in products) % 10 == 0
