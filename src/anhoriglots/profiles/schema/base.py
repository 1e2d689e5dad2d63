"""What all rows of a profile have in common."""

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    RootModel,
    StringConstraints,
    model_validator,
)

# Short enough that two keys and a support form together fit a column of 80.
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,35}$")]
SupportFormCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}[0-9]{2}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[a-z]{5,8})?$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s]{4,200}$")]
DISPLAY_LANGUAGE = "sv"


class Row(BaseModel):
    """A strict, immutable row: a key that the schema does not know is a fault, and nothing is converted silently."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


def _has_swedish(texts: dict[str, str]) -> dict[str, str]:
    if DISPLAY_LANGUAGE not in texts:
        raise ValueError("texten saknas på svenska (sv)")
    return texts


CHECKED = "checked"


class Text(RootModel[Annotated[dict[LanguageCode, Line], AfterValidator(_has_swedish)]]):
    """The same sentence in several languages, by language code; Swedish is always there.

    A translation is a draft until a person who knows the language has read it and written its code in ``checked``,
    beside the texts: ``checked: [en, fi]``. Whoever changes a translation takes its code away.
    """

    model_config = ConfigDict(strict=True, frozen=True)

    _drafts: frozenset[str] = PrivateAttr(default=frozenset())

    @model_validator(mode="wrap")
    @classmethod
    def _with_status(cls, value: object, handler: ModelWrapValidatorHandler["Text"]) -> "Text":
        texts, checked = dict(value) if isinstance(value, dict) else value, frozenset[str]()
        if isinstance(texts, dict):
            checked = _languages(texts.pop(CHECKED, []))
        made = handler(texts)
        unknown = sorted(checked - (made.languages - {DISPLAY_LANGUAGE}))
        if unknown:
            raise ValueError(f"checked räknar upp språk som texten inte har: {', '.join(unknown)}")
        made._drafts = made.languages - checked - {DISPLAY_LANGUAGE}
        return made

    @property
    def languages(self) -> frozenset[str]:
        """The languages the text exists in."""
        return frozenset(self.root)

    @property
    def drafts(self) -> frozenset[str]:
        """The languages in which nobody has read it, also where those have been left out."""
        return self._drafts

    def to(self, language: str) -> str:
        """The text in ``language``, or in Swedish when it has not been translated."""
        return self.root.get(language, self.root[DISPLAY_LANGUAGE])

    def without_drafts(self) -> "Text":
        """The text in the languages in which a person has read it, and in Swedish."""
        left = Text({language: text for language, text in self.root.items() if language not in self._drafts})
        left._drafts = self._drafts
        return left


def _languages(written: object) -> frozenset[str]:
    if not isinstance(written, (list, tuple)) or not all(isinstance(each, str) for each in written):
        raise ValueError("checked är en lista av språk, till exempel [en, fi]")
    return frozenset(written)


class SourcedRow(Row):
    """A row that says where it comes from.

    Attributes:
        source: document and section, in words a person can look up.
        examples: names of the fields in this row that the source does not give and that are invented to make the
            profile run; a municipality replaces them.
    """

    source: Line
    examples: tuple[str, ...] = ()

    @property
    def example(self) -> bool:
        """True when something in the row is invented."""
        return bool(self.examples)

    @model_validator(mode="after")
    def _examples_are_fields(self) -> "SourcedRow":
        unknown = sorted(set(self.examples) - set(type(self).model_fields))
        if unknown:
            raise ValueError(f"examples räknar upp fält som inte finns: {', '.join(unknown)}")
        return self


class LegalReference(Row):
    """Where in the law something is written; the same words as the kernel's Citation."""

    act: Line
    number: Line
    section: Line


class Language(Row):
    """A language of the open pages: all of them, what a carer needs first, or the start page alone."""

    code: LanguageCode
    scope: Literal["everything", "core_path", "start_page"]


PhoneNumber = Annotated[str, StringConstraints(pattern=r"^(\+46|0)[0-9][0-9 -]{5,14}[0-9]$")]


class Phone(Row):
    """A telephone number as it is written, and whether it is invented."""

    number: PhoneNumber
    example: bool = False


Keys = Annotated[tuple[Key, ...], Field(min_length=1)]
AllOrKeys = Literal["all"] | Keys
