"""How far the texts of a profile have been translated, and the profile without what nobody has read."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TypeVar

from pydantic import BaseModel

from .schema.base import DISPLAY_LANGUAGE, Text
from .schema.profile import Profile

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many texts are read by a person, are drafts, and are not there, in one language."""

    checked: int
    unchecked: int
    missing: int


def progress(profile: Profile) -> dict[str, dict[str, int]]:
    """Progress as plain data for each language that is on, but for Swedish, which the texts are written in."""
    texts = list(texts_of(profile))
    return {
        row.code: asdict(_in(row.code, texts)) for row in profile.municipality.languages if row.code != DISPLAY_LANGUAGE
    }


def _in(language: str, texts: list[Text]) -> Progress:
    unchecked = sum(language in text.drafts for text in texts)
    checked = sum(language in text.languages - text.drafts for text in texts)
    return Progress(checked=checked, unchecked=unchecked, missing=len(texts) - checked - unchecked)


def texts_of(part: object) -> Iterator[Text]:
    """Every text in the profile, or in a part of it."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for _, value in part:
            yield from texts_of(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from texts_of(value)


def without_drafts(part: M) -> M:
    """The same profile with every text in Swedish and in the languages in which a person has read it."""
    return part.model_copy(update={name: _without(value) for name, value in part})


def _without(value: object) -> object:
    if isinstance(value, Text):
        return value.without_drafts()
    if isinstance(value, BaseModel):
        return without_drafts(value)
    return tuple(map(_without, value)) if isinstance(value, tuple) else value
