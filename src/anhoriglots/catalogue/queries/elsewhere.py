"""Whose a section or a question is, where another municipality than one's own has written it."""

from collections.abc import Iterable
from datetime import date

from anhoriglots import law
from anhoriglots.kernel.citation import Citation


def others(citations: Iterable[Citation], municipality: str) -> str:
    """The municipalities whose documents alone are cited, in words; empty when anything binds here."""
    cited = tuple(citations)
    if any(law.binds(one, municipality) for one in cited):
        return ""
    return " och ".join(sorted({law.municipality_names()[one.municipality] for one in cited}))


def question_of_others(question: str, municipality: str, day: date) -> str:
    """The same of a question on the day, or in its last version when it has no answer then."""
    known = law.versions(question)
    rule = next((one for one in known if day in one.in_force), known[-1])
    return others(rule.citations, municipality)
