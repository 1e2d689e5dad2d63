"""``anhoriglots user add``: the first account of a municipality; the rest are made on the page."""

import argparse
import getpass
import sys

from ..errors import CommandError


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``user add``."""
    from anhoriglots.accounts.roles import Role

    parser = subparsers.add_parser("user", help="konton för personal")
    verbs = parser.add_subparsers(title="vad", metavar="VAD", required=True)
    add = verbs.add_parser("add", help="lägg till ett konto; lösenordet frågas efter eller läses från standard in")
    add.add_argument("municipality", metavar="KOD", help="kommunkod, till exempel 0480")
    add.add_argument("username", metavar="NAMN", help="namn att logga in med")
    add.add_argument("--first-name", required=True, help="förnamn, som anhöriga får se")
    add.add_argument("--last-name", default="", help="efternamn")
    add.add_argument("--unit", required=True, help="enhetens nyckel i profilen")
    add.add_argument("--role", required=True, choices=[role.value for role in Role])
    add.set_defaults(run=run, database_role="owner")


def run(options: argparse.Namespace) -> int:
    """Ask for a password and make the account."""
    from ..accounts import add_account

    add_account(
        municipality=options.municipality,
        username=options.username,
        password=_password(),
        first_name=options.first_name,
        last_name=options.last_name,
        unit=options.unit,
        role=options.role,
    )
    print(f"Kontot {options.username} finns nu.")
    return 0


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Lösenord: ")
    if getpass.getpass("En gång till: ") != first:
        raise CommandError("Lösenorden är inte lika. Försök igen.")
    return first
