"""Who may manage accounts: the system administrator, who sees staff and never a carer (law.md 3)."""

from django.db.models import QuerySet

from anhoriglots.kernel.decision import Decision, forbidden, permitted

from .models import User
from .queries import Actor
from .roles import Capability


def may_manage_accounts(actor: Actor) -> Decision:
    """May this person open the pages for accounts, and add colleagues?"""
    if not actor.can(Capability.MANAGE_ACCOUNTS):
        return forbidden("role-manages-no-accounts", "Din roll hanterar inte konton.")
    return permitted("manages-accounts", "Du hanterar konton i din kommun.")


def may_manage_user(actor: Actor, user: User) -> Decision:
    """May this person give the user assignments and passwords, or close the account?

    Never one's own: whoever gives rights cannot give them to oneself.
    """
    allowed = may_manage_accounts(actor)
    if not allowed:
        return allowed
    if user.municipality != actor.municipality:
        return forbidden("other-municipality", "Kontot finns i en annan kommun.")
    if user.pk == actor.user_id:
        return forbidden("own-account", "Du kan inte ändra ditt eget konto. Be en annan administratör.")
    return allowed


def manageable_users(actor: Actor) -> QuerySet[User]:
    """The users this person may manage."""
    if not actor.can(Capability.MANAGE_ACCOUNTS):
        return User.objects.none()
    return User.objects.filter(municipality=actor.municipality).exclude(pk=actor.user_id)
