"""Compares a municipality's profile with the database, and loads it."""

from datetime import date
from pathlib import Path

from django.conf import settings

from anhoriglots.catalogue.actions import load as catalogue
from anhoriglots.database.scope import scope
from anhoriglots.kernel.fault import Fault
from anhoriglots.organisations import actions as organisations
from anhoriglots.organisations.loading import Change, Table
from anhoriglots.profiles.reader import read_profile
from anhoriglots.profiles.schema import Profile
from anhoriglots.profiles.translations import without_drafts

from .profile_check import check


class FaultyProfile(Exception):
    """The profile has faults; nothing was loaded."""

    def __init__(self, found: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(found)} faults")
        self.faults = found


def difference(folder: Path, *, on: date) -> list[Change]:
    """What loading would change.

    Raises:
        FaultyProfile: the profile has faults by the law on the day.
    """
    profile = _checked(folder, on)
    with scope(profile.municipality.code):
        return [change for table in _tables(profile) for change in table.changes()]


def load(folder: Path, *, on: date) -> list[Change]:
    """Make the database equal to the profile, all of it or nothing, and tell what changed.

    Raises:
        FaultyProfile: the profile has faults by the law on the day.
    """
    profile = _checked(folder, on)
    with scope(profile.municipality.code):
        return [change for table in _tables(profile) for change in table.load()]


def _checked(folder: Path, on: date) -> Profile:
    found = check(folder, on=on)
    if found:
        raise FaultyProfile(found)
    profile = read_profile(folder)
    # What nobody has read is not even kept where it may not be shown.
    return profile if settings.SHOWS_DRAFTS else without_drafts(profile)


def _tables(profile: Profile) -> list[Table]:
    return [*organisations.tables_of(profile), *catalogue.tables_of(profile)]
