"""The texts of a group in other languages than Swedish: each is a draft until a person has read it."""

from collections.abc import Mapping
from typing import Protocol

from django.conf import settings

from ..models import Group

Texts = dict[str, dict[str, str]]
Checked = dict[str, list[str]]
SOURCE = settings.LANGUAGE_CODE


class Translated(Protocol):
    """What has texts, and knows which of them somebody has read."""

    @property
    def texts(self) -> Texts: ...
    @property
    def checked(self) -> Checked: ...


class Draft(str):
    """A text that no person has read; for everything but telling so it is an ordinary text."""

    __slots__ = ()


def shown_texts(group: Group) -> Texts:
    """What the public may read: in production nothing that is a draft, elsewhere with a mark that says so."""
    texts: Texts = group.texts
    if all(len(written) == 1 for written in texts.values()):
        return texts
    return {name: dict(_shown(name, written, group.checked)) for name, written in texts.items()}


def _shown(name: str, written: Mapping[str, str], checked: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    read = [(code, text) for code, text in written.items() if code == SOURCE or name in checked.get(code, ())]
    drafts = [(code, Draft(text)) for code, text in written.items() if (code, text) not in read]
    return [*read, *drafts] if settings.SHOWS_DRAFTS else read


def with_translations(texts: Texts, before: Texts, checked: Checked) -> tuple[Texts, Checked]:
    """The new texts with the translations of the old ones, which are drafts again where the Swedish is another.

    Args:
        texts: what is written now, Swedish at least.
        before, checked: what the group has, or the one that it is a copy of.
    """
    kept = {name: before.get(name, {}) | written for name, written in texts.items()}
    same = {name for name in texts if before.get(name, {}).get(SOURCE) == texts[name].get(SOURCE)}
    return kept, {code: [name for name in names if name in same] for code, names in checked.items()}


def untranslated(group: Translated) -> list[str]:
    """The names of the texts that there are to translate."""
    return [name for name, written in group.texts.items() if written.get(SOURCE)]


def state_of(group: Translated, language: str) -> str:
    """How far the group has come in the language, in Swedish for those who plan it."""
    names = untranslated(group)
    written = [name for name in names if group.texts[name].get(language)]
    if not written:
        return "inget skrivet, visas på svenska"
    if any(name not in group.checked.get(language, ()) for name in written):
        return "ska läsas av en person som kan språket"
    return "läst av en person" if len(written) == len(names) else "läst av en person, en del visas på svenska"
