"""``anhoriglots hsds``: look through a file of others' services, and take it in as drafts.

Exit codes: 0 done, 1 something is wrong in the file or nothing could be saved, 2 the call itself is wrong.
"""

import argparse
import sys
from pathlib import Path

from .importing.files import MOST_BYTES, read_files
from .importing.services import Found, services_of
from .importing.told import RowFault, Unusable


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``hsds check`` and ``hsds import``; each parsed command carries ``run``, from arguments to exit code."""
    hsds = subparsers.add_parser("hsds", help="hämta in stöd från andra (Open Referral HSDS 3)")
    commands = hsds.add_subparsers(title="vad", required=True, metavar="VAD")
    checking = commands.add_parser("check", help="titta igenom en fil: vad som går att läsa och vad som är fel")
    checking.add_argument("file", metavar="FIL", type=Path, help="JSON, CSV eller zip")
    checking.set_defaults(run=run_check)
    taking = commands.add_parser("import", help="visa vad en fil skulle bli, och spara den som utkast")
    taking.add_argument("file", metavar="FIL", type=Path, help="JSON, CSV eller zip")
    taking.add_argument("municipality", metavar="KOD", help="kommunkod, till exempel 0480")
    taking.add_argument("--user", required=True, metavar="NAMN", help="den som hämtar in, som namnet att logga in med")
    taking.add_argument("--source", required=True, metavar="VEM", help="vem som har gjort filen")
    taking.add_argument("--unit", metavar="NYCKEL", help="enheten som ska ansvara; annars personens första")
    taking.add_argument(
        "--form", action="append", default=[], metavar="KATEGORI=KOD", help="kategorins stödform, - eller leave_out"
    )
    taking.add_argument("--save", metavar="MÄRKE", help="spara det som visades med det märket")
    taking.add_argument("--but-faulty", action="store_true", help="hämta in de andra raderna när några har fel")
    taking.set_defaults(run=run_import, database_role="web")


def run_check(options: argparse.Namespace) -> int:
    """Tell what is in the file; asks no database."""
    try:
        found = services_of(read_files(_body(options.file), options.file.name))
    except Unusable as unusable:
        return told_wrong(unusable.fault)
    print(f"{len(found.services)} tjänster går att läsa.")
    tell(found)
    return 1 if found.faults else 0


def tell(found: Found) -> None:
    """Print what is odd and what is wrong."""
    for notice in found.notices:
        print(f"Obs: {notice}")
    for fault in found.faults:
        print(_in_words(fault))


def told_wrong(fault: RowFault) -> int:
    """Print why the whole file cannot be used; returns the exit code."""
    print(f"anhoriglots: {_in_words(fault)}", file=sys.stderr)
    return 1


def run_import(options: argparse.Namespace) -> int:
    """Show what the file would become, and save it when the mark is that of what was shown."""
    from .import_command import take_in

    try:
        return take_in(options, _body(options.file))
    except Unusable as unusable:
        return told_wrong(unusable.fault)


def _body(path: Path) -> bytes:
    """The file, no more of it than is read anyway.

    Raises:
        Unusable: there is no such file.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise Unusable(path.name, "", "Filen går inte att öppna.", "Kontrollera namnet och försök igen.") from None


def _in_words(fault: RowFault) -> str:
    return f"{' '.join(filter(None, (fault.file, fault.place)))}: {fault.what} {fault.todo}"
