"""Every value each fact can have, so that the tests can try all combinations."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, product
from typing import Any

from anhoriglots.law.facts import fact_faults
from anhoriglots.law.parameter import all_codes
from anhoriglots.law.registry import current_registry

from . import cases_children, cases_duty, cases_records, cases_secrecy, cases_support

GROUPS = ("elderly", "long_term_ill", "disability", "addiction", "other")
SOME_GROUPS = [list(chosen) for size in range(1, 6) for chosen in combinations(GROUPS, size)]
YES_NO = [None, False, True]
KINDS = [None, "ordinary", "home_help", *sorted(all_codes("kinds-always-assessed"))]

VALUES: dict[str, dict[str, list[Any]]] = {
    "offer-duty": {
        "cared_for": [None, *SOME_GROUPS],
        "judged_long_term_ill": [None, False, True],
        "what": [None, "support", "information_and_guidance", "support_contact"],
    },
    "support-without-assessment": {
        "kind": KINDS,
        "board_decision": YES_NO,
        "recipient_elderly": YES_NO,
        "recipient_informed": YES_NO,
        "other_ground": YES_NO,
    },
    "right-to-apply-information": {"without_assessment": YES_NO, "kind": KINDS},
    "documentation-mode": {
        "mode": [None, "identified", "counselling", "deidentified"],
        "activity": [None, "counselling", "intervention", "handling"],
        "without_assessment": YES_NO,
        "identity_decision": YES_NO,
    },
    "contact-noticed-carer": {
        "initiated_by": [None, "carer", "staff"],
        "noticed_through": [None, "cared_for", "other"],
        "cared_for_consent": [None, "refused", "given"],
    },
    "search-key": {
        "key": [None, "other", *sorted(all_codes("search-keys"))],
        "purpose": [None, "handling", "follow_up"],
    },
}
for _module in (cases_children, cases_duty, cases_records, cases_secrecy, cases_support):
    VALUES |= _module.VALUES
DAYS = [date(2009, 7, 1), date(2018, 7, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 7, 1), date(2029, 1, 1)]


def all_facts(question: str, on: date | None = None) -> Iterator[dict[str, Any]]:
    """Every combination of what can be known, and not known, for a question; on the day, when one is given."""
    values = VALUES[question]
    for combination in product(*values.values()):
        facts = dict(zip(values, combination, strict=True))
        if agree(question, facts, on):
            yield facts


def known_by(question: str, on: date) -> dict[str, list[Any]]:
    """``VALUES`` without the days that lie ahead of the day, which the model refuses; not known where none is left."""
    ahead = current_registry().questions[question].facts.ahead
    return {
        name: [one for one in values if not isinstance(one, date) or one <= on or name in ahead] or [None]
        for name, values in VALUES[question].items()
    }


def agree(question: str, facts: Mapping[str, Any], on: date | None = None) -> bool:
    """False when the facts contradict each other or the day, which their model refuses."""
    model = current_registry().questions[question].facts
    days = (value for name, value in facts.items() if isinstance(value, date) and name not in model.ahead)
    if on and any(day > on for day in days):
        return False
    return not (model.in_order or model.only_when) or not fact_faults(model, facts)
