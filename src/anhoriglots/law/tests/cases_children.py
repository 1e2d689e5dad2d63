"""The values of the questions on children, for ``cases``; days of birth are chosen for every age that the law names."""

from datetime import date
from typing import Any

from anhoriglots.law.parameter import all_codes

YES_NO = [None, False, True]
# On the days tried: always a small child, past twelve or fifteen on some of them, always grown up.
BORN = [None, date(1968, 2, 29), date(2011, 6, 30), date(2013, 7, 1), date(2024, 5, 5)]
CHILD: dict[str, list[Any]] = {
    "born": BORN,
    "support": [None, "unassessed", "assessed", "placement"],
    "child_says": [None, "no", "consents", "asks", "cannot_say"],
    "judged_suitable": YES_NO,
}

VALUES: dict[str, dict[str, list[Any]]] = {
    "child-without-guardian": CHILD,
    "child-participation": CHILD
    | {
        "guardians_say": [None, "none", "one_of_two", "all_yes"],
        "other_guardian": [None, "no", "prevented", "board_decided"],
        "judged_best": YES_NO,
    },
    "child-own-action": {"born": BORN},
    "child-best-interest": {
        "child_concerned": YES_NO,
        "best_interest_noted": YES_NO,
        "opinion_asked": YES_NO,
        "informed": YES_NO,
    },
    "child-talk": {
        "investigation": [None, "none", "protection", "custody_transfer"],
        "guardian_consents": YES_NO,
        "support_without_guardian": YES_NO,
    },
    "child-assessment-time": {
        "step": [None, "protection", "preliminary", "investigation"],
        "began_on": [None, date(2024, 10, 31)],
        "already_investigating": YES_NO,
        "extended_to": [None, date(2025, 4, 30)],
    },
    "concern-report": {
        "reporter": [
            None,
            *sorted(all_codes("concern-reporters")),
            "other_authority",
            "family_counselling",
            "private_person",
            "other_work",
        ],
        "under_18": YES_NO,
        "knows": [None, "neither", "suspects", "knows"],
        "work_concerns_children": YES_NO,
        "abuse": YES_NO,
    },
    "concern-feedback": {
        "bound": YES_NO,
        "asked": YES_NO,
        "judged_unsuitable": YES_NO,
        "ongoing": YES_NO,
        "decided_on": [None, date(2026, 3, 2)],
        "asked_on": [None, date(2026, 3, 9), date(2026, 3, 10)],
    },
    "children-in-household": {"asked": YES_NO, "children": YES_NO, "analysed": YES_NO},
    "child-support-duty": {
        "under_18": YES_NO,
        "happened": [None, "seriously_ill", "died_unexpectedly", "other"],
        "needs_support": YES_NO,
        "judged_alike": YES_NO,
    },
    "health-care-child": {
        "who": [None, "parent", "adult_living_with", "sibling", "other"],
        "trigger": [None, *sorted(all_codes("child-next-of-kin-triggers")), "other"],
        "judged_alike": YES_NO,
    },
}
