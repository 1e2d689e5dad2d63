"""The values of the questions on assessed support, plans, coordinators and LSS, for ``cases``.

Days are chosen on both sides of each limit that is counted from them, as seen from the days the tests ask about.
"""

from datetime import date
from typing import Any

from anhoriglots.law.parameter import all_codes

YES_NO = [None, False, True]
CONSENT = [None, "refused", "given"]
# Long ago, before the act of 2025, lately, and later than any day the tests ask about.
DAYS = [None, date(2024, 2, 29), date(2025, 6, 20), date(2026, 6, 20), date(2030, 1, 1)]
LATELY = [None, date(2024, 2, 29), date(2026, 6, 20)]
# An adult, somebody of 18, a child of 15 and a small child; all born before any day the tests ask about.
BORN = [None, date(1958, 3, 12), date(2007, 6, 1), date(2010, 5, 2), date(2018, 2, 28)]
STEPS = sorted(all_codes("decision-steps") | all_codes("decision-notes"))
PARTS = sorted(all_codes("plan-contents"))
ACTS = ["contact_actor", "start_plan", "lead_plan", "notes_without_names"]

SUPPORT: dict[str, dict[str, list[Any]]] = {
    "appeal": {
        "about": [None, "sol", "lss", "other"],
        "received_on": DAYS,
        "went_against": YES_NO,
        "wrong_notice": YES_NO,
        "at_court_in_time": YES_NO,
        "announced_on": LATELY,
        "judged_appealable": YES_NO,
    },
    "delayed-decision": {
        "decided": YES_NO,
        "began_by_party": YES_NO,
        "began_on": LATELY,
        "asked": YES_NO,
        "asked_on": DAYS,
        "asked_before": YES_NO,
        "legality_review_only": YES_NO,
        "judged_to_apply": YES_NO,
    },
    "execution-report": {
        "act": [None, "sol", "lss", "without_assessment"],
        "favourable": YES_NO,
        "decided_on": [None, date(2025, 6, 20)],
        "interrupted": YES_NO,
        "interrupted_on": [None, date(2026, 6, 20)],
        "executed": YES_NO,
        "executed_on": LATELY,
        "reported": YES_NO,
    },
    "execution-fee": {
        "decided_on": [*DAYS, date(2025, 12, 31), date(2026, 1, 1)],
        "in_reasonable_time": YES_NO,
        "asked_to_wait": YES_NO,
        "minor": YES_NO,
    },
    "who-may-apply": {
        "act": [None, "sol", "lss"],
        "whose": [None, "own", "other"],
        "mandate": [None, "none", "power_of_attorney", "guardian", "legal"],
        "shown": YES_NO,
        "born": BORN,
        "unable": YES_NO,
    },
    "cohabitation-condition": {"support": [None, "direct", "indirect"], "local_decision": YES_NO},
    "decision-contents": {
        "done": [
            None,
            [],
            STEPS,
            [*STEPS, "appeal_notice"],
            *([one for one in STEPS if one != left] for left in STEPS),
        ],
        "needless": [None, [], ["communication"], ["communication", "oral", "reasons"]],
        "may_be_appealed": YES_NO,
    },
    "delegation": {
        "decider": [None, "board", "committee", "chair", "employee", "automated", "provider"],
        "matter": [None, "ordinary", "committee_only", "never", "principle"],
        "delegated": YES_NO,
        "urgent": YES_NO,
        "chair_by_other_act": YES_NO,
        "legality_review": YES_NO,
    },
    "responsible-municipality": {
        "acute": YES_NO,
        "institution": YES_NO,
        "placed": YES_NO,
        "home_clear": YES_NO,
    },
    "transfer": {
        "assessed": YES_NO,
        "written": YES_NO,
        "requested_on": DAYS,
        "other_says": [None, "yes", "no", "no_answer"],
        "strongest_ties": YES_NO,
        "suitable": YES_NO,
    },
    "carer-when-applying": {
        "carer_known": YES_NO,
        "situation_seen": YES_NO,
        "told_for_self": YES_NO,
        "told_for_other": YES_NO,
    },
    "follow-up-questions": {
        "carer_helps": YES_NO,
        "answered": [None, [], ["own_need"], sorted(all_codes("follow-up-questions"))],
    },
    "cash-support": {"kind": [None, "carer_allowance", "economic_assistance"], "allowed_locally": YES_NO},
    "violence-question": {"alone": YES_NO, "seen_by_other": YES_NO},
    "violence-programme": {"safety_judged": YES_NO, "safe": YES_NO, "shared": YES_NO},
    "monitoring-technology": {
        "setting": [None, "home_help", "other"],
        "other_ground": [None, True],
        "inside_body": YES_NO,
        "follows": YES_NO,
        "only_needed": YES_NO,
        "consent": CONSENT,
        "housemate": YES_NO,
        "housemate_consent": CONSENT,
    },
}
PLANS: dict[str, dict[str, list[Any]]] = {
    "coordinated-plan": {"needs_both": YES_NO, "judged_needed": YES_NO, "consent": CONSENT},
    "coordinated-plan-contents": {
        "says": [None, [], PARTS, *([one for one in PARTS if one != left] for left in PARTS)],
        "responsible": [None, "municipality", "region", "both", "carer", "other"],
    },
    "carer-in-plan": {
        "role": [None, "take_part", "coordinate", "start", "overall"],
        "suitable": YES_NO,
        "person_says": [None, "objects", "agrees"],
    },
    "plan-review": {"granted": YES_NO, "has_plan": YES_NO, "offered": YES_NO, "reviewed_on": DAYS},
    "coordinator-may": {
        "act": [None, *ACTS],
        "born": BORN,
        "commission": YES_NO,
        "consent": CONSENT,
        "board_decision": YES_NO,
        "in_persons_file": YES_NO,
    },
    "coordinator-follow-up": {
        "started_on": DAYS,
        "ended": YES_NO,
        "answered": [None, [], ["start"], ["start", "end"], ["start", "later"], ["start", "later", "end"]],
    },
    "lss-support": {
        "intervention": [None, "relief_service", "daily_activity", "personal_assistance"],
        "conditions_met": YES_NO,
        "assessed": YES_NO,
        "requested": YES_NO,
        "circle": [None, "first", "third", "outside"],
        "needed": YES_NO,
        "met_otherwise": YES_NO,
    },
    "lss-documentation": {"work": [None, "handling", "execution", "other"], "disputed": YES_NO},
    "relief-place": {"act": [None, "lss", "sol"], "place": [None, "home", "outside"]},
}
VALUES = SUPPORT | PLANS
