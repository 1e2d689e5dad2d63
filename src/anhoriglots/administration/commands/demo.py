"""``anhoriglots demo``: everything in one command, on this machine only, with invented people."""

import argparse
import os

from .serve import default_port, port_number


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``demo``."""
    parser = subparsers.add_parser("demo", help="visa hela programmet på den här datorn, med påhittade personer")
    parser.add_argument("--port", type=port_number, default=default_port(), help="port (8000, eller PORT=)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make tables, load profiles, add invented people, serve until Ctrl-C.

    The settings are those of production; only encryption on the way is off, since nothing leaves this machine.
    """
    from ..errors import CommandError
    from ..ready import prepare
    from ..supervisor import port_is_free

    if not port_is_free("127.0.0.1", options.port):
        raise CommandError(f"Port {options.port} används redan. Välj en annan, till exempel: make demo PORT=8010")
    os.environ["ANHORIGLOTS_PLAIN_HTTP"] = "1"
    os.environ["ANHORIGLOTS_DEMO"] = "1"  # shows translations that nobody has checked, with a mark
    _tell("Startar databasen ...")
    prepare("owner")
    from ..demo import build, guide_text

    _tell("Skapar tabeller och läser in tre kommuner ...")
    build()
    return _serve(options.port, guide_text(options.port))


def _serve(port: int, text: str) -> int:
    from django.core.management import call_command
    from django.db import connection

    from ..supervisor import run as supervise
    from ..web_server import answers, web_process, worker_process

    connection.close()
    call_command("collectstatic", interactive=False, verbosity=0)
    os.environ["ANHORIGLOTS_DATABASE_ROLE"] = "web"
    return supervise(
        [web_process("127.0.0.1", port, workers=2), worker_process()],
        ready=lambda: answers("127.0.0.1", port),
        on_ready=lambda: _tell(text),
    )


def _tell(text: str) -> None:
    print(text, flush=True)
