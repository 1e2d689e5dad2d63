"""What an offer says, as one value: the same in a draft, in a version and in what is published."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

TEXTS = ("title", "summary", "how", "cost", "time", "what_next")
SWEDISH = "sv"
HALF_A_YEAR = 182  # days
# What stands first in a list, as the pages show it; the rest comes by its key.
FIRST = (SWEDISH, "in_person", "phone", "digital")


@dataclass(frozen=True, slots=True)
class OfferContent:
    """Everything that whoever writes an offer decides.

    Attributes:
        owner, contact: keys of the unit that keeps it true, and of the one to turn to.
        districts: keys of where it is given; none means the whole municipality.
        target_groups: keys of whom it is for; none means everybody.
        twin: offer_key of what gives the same to the one who does not use the net.
        evidence: what is known of how it helps.
        review_days: how long until somebody must look at it again.
        texts: each of TEXTS by language.
        read: the languages, beside Swedish, whose texts a person has read; only they are shown.
    """

    support_form: str
    owner: str
    contact: str
    districts: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    languages: tuple[str, ...] = (SWEDISH,)
    has_interpreter: bool = False
    access_route: str = ""
    consent_by: str = ""
    requires_cohabitation: bool = False
    twin: str = ""
    outside_name: str = ""
    outside_url: str = ""
    evidence: str = ""
    review_days: int = HALF_A_YEAR
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    read: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self:
        """From ``as_data``; what an older version of the program did not know has its default."""
        known = {one.name for one in fields(cls)} & data.keys()
        values: dict[str, Any] = {name: _frozen(data[name]) for name in known}
        return cls(**values)

    def as_data(self) -> dict[str, Any]:
        """As JSON keeps it: in one order, and without empty texts, so that what is alike is equal."""
        told = asdict(self).items()
        data = {name: sorted(set(value), key=_place) if isinstance(value, tuple) else value for name, value in told}
        data["texts"] = {name: kept for name in TEXTS if (kept := _written(self.texts.get(name, {})))}
        return data

    @property
    def mark(self) -> str:
        """The same for the same content: what two who edit at once are told apart by."""
        told = json.dumps(self.as_data(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def text(self, name: str, language: str = SWEDISH) -> str:
        """One of the texts, or nothing."""
        return self.texts.get(name, {}).get(language, "")

    @property
    def shown_texts(self) -> dict[str, dict[str, str]]:
        """What the public reads: Swedish, and the other languages that a person has read."""
        shown = {SWEDISH, *self.read}
        given = {name: _written(self.texts.get(name, {})) for name in TEXTS}
        return {
            name: {SWEDISH: "", **{language: text for language, text in words.items() if language in shown}}
            for name, words in given.items()
        }


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _place(value: str) -> tuple[int, str]:
    return FIRST.index(value) if value in FIRST else len(FIRST), value


def _written(words: dict[str, str]) -> dict[str, str]:
    return {language: words[language] for language in sorted(words) if words[language].strip()}
