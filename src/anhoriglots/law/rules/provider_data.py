"""Must a provider give the board data? Source: SoL 15 kap. 9 §, 17 kap. 11-12 §§."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

DUTY, SILENCE, COUNSELLING = "sol-2025 15:9", "sol-2025 17:11", "sol-2025 17:12"


class ProviderFacts(Facts):
    """What the board has asked a provider for."""

    from_family_counselling: bool | None = Field(
        default=None, description="Om uppgiften kommer från familjerådgivning, i förtroende eller i samband med den"
    )
    board_has_asked: bool | None = Field(default=None, description="Om nämnden som ansvarar har bett om den")
    purpose: Literal["quality", "administration", "follow_up", "evaluation", "other"] | None = Field(
        default=None,
        description="Vad nämnden ska ha den till: quality (kvalitetssäkring), administration (administration), "
        "follow_up (uppföljning), evaluation (utvärdering), other (något annat)",
    )


QUESTION = Question("provider-data", "Måste utföraren lämna uppgiften till nämnden?", ProviderFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(DUTY, SILENCE, COUNSELLING))
def what_the_board_needs(facts: ProviderFacts, basis: Basis) -> Decision:
    """Utföraren lämnar på begäran det som nämnden behöver för kvalitet, administration, uppföljning eller utvärdering.
    Det som någon har berättat vid familjerådgivning lämnas inte."""
    if facts.from_family_counselling:
        sentence = "Lämna inte uppgiften. Skyldigheten gäller inte det som kommer fram vid familjerådgivning."
        return basis.forbids("family-counselling", sentence, DUTY, COUNSELLING)
    if facts.board_has_asked is False or facts.purpose == "other":
        sentence = "Vänta tills nämnden ber om uppgiften för kvalitet, administration, uppföljning eller utvärdering."
        return basis.forbids("not-asked-for-this", sentence, DUTY, SILENCE)
    missing = facts.unknown("from_family_counselling", "board_has_asked", "purpose")
    if missing:
        return basis.cannot_tell(missing, "Fråga nämnden vad uppgiften ska användas till.", DUTY)
    return basis.requires("board-needs-it", "Lämna det som nämnden behöver, och inget mer.", DUTY)
