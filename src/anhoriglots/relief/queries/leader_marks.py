"""What the leader of a group sees of relief: that it waits, is arranged or is not, and nothing more."""

from collections.abc import Collection
from uuid import UUID

from ..models import ReliefRequest
from ..workflow import ReliefStep

MARKS = {
    ReliefStep.ASKED: "plats hålls, avlösning väntar",
    ReliefStep.PROPOSED: "plats hålls, avlösning väntar",
    ReliefStep.ACCEPTED: "avlösning klar",
    ReliefStep.DECLINED: "avlösning inte klar",
}


def leader_marks(booking_ids: Collection[UUID]) -> dict[UUID, str]:
    """A mark for each booking that waits for relief or has had an answer; one statement, none without bookings."""
    if not booking_ids:
        return {}
    rows = ReliefRequest.objects.filter(booking__in=booking_ids).values_list("booking", "step")
    return {booking: MARKS[ReliefStep(step)] for booking, step in rows if step in MARKS}
