"""Checks a municipality's profile against the catalogue and the law; needs no database."""

from datetime import date
from pathlib import Path

from anhoriglots.catalogue.support_forms import known_forms
from anhoriglots.kernel.fault import Fault
from anhoriglots.law import codes
from anhoriglots.profiles.check import faults, warnings


def check(folder: Path, *, on: date) -> tuple[Fault, ...]:
    """All faults of the profile with file and line, by the law on the day; empty when it can be loaded."""
    return faults(folder, forms=known_forms(), always_assessed=codes("kinds-always-assessed", on))


def look_at(folder: Path, *, on: date) -> tuple[Fault, ...]:
    """What stops nothing but somebody ought to look at: help-lines not checked for long, words nobody has approved."""
    return warnings(folder, on=on)
