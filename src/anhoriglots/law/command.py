"""``anhoriglots law``: list the rules, put a question to them, check them.

Exit codes: 0 answered or all well, 1 the rules are faulty, 2 bad input.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.kernel.period import Period

from . import check
from .errors import FaultyLaw, LawError
from .registry import RuleInForce, current_registry

MOST_BYTES = 64 * 1024
OUTCOMES = {
    Outcome.PERMITTED: "Får göras",
    Outcome.REQUIRED: "Måste göras",
    Outcome.FORBIDDEN: "Får inte göras",
    Outcome.UNDETERMINED: "Går inte att säga",
}
MARKS = {
    "V": "läst i lagtexten",
    "V2": "läst i en kopia, inte bekräftad",
    "S": "en kommuns dokument",
    "U": "inte bekräftad",
}


class BadInput(Exception):
    """What was typed cannot be used; the message says what to do."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``law`` with its three commands; each parsed command carries ``run``, from arguments to exit code."""
    law = subparsers.add_parser("law", help="vad lagen säger, dag för dag")
    commands = law.add_subparsers(dest="law_command", required=True, metavar="KOMMANDO")

    listing = commands.add_parser("list", help="visa reglerna, alla eller en viss dags")
    listing.add_argument("--on", metavar="DATUM", help="bara de regler som gäller den dagen, som 2026-07-01")
    listing.add_argument("--json", action="store_true", help="svara med JSON")
    listing.set_defaults(run=_guarded(run_list))

    deciding = commands.add_parser("decide", help="ställ en fråga till lagen")
    deciding.add_argument("question", metavar="FRÅGA", help="frågans namn, se law list")
    deciding.add_argument("--on", metavar="DATUM", required=True, help="den dag det gäller, som 2026-07-01")
    deciding.add_argument("--facts", metavar="FIL", required=True, help="JSON-fil med uppgifter, eller - för inmatning")
    deciding.add_argument("--json", action="store_true", help="svara med JSON")
    deciding.set_defaults(run=_guarded(run_decide))

    checking = commands.add_parser("check", help="kontrollera källor, regler och exempel")
    checking.set_defaults(run=lambda _arguments: check.main())


def run_list(arguments: argparse.Namespace) -> int:
    """Print the rules."""
    rules = current_registry().rules(_date(arguments.on) if arguments.on else None)
    if arguments.json:
        _print_json([_rule_as_json(rule) for rule in rules])
    else:
        print("\n\n".join(_rule_in_words(rule) for rule in rules) or "Inga regler gäller den dagen.")
    return 0


def run_decide(arguments: argparse.Namespace) -> int:
    """Print the answer to one question."""
    day = _date(arguments.on)
    decision = current_registry().decide(arguments.question, on=day, facts=_facts(arguments.facts))
    if arguments.json:
        _print_json(_decision_as_json(decision))
    else:
        print(_decision_in_words(decision))
    return 0


def _guarded(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    def guarded(arguments: argparse.Namespace) -> int:
        try:
            return run(arguments)
        except (BadInput, LawError) as error:
            print(f"Fel: {error}", file=sys.stderr)
            return 2
        except FaultyLaw as error:
            print(f"Reglerna har fel och kan inte användas.\n{error}", file=sys.stderr)
            return 1

    return guarded


def _date(text: str) -> date:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("Skriv datumet som år-månad-dag, till exempel 2026-07-01.") from None


def _facts(file: str) -> Mapping[str, object]:
    try:
        facts = json.loads(_read(file), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadInput("Uppgifterna ska vara ett JSON-objekt där varje namn står en gång.") from None
    if not isinstance(facts, dict):
        raise BadInput('Uppgifterna ska vara ett JSON-objekt, till exempel {"cared_for": ["elderly"]}.')
    return facts


def _read(file: str) -> str:
    try:
        if file == "-":
            content = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(file).open("rb") as opened:
                content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput("Filen med uppgifter går inte att läsa. Finns den, och får du läsa den?") from error
    if len(content) > MOST_BYTES:
        raise BadInput(f"Uppgifterna är för stora. De får vara högst {MOST_BYTES // 1024} kB.")
    return content.decode("utf-8")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a name is written twice")
    return dict(pairs)


def _no_constant(constant: str) -> object:
    raise ValueError(f"{constant} is not JSON")


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _decision_as_json(decision: Decision) -> dict[str, Any]:
    return {
        "outcome": decision.outcome.value,
        "reason": decision.reason,
        "sentence": decision.sentence,
        "citations": [_citation_as_json(citation) for citation in decision.citations],
        "missing": list(decision.missing),
        "results": {result.name: _plain(result.value) for result in decision.results},
    }


def _plain(value: date | int | str) -> int | str:
    return value.isoformat() if isinstance(value, date) else value


def _citation_as_json(citation: Citation) -> dict[str, Any]:
    return {
        "label": citation.label,
        "act": citation.act,
        "number": citation.number,
        "section": citation.section,
        "wording": citation.wording,
        "validity": _period_as_json(citation.validity),
        "mark": citation.mark,
    }


def _rule_as_json(rule: RuleInForce) -> dict[str, Any]:
    return {
        "question": rule.question,
        "title": rule.title,
        "summary": rule.summary,
        "in_force": _period_as_json(rule.in_force),
        "citations": [_citation_as_json(citation) for citation in rule.citations],
        "facts": dict(rule.facts),
    }


def _period_as_json(period: Period) -> dict[str, str | None]:
    """``from`` belongs to the period and ``before`` does not, as in the kernel."""
    return {
        "from": period.start.isoformat() if period.start else None,
        "before": period.end.isoformat() if period.end else None,
    }


def _decision_in_words(decision: Decision) -> str:
    lines = [f"{OUTCOMES[decision.outcome]} ({decision.outcome.value}, {decision.reason})", decision.sentence]
    lines += [f"  {line}" for line in map(_citation_in_words, decision.citations)]
    lines += [f"{result.label}: {result.text}" for result in decision.results]
    if decision.missing:
        lines.append(f"Saknas: {', '.join(decision.missing)}")
    return "\n".join(lines)


def _citation_in_words(citation: Citation) -> str:
    known = ", ".join(part for part in (citation.validity_text, MARKS[citation.mark]) if part)
    return f"{citation.label} ({known})"


def _rule_in_words(rule: RuleInForce) -> str:
    validity = Citation(rule.title, rule.question, validity=rule.in_force).validity_text
    lines = [f"{rule.question}: {rule.title}", f"  Gäller {validity}", f"  {rule.summary}"]
    lines += [f"  {_citation_in_words(citation)}" for citation in rule.citations]
    lines += [f"  {name}: {description}" for name, description in rule.facts.items()]
    return "\n".join(lines)
