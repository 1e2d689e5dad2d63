"""Checks, compares and loads a municipality's profile."""

from pathlib import Path

from django.db import transaction

from anhoriglots.catalogue.actions import load as catalogue
from anhoriglots.organisations import actions as organisations
from anhoriglots.organisations.loading import Change, Table
from anhoriglots.profiles.check import faults
from anhoriglots.profiles.fault import Fault
from anhoriglots.profiles.reader import read_profile


class FaultyProfile(Exception):
    """The profile has faults; nothing was loaded."""

    def __init__(self, found: list[Fault]) -> None:
        super().__init__(f"{len(found)} faults")
        self.faults = found


def check(folder: Path) -> list[Fault]:
    """All faults of the profile, with file and line; an empty list when it can be loaded."""
    return faults(folder, frozenset(catalogue.support_forms()))


def difference(folder: Path) -> list[Change]:
    """What loading would change.

    Raises:
        FaultyProfile: the profile has faults.
    """
    return [change for table in _tables(folder) for change in table.changes()]


def load(folder: Path) -> list[Change]:
    """Make the database equal to the profile, all of it or nothing, and tell what changed.

    Raises:
        FaultyProfile: the profile has faults.
    """
    tables = _tables(folder)
    with transaction.atomic():
        return [change for table in tables for change in table.load()]


def _tables(folder: Path) -> list[Table]:
    found = check(folder)
    if found:
        raise FaultyProfile(found)
    profile = read_profile(folder)
    return [*organisations.tables_of(profile), *catalogue.tables_of(profile)]
