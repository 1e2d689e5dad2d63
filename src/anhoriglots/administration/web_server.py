"""How the program's processes are started: the web server and the background worker."""

import http.client
import sys

from .supervisor import Process

TARGET = "anhoriglots.config.wsgi:application"
# Threads mostly wait for the database; more of them would only queue for the two processors and the connection pool.
_THREADS = 4
# Connections, not requests: a browser keeps several open. A low number would shut visitors out.
_CONNECTIONS = 512


def web_process(host: str, port: int, *, workers: int = 2) -> Process:
    """The web server with production settings. No access log: addresses and codes would end up in it.

    Args:
        host: the address to listen on; 127.0.0.1 unless something in front of it handles encryption.
        port: 1 to 65535.
        workers: processes; one per processor core is enough.
    """
    options = {
        "--interface": "wsgi",
        "--host": host,
        "--port": str(port),
        "--http": "1",
        "--workers": str(workers),
        "--blocking-threads": str(_THREADS),
        "--backlog": "1024",
        "--backpressure": str(_CONNECTIONS),
        "--http1-header-read-timeout": "15000",  # milliseconds; also how long an idle connection is kept
        "--respawn-interval": "0.5",
        "--workers-kill-timeout": "5",
        "--log-level": "warning",
    }
    flags = ["--no-ws", "--no-access-log", "--respawn-failed-workers"]
    pairs = [part for pair in options.items() for part in pair]
    return Process("webb", [sys.executable, "-m", "granian", *pairs, *flags, TARGET])


def worker_process() -> Process:
    """The background worker."""
    return Process("arbete", [sys.executable, "-m", "anhoriglots.config.command", "worker"])


def answers(host: str, port: int, path: str = "/") -> bool:
    """Does the web server answer without a fault of its own?"""
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
