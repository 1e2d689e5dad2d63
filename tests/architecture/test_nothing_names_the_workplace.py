"""The repository is whole in itself: it points at no folder of the machine it was written on."""

import pytest

from .tree import shown, tracked

# Put together here, so that this file does not find itself.
WORDS = ("/wor" + "k/", "/home" + "/", "/User" + "s/", ".." + "/shared", "/roo" + "t/", "C:" + "\\")


@pytest.mark.parametrize("word", WORDS)
def test_no_file_names_a_folder_of_somebodys_machine(word: str) -> None:
    files = [path for path in tracked() if path.suffix not in (".png", ".woff2", ".mo")]
    assert len(files) > 150
    assert [shown(path) for path in files if word in path.read_text(errors="ignore")] == []
