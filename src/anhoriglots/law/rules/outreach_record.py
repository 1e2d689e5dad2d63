"""May we write down whom we met in outreach? Sources: outreach, and when personal data may be processed at all."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

OUTREACH, NEEDED, DOCUMENTED = "sol-2025 6:3", "personal-data-act 6", "sol-2025 14:3"


class OutreachFacts(Facts):
    """What would be written down, and what came of the meeting."""

    what: Literal["numbers", "identity"] | None = Field(
        default=None,
        description="Vad som skulle skrivas ned: numbers (plats och antal) eller identity (vem vi mötte)",
    )
    becomes_matter: bool | None = Field(
        default=None, description="Om personen vill ha stöd eller om ett ärende börjar med mötet"
    )


QUESTION = Question("outreach-record", "Får vi skriva ned vem vi mötte i det uppsökande arbetet?", OutreachFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(NEEDED, OUTREACH, DOCUMENTED))
def numbers_always_and_names_in_a_matter(facts: OutreachFacts, basis: Basis) -> Decision:
    """Plats och antal får alltid skrivas ned. Vem någon är skrivs ned först när mötet blir ett ärende."""
    if facts.what == "numbers":
        return basis.permits("numbers-only", "Skriv plats, dag, målgrupp och antal. Skriv inga namn.", OUTREACH)
    missing = facts.unknown("what", "becomes_matter")
    if missing:
        return basis.cannot_tell(missing, "Säg vad som skulle skrivas ned, och om mötet blev ett ärende.", NEEDED)
    if facts.becomes_matter:
        sentence = "Mötet har blivit ett ärende. Skriv ned det där, på det sätt som stödet skrivs ned."
        return basis.permits("part-of-a-matter", sentence, DOCUMENTED)
    sentence = "Skriv inte vem du mötte. Vill personen ha stöd kan ni börja ett ärende tillsammans."
    return basis.forbids("no-matter", sentence, NEEDED, OUTREACH)
