"""Accounts, passwords and assignments of one board, where the audit row lies too."""

import secrets
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from anhoriglots.audit.actions import record
from anhoriglots.database.throttle import attempt, give_back
from anhoriglots.design.words import clock_in_words
from anhoriglots.kernel.decision import Refused, forbidden
from anhoriglots.organisations.queries import unit_by_id

from .guesses import present_passwords
from .models import Assignment, User
from .policies import may_end_assignment, may_manage_accounts, may_manage_user
from .queries import Actor
from .roles import Role

# No letters or digits that are mistaken for each other when read aloud.
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 4
# A password made by somebody else is worthless after a week.
GIVEN_PASSWORD_LASTS = timedelta(days=7)
WRONG_PASSWORD, PRESENT_PASSWORD_PAUSE = "wrong-password", "present-password-pause"


class NewUser(NamedTuple):
    """What is written down of a colleague; ``phone`` and ``phone_hours`` are shown to carers."""

    username: str
    first_name: str
    last_name: str = ""
    phone: str = ""
    phone_hours: str = ""


@transaction.atomic
def create_user(*, actor: Actor, new: NewUser, at: datetime) -> tuple[User, str]:
    """Make an account at the actor's board. Returns it with its one-time password, which is stored nowhere.

    Raises:
        Refused: the role manages no accounts, or the name is taken.
    """
    may_manage_accounts(actor).require()
    values = {**new._asdict(), "username": new.username.strip().lower()}
    user = User(municipality=actor.municipality, board_id=actor.board_id, **values)
    password = _give_password(user, at)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(forbidden("username-taken", "Namnet används redan. Välj ett annat.")) from error
    record(action="accounts.create_user", at=at, object_id=user.pk)
    return user, password


@transaction.atomic
def give_new_password(*, actor: Actor, user_id: UUID, at: datetime) -> str:
    """Replace a forgotten password by a one-time password; the person is signed out everywhere.

    Raises:
        Refused: not an account this person may change.
        User.DoesNotExist: no such account in the municipality.
    """
    user = _managed(actor, user_id, at)
    password = _give_password(user, at)
    user.save(update_fields=["password", "password_given_at"])
    record(action="accounts.give_new_password", at=at, object_id=user.pk)
    return password


def _give_password(user: User, at: datetime) -> str:
    password = "-".join("".join(secrets.choice(READABLE) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    user.set_password(password)
    user.password_given_at = at
    return password


def given_password_is_too_old(user: User, *, at: datetime) -> bool:
    """True when the one-time password was given so long ago that it no longer lets anybody in."""
    return user.password_given_at is not None and at - user.password_given_at > GIVEN_PASSWORD_LASTS


@transaction.atomic
def set_password(*, actor: Actor, password: str, at: datetime) -> User:
    """Choose one's own password; other sessions of the same person end.

    Raises:
        Refused: the password is too short, too common, too like the name, or the one that was given.
    """
    user = User.objects.select_for_update().get(pk=actor.user_id)
    if user.check_password(password):
        raise Refused(forbidden("same-password", "Välj ett annat lösenord än det du har nu."))
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(forbidden("weak-password", " ".join(error.messages))) from error
    user.set_password(password)
    user.password_given_at = None
    user.save(update_fields=["password", "password_given_at"])
    record(action="accounts.set_password", at=at, object_id=user.pk)
    return user


def change_password(*, actor: Actor, current: str, password: str, at: datetime) -> User:
    """Choose a new password, proving that one knows the current one.

    Raises:
        Refused: the current password is wrong, was wrong too often just now, or the new one is not good enough.
    """
    limit = present_passwords(actor.user_id)
    tried = attempt(limit, visitor="", at=at)
    if not tried.allowed:
        until = clock_in_words(tried.opens_at)
        sentence = f"Det nuvarande lösenordet har blivit fel fem gånger. Vänta till klockan {until}."
        raise Refused(forbidden(PRESENT_PASSWORD_PAUSE, sentence))
    if not User.objects.get(pk=actor.user_id).check_password(current):
        raise Refused(forbidden(WRONG_PASSWORD, "Det nuvarande lösenordet stämmer inte."))
    give_back(limit, visitor="")
    return set_password(actor=actor, password=password, at=at)


@transaction.atomic
def assign(
    *, actor: Actor, user_id: UUID, unit_id: UUID, role: Role, starts_on: date, ends_on: date | None, at: datetime
) -> Assignment:
    """Give somebody a role in a unit from a day, until the day before ``ends_on``.

    Raises:
        Refused: not an account this person may change, a unit of another board, or an end before the start.
        User.DoesNotExist: no such account in the municipality.
    """
    user = _managed(actor, user_id, at)
    unit = unit_by_id(unit_id)
    if unit.board_id != actor.board_id:
        raise Refused(forbidden("other-board", "Enheten finns hos en annan nämnd."))
    if ends_on is not None and ends_on <= starts_on:
        raise Refused(forbidden("ends-before-start", "Slutdagen behöver vara efter startdagen."))
    row = Assignment.objects.create(
        municipality=actor.municipality,
        user=user,
        board_id=unit.board_id,
        unit=unit,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    record(action="accounts.assign", at=at, object_id=user.pk, role=role.value, unit=str(unit.pk))
    return row


@transaction.atomic
def end_assignment(*, actor: Actor, assignment_id: UUID, ends_on: date, at: datetime) -> Assignment:
    """Let an assignment end; from ``ends_on`` it gives no rights.

    Raises:
        Refused: an assignment at another board, one's own, or an end before the start.
        Assignment.DoesNotExist: no such assignment in the municipality.
    """
    row = Assignment.objects.select_for_update().get(pk=assignment_id)
    may_end_assignment(actor, row).require()
    if ends_on <= row.starts_on:
        raise Refused(forbidden("ends-before-start", "Slutdagen behöver vara efter startdagen."))
    row.ends_on = ends_on
    row.save(update_fields=["ends_on"])
    record(action="accounts.end_assignment", at=at, object_id=row.user_id, role=row.role, unit=str(row.unit_id))
    return row


@transaction.atomic
def deactivate(*, actor: Actor, user_id: UUID, at: datetime) -> None:
    """Close the account at once; what the person has done stays.

    Raises:
        Refused: not an account this person may change.
        User.DoesNotExist: no such account in the municipality.
    """
    _set_active(actor, user_id, at, active=False)


@transaction.atomic
def reactivate(*, actor: Actor, user_id: UUID, at: datetime) -> None:
    """Open a closed account again; the old password still holds.

    Raises:
        Refused: not an account this person may change.
        User.DoesNotExist: no such account in the municipality.
    """
    _set_active(actor, user_id, at, active=True)


def _set_active(actor: Actor, user_id: UUID, at: datetime, *, active: bool) -> None:
    user = _managed(actor, user_id, at)
    user.is_active = active
    user.save(update_fields=["is_active"])
    record(action="accounts.reactivate" if active else "accounts.deactivate", at=at, object_id=user.pk)


def _managed(actor: Actor, user_id: UUID, at: datetime) -> User:
    user = User.objects.select_for_update().get(pk=user_id)
    may_manage_user(actor, user, on=localdate(at)).require()
    return user
