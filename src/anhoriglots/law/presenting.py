"""How answers of the law are shown by the commands: in Swedish words, and as plain values for JSON."""

import json
from datetime import date
from typing import Any

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.kernel.period import Period

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


def print_json(value: object) -> None:
    """Print it with Swedish letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def decision_as_json(decision: Decision) -> dict[str, Any]:
    """All of an answer."""
    return {
        "outcome": decision.outcome.value,
        "reason": decision.reason,
        "sentence": decision.sentence,
        "citations": [citation_as_json(citation) for citation in decision.citations],
        "missing": list(decision.missing),
        "results": {result.name: plain(result.value) for result in decision.results},
    }


def plain(value: object) -> object:
    """A day as text, several values as a list; anything else as it is."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def citation_as_json(citation: Citation) -> dict[str, Any]:
    """All of a citation."""
    return {
        "label": citation.label,
        "act": citation.act,
        "number": citation.number,
        "section": citation.section,
        "wording": citation.wording,
        "validity": period_as_json(citation.validity),
        "mark": citation.mark,
    }


def period_as_json(period: Period) -> dict[str, str | None]:
    """``from`` belongs to the period and ``before`` does not, as in the kernel."""
    return {
        "from": period.start.isoformat() if period.start else None,
        "before": period.end.isoformat() if period.end else None,
    }


def decision_in_words(decision: Decision) -> str:
    """An answer in some lines."""
    lines = [f"{OUTCOMES[decision.outcome]} ({decision.outcome.value}, {decision.reason})", decision.sentence]
    lines += [f"  {line}" for line in map(citation_in_words, decision.citations)]
    lines += [f"{result.label}: {result.text}" for result in decision.results]
    if decision.missing:
        lines.append(f"Saknas: {', '.join(decision.missing)}")
    return "\n".join(lines)


def citation_in_words(citation: Citation) -> str:
    """The section, the days it holds, and how certain the reading is."""
    known = ", ".join(part for part in (citation.validity_text, MARKS[citation.mark]) if part)
    return f"{citation.label} ({known})"


def period_in_words(period: Period) -> str:
    """From when and until when; nothing when neither is known."""
    return Citation("", "", validity=period).validity_text
