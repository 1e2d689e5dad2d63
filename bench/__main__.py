"""``python -m bench``: measures the program against floors taken in the same run (docs/contribute/measuring.md)."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SIZES = (1_000, 100_000, 1_000_000)
COMPARED = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the findings as JSON. A missed budget is a finding: 0 all the same."""
    options = _parser().parse_args(arguments)
    from bench.runner.server import NotMeasured, UnknownJob

    folder = Path("var").resolve() / f"bench-{options.size}"
    try:
        findings = _measured(folder, options)
    except KeyboardInterrupt:
        return 130
    except NotMeasured as reason:
        print(f"bench: {reason}", file=sys.stderr)
        return 2 if isinstance(reason, UnknownJob) else 1
    path = options.json or _kept(options.size)
    earlier = _earlier(options.size)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(findings.as_data(), ensure_ascii=False, indent=1))
    from bench.runner.report import lines

    print("\n".join(lines(findings, earlier)))
    print(f"\nKept in {path}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the program against floors.")
    parser.add_argument("--size", type=int, choices=SIZES, default=SIZES[0], help="carers in the database (1000)")
    parser.add_argument("--jobs", default="", help="only these, separated by commas; part of a name is enough")
    parser.add_argument("--seconds", type=_seconds, default=5.0, help="per job and concurrency (5)")
    parser.add_argument("--seed", type=int, default=1, help="decides who the invented people are (1)")
    parser.add_argument("--json", type=Path, help="where to write the findings (var/bench/SIZE.json)")
    return parser


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0.5 <= seconds <= 600:
        raise argparse.ArgumentTypeError("between 0.5 and 600 seconds")
    return seconds


def _kept(size: int) -> Path:
    return Path("var").resolve() / "bench" / f"{size}.json"


def _earlier(size: int) -> dict[str, Any] | None:
    """What was found at 100,000 carers, when this run is larger."""
    path = _kept(COMPARED)
    if size <= COMPARED or not path.exists():
        return None
    kept: dict[str, Any] = json.loads(path.read_text())
    return kept


def _measured(folder: Path, options: argparse.Namespace) -> Any:
    from bench.generator.fill import Made
    from bench.progress import Progress
    from bench.runner.server import NotMeasured, environment

    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(environment(folder))
    made = subprocess.run(
        [sys.executable, "-m", "bench.generator", str(options.size), str(options.seed)],
        stdout=subprocess.PIPE,
        text=True,
    )
    if made.returncode != 0:
        raise NotMeasured(f"the database of {options.size:,} carers could not be made")
    from anhoriglots.administration.ready import prepare

    prepare("web")
    from django.core.management import call_command

    from bench.runner.jobs import wanted_jobs
    from bench.runner.run import Run

    call_command("collectstatic", interactive=False, verbosity=0)
    run = Run(folder, Made(**json.loads(made.stdout.splitlines()[-1])), options.seed, options.seconds, Progress())
    return run.measure(options.size, wanted_jobs(options.jobs))


if __name__ == "__main__":
    sys.exit(main())
