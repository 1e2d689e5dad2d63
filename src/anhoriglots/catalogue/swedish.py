"""Swedish words brought to one form, so that what a carer writes meets what stands in the catalogue.

The same is done to both sides, so it only has to be alike, not right: letters lose their marks (a carer without å, ä
and ö on the keyboard is understood), endings are cut after the Snowball project's Swedish rules, and double letters
become single, since those are what is most often misspelt. Plain values in and out.
"""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
VOWEL = re.compile(r"[aeiouy]")
# Below this many letters nothing is cut: too little would be left to tell words apart.
KEPT_LETTERS = 3
LONGEST_WORD = 60
# After Snowball's Swedish stemmer, steps 1 and 3, with the marks taken off; and "et", which it leaves on ("samtalet").
# fmt: off
ENDINGS = sorted(
    [
        "a", "arna", "erna", "heterna", "orna", "ad", "e", "ade", "ande", "arne", "are", "aste", "en", "anden",
        "aren", "heten", "ern", "ar", "er", "heter", "or", "as", "arnas", "ernas", "ornas", "es", "ades",
        "andes", "ens", "arens", "hetens", "erns", "at", "andet", "het", "ast", "et", "ets",
    ],
    key=len,
    reverse=True,
)
# fmt: on
S_AFTER = frozenset("bcdfghjklmnoprtvy")
LATE_ENDINGS = ("lig", "els", "ig")
OTHER_LETTERS = str.maketrans({"æ": "a", "ø": "o", "ß": "s"})
TWICE = re.compile(r"(.)\1+")


def words_in(text: str) -> list[str]:
    """The words of a text without marks and in small letters, in their order; a soft hyphen does not divide a word."""
    joined = text.replace("\u00ad", "").replace("\u2060", "")
    marked = unicodedata.normalize("NFKD", joined.casefold().translate(OTHER_LETTERS))
    plain = "".join(sign for sign in marked if not unicodedata.combining(sign))
    return [word[:LONGEST_WORD] for word in WORD.findall(plain)]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What is left of a word, as ``words_in`` gives it, without its ending and with no letter twice in a row."""
    start = _region(word)
    cut = _without_ending(word, start)
    late = next((end for end in LATE_ENDINGS if cut.endswith(end) and len(cut) - len(end) >= start), "")
    return TWICE.sub(r"\1", cut[: len(cut) - len(late)])


def _region(word: str) -> int:
    """Where endings may begin: after the first consonant that follows a vowel, and never before the third letter."""
    vowel = VOWEL.search(word)
    if vowel is None:
        return len(word)
    after = next((place for place in range(vowel.end(), len(word)) if not VOWEL.match(word[place])), len(word))
    return max(after + 1, KEPT_LETTERS)


def _without_ending(word: str, start: int) -> str:
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= start), "")
    word = word[: len(word) - len(ending)]
    # Also after another ending, so that "kurser" and "kurs" become one.
    if word.endswith("s") and len(word) - 1 >= start and word[-2] in S_AFTER:
        return word[:-1]
    return word
