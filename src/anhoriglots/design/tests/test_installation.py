"""What the installation fetches and compiles."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import PoFileError

FRONTEND = Path(__file__).resolve().parents[4] / "frontend"
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Tack"\nmsgstr "Thanks"\n'


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FRONTEND / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO)
    return path


def test_every_package_is_pinned_by_version_and_sum_and_by_no_address() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages["node_modules/@digdir/designsystemet-css"]["version"] == "1.22.0"
    for package in packages.values():
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package


def test_a_catalogue_is_compiled_once(catalogue: Path) -> None:
    compile_catalogue = script("compile_messages").compile_catalogue
    assert compile_catalogue(catalogue) is True
    assert b"Thanks" in catalogue.with_suffix(".mo").read_bytes()
    assert compile_catalogue(catalogue) is False


def test_a_broken_catalogue_leaves_no_half_file(catalogue: Path) -> None:
    catalogue.write_text(PO + 'msgid "Hej\n')
    with pytest.raises(PoFileError):
        script("compile_messages").compile_catalogue(catalogue)
    assert sorted(path.name for path in catalogue.parent.iterdir()) == ["django.po"]


def test_files_of_this_lock_file_are_not_fetched_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = script("build_hook")
    fetched: list[Path] = []

    def pretend(directory: Path) -> None:
        fetched.append(directory)
        for source in hook.FILES:
            (directory / "node_modules" / source).parent.mkdir(parents=True, exist_ok=True)
            (directory / "node_modules" / source).write_text(source)

    monkeypatch.setattr(hook, "npm_ci", pretend)
    hook.fetch_files(FRONTEND, tmp_path)
    hook.fetch_files(FRONTEND, tmp_path)
    assert len(fetched) == 1
    (tmp_path / hook.STAMP).write_text("an older one")
    hook.fetch_files(FRONTEND, tmp_path)
    assert len(fetched) == 2
    (tmp_path / "fonts" / "NotoSans_400Regular.ttf").unlink()
    hook.fetch_files(FRONTEND, tmp_path)
    assert len(fetched) == 3
