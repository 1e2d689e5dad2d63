"""What is left of a request when it has been erased, and until when things are kept."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from anhoriglots.organisations.queries import MunicipalityPage

# Everything the visitor told; emptied as a whole, so that no rare combination stays behind. Left is that somebody
# asked, when, which unit, and its steps.
EMPTY: dict[str, Any] = {
    "district_id": None,
    "contact": "",
    "call_me": "",
    "call_words": "",
    "remark": "",
    "target_group_lines": [],
    "needs": [],
    "interpreter_language": "",
    "support_contact_wish": "",
    "other_person_knows": None,
    "erase_on": None,
}


def last_day_of_code(municipality: MunicipalityPage, *, at: datetime) -> date:
    """The last day on which a code used at ``at`` opens its thread; both are erased the night after."""
    return localdate(at) + timedelta(days=int(municipality.own["retention"]["thread_days"]))
