"""The console command ``anhoriglots``: parses, prepares the program, runs one subcommand, tells errors in plain words.

Exit codes: 0 done, 1 something is wrong with what was checked or asked for, 2 the call itself is wrong, 130 stopped
by the user.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from anhoriglots.administration import commands
from anhoriglots.administration.errors import CommandError
from anhoriglots.administration.ready import prepare
from anhoriglots.database.database_url import DatabaseUrlError
from anhoriglots.database.embedded import EmbeddedDatabaseError
from anhoriglots.integration import command as hsds
from anhoriglots.law import command as law

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    try:
        if getattr(options, "database_role", None):
            prepare(options.database_role)
        run: Run = options.run
        return run(options)
    except KeyboardInterrupt:
        return 130
    except (CommandError, DatabaseUrlError, EmbeddedDatabaseError) as error:
        print(f"anhoriglots: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as error:
        if not _is_lost_database(error):
            raise
        print("anhoriglots: Databasen svarar inte. Kontrollera att den är igång och försök igen.", file=sys.stderr)
        return 1


def build_parser() -> argparse.ArgumentParser:
    """The whole command line, each part added by the package it belongs to."""
    parser = argparse.ArgumentParser(prog="anhoriglots", description="System för kommunens stöd till anhöriga.")
    subparsers = parser.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True)
    for module in commands.ALL:
        module.add_parser(subparsers)
    hsds.add_parser(subparsers)
    law.add_parser(subparsers)
    return parser


def _is_lost_database(error: Exception) -> bool:
    from django.db import InterfaceError, OperationalError

    return isinstance(error, OperationalError | InterfaceError)


if __name__ == "__main__":
    sys.exit(main())
