"""Which section replaces one of the 2001 act? Source: the two acts' contents, and transitional provisions 2 and 6."""

import re
from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

SECTIONS = "replaced-sections"
REPEALED, APPEALS = "sol-2025 p2", "sol-2025 p6"
Written = Annotated[str, StringConstraints(min_length=1, max_length=60)]
# "5:10", "5 kap. 10 §", "2 a kap. 4 §" or "2 a kap.", with or without the name of the act.
SECTION = re.compile(
    r"(?P<chapter>\d{1,2} ?a?)(?: ?kap\.?|:|$) ?(?P<section>\d{1,2} ?[a-z]?)? ?§?"
    r"(?: (?:i )?(?:sol|socialtjänstlagen)(?: \(2001:453\))?)?"
)


class OldSectionFacts(Facts):
    """A section of the repealed act, and what the text is for."""

    old_section: Written | None = Field(
        default=None, description="Paragrafen i den gamla lagen. Skriv till exempel 5 kap. 10 § eller 5:10"
    )
    appeal_of_older_decision: bool | None = Field(
        default=None, description="Om det gäller ett överklagande av ett beslut från före den 1 juli 2025"
    )
    found_by_reader: Written | None = Field(
        default=None, description="När listan inte har den: paragrafen som du själv har hittat i den nya lagen"
    )


QUESTION = Question("citation-replacement", "Vilken paragraf ersätter en i den gamla lagen?", OldSectionFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(REPEALED, APPEALS), parameters=(SECTIONS,))
def by_the_list(facts: OldSectionFacts, basis: Basis) -> Decision:
    """Den gamla lagen är upphävd. En text som handlar om nutid pekar på den nya. När ett beslut från före den 1 juli
    2025 är överklagat gäller den gamla lagen i den prövningen."""
    missing = facts.unknown("old_section", "appeal_of_older_decision")
    if facts.old_section is None or missing:
        sentence = "Skriv vilken paragraf det gäller, och om texten rör ett överklagande av ett äldre beslut."
        return basis.cannot_tell(missing, sentence, REPEALED, APPEALS)
    if facts.appeal_of_older_decision:
        sentence = "Låt den gamla paragrafen stå. Den gamla lagen gäller i den prövningen."
        return basis.permits("old-act-still-holds", sentence, APPEALS, results=_result(facts.old_section))
    return _replaced(facts, _new_section(facts.old_section, basis), basis)


def _new_section(old: str, basis: Basis) -> str | None:
    """The new one by the section itself, or by its chapter when the whole chapter has moved."""
    read = SECTION.fullmatch(old.strip().lower())
    if read is None:
        return None
    chapter, section = (read[part].replace(" ", "") if read[part] else "" for part in ("chapter", "section"))
    moved = basis.codes(SECTIONS)
    return moved.get(f"{chapter}:{section}") or moved.get(chapter)


def _replaced(facts: OldSectionFacts, new: str | None, basis: Basis) -> Decision:
    if new:
        sentence = f"Skriv {new} i den nya socialtjänstlagen."
        return basis.permits("replaced", sentence, REPEALED, results=_result(new))
    if facts.found_by_reader is None:
        sentence = "Listan har inte den paragrafen. Sök upp samma ämne i den nya lagen och skriv vad du hittade."
        return basis.cannot_tell(("found_by_reader",), sentence, REPEALED)
    sentence = "Listan har inte den paragrafen. Använd den som du själv har hittat, och låt någon läsa den."
    return basis.permits("found-by-a-person", sentence, REPEALED, results=_result(facts.found_by_reader))


def _result(section: str) -> tuple[Result, ...]:
    return (Result("section", "Paragraf", section),)
