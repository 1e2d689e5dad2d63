"""``anhoriglots migrate``: makes or updates the tables."""

import argparse


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``migrate``."""
    parser = subparsers.add_parser("migrate", help="skapa eller uppdatera tabellerna")
    parser.set_defaults(run=run, database_role="owner")


def run(options: argparse.Namespace) -> int:
    """Apply all migrations; rights and row-level security are laid afterwards, every time."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=1)
    return 0
