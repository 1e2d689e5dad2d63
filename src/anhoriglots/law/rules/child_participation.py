"""May a child take part in a support, and who must consent? Sources: SoL 21 kap. 1-2 §§ and the parental code."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.kernel.period import Period
from anhoriglots.law.age import known_age
from anhoriglots.law.question import Basis, Consent, Question

from .child_without_guardian import AGES, ALONE, ASSESSED, CHILD, OPINION, UNASSESSED, ChildFacts, alone

DECIDES, TOGETHER, BOARD = "parental-code 6:11", "parental-code 6:13", "parental-code 6:13a"


class ParticipationFacts(ChildFacts):
    """The same, and what the guardians say."""

    guardians_say: Annotated[
        Literal["all_yes", "one_of_two", "none"] | None, Consent(("none", None, "one_of_two", "all_yes"))
    ] = Field(
        default=None,
        description="Vilka vårdnadshavare som säger ja: all_yes (alla som finns, en eller två), one_of_two (en av "
        "två), none (ingen)",
    )
    other_guardian: Literal["no", "prevented", "board_decided"] | None = Field(
        default=None,
        description="När en av två säger ja: no (den andra säger nej eller har inte svarat), prevented (den andra är "
        "förhindrad och det kan inte vänta), board_decided (nämnden har beslutat att det får göras ändå)",
    )
    judged_best: bool | None = Field(
        default=None,
        description="När barnet säger nej fast vårdnadshavarna säger ja, och när en vårdnadshavare är förhindrad och "
        "det gäller vård utanför hemmet: om någon har bedömt att barnets bästa tydligt kräver stödet",
    )


CITES = (*ALONE, DECIDES, TOGETHER, BOARD)
QUESTION = Question("child-participation", "Får barnet vara med, och vem måste säga ja?", ParticipationFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=CITES, parameters=AGES)
def with_guardians_or_old_enough(facts: ParticipationFacts, basis: Basis) -> Decision:
    """Vårdnadshavarna bestämmer, och två bestämmer tillsammans. Ett barn kan få stöd utan dem från 12 eller 15 år när
    det är lämpligt, men aldrig vård eller boende utanför hemmet. Säger barnet självt nej måste någon bedöma det."""
    if facts.born and known_age(facts.born, basis.on) >= basis.number("age-of-majority"):
        return alone(facts, basis)
    if facts.born and facts.child_says == "no" and facts.judged_best is False:
        sentence = "Barnet säger nej, och stödet är inte bedömt som det bästa. Fråga vad barnet vill i stället."
        return basis.forbids("child-says-no", sentence, OPINION, CHILD)
    return _by_guardians_or_alone(facts, basis)


def _by_guardians_or_alone(facts: ParticipationFacts, basis: Basis) -> Decision:
    unsettled = _unsettled(facts)
    if facts.guardians_say in ("all_yes", "one_of_two") and not unsettled and not _refused(facts):
        return _guardians_consent(facts, basis)
    without = alone(facts, basis)
    if without.outcome is Outcome.PERMITTED or (not unsettled and _refused(facts)):
        return without
    missing = tuple(dict.fromkeys((*without.missing, *unsettled)))
    sentence = "Fråga alla vårdnadshavare och barnet, och säg vilket stöd det gäller."
    return basis.cannot_tell(missing, sentence, ASSESSED, UNASSESSED, TOGETHER)


def _guardians_consent(facts: ParticipationFacts, basis: Basis) -> Decision:
    if facts.child_says in (None, "no"):
        return _asked_or_over_its_no(facts, basis)
    if facts.guardians_say == "all_yes":
        sentence = "Alla vårdnadshavare säger ja. Ta med det som barnet har sagt när stödet utformas."
        return basis.permits("guardians-consent", sentence, DECIDES, TOGETHER)
    if facts.other_guardian == "prevented":
        sentence = "Den vårdnadshavare som kan svara bestämmer ensam. Skriv vad som hindrar den andra."
        return basis.permits("other-guardian-prevented", sentence, TOGETHER)
    sentence = "Nämnden har beslutat det för just en sådan åtgärd som lagen nämner. Håll dig till beslutet."
    return basis.permits("board-decided", sentence, BOARD)


def _asked_or_over_its_no(facts: ParticipationFacts, basis: Basis) -> Decision:
    """No section lets a guardian's yes settle it: the child is asked, and its no is weighed by a person."""
    if facts.child_says is None:
        sentence = "Vårdnadshavaren säger ja. Fråga nu barnet, på ett sätt som passar dess ålder."
        return basis.cannot_tell(("child_says",), sentence, OPINION, DECIDES, TOGETHER)
    if facts.judged_best:
        sentence = (
            "Vårdnadshavaren säger ja och barnet nej. Någon har bedömt att barnets bästa kräver det. Skriv varför."
        )
        return basis.permits("judged-best-for-child", sentence, DECIDES, TOGETHER, OPINION, CHILD)
    sentence = "Barnet säger nej. Bedöm om barnets bästa ändå kräver stödet. Från 15 år för barnet sin egen talan."
    return basis.cannot_tell(facts.unknown("judged_best") or ("born",), sentence, OPINION, CHILD, DECIDES)


def _refused(facts: ParticipationFacts) -> bool:
    """True when the guardians that are needed do not consent; a board can not decide on care outside the home."""
    if facts.guardians_say == "one_of_two":
        outside = facts.support == "placement" and (facts.other_guardian == "board_decided" or not facts.judged_best)
        return facts.other_guardian == "no" or outside
    return facts.guardians_say == "none"


def _unsettled(facts: ParticipationFacts) -> tuple[str, ...]:
    """What has to be known before it can be said whether the guardians consent."""
    if facts.guardians_say != "one_of_two":
        return facts.unknown("guardians_say")
    if facts.other_guardian is None:
        return ("other_guardian",)
    if facts.other_guardian == "no":
        return ()
    # A guardian alone decides nothing that shapes the child's future, unless the child's best clearly demands it.
    alone_outside = facts.support == "placement" and facts.other_guardian == "prevented"
    return facts.unknown("support", *(("judged_best",) if alone_outside else ()))
