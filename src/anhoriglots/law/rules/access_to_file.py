"""May a colleague open a person's file? Source: lag 2001:454 10 §, OSL 8 kap. 1 §."""

from datetime import date

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.question import Basis, Facts, Question

ACCESS, BOARDS = "personal-data-act 10", "osl 8:1"


class AccessFacts(Facts):
    """The colleague's board, role and task, and whether the reading can be checked."""

    same_board: bool | None = Field(default=None, description="Om akten och medarbetaren hör till samma nämnd")
    role_reads_files: bool | None = Field(default=None, description="Om medarbetarens roll får läsa akter")
    needed_now: bool | None = Field(
        default=None, description="Om medarbetaren behöver akten för en uppgift som den har just nu"
    )
    reading_is_logged: bool | None = Field(default=None, description="Om läsningen skrivs upp och kan kontrolleras")


QUESTION = Question("access-to-file", "Får medarbetaren öppna akten?", AccessFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1)), cites=(ACCESS, BOARDS))
def by_role_and_need_and_logged(facts: AccessFacts, basis: Basis) -> Decision:
    """Behörigheten begränsas till det som var och en behöver för sitt arbete. All läsning skrivs upp och kan
    kontrolleras. En annan nämnds akter är stängda."""
    if facts.same_board is False:
        sentence = "Akten hör till en annan nämnd. Be den nämnden pröva om uppgiften får lämnas ut."
        return basis.forbids("another-board", sentence, BOARDS)
    if facts.role_reads_files is False:
        sentence = "Be en kollega vars roll läser akter. Chefen kan ge en annan roll om uppdraget kräver det."
        return basis.forbids("role-does-not-read", sentence, ACCESS)
    if facts.needed_now is False:
        return basis.forbids("not-needed", "Öppna inte akten. Du behöver den inte för din uppgift.", ACCESS)
    if facts.reading_is_logged is False:
        sentence = "Öppna inte akten så här. Läs den där läsningen skrivs upp."
        return basis.forbids("not-logged", sentence, ACCESS)
    missing = facts.unknown(*type(facts).model_fields)
    if missing:
        return basis.cannot_tell(missing, "Säg vem som vill läsa, vilken roll det är och varför.", ACCESS)
    return basis.permits("needed-and-logged", "Medarbetaren får öppna akten. Läsningen skrivs upp.", ACCESS)
