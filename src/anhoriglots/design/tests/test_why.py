"""Varför: the same words wherever the law speaks."""

from dataclasses import replace
from datetime import date

from django.template.loader import render_to_string

from anhoriglots.design.templatetags.design import reasons
from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision, Outcome, Result
from anhoriglots.kernel.period import Period

SECTION = Citation("lagen", "2 §", "2025:1", validity=Period(date(2025, 7, 1)), mark="V2")
UNDETERMINED = Decision(
    Outcome.UNDETERMINED,
    "facts-missing",
    "Fråga först.",
    (SECTION,),
    missing=("answer",),
    results=(Result("last_day", "Sista dag", date(2026, 3, 1)),),
    local="Nämndens beslut 7",
)


def why(**context: object) -> str:
    """The component as a page places it."""
    return render_to_string("design/components/why.html", context)


def test_it_tells_the_sentence_what_was_computed_the_own_decision_and_the_section_with_its_days() -> None:
    html = why(decision=UNDETERMINED)
    for words in ("Varför?", "Fråga först.", "Sista dag", "1 mars 2026", "Nämndens beslut 7", "2 § lagen (2025:1)"):
        assert words in html
    assert "från 1 juli 2025" in html
    assert "läst i en kopia" in html


def test_a_sentence_that_stands_beside_it_is_not_said_twice() -> None:
    html = why(decision=UNDETERMINED, told=True)
    assert "Fråga först." not in html
    assert "2 § lagen" in html


def test_several_can_stand_together_each_under_its_name() -> None:
    other = replace(UNDETERMINED, sentence="Skriv ned det.")
    html = why(parts=[("Med namn", other), ("Rådgivning", UNDETERMINED)])
    assert html.index("Med namn") < html.index("Skriv ned det.") < html.index("Rådgivning") < html.index("Fråga först.")
    assert "Skriv ned det." in why(decision=UNDETERMINED, also=other)


def test_an_answer_is_written_once_and_one_for_a_single_case_is_never_kept() -> None:
    of_the_law = replace(UNDETERMINED, results=(), sentence="Bara här.")
    assert reasons(of_the_law) is reasons(replace(of_the_law))
    assert reasons(UNDETERMINED) is not reasons(UNDETERMINED)
    assert "Bara här." in reasons(of_the_law)
    assert "Bara här." not in reasons(of_the_law, told=True)


def test_it_is_folded_and_needs_no_script() -> None:
    html = why(citation=SECTION, about="stödet")
    assert html.startswith("<details")
    assert "<summary>" in html
    assert "open" not in html.partition(">")[0]
    assert '<span class="ds-sr-only" lang="sv">stödet</span>' in html
