"""Codes that a person can say on the phone: three everyday Swedish words and two digits, "blomma kudde segel 47".

512 words to the power of three times ninety is 33 bits. A code is stored only as a keyed mark, so a leaked table
opens nothing.
"""

import secrets
import unicodedata
from functools import cache
from pathlib import Path

from anhoriglots.database.encryption import keyed_index
from anhoriglots.kernel.digits import to_ascii

WORDS = 3
DIGITS_FROM, DIGITS_TO = 10, 99
# What people write instead of å, ä and ö, beside the letters that lose their marks by themselves.
FOLDED = str.maketrans({"ø": "o", "æ": "a"})
MOST_CHARACTERS = 200


@cache
def code_words() -> tuple[str, ...]:
    """The words a code is made of."""
    return tuple((Path(__file__).parent / "reference" / "code_words.txt").read_text(encoding="utf-8").split())


def new_code() -> str:
    """A new code, as it is written to the visitor."""
    words = [secrets.choice(code_words()) for _ in range(WORDS)]
    return " ".join([*words, str(DIGITS_FROM + secrets.randbelow(DIGITS_TO - DIGITS_FROM + 1))])


def plain_code(written: str) -> str:
    """What somebody wrote as letters a-z and digits alone: capitals, spaces, hyphens and lost dots do not matter."""
    letters = unicodedata.normalize("NFKD", to_ascii(written[:MOST_CHARACTERS])).casefold().translate(FOLDED)
    return "".join(sign for sign in letters if sign.isascii() and sign.isalnum())


def mark_of(written: str, *, municipality: str) -> bytes:
    """The keyed mark that finds a code of this municipality."""
    return keyed_index(plain_code(written), use=f"access-code:{municipality}")
