"""Runs a program that is told to stop when its parent dies, also when the parent is killed and can tell nobody.

Run by its path: `python tether.py PARENT PROGRAM ARGUMENT...` becomes PROGRAM. Only Linux has such a tether; on other
systems the program simply runs. Imports little, since each started process pays for it.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # from <sys/prctl.h>


def main(parent: int, command: list[str]) -> None:
    """Tie this process to its parent, then become the program."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            sys.exit(1)  # it died before the knot was tied
    os.execvp(command[0], command)  # noqa: S606 - the command is built by the supervisor


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
