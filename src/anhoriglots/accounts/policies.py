"""Who may manage accounts: the system administrator of the board, who sees its staff and never a carer (law.md 3).

A board is an authority of its own, so its administrator reaches no further than the board does.
"""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from anhoriglots.kernel.decision import Decision, forbidden, permitted

from .models import Assignment, User
from .queries import Actor
from .roles import Capability


def may_manage_accounts(actor: Actor) -> Decision:
    """May this person open the pages for accounts, and add colleagues?"""
    if not actor.can(Capability.MANAGE_ACCOUNTS):
        return forbidden("role-manages-no-accounts", "Din roll hanterar inte konton.")
    return permitted("manages-accounts", "Du hanterar konton hos din nämnd.")


def may_see_user(actor: Actor, user: User, *, on: date) -> Decision:
    """May this person see the account among the board's own?

    Those with an assignment at the board now or to come, and those without any that were made there.
    """
    allowed = may_manage_accounts(actor)
    if not allowed:
        return allowed
    if user.municipality != actor.municipality or actor.board_id not in _boards(user, on):
        return forbidden("other-board", "Kontot finns hos en annan nämnd.")
    return allowed


def visible_users(actor: Actor, *, on: date) -> QuerySet[User]:
    """The users this person may see."""
    if not actor.can(Capability.MANAGE_ACCOUNTS):
        return User.objects.none()
    here = Exists(_lasting(on).filter(board_id=actor.board_id))
    made_here = ~Exists(_lasting(on)) & Q(board_id=actor.board_id)
    return User.objects.filter(here | made_here, municipality=actor.municipality)


def may_manage_user(actor: Actor, user: User, *, on: date) -> Decision:
    """May this person give the user assignments and passwords, or close the account?

    Never one's own: whoever gives rights cannot give them to oneself. Never one that opens another board's files
    too: whoever holds the password would read there.
    """
    allowed = may_see_user(actor, user, on=on)
    if not allowed:
        return allowed
    if user.pk == actor.user_id:
        return forbidden("own-account", "Du kan inte ändra ditt eget konto. Be en annan administratör.")
    if _boards(user, on) != {actor.board_id}:
        return forbidden(
            "shared-account", "Kontot har uppdrag hos en annan nämnd också. Du kan inte ändra det härifrån."
        )
    return allowed


def manageable_users(actor: Actor, *, on: date) -> QuerySet[User]:
    """The users this person may manage."""
    elsewhere = Exists(_lasting(on).exclude(board_id=actor.board_id))
    return visible_users(actor, on=on).filter(~elsewhere).exclude(pk=actor.user_id)


def may_end_assignment(actor: Actor, row: Assignment) -> Decision:
    """May this person let the assignment end? A board may always take back what opens its own files."""
    allowed = may_manage_accounts(actor)
    if not allowed:
        return allowed
    if row.user_id == actor.user_id:
        return forbidden("own-account", "Du kan inte ändra ditt eget konto. Be en annan administratör.")
    if row.board_id != actor.board_id:
        return forbidden("other-board", "Uppdraget finns hos en annan nämnd.")
    return allowed


def _lasting(on: date) -> QuerySet[Assignment]:
    """Assignments of the user in the query outside, in force on the day or to come."""
    return Assignment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), user=OuterRef("pk"))


def _boards(user: User, on: date) -> set[UUID | None]:
    lasting = user.assignments.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    return set(lasting.values_list("board_id", flat=True)) or {user.board_id}
