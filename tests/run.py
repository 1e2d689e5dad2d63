"""All checks in order, each told with its time; stops at the first kind that fails only after running the cheap ones.

``python tests/run.py`` runs everything, ``python tests/run.py style types`` only those named.
Installs Debian's Chromium where it may (root with apt-get); says what was left out and why where it may not.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TEMPLATES = "src/anhoriglots/**/*.html"
EACH_CORE = ("-n", "auto", "--dist", "loadfile")
FAULTS = "tests/journeys/test_faults.py"


def _tool(name: str, *arguments: str) -> list[str]:
    return [str(BIN / name), *arguments]


def _templates() -> list[str]:
    return [str(path) for path in sorted(ROOT.glob(TEMPLATES))]


def checks() -> dict[str, list[list[str]]]:
    """The commands of each kind of check."""
    return {
        "style": [
            _tool("ruff", "format", "--check", "--quiet", "."),
            _tool("ruff", "check", "--quiet", "."),
            _tool("djade", "--check", "--target-version", "5.2", *_templates()),
        ],
        "types": [_tool("mypy")],
        "floors": [
            _tool("lint-imports", "--no-cache"),
            _tool("python", "-W", "ignore", "-m", "django", "check", "--fail-level", "WARNING"),
        ],
        "law": [_tool("anhoriglots", "law", "check"), _tool("anhoriglots", "profile", "check")],
        "tests": [_tool("pytest", "-m", "not journey", *EACH_CORE, "--maxprocesses=4")],
        # What is killed and must be back within seconds runs alone.
        "journeys": [
            _tool("pytest", "-m", "journey", *EACH_CORE, "--maxprocesses=2", "tests/journeys", f"--ignore={FAULTS}"),
            _tool("pytest", "-m", "journey", FAULTS),
        ],
    }


def main(wanted: list[str]) -> int:
    """Run the kinds of checks that are wanted, or all; 1 when any failed."""
    known = checks()
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"Okänd kontroll: {', '.join(unknown)}. De som finns: {', '.join(known)}.", file=sys.stderr)
        return 2
    names = wanted or list(known)
    left_out = _prepare_browser() if "journeys" in names else None
    failed = [name for name in names if not (name == "journeys" and left_out) and not _passes(name, known[name])]
    if left_out and "journeys" in names:
        print(f"UTELÄMNAT: webbläsartesterna. {left_out}")
    print(f"MISSLYCKADES: {', '.join(failed)}" if failed else "Alla kontroller som kördes gick bra.")
    return 1 if failed else 0


def _passes(name: str, commands: list[list[str]]) -> bool:
    started = time.monotonic()
    print(f"== {name}", flush=True)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "anhoriglots.config.settings.test"}
    codes = [subprocess.run(command, cwd=ROOT, env=environment).returncode for command in commands]
    print(f"== {name}: {'FEL' if any(codes) else 'ok'} ({time.monotonic() - started:.0f} s)", flush=True)
    return not any(codes)


def _prepare_browser() -> str | None:
    """Make sure Chromium is there; returns why it is not."""
    if shutil.which("chromium"):
        return None
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return "Chromium saknas, och bara root på Debian får installera det här: apt-get install chromium."
    print("Installerar Chromium ...", flush=True)
    quiet = {"stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    done = subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], **quiet)  # type: ignore[call-overload]
    return None if done.returncode == 0 else "apt-get kunde inte installera Chromium."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
