"""Every fact of every question can be asked for in Swedish."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, Field

from anhoriglots import law
from anhoriglots.law.inputs import Codes, FactWords, Input, QuestionWords, inputs_of, read_words
from anhoriglots.law.question import Day, Facts
from anhoriglots.law.registry import current_registry

FOLDER = Path(law.__file__).with_name("words")


def _known(code: str) -> str:
    if code not in ("red", "blue"):
        raise ValueError("no")
    return code


class Odd(Facts):
    """One fact of each kind."""

    told: bool | None = Field(default=None, description="Om någon har berättat")
    colour: Literal["red", "blue"] | None = Field(default=None, description="Färg: red (röd) eller blue")
    checked: Annotated[str, AfterValidator(_known)] | None = Field(default=None, description="Färg: red eller blue")
    colours: Annotated[tuple[Literal["red"], ...], Field(strict=False)] | None = None
    day: Day | None = Field(default=None, description="Dagen: första gången")
    age: int | None = None
    name: str | None = None


def _inputs(words: QuestionWords | None = None) -> dict[str, Input]:
    codes = Codes(own={"blue": "blå"}, known={"blue": "blå", "red": "", "green": "grön"})
    return {one.name: one for one in inputs_of(Odd, words, codes)}


def test_each_type_has_its_kind() -> None:
    kinds = {name: one.kind for name, one in _inputs().items()}
    assert kinds == {
        "told": "yes_no",
        "colour": "one",
        "checked": "one",
        "colours": "several",
        "day": "day",
        "age": "number",
        "name": "text",
    }


def test_without_words_of_its_own_a_fact_is_asked_for_by_its_description() -> None:
    found = _inputs()
    assert (found["colour"].label, found["colour"].choices) == ("Färg", (("red", "Röd"), ("blue", "Blå")))
    assert found["checked"].choices == (("blue", "Blå"), ("red", "red"))
    assert found["day"].label == "Dagen: första gången"


def test_whether_none_of_several_is_an_answer_is_for_the_fact_to_say() -> None:
    assert _inputs()["colours"].may_be_none
    assert not next(one for one in law.inputs("offer-duty") if one.name == "cared_for").may_be_none


def test_the_words_of_the_file_come_first() -> None:
    asked = _inputs(QuestionWords(facts={"colour": FactWords(ask="Vilken färg?", words={"red": "rött"})}))["colour"]
    assert (asked.label, asked.choices) == ("Vilken färg?", (("red", "Rött"), ("blue", "Blå")))


def test_a_fact_with_a_check_of_its_own_can_be_written_freely_when_its_words_say_so() -> None:
    asked = _inputs(QuestionWords(facts={"checked": FactWords(ask="Vilken färg?", free=True)}))["checked"]
    assert (asked.kind, asked.choices) == ("text", ())


def test_a_fact_that_no_form_can_show_is_told_to_the_programmer() -> None:
    class Impossible(Facts):
        many: dict[str, Any] | None = None

    with pytest.raises(TypeError, match="no form can show"):
        inputs_of(Impossible, None, Codes({}, {}))


@pytest.mark.parametrize("question", law.titles())
def test_every_choice_of_every_question_has_swedish_words(question: str) -> None:
    without = [f"{one.name}: {code}" for one in law.inputs(question) for code, words in one.choices if words == code]
    assert without == [], f"write them in law/words/{question}.yaml"


def test_no_words_are_left_of_a_question_a_fact_or_a_code_that_is_gone() -> None:
    for question, words in read_words(FOLDER).items():
        shown = {one.name: {code for code, _ in one.choices} for one in law.inputs(question)}
        assert set(words.facts) <= set(shown), question
        for name, fact in words.facts.items():
            assert set(fact.words) <= shown[name], f"{question}: {name}"


@pytest.mark.parametrize("question", law.titles())
def test_every_value_of_every_example_can_be_given_in_the_form(question: str) -> None:
    shown = {one.name: one for one in law.inputs(question)}
    for example in current_registry().examples.get(question, []):
        for name, value in example.facts.items():
            codes = {code for code, _ in shown[name].choices}
            given = set(value if isinstance(value, list) else [value]) if codes and value is not None else set()
            assert given <= codes, f"{example.name}: {name}"


def test_an_unknown_question_has_nothing_to_ask_for() -> None:
    with pytest.raises(law.UnknownQuestion):
        law.inputs("no-such-question")


def test_what_changes_next_is_the_nearest_day_first_and_says_how() -> None:
    found = law.coming_changes(date(2026, 6, 30), "0480")
    assert [change.on for change in found] == sorted(change.on for change in found)
    changed = {(change.what, change.key): change for change in found if change.on == date(2026, 7, 1)}
    assert changed["section", "sol-2025 13:9"].how == "changes"
    assert changed["question", "offer-duty"].citation == law.citation("offer-duty", date(2026, 7, 1))
    assert ("list", "carer-target-groups") not in changed, "the list holds the same as before"
    assert ("list", "offers-required") in changed


def test_what_has_changed_is_not_to_come() -> None:
    assert all(change.on > date(2026, 7, 1) for change in law.coming_changes(date(2026, 7, 1), "0480"))


def test_a_source_that_ends_is_told_once_and_not_section_by_section() -> None:
    last = [change for change in law.coming_changes(date(2026, 7, 1), "0180") if change.on == date(2029, 1, 1)]
    assert ("source", "stockholm-programme", "ends") in {(change.what, change.key, change.how) for change in last}
    assert not any(change.key.startswith("stockholm-programme ") for change in last)


def test_a_question_that_ends_with_its_source_is_told_with_the_section_it_rested_on() -> None:
    ended = [
        one for one in law.coming_changes(date(2026, 7, 1), "0180") if one.what == "question" and one.how == "ends"
    ]
    assert ended
    assert all(one.citation for one in ended)


@pytest.mark.parametrize("elsewhere", ["0480", "0662"])
def test_the_end_of_another_municipalitys_document_is_not_told_nor_what_follows_from_it_alone(elsewhere: str) -> None:
    here, there = (law.coming_changes(date(2026, 7, 1), code) for code in ("0180", elsewhere))
    left_out = [change for change in here if change not in there]
    assert {change.on for change in left_out} == {date(2029, 1, 1)}
    assert {("source", "stockholm-programme"), ("question", "base-offer"), ("question", "contact-noticed-carer")} <= {
        (change.what, change.key) for change in left_out
    }
    assert [change for change in there if change not in here] == []


def test_a_question_changes_where_its_own_law_does_though_it_also_cites_others_documents() -> None:
    """Each of the three knows when the act of 2025 began; only one when its own guideline's question did."""
    began = {
        code: {change.key for change in law.coming_changes(date(2025, 6, 30), code) if change.what == "question"}
        for code in ("0180", "0480", "0662")
    }
    assert all("contact-noticed-carer" in keys for keys in began.values())
    assert [code for code, keys in began.items() if "carer-representative" in keys] == ["0480"]
    assert [code for code, keys in began.items() if "support-plan-request" in keys] == ["0662"]


def test_where_one_has_to_be_looked_for_they_stand_in_the_order_of_the_alphabet() -> None:
    (municipality,) = (one for one in law.inputs("minority-language") if one.name == "municipality")
    names = [name for _, name in municipality.choices]
    assert (names[0], names[-1]) == ("Ale", "Övertorneå")
    assert names.index("Åtvidaberg") < names.index("Älmhult") < names.index("Örebro")


def test_a_code_that_two_lists_have_is_called_what_the_list_of_the_question_calls_it() -> None:
    activity = next(one for one in law.inputs("programme-responsible") if one.name == "activity")
    assert dict(activity.choices)["follow_up"] == "Utveckla systematisk uppföljning"
