"""What the tests share: the catalogue's forms, the law's list, and copies of a profile that can be broken."""

import shutil
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from anhoriglots.law import codes
from anhoriglots.profiles.check import faults
from anhoriglots.profiles.known_forms import KnownForm
from anhoriglots.profiles.reader import BUILT_IN

# Read as a file: the catalogue stands on a floor above this one.
FORMS_FILE = BUILT_IN.parent / "catalogue" / "reference" / "support_forms.toml"
TODAY = date(2026, 11, 23)


@cache
def forms() -> dict[str, KnownForm]:
    """The support forms of the catalogue."""
    rows = tomllib.loads(FORMS_FILE.read_text(encoding="utf-8"))["support_form"]
    return {row["code"]: KnownForm(row["kind"], row["class"]) for row in rows}


def faults_in(folder: Path) -> list[str]:
    """The faults as a person reads them, with the file's name alone."""
    found = faults(folder, forms=forms(), always_assessed=codes("kinds-always-assessed", TODAY))
    return [str(fault).removeprefix(f"{folder}/") for fault in found]


def copy_of(code: str, target: Path) -> Path:
    """A copy of a built-in profile, to be broken."""
    return Path(shutil.copytree(BUILT_IN / code, target / code))


@dataclass(frozen=True)
class Break:
    """One thing broken in a copy of a profile.

    Attributes:
        after: the change is made at the first ``old`` after this text.
        at: text on the line that the fault must name, when it is not the changed line itself; looked for from
            ``at_after`` on.
        at_file: the file that the fault must name, when another than the changed one.
    """

    code: str
    file: str
    old: str
    new: str
    message: str
    after: str = ""
    at: str = ""
    at_after: str = ""
    at_file: str = ""

    def make(self, target: Path) -> tuple[Path, str]:
        """A broken copy, and how the fault must begin: file and line."""
        folder = copy_of(self.code, target)
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        start = text.index(self.old, text.index(self.after))
        path.write_text(text[:start] + self.new + text[start + len(self.old) :], encoding="utf-8")
        return folder, self._expected(folder, text[:start].count("\n") + 1)

    def _expected(self, folder: Path, changed: int) -> str:
        if not self.at:
            return f"{self.file} rad {changed}: "
        file = self.at_file or self.file
        text = (folder / file).read_text(encoding="utf-8")
        line = text.count("\n", 0, text.index(self.at, text.index(self.at_after))) + 1
        return f"{file} rad {line}: "
