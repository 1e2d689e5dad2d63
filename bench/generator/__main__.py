"""``python -m bench.generator SIZE SEED``: makes the database in the folder that ANHORIGLOTS_VAR names.

A process of its own, since it works as the owner of the tables; what is measured afterwards never does.
"""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from anhoriglots.administration.ready import prepare


def main(size: int, seed: int) -> None:
    """Prepare, and print what was made as JSON on standard output."""
    prepare("owner")
    from django.utils import timezone

    from bench.progress import Progress

    from .prepared import prepare_database

    folder = Path(os.environ["ANHORIGLOTS_VAR"])
    made = prepare_database(folder, size=size, seed=seed, now=timezone.localtime(), progress=Progress())
    print(json.dumps(asdict(made)))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
