"""The values of the questions on weeding, language, accessibility and follow-up, for ``cases``.

A list that is not whole is chosen so that every branch is met.
"""

from datetime import date
from typing import Any

from anhoriglots.law.parameter import all_codes

YES_NO = [None, False, True]
LANGUAGES = [None, "finnish", "meankieli", "sami", "yiddish", "romani"]
# Outside every area, and one in the area of Finnish.
PLACES = [None, "0480", "0180"]
# A day before any that is tried, and one after the first of them.
OLD, RECENT = date(2017, 2, 3), date(2025, 6, 1)
ACTIVITIES = [f"programme-activities-{board}" for board in ("social", "elderly", "district")]

VALUES: dict[str, dict[str, list[Any]]] = {
    "retention": {
        "kind": [
            None,
            "file",
            "register",
            "child_protection",
            "not_opened",
            "paternity",
            "adoption",
            "placement",
            "custody",
        ],
        "holder": [None, "board", "provider"],
        "ended_on": [None, OLD, RECENT],
        # In no sample and grown up, in the sample, and a child.
        "born": [None, date(1960, 4, 11), date(1960, 4, 15), date(2015, 4, 11)],
        "municipality": [None, "0480", "0580"],
        "same_person_remains": YES_NO,
        "closed_before_change": YES_NO,
    },
    "retention-outside-file": {
        "kind": [None, "booking_list", "statistics", "chat", "other"],
        "decided": YES_NO,
        "decided_months": [None, 0, 120],
        "made_on": [None, OLD, RECENT],
    },
    "retention-decision": {
        "kind": [
            None,
            "file",
            "child_protection",
            "preserved",
            "custody",
            "booking_list",
            "statistics",
            "chat",
            "access_log",
            "other",
        ],
        "holder": [None, "board", "provider"],
        "weeded": YES_NO,
        "unit": [None, "days", "months", "years"],
        # The years of the act, the same in months, and a time that is nobody's.
        "number": [None, 1, 2, 5, 24, 60],
    },
    "access-log-retention": {
        "logged_on": [None, OLD, RECENT],
        "decided_months": [None, 0, 120],
        "checked": YES_NO,
        "under_inquiry": YES_NO,
    },
    "accessibility-request": {
        "came_in": [None, "fault", "request"],
        "justified": YES_NO,
        "asks_for_decision": YES_NO,
    },
    "interpreter": {
        "needed": YES_NO,
        "who": [None, "interpreter", "staff", "relative", "child"],
        "declined": YES_NO,
        "matters": YES_NO,
    },
    "minority-language": {
        "language": LANGUAGES,
        "municipality": PLACES,
        "joined": YES_NO,
        "staff_can": YES_NO,
        "party": YES_NO,
    },
    "minority-language-elder-care": {
        "language": LANGUAGES,
        "municipality": PLACES,
        "joined": YES_NO,
        "staff_can": YES_NO,
        "asked": YES_NO,
    },
    "digital-twin": {"digital": YES_NO, "other_way": YES_NO},
    "public-announcement": {
        "way": [None, "announcement", "to_another", "other"],
        "authority": YES_NO,
        "act_allows": YES_NO,
    },
    "review-due": {
        "document": [None, "guideline", "routine"],
        "owner_named": YES_NO,
        "reviewed_on": [None, OLD, RECENT],
    },
    "carer-representative": {"meets_carers": YES_NO, "appointed": YES_NO},
    "programme-responsible": {
        "activity": [None, *sorted(frozenset().union(*map(all_codes, ACTIVITIES)))],
        "board": [None, "social", "elderly", "district", "other"],
    },
    "survey-visibility": {"identified": YES_NO, "viewer": [None, "handler", "follow_up"], "agreed": YES_NO},
    "national-statistics": {
        "about": [None, *sorted(all_codes("national-statistics-items")), "carer_support", "other"],
        "identities": YES_NO,
        "special_survey": YES_NO,
    },
    "social-data-register": {"adopted": YES_NO, "covered": YES_NO},
    "council-statistics": {"reported": YES_NO, "waiting": YES_NO, "shows_persons": YES_NO},
    "small-numbers": {"count": [None, 0, 1, 4, 5, 11], "reveals_hidden": YES_NO},
    "actor-programme": {"actor": [None, "contracted", "grant", "other"], "clause": YES_NO, "possible": YES_NO},
    "planning-cooperation": {
        "activity": [None, "planning", "outreach"],
        "judged_unnecessary": YES_NO,
        "judged_suitable": YES_NO,
        "responsible_named": YES_NO,
    },
}
