"""Where profile folders are, and what they are called."""

import os
from pathlib import Path

from anhoriglots.kernel.fault import Fault

from .fault import ProfileError

BUILT_IN = Path(__file__).resolve().parent
OWN_FOLDERS = "ANHORIGLOTS_PROFILES"


def profile_folders() -> tuple[Path, ...]:
    """The built-in folders and those that ``ANHORIGLOTS_PROFILES`` names, sorted by their name, which is the code.

    The variable holds paths separated as in PATH; each is a profile folder (it holds a profile.yaml) or a folder of
    such folders. A municipality that keeps its own folder for a built-in code replaces the built-in one.

    Raises:
        ProfileError: when a path in the variable does not exist, so that no municipality goes missing in silence.
    """
    roots = [BUILT_IN, *(Path(part).absolute() for part in os.environ.get(OWN_FOLDERS, "").split(os.pathsep) if part)]
    missing = [Fault(str(root), 1, f"mappen finns inte, se {OWN_FOLDERS}") for root in roots if not root.is_dir()]
    if missing:
        raise ProfileError(tuple(missing))
    found = {folder.name: folder for root in roots for folder in (root, *root.glob("*")) if _is_profile(folder)}
    return tuple(found[name] for name in sorted(found))


def shown_name(folder: Path, name: str) -> str:
    """The file as a person would write it: "profiles/0480/support.yaml", or the whole path outside the program."""
    if folder.resolve().parent == BUILT_IN:
        return f"profiles/{folder.name}/{name}"
    return str(folder / name)


def _is_profile(folder: Path) -> bool:
    return (folder / "profile.yaml").is_file()
