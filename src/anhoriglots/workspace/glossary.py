"""The words of the program, one meaning each: read from glossary.yaml, shown at work, and written to docs/glossary.md.

``python -m anhoriglots.workspace.glossary > docs/glossary.md`` writes the document anew.
"""

import sys
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from anhoriglots import law

HEAD = """# Glossary

One word, one meaning. The Swedish word stands on screen, the English one in code. This page is made from
`src/anhoriglots/workspace/glossary.yaml` by `python -m anhoriglots.workspace.glossary`; change that file, not this one.
`tests/architecture/test_glossary.py` checks that every table is here and that no word here is left over.
"""


class _Row(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Term(_Row):
    """One word.

    Attributes:
        swedish: the word on screen.
        code: the word in the program.
        meaning, english: what it means, in both languages.
        source: sections as "<source> <id>", acts by their key, or other sources in words.
        internal: only those who write code meet it.
        avoided: words that never stand on screen for it; "not" in the file.
    """

    swedish: str
    code: str
    meaning: str
    english: str
    source: list[str] = Field(default_factory=list)
    internal: bool = False
    avoided: list[str] = Field(default_factory=list, alias="not")

    @property
    def sources(self) -> str:
        """Where it comes from, in words."""
        return "; ".join(law.source_text(key) for key in self.source)


class Part(_Row):
    """Words that belong together."""

    title: str
    english: str
    terms: list[Term] = Field(min_length=1)

    @property
    def on_screen(self) -> list[Term]:
        """The words that everybody at work meets, in the order of the alphabet."""
        return sorted((term for term in self.terms if not term.internal), key=lambda term: term.swedish)


@cache
def glossary() -> tuple[Part, ...]:
    """All parts, in order."""
    text = Path(__file__).with_name("glossary.yaml").read_text(encoding="utf-8")
    return tuple(TypeAdapter(list[Part]).validate_python(yaml.safe_load(text)))


def document() -> str:
    """The glossary as docs/glossary.md."""
    return HEAD + "".join(_part(part) for part in glossary())


def _part(part: Part) -> str:
    rows = [f"| {one.swedish} | `{one.code}` | {one.english} | {one.sources or '–'} |\n" for one in part.terms]
    return f"\n## {part.english}\n\n| Swedish | In code | Meaning | Source |\n|---|---|---|---|\n{''.join(rows)}"


if __name__ == "__main__":
    sys.stdout.write(document())
