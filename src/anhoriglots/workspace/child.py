"""What the law says when a child is in touch, as staff read it beside the request."""

from datetime import date

from anhoriglots.accounts.queries import Actor
from anhoriglots.catalogue.queries.places import Facts, Place
from anhoriglots.kernel.decision import Decision

PAGE = ("Förfrågan från barn eller ung",)
# Age and guardians are not asked of the child, so the law is asked without them and says what to find out.
SUSPECTED: Facts = {"reporter": "social_services", "under_18": True, "knows": "suspects"}
TALK: Facts = {"investigation": "none"}
SUPPORT: Facts = {"support": "unassessed", "child_says": "asks"}
READING: Facts = {"reader_is_guardian": True}
ASKED = (
    ("Om du tror att barnet far illa", Place("concern-report", PAGE, every=lambda _day: [SUSPECTED]), SUSPECTED),
    ("Innan ni talas vid utan vårdnadshavare", Place("child-talk", PAGE, every=lambda _day: [TALK]), TALK),
    ("Om barnet vill ha stöd", Place("child-participation", PAGE, every=lambda _day: [SUPPORT]), SUPPORT),
    ("Om en vårdnadshavare vill läsa", Place("guardian-insight", PAGE, every=lambda _day: [READING]), READING),
)


def child_law(actor: Actor, on: date) -> list[tuple[str, Decision]]:
    """When it applies, and what the law says then; the board's own reading speaks where it has one.

    Raises:
        NoLawOnDate: one of them has no law on the day.
    """
    return [(title, place.decide(actor, on, facts)) for title, place, facts in ASKED]
