"""Every text that a page asks a translation for, out of code and templates alike."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "anhoriglots"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def texts() -> dict[str, set[str]]:
    """Msgids with the files they stand in. A text with a plural is known by its singular."""
    found: dict[str, set[str]] = {}
    for path in _files():
        for text in _texts_in(path):
            found.setdefault(text, set()).add(str(path.relative_to(PACKAGE)))
    return found


def _files() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in (".py", ".html") and "tests" not in path.parts:
            yield path


def _texts_in(path: Path) -> Iterator[str]:
    source = path.read_text(encoding="utf-8")
    code = _unindented(templatize(source, origin=str(path))) if path.suffix == ".html" else source
    for _line, message, _comments, _context in extract("python", BytesIO(code.encode()), KEYWORDS, (), {}):
        text = message[0] if isinstance(message, tuple) else message
        if text:
            yield text


def _unindented(code: str) -> str:
    """What Django makes of a template looks like Python but for its indentation."""
    return "\n".join(line.strip() for line in code.splitlines())
