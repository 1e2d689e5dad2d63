"""What the law answers on a page is easy to read: LIX at most 30 in all, and no sentence over 30 words."""

from collections.abc import Iterator

from anhoriglots.design.lix import measure
from anhoriglots.law import NoLawOnDate, decide
from anhoriglots.law.registry import current_registry

LIX, LONGEST = 30, 30


def answers() -> Iterator[str]:
    """Every answer that an example gives, each once."""
    for question, examples in current_registry().examples.items():
        for example in examples:
            try:
                yield decide(question, on=example.on, facts=example.facts).sentence
            except NoLawOnDate:
                continue


def test_what_the_law_answers_is_easy() -> None:
    reading = measure("".join(f"<p>{sentence}</p>" for sentence in sorted(set(answers()))))
    assert reading.lix <= LIX
    assert reading.longest_words <= LONGEST, reading.longest


def test_what_every_version_says_can_be_read_by_itself() -> None:
    """A page shows one version; it may not lean on the one before."""
    leaning = ("Samma ", "Som tidigare", "Som förut", "Fortfarande ", "Nu också", "Dessutom ")
    assert [rule.question for rule in current_registry().rules() if rule.summary.startswith(leaning)] == []
