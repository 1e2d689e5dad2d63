"""One YAML file: what is accepted, and what is refused before it can do harm."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anhoriglots.kernel import document
from anhoriglots.kernel.document import MOST_BYTES, MOST_LEVELS, read_document

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
SCALARS = st.none() | st.booleans() | st.integers(-999_999_999, 999_999_999) | st.dates() | WORDS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)
SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
LAUGHS = 'a: &a ["ha", "ha"]\nb: &b [*a, *a]\nc: &c [*b, *b]\n'


@pytest.fixture(params=[yaml.SafeLoader, document.LOADER], ids=["pure", "fast"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation with libyaml and one without must read the same."""
    monkeypatch.setattr(document, "LOADER", request.param)


def faults(tmp_path: Path, content: str | bytes) -> list[tuple[int, str]]:
    path = tmp_path / "file.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(fault.line, fault.message) for fault in read_document(path, "file.yaml").faults]


def data(tmp_path: Path, content: str) -> object:
    path = tmp_path / "file.yaml"
    path.write_text(content, encoding="utf-8")
    return read_document(path, "file.yaml").data


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (LAUGHS, 1, "genvägar med & och *"),
        ("a: 1\nb: *a\n", 2, "genvägar med & och *"),
        ("a: 1\nb: !!python/name:os.system x\n", 2, "märken med !"),
        ("a: 1\n---\nb: 2\n", 1, "flera dokument"),
        ("", 1, "tom"),
        ("# bara en kommentar\n", 1, "tom"),
        ("a: 1\na: 2\n", 2, '"a" står två gånger'),
        ("a: 1\n? [b, c]\n: 2\n", 2, "ska vara ett ord"),
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "går inte att läsa som YAML"),
        ("a: 1\n\tb: 2\n", 2, "går inte att läsa som YAML"),
        ("a: 1\nb: [" + "[" * MOST_LEVELS + "]" * MOST_LEVELS + "]\n", 2, "fler än"),
        ("[" * 100_000, 1, "fler än"),
        ("a: \x00\n", 1, "YAML"),
        (b"a: \xe5\n", 1, "UTF-8"),
        (b"a: 1\r\nb: \xe5\r\n", 2, "UTF-8"),
        ("a: " + "x" * MOST_BYTES, 1, "större än 512 kB"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_not_plain_yaml_is_refused_on_its_line(
    tmp_path: Path, content: str | bytes, line: int, message: str
) -> None:
    found = faults(tmp_path, content)
    assert [message in text for _, text in found] == [True]
    assert found[0][0] == line


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert [str(fault) for fault in read_document(tmp_path / "x.yaml", "x.yaml").faults] == [
        "x.yaml rad 1: filen saknas"
    ]


def test_a_folder_in_place_of_a_file_is_a_fault(tmp_path: Path) -> None:
    assert [fault.message for fault in read_document(tmp_path, "x.yaml").faults] == ["filen går inte att öppna"]


def test_a_device_without_end_and_a_name_that_cannot_be_are_faults(tmp_path: Path) -> None:
    assert [fault.message for fault in read_document(Path("/dev/zero"), "x").faults] == [
        "innehållet är större än 512 kB"
    ]
    assert [fault.message for fault in read_document(Path("a\0b"), "x").faults] == ["filen går inte att öppna"]


def test_the_mark_that_some_editors_put_first_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes("\ufeffa: 1\r\n".encode())
    assert read_document(path, "file.yaml").data == {"a": 1}


def test_words_stay_words_where_plain_yaml_would_change_them(tmp_path: Path) -> None:
    content = "[0180, no, yes, on, 09:00, 1.5, 0x1F, 1_000, 2026-02-30, '2026-07-01', NULL]"
    words = ("0180", "no", "yes", "on", "09:00", "1.5", "0x1F", "1_000", "2026-02-30", "2026-07-01", "NULL")
    assert data(tmp_path, content) == words


def test_numbers_days_and_nothing_are_read(tmp_path: Path) -> None:
    assert data(tmp_path, "[7, -3, 0, 2026-07-01, true, false, null, ~]") == (
        *(7, -3, 0, date(2026, 7, 1)),
        *(True, False, None, None),
    )


def test_every_place_knows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("# rubrik\nrows:\n  - key: a\n    text:\n      sv: b\n\n  - key: c\n", encoding="utf-8")
    lines = read_document(path, "file.yaml").lines
    places = [("rows",), ("rows", 0), ("rows", 0, "text", "sv"), ("rows", 1, "key")]
    assert [lines[place] for place in places] == [2, 3, 5, 7]


def test_a_fault_at_a_place_that_is_not_in_the_file_lands_on_the_nearest_around_it(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("a: 1\nrows:\n  - key: a\n", encoding="utf-8")
    found = read_document(path, "file.yaml").fault(("rows", 0, "title", "sv"), "saknas")
    assert str(found) == "file.yaml rad 3: saknas"


@SAME_FOLDER
@given(content=st.binary(max_size=200) | st.text(alphabet="ab:-[]{}&*!|>'\"# \n\t0?,%@", max_size=60))
def test_nothing_in_a_file_can_stop_the_reader(tmp_path: Path, content: bytes | str) -> None:
    faults(tmp_path, content)


@SAME_FOLDER
@given(value=st.dictionaries(WORDS, VALUES, min_size=1, max_size=4))
def test_what_is_written_as_yaml_is_read_back_the_same(tmp_path: Path, value: dict[str, object]) -> None:
    assert data(tmp_path, yaml.safe_dump(_with_lists(value), allow_unicode=True)) == value


def _with_lists(value: object) -> object:
    if isinstance(value, tuple):
        return [_with_lists(item) for item in value]
    return {key: _with_lists(item) for key, item in value.items()} if isinstance(value, dict) else value
