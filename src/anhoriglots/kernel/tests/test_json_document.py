"""One JSON object: on which line each name stands, and what the standard library would let pass."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anhoriglots.kernel.document import MOST_BYTES, Document
from anhoriglots.kernel.json_document import MOST_DIGITS, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
MARKS = st.text(st.sampled_from('{}[]",:\\\n \t9-eNa\u00e5\ud83d'), max_size=60)


def read(content: str | bytes) -> Document:
    return read_json(BytesIO(content if isinstance(content, bytes) else content.encode("utf-8", "replace")), "x.json")


def faults(content: str | bytes) -> list[tuple[int, str]]:
    return [(fault.line, fault.message) for fault in read(content).faults]


@given(st.dictionaries(st.text(max_size=8), VALUES, max_size=5), st.sampled_from([None, 0, 2]), st.booleans())
def test_what_is_json_is_read_as_the_standard_library_reads_it(
    given_: dict[str, Any], indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(given_, indent=indent, ensure_ascii=ascii_only)
    found = read(text)
    assert (found.data, found.faults) == (json.loads(text), [])
    assert set(found.lines) == {(name,) for name in given_}
    lines = text.split("\n")
    for name in given_:
        assert f"{json.dumps(name, ensure_ascii=ascii_only)}:" in lines[found.lines[name,] - 1]


@given(MARKS | st.text(max_size=40))
def test_whatever_is_written_is_either_read_or_told_as_a_fault(text: str) -> None:
    found = read(text)
    assert isinstance(found.data, dict) or found.faults


def test_a_name_within_a_value_or_a_text_is_no_name_of_the_object() -> None:
    found = read('{"a": {"b": 1, "b": 2},\n"c": "{\\"d\\": NaN}"}')
    assert (dict(found.lines), found.faults) == ({("a",): 1, ("c",): 2}, [])


def test_a_name_may_be_written_with_escapes_and_space_before_its_colon() -> None:
    found = read('{"\\u0061" \n:1,\n"\\ud83d\\ude00": 2}')
    assert (found.data, dict(found.lines)) == ({"a": 1, "\U0001f600": 2}, {("a",): 1, ("\U0001f600",): 3})
    assert faults('{"a": 1, "\\u0061": 2}') == [(1, "'a': namnet står två gånger")]


def test_every_fault_of_one_object_is_told() -> None:
    assert faults('{"a": NaN,\n"b": [1, -Infinity],\n"a": ' + "9" * (MOST_DIGITS + 1) + "}") == [
        (1, "'a': är inget tal som går att använda"),
        (2, "'b': är inget tal som går att använda"),
        (3, "'a': namnet står två gånger"),
        (3, "'a': är inget tal som går att använda"),
    ]


def test_a_long_or_odd_name_is_shown_short_and_escaped() -> None:
    name = "\x1b[31m" + "x" * 1000
    ((_, told),) = faults(json.dumps({name: 1})[:-1] + f", {json.dumps(name)}: 2}}")
    assert told.startswith("'\\x1b[31mxxx")
    assert len(told) < 80


@pytest.mark.parametrize("space", ["\ufeff", "\r\n", "\t"])
def test_a_byte_order_mark_and_any_space_of_json_are_read(space: str) -> None:
    assert read(space + '{\r\n\t"a"\t:\t1}').data == {"a": 1}


def test_more_than_is_read_is_refused_from_a_device_too() -> None:
    assert [str(fault) for fault in read_json(Path("/dev/zero"), "zero").faults] == [
        f"zero rad 1: innehållet är större än {MOST_BYTES // 1024} kB"
    ]
