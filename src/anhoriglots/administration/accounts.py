"""Makes the first account of a municipality from the command line; the rest are made on the page."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from anhoriglots.accounts.models import Assignment, User
from anhoriglots.audit.actions import record
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Municipality, Unit

from .errors import CommandError


def add_account(
    *, municipality: str, username: str, password: str, first_name: str, last_name: str, unit: str, role: str
) -> None:
    """Make an account with one assignment from today.

    Raises:
        CommandError: unknown municipality or unit, a name that is taken, a password that is too weak.
    """
    if not Municipality.objects.filter(pk=municipality).exists():
        raise CommandError(f"Kommunen {municipality} är inte inläst. Kör: anhoriglots profile load {municipality}")
    place = Unit.objects.filter(municipality=municipality, key=unit, active=True).first()
    if place is None:
        known = ", ".join(Unit.objects.filter(municipality=municipality, active=True).values_list("key", flat=True))
        raise CommandError(f"Enheten {unit} finns inte. De som finns: {known}.")
    user = User(municipality=municipality, board_id=place.board_id, username=username.strip().lower())
    user.first_name, user.last_name = first_name, last_name
    _set_password(user, password)
    try:
        with scope(municipality, place.board_id):
            _save(user, place, role)
    except IntegrityError as error:
        raise CommandError(f"Det finns redan ett konto som heter {username}. Välj ett annat namn.") from error


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    user.set_password(password)


def _save(user: User, place: Unit, role: str) -> None:
    user.save(force_insert=True)
    Assignment.objects.create(
        municipality=user.municipality,
        user=user,
        board_id=place.board_id,
        unit=place,
        role=role,
        starts_on=timezone.localdate(),
    )
    record(action="administration.add_account", at=timezone.now(), object_id=user.pk, role=role)
