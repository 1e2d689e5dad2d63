"""May something about a person be disclosed? Source: OSL 8, 10, 12 and 26 kap., SoL 17 kap. 6 and 11 §§.

A private provider is not bound by OSL: its answers rest on its own duty of silence.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Consent, Facts, Question

BASES, PROVIDER_BASES, CONSENT_PARTS = "disclosure-bases", "disclosure-bases-provider", "consent-parts"
NEEDED_PARTS = "consent-parts-needed"
CARE, AUTHORITIES, POLICE = "receivers-in-care", "receivers-that-are-authorities", "receivers-against-crime"
LISTS = (BASES, PROVIDER_BASES, CONSENT_PARTS, NEEDED_PARTS, CARE, AUTHORITIES, POLICE)
SECRECY, AUTHORITY, BRANCH, SILENCE = "osl 26:1", "osl 8:1", "osl 8:2", "sol-2025 17:11"
TOLD, CHILD, PROVIDERS_FILE = "osl 26:5", "osl 12:3", "sol-2025 17:6"
OWN, CONSENT, BY_CONSENT, WEIGHING, CRIME = "osl 12:1", "osl 12:2", "osl 10:1", "osl 10:27", "osl 10:15a"
SECTIONS = {
    "no_harm": (SECRECY,),
    "statutory_duty": ("osl 10:28",),
    "necessary_for_own_task": ("osl 10:2",),
    "help_to_listed_group": ("osl 26:9",),
    "same_municipality": ("osl 26:9c", "osl 26:9d", "osl 25:13"),
    "listed_crime": ("osl 10:21", "osl 10:23"),
    "crime_or_wrong_payments": (CRIME,),
}
# To whom a basis opens, by the list that names them; a basis that is not here opens to anybody.
OPENS_TO = {
    "help_to_listed_group": CARE,
    "same_municipality": CARE,
    "listed_crime": POLICE,
    "crime_or_wrong_payments": AUTHORITIES,
}
ALWAYS = (SECRECY, AUTHORITY, BRANCH, SILENCE, PROVIDERS_FILE, OWN, TOLD, CONSENT, CHILD, BY_CONSENT, WEIGHING)
UNTIL_CRIME = tuple(section for cited in SECTIONS.values() for section in cited if section != CRIME)


Receiver = Literal["protected_person", "individual", "other_branch", "other_board", "other_authority", "health_care"]
Parts = Annotated[tuple[Annotated[str, listed(CONSENT_PARTS)], ...], Field(strict=False)]


class DisclosureFacts(Facts):
    """Who holds what, who wants it, and what the disclosure would rest on."""

    holder: Literal["board", "private_provider"] | None = Field(
        default=None, description="Vem som har uppgiften: board (nämnden), private_provider (en privat utförare)"
    )
    receiver: Receiver | None = Field(
        default=None,
        description="Vem som ska få den: protected_person (den uppgiften rör), individual (en annan person), "
        "other_branch (en självständig gren i samma nämnd), other_board (en annan nämnd i kommunen), other_authority "
        "(en annan myndighet), health_care (hälso- och sjukvården)",
    )
    # ``weighing_clause`` and ``none`` may be said, but are never among those that a form offers.
    basis: Annotated[str, listed(BASES, other=("weighing_clause", "none"))] | None = Field(
        default=None,
        description="Vilken grund utlämnandet ska vila på",
    )
    consent_from: Annotated[
        Literal["someone_else", "guardian", "protected_person"] | None,
        Consent(("someone_else", None, "protected_person")),
    ] = Field(
        default=None,
        description="Vem som har sagt ja: protected_person (den uppgiften rör), guardian (vårdnadshavaren till ett "
        "barn som uppgiften rör), someone_else (någon annan, till exempel den anhöriga)",
    )
    guardian_decides: bool | None = Field(
        default=None,
        description="När vårdnadshavaren har sagt ja: om den råder över sekretessen i frågan, ensam eller tillsammans "
        "med barnet, enligt den som har prövat barnets ålder, mognad och risk att lida men",
    )
    consent_says: Annotated[Parts | None, Consent(((), None, ("what", "to_whom", "until")))] = Field(
        default=None, description="Vad samtycket säger: what, to_whom, until"
    )
    condition_met: bool | None = Field(
        default=None, description="Om grundens villkor är uppfyllt, enligt den som har prövat och skrivit ned det"
    )


QUESTION = Question("disclosure", "Får uppgiften lämnas ut?", DisclosureFacts)


@QUESTION.version(in_force=Period(date(2025, 7, 1), date(2025, 12, 1)), cites=(*ALWAYS, *UNTIL_CRIME), parameters=LISTS)
def on_a_named_basis(facts: DisclosureFacts, basis: Basis) -> Decision:
    """Uppgifter om personliga förhållanden i socialtjänsten är hemliga. De lämnas bara till den de rör eller på en
    grund som lagen nämner. Den allmänna avvägningen får inte användas."""
    return _disclosed(facts, basis)


@QUESTION.version(in_force=Period(date(2025, 12, 1)), cites=(*ALWAYS, *UNTIL_CRIME, CRIME), parameters=LISTS)
def on_a_named_basis_also_against_crime(facts: DisclosureFacts, basis: Basis) -> Decision:
    """Uppgifter om personliga förhållanden i socialtjänsten är hemliga. De lämnas bara till den de rör eller på en
    grund som lagen nämner. Den allmänna avvägningen får inte användas. En annan myndighet får efter en särskild
    avvägning få det som behövs mot brott eller fel utbetalningar."""
    return _disclosed(facts, basis)


def _disclosed(facts: DisclosureFacts, basis: Basis) -> Decision:
    if facts.receiver == "protected_person":
        return _own_data(facts.holder, basis)
    missing = facts.unknown("holder", "receiver", "basis")
    if facts.basis is None or missing:
        sentence = "Säg vem som har uppgiften, vem som vill ha den och vilken grund den ska lämnas på."
        return basis.cannot_tell(missing, sentence, SECRECY, AUTHORITY)
    if facts.basis == "weighing_clause":
        sentence = "Den allmänna avvägningen gäller inte här. Be om samtycke eller välj en annan grund."
        walls = (SILENCE,) if facts.holder == "private_provider" else (WEIGHING, SECRECY)
        return basis.forbids("weighing-clause-closed", sentence, *walls)
    if facts.basis not in basis.codes(BASES):
        return basis.forbids("no-basis", _no_basis(facts.receiver), *_walls(facts))
    return _on_basis(facts, facts.basis, basis)


def _own_data(holder: str | None, basis: Basis) -> Decision:
    if holder == "private_provider":
        sentence = "Låt personen läsa sin akt. Dölj det som rör andra. Ska något hållas inne prövar inspektionen det."
        return basis.permits("persons-own-file", sentence, PROVIDERS_FILE, SILENCE)
    sentence = "Personen får läsa om sig själv. Dölj det som rör andra, och se till att den som har berättat är trygg."
    return basis.permits("persons-own-data", sentence, OWN, TOLD)


def _walls(facts: DisclosureFacts) -> tuple[str, ...]:
    if facts.holder == "private_provider":
        return (SILENCE,)
    return (SECRECY, BRANCH) if facts.receiver == "other_branch" else (SECRECY, AUTHORITY)


def _no_basis(receiver: str | None) -> str:
    if receiver == "other_board":
        return "En annan nämnd är en annan myndighet. Be om samtycke, eller välj en grund som lagen nämner."
    return "Uppgiften är hemlig. Be om samtycke, eller välj en grund som lagen nämner."


def _on_basis(facts: DisclosureFacts, chosen: str, basis: Basis) -> Decision:
    if facts.holder == "private_provider" and chosen not in basis.codes(PROVIDER_BASES):
        sentence = "Utföraren har tystnadsplikt. Be om samtycke, eller låt nämnden pröva."
        return basis.forbids("not-for-a-provider", sentence, SILENCE)
    if chosen in OPENS_TO and facts.receiver not in basis.codes(OPENS_TO[chosen]):
        words = ", ".join(basis.codes(OPENS_TO[chosen]).values())
        return basis.forbids("not-to-this-receiver", f"Grunden gäller bara de här: {words}.", *SECTIONS[chosen])
    if chosen == "consent":
        return _by_consent(facts, basis)
    sections = (SILENCE,) if facts.holder == "private_provider" else SECTIONS[chosen]
    return _by_condition(facts.condition_met, chosen, sections, basis)


def _by_consent(facts: DisclosureFacts, basis: Basis) -> Decision:
    sections = (SILENCE,) if facts.holder == "private_provider" else (CONSENT, BY_CONSENT)
    if facts.consent_from == "someone_else":
        sentence = "Fråga den som uppgiften rör. En anhörig kan inte säga ja i stället."
        return basis.forbids("consent-of-another", sentence, *sections)
    if facts.consent_from == "guardian" and facts.guardian_decides is False:
        sentence = "Fråga barnet. I den här frågan räcker det inte att vårdnadshavaren säger ja."
        return basis.forbids("child-decides", sentence, CHILD, *sections)
    parts = basis.codes(CONSENT_PARTS)
    said = parts if facts.consent_says is None else facts.consent_says
    lacking = [words for part, words in basis.codes(NEEDED_PARTS).items() if part not in said]
    if lacking:
        sentence = f"Fråga också {', '.join(lacking)}. Lämna inte mer än samtycket säger."
        return basis.forbids("consent-too-vague", sentence, *sections)
    guardian = ("guardian_decides",) if facts.consent_from == "guardian" else ()
    missing = facts.unknown("consent_from", "consent_says", *guardian)
    if missing:
        sentence = f"Se efter vem som har sagt ja, och att det framgår {', '.join(parts.values())}."
        return basis.cannot_tell(missing, sentence, *sections, *((CHILD,) if guardian else ()))
    if any(part not in said for part in parts):
        sentence = "Lämna bara det som samtycket säger. Fråga hur länge det gäller; det kan tas tillbaka när som helst."
        return basis.permits("consent-until-taken-back", sentence, *sections, *((CHILD,) if guardian else ()))
    sentence = "Lämna det som samtycket säger, och inget mer."
    return basis.permits("consent-given", sentence, *sections, *((CHILD,) if guardian else ()))


def _by_condition(met: bool | None, chosen: str, sections: tuple[str, ...], basis: Basis) -> Decision:
    condition = basis.codes(BASES)[chosen]
    if met is None:
        return basis.cannot_tell(("condition_met",), f"Pröva först att villkoret är uppfyllt: {condition}.", *sections)
    if not met:
        sentence = f"Villkoret är inte uppfyllt: {condition}. Be om samtycke, eller välj en annan grund."
        return basis.forbids("condition-not-met", sentence, *sections)
    if chosen == "statutory_duty":
        return basis.requires("duty-to-tell", "Lämna det som skyldigheten gäller, och inget mer.", *sections)
    sentence = "Uppgiften får lämnas. Skriv ned grunden, skälet och vem som fick den."
    return basis.permits("condition-met", sentence, *sections)
