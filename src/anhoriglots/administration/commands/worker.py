"""``anhoriglots worker``: background work, such as the daily erasing."""

import argparse


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``worker``."""
    parser = subparsers.add_parser("worker", help="kör bakgrundsarbetet, till exempel daglig gallring")
    parser.set_defaults(run=run, database_role="web")


def run(options: argparse.Namespace) -> int:
    """Work until stopped."""
    from procrastinate.contrib.django import app

    with app.replace_connector(app.connector.get_worker_connector()).open() as worker_app:  # type: ignore[attr-defined]
        worker_app.run_worker(install_signal_handlers=True, listen_notify=True)
    return 0
