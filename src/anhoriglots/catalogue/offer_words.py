"""The words that an offer is found by, wherever it was written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .search_words import indexed
from .support_forms import support_forms

FOLLOWING = ("summary", "how", "what_next")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an offer.

    Attributes:
        form: code of its support form.
        texts: title, summary, how and what_next, by language.
        groups: names of whom it is for.
        chosen: the guide's own words for whom and for what it is, by language.
    """

    form: str
    texts: Mapping[str, Mapping[str, str]]
    groups: Sequence[str]
    chosen: Sequence[Mapping[str, str]]


def found_by(told: Told) -> dict[str, str]:
    """Title and what follows it, in every language, as the columns of the offer."""
    form = support_forms()[told.form]
    named = [form["name"], form["plain_name"], *told.groups]
    following = [told.texts.get(name, {}) for name in FOLLOWING]
    return {
        "search_title": indexed(_all(told.texts.get("title", {}))),
        "search_text": indexed([*named, *(words for text in (*following, *told.chosen) for words in _all(text))]),
    }


def _all(text: Mapping[str, str]) -> Iterator[str]:
    return (text[language] for language in sorted(text))
