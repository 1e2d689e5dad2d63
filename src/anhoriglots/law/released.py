"""What has been released is never edited: ``released.toml`` tells what that is, and each line is held against the law.

A new version, row, wording, fact or value may stand beside; what has no end may be given one that is not in the past;
a mark may be raised when the official text has been read. Comments, layout, notes and the words on forms may change.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from .fact_shape import FactShape, can_refuse
from .question import Facts
from .registry import Registry
from .releasable import cited, releasable
from .released_file import Dated, Entry, Released, read_released, write_released
from .rule_code import gives

GONE = "has been released and is gone; put it back"
BESIDE = "has been released and is changed; put it back, and add a new {} beside it"
NEW = "is new and touches only what has been released; take it out, and say it in a new version"
CERTAINTY = ("", "U", "S", "V2", "V")
KINDS = {  # how a fault names each, and what stands beside it
    "acts": ("sources/{0}.toml: the act from {1}", "source"),
    "wordings": ("sources: {0} from {1}", "wording"),
    "rows": ("parameters/{0}.yaml: the row from {1}", "row"),
    "versions": ("rules: {0} from {1}", "version"),
}


def released_faults(registry: Registry, today: date) -> Iterator[str]:
    """What has been released and is changed or gone.

    Args:
        today: an end that has not been released yet may not lie before it.

    Raises:
        FaultyLaw: ``released.toml`` cannot be read, or a fact is of a kind that cannot be released.
    """
    released, now = read_released(registry.folder), releasable(registry)
    for kind, (where, beside) in KINDS.items():
        for key, day, fault in _dated_faults(getattr(released, kind), getattr(now, kind), beside, today):
            yield f"{where.format(key, day)} {fault}"
    yield from _older_rows(registry, released)
    for key in sorted(released.facts.keys() & registry.questions.keys()):
        model = registry.questions[key].facts
        for fault in _question_faults(released, now, key, model):
            yield f"rules: {key}: {fault}"


def release(registry: Registry, today: date) -> int:
    """Write down what is not yet; returns how many lines are new or have been given an end or a higher mark.

    Call only when ``released_faults`` finds nothing.
    """
    before, now = read_released(registry.folder), releasable(registry)
    sections = cited(registry)
    sources = {section.split(" ", 1)[0] for section in sections}
    kept = {"acts": sources, "wordings": sections, "rows": now.rows.keys(), "versions": now.versions.keys()}
    after = now.model_copy(
        update={
            kind: _with_days_of_ends({key: getattr(now, kind)[key] for key in keys}, getattr(before, kind), today)
            for kind, keys in kept.items()
        }
    )
    write_released(registry.folder, after)
    known = before.lines()
    return sum(known.get(place) != line for place, line in after.lines().items())


def _with_days_of_ends(now: Dated, before: Dated, today: date) -> Dated:
    return {
        key: {day: _with_day_of_end(entry, before.get(key, {}).get(day), today) for day, entry in days.items()}
        for key, days in now.items()
    }


def _with_day_of_end(now: Entry, before: Entry | None, today: date) -> Entry:
    """With the day its end was released; none when it had its end from the start."""
    if before is None or now.end is None:
        return now
    return now.model_copy(update={"end_released": before.end_released if before.end else today})


def _dated_faults(released: Dated, now: Dated, beside: str, today: date) -> Iterator[tuple[str, str, str]]:
    for key, days in released.items():
        for day, before in days.items():
            entry = now.get(key, {}).get(day)
            faults = _entry_faults(before, entry, beside, today) if entry else (GONE,)
            yield from ((key, day, fault) for fault in faults)


def _entry_faults(before: Entry, now: Entry, beside: str, today: date) -> Iterator[str]:
    if now.content != before.content:
        yield BESIDE.format(beside)
    if CERTAINTY.index(now.mark) < CERTAINTY.index(before.mark):
        yield f"has been released with the mark {before.mark}, which may only be raised; put it back"
    if before.end and now.end != before.end:
        yield f"has been released with its end, {before.end}; put that back"
    elif before.end is None and now.end and now.end < today:
        yield f"has been released without an end and is given one in the past, {now.end}; give it one from today on"
    if before.end and before.end_released and before.end < before.end_released:
        yield "has an end in released.toml that was in the past when it was released; put it back"


def _older_rows(registry: Registry, released: Released) -> Iterator[str]:
    """Rows before those that have been released, of lists whose first row counts for all that happened before it."""
    questions = (registry.questions[key] for key in released.versions.keys() & registry.questions.keys())
    versions = (version for question in questions for version in question.versions)
    lists = {name for version in versions if gives(version.answer, "event") for name in version.parameters}
    for name in sorted(lists & released.rows.keys()):
        first = registry.parameters.by_name[name].values[0].in_force_from.isoformat()
        if first < min(released.rows[name]):
            where = f"parameters/{name}.yaml: the row from {first}"
            yield f"{where} stands before the first released, which counts for all before it"


def _question_faults(released: Released, now: Released, key: str, model: type[Facts]) -> Iterator[str]:
    facts = released.facts[key]
    for name, before in facts.items():
        fact = now.facts[key].get(name)
        yield from _fact_faults(name, before, fact) if fact else (f"the fact {name} {GONE}",)
    for name, fact in now.facts[key].items():
        if name not in facts and fact.required:
            yield f"the fact {name} is new and must be None when nobody has given it: released versions are asked so"
    yield from _pair_faults(released.pairs.get(key, {}), now.pairs[key], facts)
    yield from _function_faults(released.functions.get(key, {}), now.functions[key], model)


def _fact_faults(name: str, before: FactShape, now: FactShape) -> Iterator[str]:
    if (now.type, now.required) != (before.type, before.required):
        yield f"the fact {name} {BESIDE.format('fact')}"
    for kind in ("values", "lists"):
        gone = [one for one in getattr(before, kind) if one not in getattr(now, kind)]
        yield from (f"{one} among the {kind} of the fact {name} {GONE}" for one in gone)
    if [step for step in now.consent if step in before.consent] != before.consent:
        yield f"the consent of the fact {name} {BESIDE.format('step')}"


def _pair_faults(
    released: Mapping[str, list[list[str]]], now: Mapping[str, list[list[str]]], facts: Mapping[str, Any]
) -> Iterator[str]:
    for kind, pairs in released.items():
        gone = [pair for pair in pairs if pair not in now.get(kind, [])]
        yield from (f"{kind} {', '.join(pair)} {GONE}" for pair in gone)
    for kind, pairs in now.items():
        new = [pair for pair in pairs if pair not in released.get(kind, []) and facts.keys() >= set(pair)]
        yield from (f"{kind} {', '.join(pair)} {NEW}" for pair in new)


def _function_faults(released: Mapping[str, str], now: Mapping[str, str], model: type[Facts]) -> Iterator[str]:
    for name, digest in released.items():
        if name not in now:
            yield f"the function {name} of the facts {GONE}"
        elif now[name] != digest:
            yield f"the function {name} of the facts {BESIDE.format('function')}"
    for name in now.keys() - released.keys():
        if can_refuse(model, name):
            yield f"the check {name} of the facts {NEW}"
