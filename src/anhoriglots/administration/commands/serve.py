"""``anhoriglots serve``: the web server alone."""

import argparse
import os


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``serve``."""
    parser = subparsers.add_parser("serve", help="starta webbservern")
    parser.add_argument("--host", default="127.0.0.1", help="adress att lyssna på (127.0.0.1)")
    parser.add_argument("--port", type=port_number, default=default_port(), help="port (8000, eller PORT=)")
    parser.add_argument("--workers", type=int, default=2, help="antal processer (2)")
    parser.set_defaults(run=run, database_role="web")


def run(options: argparse.Namespace) -> int:
    """Serve until stopped. The tables must be there already: run ``anhoriglots migrate`` first."""
    from django.core.management import call_command

    from ..supervisor import run as supervise
    from ..web_server import web_process

    call_command("collectstatic", interactive=False, verbosity=0)
    return supervise([web_process(options.host, options.port, workers=options.workers)])


def port_number(text: str) -> int:
    """A port between 1 and 65535.

    Raises:
        argparse.ArgumentTypeError: told by argparse.
    """
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) < 65536):
        raise argparse.ArgumentTypeError(f"{text[:20]} är ingen port: ange ett tal mellan 1 och 65535")
    return int(text)


def default_port() -> str:
    """PORT from the environment, else 8000; as text, so that argparse checks it."""
    return os.environ.get("PORT", "8000")
