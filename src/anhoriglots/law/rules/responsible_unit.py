"""Who answers for support to a carer? Sources: SoL 29 kap. 1 and 4 §§, how boards divide a city between them."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Result
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

HOME, STAY, BOARDS, PROGRAMME = "sol-2025 29:1", "sol-2025 29:4", "sol-2025 4:2", "stockholm-programme 5"


class HomeFacts(Facts):
    """Where the carer lives; where the cared-for person lives decides nothing, so it is not asked."""

    carer_lives: Literal["our_area", "other_district", "other_municipality"] | None = Field(
        default=None,
        description="Där den anhöriga bor: our_area (hos vår nämnd), other_district (hos en annan stadsdelsnämnd i "
        "kommunen) eller other_municipality (i en annan kommun)",
    )
    acute: bool | None = Field(default=None, description="Om den anhöriga är här tillfälligt och läget är akut")
    other_is_clear: bool | None = Field(
        default=None, description="Om det står klart att en annan kommun ansvarar för den anhöriga"
    )


QUESTION = Question("responsible-unit", "Är det vår nämnd som ansvarar för stödet till den anhöriga?", HomeFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2029, 1, 1)), cites=(HOME, STAY, BOARDS, PROGRAMME))
def where_the_carer_lives_as_the_programme_says(facts: HomeFacts, basis: Basis) -> Decision:
    """Den anhöriga får stöd av sin egen kommun eller stadsdelsnämnd, inte av den närståendes. Den kommun där någon
    vistas hjälper i akuta lägen, och när det är oklart vem som ansvarar."""
    return _responsible(facts, basis, PROGRAMME, BOARDS)


@QUESTION.version(in_force=Period(date(2029, 1, 1)), cites=(HOME, STAY, BOARDS))
def where_the_carer_lives_as_the_council_says(facts: HomeFacts, basis: Basis) -> Decision:
    """Den anhöriga får stöd av sin egen kommun eller stadsdelsnämnd, inte av den närståendes. Fullmäktige bestämmer hur
    nämnderna delar kommunen. Den kommun där någon vistas hjälper i akuta lägen, och när det är oklart vem som
    ansvarar."""
    return _responsible(facts, basis, BOARDS)


def _responsible(facts: HomeFacts, basis: Basis, *between_boards: str) -> Decision:
    if facts.carer_lives is None:
        return basis.cannot_tell(("carer_lives",), "Fråga var den anhöriga bor.", HOME)
    if facts.carer_lives == "our_area":
        sentence = "Den anhöriga bor hos oss. Ta emot, var den närstående än bor."
        return basis.requires("carer-lives-here", sentence, HOME, results=(_unit("vår nämnd"),))
    if facts.carer_lives == "other_district":
        sentence = "Den egna stadsdelsnämnden ansvarar. Hjälp den anhöriga dit om hen vill."
        board = _unit("stadsdelsnämnden där den anhöriga bor")
        return basis.forbids("other-district-board", sentence, *between_boards, results=(board,))
    return _elsewhere(facts, basis)


def _elsewhere(facts: HomeFacts, basis: Basis) -> Decision:
    if facts.acute:
        sentence = "Läget är akut. Hjälp nu. Den egna kommunen tar över sedan."
        return basis.requires("acute-here", sentence, STAY, results=(_unit("kommunen där den anhöriga är nu"),))
    if facts.other_is_clear is False:
        sentence = "Det är oklart vilken kommun som ansvarar. Hjälp tills det står klart."
        return basis.requires("unclear-so-here", sentence, STAY, results=(_unit("kommunen där den anhöriga är nu"),))
    missing = facts.unknown("acute", "other_is_clear")
    if missing:
        sentence = "Fråga om läget är akut, och ta reda på om en annan kommun ansvarar."
        return basis.cannot_tell(missing, sentence, HOME, STAY)
    sentence = "Den egna kommunen ansvarar. Berätta vad som finns och hjälp den anhöriga dit om hen vill."
    home = _unit("kommunen där den anhöriga bor")
    return basis.forbids("other-municipality", sentence, HOME, STAY, results=(home,))


def _unit(words: str) -> Result:
    return Result("responsible", "Ansvarar", words)
