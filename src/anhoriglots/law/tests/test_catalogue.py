"""The catalogue is no list of promises: each test it names is there, and its faults are told."""

import ast
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from anhoriglots.law.catalogue import CHAPTERS, Catalogue, CatalogueRule, Chapter
from anhoriglots.law.registry import current_registry

ROOT = Path(__file__).resolve().parents[4]
PROOFS = sorted({proof for _, rule in current_registry().catalogue.rules() for proof in rule.proof})
RIGHT = {
    "says": "Ett prov.",
    "kind": "decided",
    "sources": ("sol-2025 13:9",),
    "mark": "V",
    "questions": ("offer-duty",),
}


@lru_cache
def defined_in(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("proof", PROOFS)
def test_a_test_that_the_catalogue_names_is_there(proof: str) -> None:
    file, _, name = proof.partition("::")
    assert (ROOT / file).is_file()
    assert name.startswith("test_")
    assert name in defined_in(ROOT / file)


def faults(change: dict[str, object]) -> list[str]:
    rule = CatalogueRule.model_validate({**RIGHT, **change})
    chapters = {letter.lower(): Chapter(title="Prov", rules={}) for letter in CHAPTERS}
    chapters["a"] = Chapter(title="Prov", rules={"A01": rule})
    found = Catalogue(chapters).faults(current_registry().sources, ["offer-duty", *rule.questions])
    return [fault for fault in found if "is missing" not in fault]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"sources": ("sol-2025 99:1",)}, ["catalogue: A01 rests on sol-2025 99:1, which no source has"]),
        (
            {"questions": ()},
            ["catalogue: A01 is decided but names no question", "catalogue: no rule names the question"],
        ),
        ({"kind": "computed", "questions": ()}, ["A01 is computed but names no question", "no rule names"]),
        ({"kind": "construction"}, ["A01 is construction but names no test"]),
        ({"kind": "told", "proof": ("a.py::test_b",)}, ["A01 is told, but it is not said where"]),
    ],
)
def test_a_rule_without_what_its_kind_needs_is_told(change: dict[str, object], told: list[str]) -> None:
    found = faults(change)
    assert len(found) == len(told)
    assert all(words in fault for words, fault in zip(told, found, strict=True))


def test_rules_and_chapters_that_are_missing_or_unknown_are_told() -> None:
    rule = CatalogueRule.model_validate(RIGHT)
    found = list(
        Catalogue({"a": Chapter(title="Prov", rules={"A99": rule}), "x": Chapter(title="Prov", rules={})}).faults(
            current_registry().sources, ["offer-duty"]
        )
    )
    assert "chapters/x.yaml: there is no such chapter" in found
    assert "chapters/a.yaml: A99 is unknown" in found
    assert "chapters/a.yaml: A01 is missing" in found
    assert "chapters/m.yaml: M11 is missing" in found


def test_the_last_day_of_a_rule_belongs_to_it() -> None:
    rule = CatalogueRule.model_validate({**RIGHT, "in_force_to": date(2026, 6, 30)})
    assert date(2026, 6, 30) in rule.period
    assert date(2026, 7, 1) not in rule.period
