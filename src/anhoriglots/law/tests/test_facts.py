"""Facts that cannot be used: every fact of every question says in what form it wants to be given."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import pytest

from anhoriglots.law.facts import fact_faults
from anhoriglots.law.question import Facts
from anhoriglots.law.registry import current_registry
from anhoriglots.law.wanted import wanted

QUESTIONS = current_registry().questions
FACTS = [(key, name) for key, question in sorted(QUESTIONS.items()) for name in question.facts.model_fields]
SECRET = "Karin 19900101-2385"


class Choice(Enum):
    SECRET = "Karin 19900101-2385"


WRONG: list[Any] = [
    *("", " ", SECRET, SECRET * 500, "true", "7", "\x00", "\ud800", "2026-02-30", "2026-W27-3", "0001-01-01"),
    *(-1, 0, 7, 10**9, 10**30, -(10**30), 1.5, float("nan"), float("inf"), True, False, b"7", object, Choice.SECRET),
    *(date(1, 1, 1), date(9999, 12, 31), datetime(2026, 7, 1, 12, tzinfo=UTC), re.compile("a")),
    *([], [SECRET], [7], [None], [True], [[SECRET]], (), (SECRET,), {SECRET}, {}, {SECRET: 7}, [date(2026, 7, 1)]),
]
FORMS = re.compile(
    r"Den kan vara true, false eller null\."
    r"|Den kan vara [a-z0-9_-]+(, [a-z0-9_-]+)*( eller [a-z0-9_-]+)?\."
    r"|Skriv en dag som 2026-07-01\.|Dagen finns inte\. Skriv den som .*\.|Skriv en dag mellan 1900 och 2100\."
    r"|Skriv ett heltal från \d+( till \d+| och uppåt)\."
    r"|Skriv text med \d+ till \d+ tecken\."
    r"|Skriv en lista\. I den kan [a-z0-9_]+(, [a-z0-9_]+)*( och [a-z0-9_]+)? stå\.( Den får inte vara tom\.)?"
)
BEGINS = re.compile(r"Uppgiften '[a-z0-9_]+' har ett värde som inte går att använda\. ")


def told(model: type[Facts], name: str) -> Iterator[str]:
    """What is told of each wrong value; a value that happens to be right for the fact is told nothing of."""
    for value in WRONG:
        for fact, sentence in fact_faults(model, {name: value}):
            assert fact == name
            yield sentence


@pytest.mark.parametrize(("key", "name"), FACTS)
def test_a_fact_of_the_wrong_type_says_the_form_wanted_and_never_the_value(key: str, name: str) -> None:
    sentences = list(told(QUESTIONS[key].facts, name))
    assert len(sentences) > len(WRONG) // 2
    for sentence in sentences:
        form, begun = BEGINS.subn("", sentence)
        assert begun == 1
        assert FORMS.fullmatch(form), sentence
        assert "Karin" not in sentence


@pytest.mark.parametrize(
    ("key", "name", "form"),
    [
        ("offer-duty", "judged_long_term_ill", "Den kan vara true, false eller null."),
        ("offer-duty", "what", "Den kan vara support, information_and_guidance eller support_contact."),
        ("search-key", "key", "Den kan vara coordination_number, matter_number, name, other eller personal_number."),
        ("child-own-action", "born", "Skriv en dag som 2026-07-01."),
        ("access-log-retention", "decided_months", "Skriv ett heltal från 0 till 1200."),
        ("small-numbers", "count", "Skriv ett heltal från 0 och uppåt."),
        ("citation-replacement", "old_section", "Skriv text med 1 till 60 tecken."),
        (
            "implementation-plan",
            "shows",
            "Skriv en lista. I den kan activities, cooperation, goals, when_and_how och who stå.",
        ),
    ],
)
def test_the_form_wanted_in_words(key: str, name: str, form: str) -> None:
    model: type[Facts] = QUESTIONS[key].facts
    assert wanted(model, name) == form


def test_each_faulty_fact_is_told_once_and_a_long_name_is_cut() -> None:
    given = {"what": 7, SECRET * 9: 1, "cared_for": ["a", "b"], "judged_long_term_ill": "nej"}
    faults = fact_faults(QUESTIONS["offer-duty"].facts, given)
    assert sorted(name for name, _ in faults) == sorted(given)
    assert all(len(sentence) < 250 for _, sentence in faults)
