"""What is told as if it had happened has happened by the day that is asked about."""

from datetime import date, timedelta

import pytest

from anhoriglots.law import decide
from anhoriglots.law.errors import BadFact, NoLawOnDate
from anhoriglots.law.facts import fact_faults
from anhoriglots.law.registry import current_registry

DAY = date(2026, 11, 23)
DAYS = [
    (question.key, name)
    for question in current_registry().questions.values()
    for name, shape in question.facts.model_fields.items()
    if "date" in str(shape.annotation)
]


def _told(key: str, name: str, day: date) -> str:
    try:
        decide(key, on=DAY, facts={name: day})
    except BadFact as error:
        assert error.fact == name
        return str(error)
    except NoLawOnDate:
        pytest.skip("no law on the day")
    return ""


@pytest.mark.parametrize(("key", "name"), DAYS)
def test_a_day_may_lie_ahead_only_where_the_question_says_so(key: str, name: str) -> None:
    may = name in current_registry().questions[key].facts.ahead
    told = _told(key, name, DAY + timedelta(days=1))
    assert told == ("" if may else f"Uppgiften {name!r} ligger efter den dag som frågan gäller.")
    assert _told(key, name, DAY) == ""


def test_what_may_lie_ahead_is_a_fact_of_the_question() -> None:
    for question in current_registry().questions.values():
        assert question.facts.ahead <= set(question.facts.model_fields), question.key
    assert sum(len(question.facts.ahead) for question in current_registry().questions.values()) == 3


def test_papers_cannot_end_before_the_person_is_born() -> None:
    facts = {"born": "2020-01-02", "ended_on": "2020-01-01"}
    assert [name for name, _ in fact_faults(current_registry().questions["retention"].facts, facts)] == ["ended_on"]
