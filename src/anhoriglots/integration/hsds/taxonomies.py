"""Support forms and target groups as taxonomies. No statement: both are kept in the process."""

from dataclasses import dataclass
from uuid import UUID

from anhoriglots.catalogue.support_forms import support_forms
from anhoriglots.organisations.models import reference_id
from anhoriglots.organisations.queries import TargetGroupChoice, target_groups_of

from .words import Thing, filled

FORMS = reference_id("hsds", "taxonomy", "support-form")
CLASSES = {"direct": "Direkt stöd", "indirect": "Indirekt stöd", "other": "Annat stöd"}
CLASS_WORDS = {
    "direct": "För den anhörigas egen skull.",
    "indirect": "Till den som får hjälp, och avlastar också den anhöriga.",
    "other": "Andra delar av kommunen som också avlastar.",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One term. ``form``, ``form_class`` and ``group`` say what it stands for here; one of them is set."""

    id: UUID
    taxonomy: UUID
    code: str
    name: str
    description: str
    parent: UUID | None = None
    form: str | None = None
    form_class: str | None = None
    group: UUID | None = None


def groups_taxonomy(municipality: str) -> UUID:
    """The taxonomy of the municipality's own target groups."""
    return reference_id(municipality, "taxonomy", "target-group")


def form_term_id(code: str) -> UUID:
    """The term of a support form."""
    return reference_id("hsds", "term", "support-form", code)


def taxonomies(municipality: str) -> dict[UUID, Thing]:
    """Both taxonomies by id."""
    groups = groups_taxonomy(municipality)
    return {
        FORMS: {
            "id": str(FORMS),
            "name": "Stödformer",
            "description": "Slag av stöd till anhöriga, samma i alla kommuner.",
        },
        groups: {
            "id": str(groups),
            "name": "Målgrupper",
            "description": "Vem den anhöriga hjälper, med kommunens egna ord.",
        },
    }


def terms(municipality: str) -> dict[UUID, Term]:
    """Every term by id: classes, the support forms under them, and the target groups."""
    known = [*_classes(), *_forms(), *(_group(municipality, row) for row in target_groups_of(municipality))]
    return {term.id: term for term in known}


def _class_id(name: str) -> UUID:
    return reference_id("hsds", "term", "class", name)


def _classes() -> list[Term]:
    return [Term(_class_id(key), FORMS, key, name, CLASS_WORDS[key], form_class=key) for key, name in CLASSES.items()]


def _forms() -> list[Term]:
    return [
        Term(form_term_id(code), FORMS, code, row["name"], row["plain_name"], _class_id(row["class"]), form=code)
        for code, row in support_forms().items()
        if row["class"] in CLASSES
    ]


def _group(municipality: str, row: TargetGroupChoice) -> Term:
    return Term(row.pk, groups_taxonomy(municipality), row.key, row.label, row.label, group=row.pk)


def as_term(term: Term, municipality: str) -> Thing:
    """The term with its taxonomy."""
    taxonomy = taxonomies(municipality)[term.taxonomy]
    return filled(
        {
            "id": str(term.id),
            "code": term.code,
            "name": term.name,
            "description": term.description,
            "parent_id": str(term.parent) if term.parent else None,
            "taxonomy": taxonomy["name"],
            "taxonomy_detail": taxonomy,
            "language": "sv",
        }
    )
