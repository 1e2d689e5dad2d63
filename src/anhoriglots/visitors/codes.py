"""Words that a person can say on the phone: three everyday Swedish ones and two digits, "blomma kudde segel 47".

512 words to the power of three times ninety is 33 bits. A code follows from the secret of the form that was sent, which
only the visitor's browser has, and is stored only as a keyed mark: neither staff nor a leaked table can open anything.
"""

import secrets
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

from anhoriglots.database.encryption import keyed_index
from anhoriglots.kernel.digits import to_ascii

WORDS, CALL_WORDS = 3, 2
DIGITS_FROM, DIGITS_TO = 10, 99
# What people write instead of å, ä and ö, beside the letters that lose their marks by themselves.
FOLDED = str.maketrans({"ø": "o", "æ": "a"})
MOST_CHARACTERS = 200


@cache
def code_words() -> tuple[str, ...]:
    """The words a code is made of."""
    return tuple((Path(__file__).parent / "reference" / "code_words.txt").read_text(encoding="utf-8").split())


def codes_of(submission: str) -> Iterator[str]:
    """The codes that the form with this secret may get, as they are written to the visitor, without end.

    The first is taken, the second only when something else has the first already. The same form always makes the
    same codes, so that the visitor who sends twice or goes back reads the code again although it is stored nowhere.
    """
    return (_code(keyed_index(f"{turn}:{submission}", use="access-code")) for turn in count())


def _code(drawn: bytes) -> str:
    number, parts = int.from_bytes(drawn), []
    for _ in range(WORDS):
        number, place = divmod(number, len(code_words()))
        parts.append(code_words()[place])
    return " ".join([*parts, str(DIGITS_FROM + number % (DIGITS_TO - DIGITS_FROM + 1))])


def drawn_words() -> str:
    """A few words drawn by chance; they open nothing."""
    return " ".join(secrets.choice(code_words()) for _ in range(CALL_WORDS))


def plain_code(written: str) -> str:
    """What somebody wrote as letters a-z and digits alone: capitals, spaces, hyphens and lost dots do not matter."""
    letters = unicodedata.normalize("NFKD", to_ascii(written[:MOST_CHARACTERS])).casefold().translate(FOLDED)
    return "".join(sign for sign in letters if sign.isascii() and sign.isalnum())


def mark_of(written: str, *, municipality: str) -> bytes:
    """The keyed mark that finds a code of this municipality."""
    return keyed_index(plain_code(written), use=f"access-code:{municipality}")
