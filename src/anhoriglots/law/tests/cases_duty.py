"""The values of the questions on the duty towards carers and on support without assessment, for ``cases``.

A list that is not whole is chosen so that every branch is met.
"""

from datetime import date
from typing import Any

from anhoriglots.law.parameter import all_codes

YES_NO = [None, False, True]
CONSENT = [None, "refused", "given"]
# Inside the duty, outside it, and both.
WHOM = [None, ["elderly"], ["addiction"], ["other", "disability"]]
OFFERS = [None, "not_offered", "offered", "accepted", "declined"]
POINTS = sorted(all_codes("six-points"))

VALUES: dict[str, dict[str, list[Any]]] = {
    "duty-status": {
        "cared_for": WHOM,
        "judged_long_term_ill": YES_NO,
        "support": [None, "not_offered", "declined"],
        "information_and_guidance": [None, "not_offered", "offered", "accepted"],
        "support_contact": OFFERS,
        "named_person": YES_NO,
        "function_is_enough": YES_NO,
    },
    "first-contact-closing": {"cared_for": WHOM, "judged_long_term_ill": YES_NO, "information_and_guidance": OFFERS},
    "counted-in-duty": {"cared_for": WHOM, "judged_long_term_ill": YES_NO},
    "carer-effort": {
        "carer_says": CONSENT,
        "carer_under_18": YES_NO,
        "relation": [None, "other", "spouse", "parent_of_minor"],
        "judged_family_duty": YES_NO,
    },
    "identity-for-carer": {
        "demanded": [
            None,
            "name",
            *sorted(all_codes("carer-is-anybody")),
            *sorted(all_codes("direct-support-regardless")),
            *sorted(all_codes("data-not-demanded")),
        ],
        "identified": YES_NO,
    },
    "outreach-record": {"what": [None, "identity", "numbers"], "becomes_matter": YES_NO},
    "plan-of-interventions": {"planned": YES_NO, "early_weighed": YES_NO},
    "addiction-carer-support": {"carer_says": CONSENT, "treatment_depends": YES_NO},
    "responsible-unit": {
        "carer_lives": [None, "our_area", "other_district", "other_municipality"],
        "acute": YES_NO,
        "other_is_clear": YES_NO,
    },
    "shown-about-cared-for": {
        "what": [None, "about_cared_for", "mixed", "own", "general"],
        "do_not_involve": YES_NO,
        "consent": CONSENT,
        "within_scope": YES_NO,
        "consent_until": [None, date(2026, 6, 30), date(2029, 1, 1)],
    },
    "six-points": {
        "assessed": WHOM,
        "known_carer": YES_NO,
        "answered": [None, [], POINTS[:1], POINTS[1:], POINTS],
    },
    "support-plan-request": {"carer_asked": YES_NO, "has_plan": YES_NO},
    "support-design": {
        "designed_together": YES_NO,
        "in_home": YES_NO,
        "choice_offered": YES_NO,
        "choice_possible": YES_NO,
    },
    "carer-involvement": {
        "suspected_violence": YES_NO,
        "carer_wish": [None, "does_not_want", "cannot", "wants"],
        "cared_for_consent": CONSENT,
    },
    "start-investigation": {"child_report": YES_NO, "could_lead_to_action": YES_NO, "person_known": YES_NO},
    "anonymous-contact": {
        "about": [None, "counselling", "without_assessment", "decision", "fee"],
        "identity_decision": YES_NO,
        "name_tied_by": [None, "nobody", "the_person", "staff"],
    },
    "base-offer": {"part": [None, "other", *sorted(all_codes("base-offer-parts"))], "bound_by_programme": YES_NO},
    "provider-may": {
        "done_by": [None, "private", "municipality"],
        "exercises_authority": YES_NO,
        "agreement": YES_NO,
    },
    "fee": {
        "kind": [None, "other", *sorted(all_codes("kinds-with-fee"))],
        "judged_similar": YES_NO,
        "treatment": YES_NO,
        "decided": YES_NO,
        "above_cost": YES_NO,
    },
}
