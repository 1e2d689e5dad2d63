"""``anhoriglots profile check|diff|load``: a municipality as data."""

import argparse
from datetime import date, datetime
from pathlib import Path

from anhoriglots.kernel.dates import SWEDEN

from ..errors import CommandError


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``profile`` with its three verbs."""
    parser = subparsers.add_parser("profile", help="kontrollera, jämför eller läs in en kommuns profil")
    verbs = parser.add_subparsers(title="vad", metavar="VAD", required=True)
    for name, run, role, text in (
        ("check", run_check, None, "visa alla fel och varningar med fil och rad"),
        ("diff", run_diff, "owner", "visa vad en inläsning skulle ändra"),
        ("load", run_load, "owner", "läs in: allt eller inget"),
    ):
        verb = verbs.add_parser(name, help=text)
        verb.add_argument("codes", nargs="*", metavar="KOD", help="kommunkod, till exempel 0480; utan kod: alla")
        verb.set_defaults(run=run, database_role=role)


def run_check(options: argparse.Namespace) -> int:
    """Print every fault, and what somebody ought to look at; 1 when there is a fault."""
    from ..profile_check import check, look_at

    found = [fault for folder in _folders(options.codes) for fault in check(folder, on=_today())]
    for fault in found:
        print(fault)
    for warning in (each for folder in _folders(options.codes) for each in look_at(folder, on=_today())):
        print(f"Varning: {warning}")
    if not found:
        print("Inga fel.")
    return 1 if found else 0


def run_diff(options: argparse.Namespace) -> int:
    """Print what would change."""
    from ..profiles import FaultyProfile, difference

    try:
        changes = [change for folder in _folders(options.codes) for change in difference(folder, on=_today())]
    except FaultyProfile as error:
        return _tell_faults(error)
    for change in changes:
        print(change)
    if not changes:
        print("Inget skulle ändras.")
    return 0


def run_load(options: argparse.Namespace) -> int:
    """Load and print how much changed."""
    from ..profiles import FaultyProfile, load

    for folder in _folders(options.codes):
        try:
            changes = load(folder, on=_today())
        except FaultyProfile as error:
            return _tell_faults(error)
        print(f"{folder.name}: {len(changes)} rader ändrade." if changes else f"{folder.name}: inget att ändra.")
    return 0


def _today() -> date:
    return datetime.now(SWEDEN).date()  # noqa: TID251 - a command is an edge that may ask the clock


def _folders(codes: list[str]) -> list[Path]:
    from anhoriglots.profiles.reader import profile_folders

    folders = profile_folders()
    known = {folder.name for folder in folders}
    for code in codes:
        if code not in known:
            raise CommandError(f"Det finns ingen profil för {code}. De som finns: {', '.join(sorted(known))}.")
    return [folder for folder in folders if not codes or folder.name in codes]


def _tell_faults(error: "Exception") -> int:
    for fault in getattr(error, "faults", []):
        print(fault)
    print("Profilen har fel. Inget har ändrats.")
    return 1
