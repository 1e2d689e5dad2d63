"""Compares a municipality's profile with the database, and loads it."""

from datetime import date
from pathlib import Path

from django.db import transaction

from anhoriglots.catalogue.actions import load as catalogue
from anhoriglots.kernel.fault import Fault
from anhoriglots.organisations import actions as organisations
from anhoriglots.organisations.loading import Change, Table
from anhoriglots.profiles.reader import read_profile

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
    return [change for table in _tables(folder, on) for change in table.changes()]


def load(folder: Path, *, on: date) -> list[Change]:
    """Make the database equal to the profile, all of it or nothing, and tell what changed.

    Raises:
        FaultyProfile: the profile has faults by the law on the day.
    """
    tables = _tables(folder, on)
    with transaction.atomic():
        return [change for table in tables for change in table.load()]


def _tables(folder: Path, on: date) -> list[Table]:
    found = check(folder, on=on)
    if found:
        raise FaultyProfile(found)
    profile = read_profile(folder)
    return [*organisations.tables_of(profile), *catalogue.tables_of(profile)]
