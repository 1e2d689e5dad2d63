"""The values of the questions on files, secrecy and personal data, for ``cases``.

A list that is not whole is chosen so that every branch is met.
"""

from datetime import date
from typing import Any

from anhoriglots.law.parameter import all_codes

YES_NO = [None, False, True]
PARTS = [None, ("goals",), tuple(sorted(all_codes("plan-parts")))]
BASES = ["consent", "no_harm", "statutory_duty", "help_to_listed_group", "crime_or_wrong_payments"]
ACTS = ["show_in_list", "show_address", "open_file", "send_by_tax_agency"]

VALUES: dict[str, dict[str, list[Any]]] = {
    "journal-change": {
        "change": [None, "add", "edit", "delete", "note_dispute", "remove_dispute"],
        "finished": YES_NO,
    },
    "oral-note": {"in_writing": YES_NO, "may_matter": YES_NO},
    "implementation-plan": {"shows": PARTS},
    "file-registration": {
        "in_persons_file": YES_NO,
        "of_little_importance": YES_NO,
        "secret": YES_NO,
        "kept_in_order": YES_NO,
    },
    "secrecy-stamp": {"names_section": YES_NO, "names_day": YES_NO, "names_authority": YES_NO},
    "quality-duty": {
        "topic": [None, "follow_up", "competence", "misconduct_routine", "protected_data_routine"],
        "in_place": YES_NO,
    },
    "misconduct-report": {"seen": [None, "misconduct", "risk", "neither"], "serious": YES_NO, "private": YES_NO},
    "extract-from-register": {
        "act": [None, "ask", "note_shown", "note_content", "keep_copy"],
        "work_in_home": YES_NO,
        # Too old on every day tried, just old enough on one of them, and not yet issued.
        "issued": [None, date(2020, 2, 29), date(2026, 1, 1), date(2099, 12, 31)],
    },
    "provider-data": {
        "from_family_counselling": YES_NO,
        "board_has_asked": YES_NO,
        "purpose": [None, "quality", "administration", "follow_up", "evaluation", "other"],
    },
    "citation-replacement": {
        "old_section": [None, "5:10", "5 kap. 10 §", "2 a kap.", "6:1", "paragrafen"],
        "appeal_of_older_decision": YES_NO,
        "found_by_reader": [None, "22 kap. 1 §"],
    },
    "disclosure": {
        "holder": [None, "board", "private_provider"],
        "receiver": [None, "protected_person", "individual", "other_branch", "other_board", "other_authority"],
        "basis": [None, "none", "weighing_clause", *BASES],
        "consent_from": [None, "someone_else", "guardian", "protected_person"],
        "guardian_decides": YES_NO,
        "consent_says": [None, (), ("what", "to_whom"), ("what", "to_whom", "until")],
        "condition_met": YES_NO,
    },
    "current-matter": {
        "asked_by": [None, "board_here", "someone_else"],
        "asks_for": [None, "is_current", "more"],
        "known_from": [None, "matter", "without_assessment", "without_name", "family_counselling"],
        "counts_as_matter": YES_NO,
    },
    "insight": {
        "concerns": [None, "reader", "both", "another"],
        "told_by_another": YES_NO,
        "risk_of_harm": YES_NO,
    },
    "guardian-insight": {
        "born": [None, date(2000, 2, 29), date(2020, 1, 1)],
        "reader_is_guardian": YES_NO,
        "considerable_harm": YES_NO,
        "guardian_decides": YES_NO,
    },
    "refused-disclosure": {
        "answer": [None, "handed_out", "with_reservation", "in_part", "refused"],
        "decision_wanted": YES_NO,
    },
    "mass-extract": {"names_persons": YES_NO, "unlawful_processing": YES_NO},
    "purpose": {
        "purpose": [None, "matters_and_interventions", "follow_up", "other"],
        "data": [None, "ordinary", "personal_number", "sensitive", "offence"],
        "needed_for_task": YES_NO,
        "from_matter_or_needed": YES_NO,
        "duty_of_silence": YES_NO,
    },
    "compilation-contents": {
        "use": [None, "operational", "follow_up"],
        "column": [None, "ordinary", "decided_measure", "sensitive", "delicate", "union_membership"],
    },
    "controller": {
        "done_by": [None, "one_board", "several_boards", "private_provider", "supplier", "association"],
    },
    "access-to-file": {
        "same_board": YES_NO,
        "role_reads_files": YES_NO,
        "needed_now": YES_NO,
        "reading_is_logged": YES_NO,
    },
    "log-review": {"months_between": [None, 1, 3, 120], "last_review": [None, date(2024, 2, 29), date(2026, 11, 1)]},
    "data-subject-right": {
        "right": [None, "information", "access", "rectification", "restriction", "erasure", "objection"],
        "must_be_kept": YES_NO,
        "processing_is_lawful": YES_NO,
    },
    "consent-kind": {
        "used_for": [None, "lift_secrecy", "processing", "both_at_once"],
        "task_in_law": YES_NO,
        "freely_given": YES_NO,
    },
    "impact-assessment": {"high_risk": YES_NO, "assessed": YES_NO, "still_high_risk": YES_NO},
    "protected-identity": {
        "protection": [None, "none", "secrecy_mark", "protected_registration", "fictitious_identity"],
        "close_person_protected": YES_NO,
        "act": [None, *ACTS],
        "checked": YES_NO,
    },
    "shared-documentation": {
        "record_of": [None, "intervention_elderly", "intervention_disability", "carers_own_support"],
        "informed": YES_NO,
        "blocked": YES_NO,
    },
}
