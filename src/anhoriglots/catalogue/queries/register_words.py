"""A decision of the board in words: what it is about, what was decided, when it holds and who wrote it down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor, role_titles
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.law import rules_in_force

from ..models import BoardDecision, Delegation, LawOverride, RegisteredDecision, RetentionDecision, RuleDecision
from ..models.decisions import KeepUnit
from ..models.origin import Origin
from .law_kinds import kind_in_words, matter_kinds, retention_kinds
from .own_rules import rule_of
from .replaceable import law_answer


class Said(NamedTuple):
    """What a decision is about, what was decided, and what goes with it: conditions, reasons."""

    subject: str
    says: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What the rows themselves do not hold: titles of roles and questions, and names of colleagues."""

    titles: Mapping[str, str]
    questions: Mapping[str, str]
    names: Mapping[UUID, str]


def words_for(actor: Actor, rows: Iterable[RegisteredDecision], *, on: date) -> Words:
    """What these rows need, in one statement, and one more when there is a delegation among them."""
    found = list(rows)
    keys = {key for row in found for key in (row.registered_by, row.ended_by) if key}
    return Words(
        titles=role_titles(actor.municipality) if any(isinstance(row, Delegation) for row in found) else {},
        questions={rule.question: rule.title for rule in rules_in_force(on)},
        names={user.pk: user.full_name for user in User.objects.filter(pk__in=keys)} if keys else {},
    )


def said(row: RegisteredDecision, words: Words) -> Said:
    """The decision in words.

    Raises:
        TypeError: a kind of decision that has no words yet.
    """
    match row:
        case BoardDecision():
            return _about_support(row)
        case Delegation():
            return _delegated(row, words)
        case RetentionDecision():
            unit = KeepUnit(row.keep_unit).label
            says = unit if row.keep is None else f"{row.keep} {unit}"
            return Said(row.document_type, says, (kind_in_words(row.about, retention_kinds()),))
        case LawOverride():
            title = words.questions.get(row.question, row.question)
            return Said(title, row.get_outcome_display(), (row.sentence, _instead_of(row)))
        case RuleDecision():
            rule = rule_of(row.rule)
            return Said(f"Regel {row.rule}", row.sentence, (f"Regeln: {rule.says}",) if rule else ())
    raise TypeError(type(row).__name__)


def _delegated(row: Delegation, words: Words) -> Said:
    more = (kind_in_words(row.matter_kind, matter_kinds()), f"Villkor: {row.conditions}" if row.conditions else "")
    return Said(row.matter, words.titles.get(row.role, row.role), tuple(text for text in more if text))


def _about_support(row: BoardDecision) -> Said:
    way = "Utan behovsprövning" if row.without_assessment else "Efter behovsprövning"
    more = [f"Villkor: {row.conditions}" if row.conditions else "", f"Skäl: {row.reason}" if row.reason else ""]
    says = f"{way}, skrivs ned {how_written(row.documentation)}"
    return Said(row.support_form.name, says, tuple(text for text in more if text))


def _instead_of(row: LawOverride) -> str:
    if not row.replaces:
        return "Det står inte vilket av lagens svar som ersätts. Därför svarar lagen själv."
    replaced = law_answer(row.question, row.replaces, row.valid_from)
    return f"I stället för lagens svar: {replaced.short if replaced else row.replaces}"


def how_written(mode: str) -> str:
    """The mode as it stands after "skrivs ned"."""
    return {"identified": "med namn", "counselling": "som rådgivning", "deidentified": "utan namn"}[mode]


def days_in_words(row: RegisteredDecision) -> str:
    """From when, and to when or until further notice."""
    start = f"från {swedish_date(row.valid_from)}"
    return f"{start} till {swedish_date(row.holds_to)}" if row.holds_to else f"{start} tills vidare"


def state_of(row: RegisteredDecision, on: date) -> str:
    """Holds, will hold, has ended, or never held."""
    if row.holds_to is not None and row.holds_to < row.valid_from:
        return "Gällde aldrig"
    if row.holds_to is not None and row.holds_to < on:
        return "Har slutat gälla"
    return "Gäller" if row.valid_from <= on else "Kommer att gälla"


def who_wrote(row: RegisteredDecision, words: Words) -> str:
    """Where the row comes from, and who ended it."""
    if isinstance(row, BoardDecision) and row.origin == Origin.PROFILE:
        who = "Från kommunens profil"
    else:
        who = f"Registrerat av {words.names.get(row.registered_by, 'någon utan konto')}" if row.registered_by else ""
    if row.ended_by:
        who += f". Avslutat av {words.names.get(row.ended_by, 'någon utan konto')}"
    return who
