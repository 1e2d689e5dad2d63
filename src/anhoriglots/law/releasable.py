"""What there is to release, as it is now: versions, rows, wordings, acts, and the facts of the questions."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from .digests import code_of, digest
from .errors import FaultyLaw
from .fact_shape import FactShape, own_functions, shape_of
from .parameter import DatedCodes
from .question import Question, Version
from .registry import Registry
from .released_file import Dated, Entry, Released
from .source import Provision, Source

UNKNOWN_DAY = "unknown"
DAYS = {"in_force_from", "in_force_to"}
PAIRS = ("in_order", "only_when")


def releasable(registry: Registry) -> Released:
    """All of it, also wordings that nothing cites.

    Raises:
        FaultyLaw: a fact is of a kind that cannot be held against a later one.
    """
    questions = registry.questions
    return Released(
        acts={key: dict([_act(source)]) for key, source in registry.sources.items()},
        wordings=_wordings(registry),
        rows={name: dict(map(_row, one.values)) for name, one in registry.parameters.by_name.items()},
        versions={key: dict(sorted(map(_version, question.versions))) for key, question in questions.items()},
        facts=_facts(questions.values()),
        pairs={key: _pairs(question) for key, question in questions.items()},
        functions={key: own_functions(question.facts) for key, question in questions.items()},
    )


def cited(registry: Registry) -> set[str]:
    """Keys of the sections that versions and rows cite."""
    versions = (version for question in registry.questions.values() for version in question.versions)
    rows = (row for parameter in registry.parameters.by_name.values() for row in parameter.values)
    return {key for version in versions for key in version.cites} | {row.source for row in rows}


def version_digest(version: Version[Any]) -> str:
    """What a version decides by, but for its days."""
    code = code_of(version.answer, docstring=True)
    return digest({**code, "cites": version.cites, "parameters": version.parameters})


def _version(version: Version[Any]) -> tuple[str, Entry]:
    return _day(version.in_force.start), Entry(content=version_digest(version), end=version.in_force.end)


def _row(row: DatedCodes) -> tuple[str, Entry]:
    content = digest(row.model_dump(mode="json", exclude=DAYS))
    return _day(row.in_force_from), Entry(content=content, end=row.period.end)


def _act(source: Source) -> tuple[str, Entry]:
    """As it is cited; the code of the municipality says whom it binds."""
    content = " ".join(filter(None, (source.name, source.number, source.municipality)))
    return _day(source.in_force_from), Entry(content=content, mark=source.mark, end=source.period.end)


def _wordings(registry: Registry) -> Dated:
    found: Dated = {}
    for key, source in registry.sources.items():
        for provision in source.provision:
            day, entry = _wording(source, provision)
            found.setdefault(f"{key} {provision.id}", {})[day] = entry
    return found


def _wording(source: Source, provision: Provision) -> tuple[str, Entry]:
    content = ", ".join(filter(None, (provision.section, provision.wording)))
    mark = provision.mark or source.mark
    return _day(provision.in_force_from), Entry(content=content, mark=mark, end=provision.period.end)


def _facts(questions: Iterable[Question[Any]]) -> dict[str, dict[str, FactShape]]:
    found: dict[str, dict[str, FactShape]] = {}
    faults: list[str] = []
    for question in questions:
        shapes = found.setdefault(question.key, {})
        for name, fact in question.facts.model_fields.items():
            try:
                shapes[name] = shape_of(fact)
            except (TypeError, LookupError) as error:
                faults.append(f"rules: {question.key}: the fact {name}: {error}")
    if faults:
        raise FaultyLaw(faults)
    return found


def _pairs(question: Question[Any]) -> dict[str, list[list[str]]]:
    return {kind: [list(pair) for pair in pairs] for kind in PAIRS if (pairs := getattr(question.facts, kind))}


def _day(start: date | None) -> str:
    return start.isoformat() if start else UNKNOWN_DAY
