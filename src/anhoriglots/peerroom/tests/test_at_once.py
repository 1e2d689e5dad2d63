"""Two at once: one name goes to one, and whoever erases leaves nothing of what they are just writing."""

from datetime import datetime

from django.utils import timezone

from anhoriglots.booking.tests.groups import NYKOPING, hired
from anhoriglots.database.scope import scope
from anhoriglots.database.tests.at_once import several_at_once
from anhoriglots.kernel.decision import Refused
from anhoriglots.peerroom.actions.erase_mine import erase_mine
from anhoriglots.peerroom.models import Post
from anhoriglots.peerroom.workflow import PostStep

from .rooms import Inside, a_room, members, posts


def at() -> datetime:
    """Now, since what is committed is seen by the tasks of other tests too."""
    return timezone.now()


def test_one_name_goes_to_one(django_db_setup: None, committed: None) -> None:
    room = a_room(hired(), at=at())
    everybody = [Inside(room, at=at()) for _ in range(8)]
    with several_at_once(8) as run:
        outcomes = run(lambda number: everybody[number].joins("Ekorre"))
    refused = [one for one in outcomes if isinstance(one, Refused)]
    assert {one.decision.reason for one in refused} == {"name-is-taken"}
    assert (len(refused), len(members(room))) == (7, 1)


def test_what_is_written_while_all_is_erased_goes_too(django_db_setup: None, committed: None) -> None:
    room = a_room(hired(), at=at())
    inside = Inside(room, at=at(), name="Ekorre")

    def erases_or_writes(number: int) -> object:
        if number == 3:
            with scope(NYKOPING):
                return erase_mine(**inside.keys)
        return inside.writes(f"Rad {number}.")

    with several_at_once(8) as run:
        outcomes = run(erases_or_writes)
    wrong = [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, Refused)]
    assert wrong == []
    assert posts(room) == []
    assert members(room) == []


def test_reports_at_once_are_counted_and_hide_once(django_db_setup: None, committed: None) -> None:
    room = a_room(hired(), at=at(), hide_at=5)
    post: Post = Inside(room, at=at(), name="Ekorre").writes("Elakt.")
    others = [Inside(room, at=at(), name=f"Kotte {number}") for number in range(5)]
    with several_at_once(5) as run:
        outcomes = run(lambda number: others[number].reports(post))
    assert [one for one in outcomes if isinstance(one, Exception)] == []
    assert posts(room)[0].step == PostStep.HIDDEN
