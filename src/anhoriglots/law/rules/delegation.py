"""May this person decide? Source: kommunallagen 6 kap. 37-40 §§ and 7 kap. 5-8 §§, SoL 4:3 and 30:5-11."""

from datetime import date
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

BOARD, LIMITS, URGENT, REPORT = "kl 6:37", "kl 6:38", "kl 6:39", "kl 6:40"
EMPLOYEE, PASSED_ON, EMPLOYEE_REPORT, AUTOMATED = "kl 7:5", "kl 7:6", "kl 7:8", "fl 28"
PROVIDER, BEYOND, NEVER, BY_CHAIR = "sol-2025 4:3", "sol-2025 30:5", "sol-2025 30:11", "sol-2025 30:12"
COMMITTEE = ("sol-2025 30:6", "sol-2025 30:7", "sol-2025 30:8", "sol-2025 30:9")
CITES = (
    BOARD,
    LIMITS,
    URGENT,
    REPORT,
    EMPLOYEE,
    PASSED_ON,
    EMPLOYEE_REPORT,
    AUTOMATED,
    PROVIDER,
    BEYOND,
    NEVER,
    BY_CHAIR,
    *COMMITTEE,
)


class DelegationFacts(Facts):
    """Who would decide, what about, and what the board has handed over."""

    decider: Literal["board", "committee", "chair", "employee", "automated", "provider"] | None = Field(
        default=None,
        description="Den som skulle besluta: board (nämnden), committee (ett utskott), chair (ordföranden eller en "
        "utsedd ledamot), employee (en anställd), automated (en automatisk funktion), provider (en privat utförare)",
    )
    matter: Literal["ordinary", "committee_only", "never", "principle"] | None = Field(
        default=None,
        description="Ärende: ordinary (vanligt ärende om en person), committee_only (ett som bara ett utskott får ta, "
        "som vård av unga utan samtycke), never (ett som inte får delegeras), principle (mål, inriktning, "
        "kvalitet eller av principiell vikt)",
    )
    delegated: bool | None = Field(
        default=None, description="Om nämnden har ett gällande beslut som ger rätten att besluta"
    )
    urgent: bool | None = Field(default=None, description="Om det är så bråttom att nämnden inte hinner ta ställning")
    chair_by_other_act: bool | None = Field(
        default=None,
        description="När ordföranden skulle besluta i ett brådskande ärende som inte får delegeras fritt: om någon har "
        "sett efter att lagen om just den vården ger ordföranden eller ledamoten rätten",
    )
    legality_review: bool | None = Field(
        default=None, description="Om beslutet bara kan laglighetsprövas eller inte alls överklagas"
    )


QUESTION = Question("delegation", "Får den här personen fatta beslutet?", DelegationFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=CITES)
def within_what_the_board_has_handed_over(facts: DelegationFacts, basis: Basis) -> Decision:
    """Nämnden beslutar, eller den som nämnden har gett rätten. Mål, kvalitet och principiella ärenden delegeras aldrig,
    och vissa beslut om vård bara till ett utskott. Är det bråttom får ordföranden besluta om nämnden har sagt det."""
    if facts.decider == "board":
        return basis.permits("board-decides", "Nämnden får alltid besluta själv.", BOARD)
    if facts.decider == "provider":
        sentence = "En privat utförare får inte fatta beslut om en person. Lämna över till en handläggare i kommunen."
        return basis.forbids("not-to-a-provider", sentence, PROVIDER)
    if facts.decider is not None and facts.delegated is False:
        sentence = "Det finns inget gällande beslut av nämnden som ger rätten. Låt den som har rätten besluta."
        return basis.forbids("not-delegated", sentence, BOARD, EMPLOYEE)
    if facts.decider == "chair" and facts.urgent is not False:
        return _chair(facts, basis)
    return _limits(facts, basis)


def _chair(facts: DelegationFacts, basis: Basis) -> Decision:
    if facts.matter in ("committee_only", "never"):
        return _chair_by_other_act(facts, basis)
    missing = facts.unknown("delegated", "urgent", "matter")
    if missing:
        sentence = "Se efter om nämnden har gett ordföranden rätten, och om ärendet är så bråttom."
        return basis.cannot_tell(missing, sentence, URGENT)
    sentence = "Ordföranden får besluta, för det är bråttom. Anmäl beslutet vid nämndens nästa möte."
    return basis.permits("urgent-by-the-chair", sentence, URGENT, REPORT)


def _chair_by_other_act(facts: DelegationFacts, basis: Basis) -> Decision:
    """Where the act lets only a committee or the board decide, urgency alone gives the chair no right."""
    if facts.chair_by_other_act is False:
        sentence = "Det är inte ordförandens beslut, hur bråttom det än är. Lämna det till nämnden eller utskottet."
        return basis.forbids("not-by-the-chair", sentence, BY_CHAIR, BEYOND, NEVER)
    missing = facts.unknown("delegated", "urgent", "chair_by_other_act")
    if missing:
        sentence = "Se efter om lagen om just den vården låter ordföranden besluta när det är bråttom."
        return basis.cannot_tell(missing, sentence, BY_CHAIR, NEVER)
    sentence = "Lagen om just den vården ger rätten. Ordföranden får besluta. Anmäl beslutet vid nästa möte."
    return basis.permits("urgent-by-other-act", sentence, BY_CHAIR, REPORT)


def _limits(facts: DelegationFacts, basis: Basis) -> Decision:
    if facts.decider is not None and facts.matter in ("never", "principle"):
        sentence = "Det här beslutet får inte delegeras. Lämna ärendet till nämnden."
        return basis.forbids("may-not-be-delegated", sentence, LIMITS, NEVER)
    if facts.decider in ("employee", "automated", "chair") and facts.matter == "committee_only":
        sentence = "Det här beslutet får bara ett utskott eller nämnden ta. Lämna ärendet dit."
        return basis.forbids("only-a-committee", sentence, *COMMITTEE, BEYOND)
    if facts.decider == "automated" and facts.legality_review:
        sentence = "En automatisk funktion får inte avgöra sådana ärenden. Låt en person besluta."
        return basis.forbids("not-automated", sentence, LIMITS)
    return _delegated(facts, basis)


def _delegated(facts: DelegationFacts, basis: Basis) -> Decision:
    automated = ("legality_review",) if facts.decider == "automated" else ()
    missing = facts.unknown("decider", "matter", "delegated", *automated)
    if missing:
        sentence = "Säg vem som skulle besluta och om vad, och se efter vad nämnden har delegerat."
        return basis.cannot_tell(missing, sentence, BOARD, EMPLOYEE, LIMITS)
    if facts.decider == "automated":
        sentence = "Lagen hindrar det inte, när nämnden har beslutat det. Här i programmet beslutar alltid en person."
        return basis.permits("automated-by-delegation", sentence, BOARD, LIMITS, AUTOMATED)
    if facts.decider in ("committee", "chair"):
        sentence = "Utskottet eller ledamoten får besluta. Anmäl beslutet så som nämnden har bestämt."
        return basis.permits("elected-by-delegation", sentence, BOARD, REPORT)
    sentence = "Den anställda får besluta. Anmäl beslutet till nämnden så som den har bestämt."
    return basis.permits("employee-by-delegation", sentence, EMPLOYEE, PASSED_ON, EMPLOYEE_REPORT)
