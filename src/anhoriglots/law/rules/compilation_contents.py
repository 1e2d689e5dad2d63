"""What may stand in a compilation of persons? Source: lag 2001:454 7 a §."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

COMPILATIONS = "personal-data-act 7a"


class CompilationFacts(Facts):
    """What kind of compilation, and what would stand in a column."""

    use: Literal["operational", "follow_up"] | None = Field(
        default=None,
        description="Vad listan är till för: operational (det dagliga arbetet), follow_up (uppföljning, utvärdering "
        "och kvalitetssäkring)",
    )
    column: Literal["ordinary", "decided_measure", "sensitive", "delicate", "union_membership"] | None = Field(
        default=None,
        description="Vad som står i kolumnen: ordinary (vanliga uppgifter), decided_measure (ett beslut om en "
        "person, som en insats efter ansökan, och paragrafen för det), "
        "sensitive (känsliga uppgifter, som diagnos), delicate (ömtåliga förhållanden, som "
        "belastning eller missbruk), union_membership (medlemskap i fackförening)",
    )


QUESTION = Question("compilation-contents", "Får uppgiften stå i listan?", CompilationFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(COMPILATIONS,))
def nothing_sensitive_in_daily_lists(facts: CompilationFacts, basis: Basis) -> Decision:
    """Listor över personer får inte ha känsliga eller ömtåliga uppgifter. Beslut med sin paragraf får stå där, och
    uppföljning är undantagen. Medlemskap i fackförening får aldrig stå där."""
    if facts.column == "union_membership":
        return basis.forbids("never-in-a-list", "Ta bort kolumnen. Den får aldrig finnas i en lista.", COMPILATIONS)
    if facts.column in ("ordinary", "decided_measure"):
        return basis.permits("not-sensitive", "Kolumnen får finnas i listan.", COMPILATIONS)
    if facts.use == "follow_up" and facts.column:
        sentence = "Kolumnen får finnas i en uppföljning. Använd den inte i det dagliga arbetet."
        return basis.permits("follow-up-is-exempt", sentence, COMPILATIONS)
    missing = facts.unknown("use", "column")
    if missing:
        return basis.cannot_tell(missing, "Säg vad listan är till för och vad kolumnen innehåller.", COMPILATIONS)
    sentence = "Ta bort kolumnen. Känsliga och ömtåliga uppgifter står i akten eller i en uppföljning."
    return basis.forbids("sensitive-in-daily-list", sentence, COMPILATIONS)
