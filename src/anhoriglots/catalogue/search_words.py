"""What the search of the catalogue keeps of an offer, and what it asks for: Swedish compounds and carers' own words.

An offer is kept with the stems of all its words and, of a compound, the parts that are known words. A carer's word is
looked for as it is, as the beginning of a longer one, in two parts, and as what it may mean. So the index itself says
which parts are words, and no list of all Swedish words is needed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from .support_forms import support_forms
from .swedish import stem, words_in

REFERENCE = Path(__file__).parent / "reference" / "search_words.yaml"
# Shorter words are part of too many others by chance.
SHORTEST_PART = 3
SHORTEST_BEGINNING = 4
LONG_PART = 5
# What is written beyond this is not looked for: nobody needs it, and each word costs.
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Known:
    """The words of reference/search_words.yaml as stems."""

    parts: frozenset[str]
    little: frozenset[str]
    meanings: dict[str, tuple[str, ...]]


@cache
def known() -> Known:
    """Read once; the names of the support forms are parts too."""
    data = yaml.safe_load(REFERENCE.read_text(encoding="utf-8"))
    names = " ".join(row["name"] for row in support_forms().values())
    little = frozenset(word for text in data["little"] for word in words_in(text))
    parts = {stem(word) for text in (*data["parts"], names) for word in words_in(text) if word not in little}
    meanings: dict[str, list[str]] = {}
    for row in data["synonyms"]:
        means = [stem(word) for text in row["means"] for word in words_in(text)]
        for word in (word for text in row["said"] for word in words_in(text)):
            meanings.setdefault(stem(word), []).extend(means)
    long_parts = frozenset(part for part in parts if len(part) >= SHORTEST_PART)
    return Known(long_parts, little, {said: tuple(dict.fromkeys(means)) for said, means in meanings.items()})


def indexed(texts: Iterable[str]) -> str:
    """What is kept of the texts: every stem and every known part of a compound once, in order, with spaces between."""
    found: dict[str, None] = {}
    for word in (word for text in texts for word in words_in(text)):
        found[_form(word)] = None
        found.update(dict.fromkeys(_known_parts(word)))
    return " ".join(found)


def _form(word: str) -> str:
    """The stem; little words stay whole, or they would be taken for others ("vill" for "vila")."""
    return word if word in known().little else stem(word)


def _known_parts(word: str) -> Iterator[str]:
    """Known words in it: both halves, or one that is too long to stand there by chance ("vila" in "vilken")."""
    parts = known().parts
    for pair in _halves(word):
        both = parts.issuperset(pair)
        yield from (part for part in pair if part in parts and (both or len(part) >= LONG_PART))


def _halves(word: str) -> Iterator[tuple[str, str]]:
    """Each way to part a word in two, with and without the s that may join them."""
    for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:place], stem(word[place:])
        yield stem(head), tail
        if head.endswith("s") and len(head) > SHORTEST_PART:
            yield stem(head[:-1]), tail


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as PostgreSQL reads it (to_tsquery): offers that meet all words, and those that meet something of it."""

    all_words: str
    something: str


def asked(text: str) -> Asked | None:
    """The search for what a carer wrote; None when there is no word in it. Little words only count when alone."""
    written = list(dict.fromkeys(words_in(text)))
    telling = ([word for word in written if word not in known().little] or written)[:MOST_WORDS]
    if not telling:
        return None
    loose = [_either(_meant(word) + _loose(word)) for word in telling]
    return Asked(" & ".join(_either(_meant(word) + _strict(word)) for word in telling), " | ".join(loose))


def _meant(word: str) -> list[str]:
    own = _form(word)
    beginning = [f"{_quoted(own)}:*"] if len(own) >= SHORTEST_BEGINNING else []
    return [_quoted(own), *beginning, *map(_quoted, known().meanings.get(stem(word), ()))]


def _strict(word: str) -> list[str]:
    """Both halves in the same offer, whatever they are: the index knows which halves are words."""
    return [f"({_quoted(head)} & {_quoted(tail)})" for head, tail in _halves(word) if _tells(head) and _tells(tail)]


def _loose(word: str) -> list[str]:
    """Either half, where both are known words."""
    parts = known().parts
    return [_quoted(half) for pair in _halves(word) if parts.issuperset(pair) for half in pair]


def _either(ways: Iterable[str]) -> str:
    return f"({' | '.join(dict.fromkeys(ways))})"


def _tells(part: str) -> bool:
    return len(part) >= SHORTEST_PART


def _quoted(word: str) -> str:
    """Only letters and digits come from ``words_in``, so nothing can end the quote."""
    return f"'{word}'"
