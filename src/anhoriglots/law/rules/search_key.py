"""By what may persons be searched? Source: förordning 2001:637 12 and 15 §§, lag 2001:454 7 a §."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Facts, Question

KEYS = "search-keys"
LIMIT, PURPOSES, COMPILATIONS = "personal-data-ordinance 15", "personal-data-ordinance 12", "personal-data-act 7a"


class SearchFacts(Facts):
    """What is searched by, and what for."""

    key: Annotated[str, listed(KEYS, other=("other",))] | None = Field(
        default=None,
        description="Sökbegrepp: name, personal_number, coordination_number, matter_number eller other",
    )
    purpose: Literal["handling", "follow_up"] | None = Field(
        default=None, description="Ändamål: handling (handläggning och insatser) eller follow_up (uppföljning)"
    )


QUESTION = Question("search-key", "Får man söka efter personer så här?", SearchFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(LIMIT, PURPOSES, COMPILATIONS), parameters=(KEYS,))
def by_name_and_number_only(facts: SearchFacts, basis: Basis) -> Decision:
    """I handläggning och verksamhet får man bara söka på namn och nummer. Uppföljning är ett eget ändamål utan den
    gränsen."""
    if facts.key in basis.codes(KEYS):
        return basis.permits("listed-key", "Det går bra att söka så.", LIMIT)
    if facts.purpose == "follow_up":
        sentence = "Uppföljning har inte den gränsen. Använd inte svaret för att handlägga någons ärende."
        return basis.permits("follow-up-is-not-limited", sentence, PURPOSES, LIMIT, COMPILATIONS)
    missing = tuple(name for name in ("key", "purpose") if getattr(facts, name) is None)
    if missing:
        return basis.cannot_tell(missing, "Säg vad du vill söka på och varför.", LIMIT)
    sentence = f"Sök på {_either(list(basis.codes(KEYS).values()))}."
    return basis.forbids("not-a-search-key", sentence, LIMIT)


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} eller {words[-1]}"
