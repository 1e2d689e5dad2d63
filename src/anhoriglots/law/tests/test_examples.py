"""The examples a lawyer reads are tests."""

import pytest

from anhoriglots.law import check
from anhoriglots.law.example import Example
from anhoriglots.law.registry import current_registry

EXAMPLES = [
    pytest.param(question, example, id=f"{question}: {example.name}")
    for question, examples in current_registry().examples.items()
    for example in examples
]


@pytest.mark.parametrize(("question", "example"), EXAMPLES)
def test_the_example_comes_out_as_it_says(question: str, example: Example) -> None:
    assert check.example_fault(current_registry(), question, example) is None


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "forbidden"},
        {"reason": "another"},
        {"cites": ("13 kap. 8 § socialtjänstlagen (2025:400)",)},
        {"missing": ("what",)},
        {"outcome": None, "error": "no-law-on-date"},
        {"facts": {"what": "money"}},
    ],
)
def test_an_example_that_comes_out_otherwise_is_found(change: dict[str, object]) -> None:
    right = next(example for example in current_registry().examples["offer-duty"] if example.outcome == "required")
    wrong = right.model_copy(update=change)
    fault = check.example_fault(current_registry(), "offer-duty", wrong)
    assert fault is not None
    assert right.name in fault


def test_an_example_on_a_day_without_law_must_say_so() -> None:
    right = next(example for example in current_registry().examples["offer-duty"] if example.error)
    wrong = right.model_copy(update={"error": None, "outcome": "required"})
    assert "there is no law on 2009-06-30" in str(check.example_fault(current_registry(), "offer-duty", wrong))
