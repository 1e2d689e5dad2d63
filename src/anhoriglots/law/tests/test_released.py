"""What has been released cannot be edited without being told of; what comes beside it can."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.errors import FaultyLaw
from anhoriglots.law.question import Answer, Basis, Question
from anhoriglots.law.registry import Registry, current_registry
from anhoriglots.law.released import release, released_faults
from anhoriglots.law.released_file import FILE, read_released

from .room import CHANGE, FIRST, TODAY, SmallFacts, question, spoil

WRONG = "has been released and is changed; put it back, and add a new version beside it"
LATER = date(2024, 1, 1)
ACT = "sources/act.toml"
SECOND = "in_force_from = 2022-01-01\n"
ROWS = "parameters/list.yaml"
ENDED = "has been released without an end and is given one in the past, {}; give it one from today on"


def another(facts: SmallFacts, basis: Basis) -> Decision:
    return basis.permits("known", "Ja.", "act 1")


def law(folder: Path, *questions: Question[SmallFacts]) -> Registry:
    return Registry(questions or [question()], folder)


def released(folder: Path, *questions: Question[SmallFacts], today: date = TODAY) -> int:
    return release(law(folder, *questions), today)


def told(folder: Path, *questions: Question[SmallFacts], today: date = TODAY) -> list[str]:
    return list(released_faults(law(folder, *questions), today))


def ended(end: date, *after: Period) -> Question[SmallFacts]:
    """The question, whose second version has got an end."""
    return question(Period(FIRST, CHANGE), Period(CHANGE, end), *after)


def test_what_is_released_is_kept_and_only_once(folder: Path) -> None:
    assert released(folder) == 8
    kept = read_released(folder)
    for days in (kept.versions["small"], kept.rows["list"], kept.wordings["act 1"]):
        assert [(day, entry.end) for day, entry in days.items()] == [("2020-01-01", CHANGE), ("2022-01-01", None)]
    assert kept.acts["act"]["2020-01-01"].content == "lagen om prov 2019:1"
    assert list(kept.facts["small"]) == ["known"]
    written = (folder / FILE).read_text(encoding="utf-8")
    assert released(folder) == 0
    assert (folder / FILE).read_text(encoding="utf-8") == written
    assert told(folder) == []


def test_another_function_in_place_of_a_released_one_is_told(folder: Path) -> None:
    released(folder)
    assert told(folder, question(answer=another)) == [f"rules: small from {day} {WRONG}" for day in (FIRST, CHANGE)]


def test_other_sections_are_told(folder: Path) -> None:
    released(folder)
    assert len(told(folder, question(cites=("act 1", "act 1")))) == 2


def test_a_version_or_question_that_is_gone_or_moved_is_told(folder: Path) -> None:
    released(folder)
    gone = "rules: small from 2020-01-01 has been released and is gone; put it back"
    assert told(folder, question(Period(CHANGE))) == [gone]
    assert gone in told(folder, question(Period(date(2020, 1, 2), CHANGE), Period(CHANGE)))
    renamed = Question("other", "Får man?", SmallFacts)
    renamed.versions.extend(question().versions)
    assert gone in told(folder, renamed)


def test_a_version_without_an_end_may_be_given_one_and_a_new_one_beside_it(folder: Path) -> None:
    released(folder)
    grown = ended(LATER, Period(LATER))
    assert told(folder, grown) == []
    assert released(folder, grown) == 2
    assert told(folder, grown) == []


def test_an_end_may_be_the_day_it_is_given_but_not_before(folder: Path) -> None:
    released(folder)
    assert told(folder, ended(TODAY, Period(TODAY))) == []
    before = TODAY - timedelta(days=1)
    assert told(folder, ended(before, Period(before))) == [f"rules: small from {CHANGE} {ENDED.format(before)}"]


def test_an_end_that_waits_to_be_released_until_it_lies_in_the_past_is_told(folder: Path) -> None:
    released(folder)
    grown = ended(LATER, Period(LATER))
    assert told(folder, grown, today=LATER) == []
    assert told(folder, grown, today=LATER + timedelta(days=1)) == [f"rules: small from {CHANGE} {ENDED.format(LATER)}"]
    released(folder, grown, today=LATER)
    assert told(folder, grown, today=LATER + timedelta(days=1000)) == []


@pytest.mark.parametrize("moved", [date(2023, 12, 1), date(2024, 2, 1), None])
def test_an_end_that_has_been_released_stays(folder: Path, moved: date | None) -> None:
    released(folder)
    released(folder, ended(LATER))
    other = ended(moved) if moved else question()
    assert told(folder, other) == [f"rules: small from {CHANGE} has been released with its end, {LATER}; put that back"]


def test_the_day_an_end_was_released_is_kept_and_the_end_held_against_it(folder: Path) -> None:
    released(folder)
    released(folder, ended(LATER))
    released(folder, ended(LATER), today=LATER)
    first, second = read_released(folder).versions["small"].values()
    assert (first.end_released, second.end_released) == (None, TODAY)
    spoil(folder, FILE, f"end_released = {TODAY}", f"end_released = {LATER + timedelta(days=1)}")
    assert told(folder, ended(LATER)) == [
        f"rules: small from {CHANGE} has an end in released.toml that was in the past when it was released; put it back"
    ]


def test_a_version_that_had_its_end_when_it_was_first_released_may_have_it_in_the_past(folder: Path) -> None:
    released(folder, question(Period(FIRST, CHANGE)))
    assert told(folder, question(Period(FIRST, CHANGE))) == []
    assert read_released(folder).versions["small"][str(FIRST)].end_released is None


def test_a_released_row_of_a_list_stays_and_may_be_ended(folder: Path) -> None:
    released(folder)
    start = "in_force_from: 2022-01-01\n"
    row = "\n  - in_force_from: 2024-01-01\n    source: act 1\n    codes: {c: tre}\n"
    spoil(folder, ROWS, start, f"{start}    in_force_to: 2023-12-31\n")
    (folder / ROWS).write_text((folder / ROWS).read_text(encoding="utf-8").rstrip() + row, encoding="utf-8")
    assert told(folder) == []
    spoil(folder, ROWS, "codes: {a: ett}", "codes: {a: två}")
    changed = "has been released and is changed; put it back, and add a new row beside it"
    assert told(folder) == [f"parameters/list.yaml: the row from 2020-01-01 {changed}"]


def by_event(facts: SmallFacts, basis: Basis) -> Decision:
    return basis.permits(f"known-{basis.number('list', event=FIRST)}", "Ja.", "act 1")


@pytest.mark.parametrize(("answer", "count"), [(by_event, 1), (another, 0)])
def test_a_row_before_the_first_is_told_when_the_first_counts_for_older_events(
    folder: Path, answer: Answer[SmallFacts], count: int
) -> None:
    spoil(folder, ACT, "in_force_from = 2020-01-01\nread_on", "in_force_from = 2019-01-01\nread_on")
    spoil(folder, ACT, "in_force_from = 2020-01-01\nin_force_to", "in_force_from = 2019-01-01\nin_force_to")
    released(folder, question(answer=answer))
    older = (
        "values:\n  - in_force_from: 2019-01-01\n    in_force_to: 2019-12-31\n    source: act 1\n    codes: {c: tre}\n"
    )
    spoil(folder, ROWS, "values:\n", older)
    row = (
        "parameters/list.yaml: the row from 2019-01-01 stands before the first released, which counts for all before it"
    )
    assert told(folder, question(answer=answer)) == [row] * count


def test_a_row_and_a_wording_cannot_be_ended_in_the_past_either(folder: Path) -> None:
    released(folder)
    spoil(folder, ROWS, "in_force_from: 2022-01-01\n", "in_force_from: 2022-01-01\n    in_force_to: 2023-01-31\n")
    spoil(folder, ACT, SECOND, f"{SECOND}in_force_to = 2023-01-31\n")
    told_of = ENDED.format("2023-02-01")
    short = question(Period(FIRST, CHANGE), Period(CHANGE, date(2023, 2, 1)))
    assert told(folder, short) == [
        f"sources: act 1 from 2022-01-01 {told_of}",
        f"parameters/list.yaml: the row from 2022-01-01 {told_of}",
        f"rules: small from 2022-01-01 {told_of}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("i lydelsen enligt lag (2021:9)", "i en annan lydelse", "sources: act 1 from 2022-01-01 {} wording beside it"),
        ('section = "1 §"', 'section = "2 §"', "sources: act 1 from 2020-01-01 {} wording beside it"),
        ("lagen om prov", "lagen om annat", "sources/act.toml: the act from 2020-01-01 {} source beside it"),
        ("2019:1", "2019:2", "sources/act.toml: the act from 2020-01-01 {} source beside it"),
        (
            'note = "',
            'municipality = "0480"\nnote = "',
            "sources/act.toml: the act from 2020-01-01 {} source beside it",
        ),
    ],
)
def test_an_act_and_a_wording_that_are_cited_stay(folder: Path, old: str, new: str, fault: str) -> None:
    released(folder)
    spoil(folder, ACT, old, new)
    assert told(folder) == [fault.format("has been released and is changed; put it back, and add a new")]


def test_days_of_an_act_or_a_wording_stay(folder: Path) -> None:
    released(folder)
    spoil(folder, ACT, "in_force_from = 2020-01-01\nread_on", "in_force_from = 2019-01-01\nread_on")
    spoil(folder, ACT, "in_force_from = 2020-01-01\nin_force_to", "in_force_from = 2019-06-01\nin_force_to")
    gone = "from 2020-01-01 has been released and is gone; put it back"
    assert told(folder) == [f"sources/act.toml: the act {gone}", f"sources: act 1 {gone}"]


def test_a_released_end_of_a_wording_stays(folder: Path) -> None:
    released(folder)
    spoil(folder, ACT, "in_force_to = 2021-12-31", "in_force_to = 2021-12-30")
    short = question(Period(CHANGE))
    spoil(folder, ROWS, "in_force_to: 2021-12-31", "in_force_to: 2021-12-30")
    stays = "from 2020-01-01 has been released with its end, 2022-01-01; put that back"
    assert [fault for fault in told(folder, short) if stays in fault] == [
        f"sources: act 1 {stays}",
        f"parameters/list.yaml: the row {stays}",
    ]


def test_a_wording_without_an_end_may_be_given_one_and_a_new_one_beside_it(folder: Path) -> None:
    released(folder)
    beside = '[[provision]]\nid = "1"\nsection = "1 §"\nabout = "Prov"\nin_force_from = 2024-01-01\n'
    spoil(folder, ACT, SECOND, f"{SECOND}in_force_to = 2023-12-31\n")
    (folder / ACT).write_text((folder / ACT).read_text(encoding="utf-8") + beside, encoding="utf-8")
    spoil(folder, ROWS, "in_force_from: 2022-01-01\n", "in_force_from: 2022-01-01\n    in_force_to: 2023-12-31\n")
    grown = ended(LATER)
    assert told(folder, grown) == []
    assert released(folder, grown) == 4
    assert read_released(folder).wordings["act 1"]["2022-01-01"].end_released == TODAY


def test_an_act_may_be_given_an_end_that_is_not_in_the_past(folder: Path) -> None:
    released(folder)
    spoil(folder, ACT, "read_on", "in_force_to = 2023-05-31\nread_on")
    spoil(folder, ACT, SECOND, f"{SECOND}in_force_to = 2023-05-31\n")
    spoil(folder, ROWS, "in_force_from: 2022-01-01\n", "in_force_from: 2022-01-01\n    in_force_to: 2023-05-31\n")
    assert told(folder, ended(TODAY)) == []
    late = told(folder, ended(TODAY), today=TODAY + timedelta(days=1))
    assert f"sources/act.toml: the act from 2020-01-01 {ENDED.format(TODAY)}" in late
    assert len(late) == 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('note = "Påhittad."', 'note = "Läst igen."\nlink = "https://example.org"'),
        ("read_on = 2026-11-23", "read_on = 2026-11-24"),
        ('about = "Prov"', 'about = "Ett annat ord för provet"'),
        ('[[provision]]\nid = "1"', '[[provision]]\nid = "2"\nsection = "2 §"\nabout = ""\n\n[[provision]]\nid = "1"'),
    ],
)
def test_what_is_said_about_a_source_may_change(folder: Path, old: str, new: str) -> None:
    released(folder)
    spoil(folder, ACT, old, new)
    assert told(folder) == []


def test_a_section_that_nothing_cites_is_not_released(folder: Path) -> None:
    spare = '\n[[provision]]\nid = "2"\nsection = "2 §"\nabout = "Annat"\n'
    (folder / ACT).write_text((folder / ACT).read_text(encoding="utf-8") + spare, encoding="utf-8")
    shutil.copy(folder / ACT, folder / "sources/other.toml")
    assert released(folder) == 8
    assert (list(read_released(folder).acts), list(read_released(folder).wordings)) == (["act"], ["act 1"])
    assert released(folder, question(cites=("act 1", "act 2"))) == 3


def test_a_section_that_only_a_row_cites_is_released_too(folder: Path) -> None:
    spare = '\n[[provision]]\nid = "2"\nsection = "2 §"\nabout = "Annat"\nin_force_from = 2020-01-01\n'
    (folder / ACT).write_text((folder / ACT).read_text(encoding="utf-8") + spare, encoding="utf-8")
    spoil(folder, ROWS, "source: act 1", "source: act 2")
    released(folder)
    assert list(read_released(folder).wordings) == ["act 1", "act 2"]


@pytest.mark.parametrize(("mark", "raised"), [("U", "S"), ("S", "V2"), ("V2", "V"), ("U", "V")])
def test_a_mark_may_be_raised_and_never_lowered(folder: Path, mark: str, raised: str) -> None:
    own = 'wording = "i lydelsen enligt lag (2021:9)"\nmark = "{}"\n'
    spoil(folder, ACT, own.splitlines()[0] + "\n", own.format(mark))
    released(folder)
    spoil(folder, ACT, own.format(mark), own.format(raised))
    assert told(folder) == []
    assert released(folder) == 1
    spoil(folder, ACT, own.format(raised), own.format(mark))
    lowered = f"has been released with the mark {raised}, which may only be raised; put it back"
    assert told(folder) == [f"sources: act 1 from 2022-01-01 {lowered}"]


def test_the_mark_of_a_whole_source_cannot_be_lowered(folder: Path) -> None:
    released(folder)
    spoil(folder, ACT, 'mark = "V"', 'mark = "U"')
    assert len(told(folder)) == 3


def test_examples_are_not_released(folder: Path) -> None:
    released(folder)
    (folder / "examples/small.yaml").unlink()
    assert told(folder) == []


def test_a_misreading_is_corrected_by_taking_out_its_line(folder: Path) -> None:
    released(folder)
    lines = (folder / FILE).read_text(encoding="utf-8").splitlines(keepends=True)
    versions = lines.index("[versions.small]\n")
    kept = [line for number, line in enumerate(lines) if number not in (versions + 1, versions + 2)]
    (folder / FILE).write_text("".join(kept), encoding="utf-8")
    corrected = question(answer=another)
    assert told(folder, corrected) == []
    assert released(folder, corrected) == 2


@pytest.mark.parametrize(
    "text",
    [
        "versions = 1",
        "[rows",
        "[other]\na = 1",
        "[versions.small]\n2020-01-01 = 7",
        '[acts.act]\n2020-01-01 = {content = "a", mark = "V3"}',
    ],
)
def test_a_file_that_cannot_be_read_is_told(folder: Path, text: str) -> None:
    (folder / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(FaultyLaw, match=r"released\.toml: "):
        told(folder)


def test_a_file_that_is_gone_is_told(folder: Path) -> None:
    (folder / FILE).unlink()
    with pytest.raises(FaultyLaw, match=r"released\.toml: "):
        told(folder)


def test_all_of_our_own_law_can_be_released_and_read_again(tmp_path: Path) -> None:
    own = current_registry()
    for name in ("sources", "parameters"):
        shutil.copytree(own.folder / name, tmp_path / name)
    (tmp_path / FILE).write_text("", encoding="utf-8")
    copied = Registry(own.questions.values(), tmp_path)
    assert release(copied, TODAY) > len(own.questions)
    assert list(released_faults(copied, TODAY)) == []
    assert release(copied, TODAY) == 0
    assert read_released(tmp_path).facts.keys() == own.questions.keys()
