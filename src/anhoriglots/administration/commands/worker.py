"""``anhoriglots worker``: background work, such as sending messages and the daily erasing."""

import argparse


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``worker``."""
    parser = subparsers.add_parser("worker", help="kör bakgrundsarbetet, till exempel daglig gallring")
    parser.set_defaults(run=run, database_role="web")


def run(options: argparse.Namespace) -> int:
    """Work until stopped."""
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError(f"a worker needs Django's database, not {type(connector).__name__}")
    with app.replace_connector(connector.get_worker_connector()) as worker:
        worker.run_worker(delete_jobs="successful")  # what is done leaves no trace; what failed is kept to look at
    return 0
