"""Loading a profile: all or nothing, twice is once, and a new municipality is only a folder."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from anhoriglots.administration.profiles import FaultyProfile, difference, load
from anhoriglots.catalogue.models import BoardDecision, Offer
from anhoriglots.catalogue.models.origin import Origin
from anhoriglots.database.scope import scope
from anhoriglots.kernel.dates import SWEDEN
from anhoriglots.organisations.models import Board, District, Municipality, Unit
from anhoriglots.profiles.reader import profile_folders

pytestmark = pytest.mark.usefixtures("owner_db")
ON = date(2026, 11, 24)


def folder_of(code: str) -> Path:
    return next(folder for folder in profile_folders() if folder.name == code)


def copied(code: str, to: Path, **replacements: str) -> Path:
    """A copy of a profile in another folder, with words replaced in every file."""
    shutil.copytree(folder_of(code), to)
    for file in to.glob("*.yaml"):
        text = file.read_text()
        for old, new in replacements.items():
            text = text.replace(old, new)
        file.write_text(text)
    return to


@pytest.mark.parametrize("code", ["0180", "0480", "0662"])
def test_loading_again_changes_nothing(code: str) -> None:
    assert load(folder_of(code), on=ON) == []
    assert difference(folder_of(code), on=ON) == []


def test_stockholm_has_two_central_boards_and_eleven_districts_with_a_board_each() -> None:
    assert Board.objects.filter(municipality="0180", kind="district").count() == 11
    assert District.objects.filter(municipality="0180").count() == 11
    assert Board.objects.filter(municipality="0180").exclude(kind="district").count() == 2


def test_each_district_of_stockholm_gives_the_three_parts_of_the_basic_offer() -> None:
    for district in District.objects.filter(municipality="0180"):
        parts = set(Offer.objects.filter(districts=district).values_list("base_offer", flat=True)) - {""}
        assert parts == {"information", "guidance_talk", "groups_and_meeting_places"}, district.name


def test_each_municipality_has_a_form_that_must_be_noted_by_name() -> None:
    for code in ("0180", "0480", "0662"):
        offered = set(Offer.objects.filter(municipality=code).values_list("support_form", flat=True))
        with scope(code):
            decided = BoardDecision.objects.filter(active=True).exclude(documentation="identified")
            assert offered - set(decided.values_list("support_form", flat=True))


def test_a_difference_is_shown_before_it_is_loaded(tmp_path: Path) -> None:
    name = Municipality.objects.get(code="0662").name
    changed = copied("0662", tmp_path / "0662", **{f'name: "{name}"': f'name: "{name} stad"'})
    told = [str(change) for change in difference(changed, on=ON)]
    assert any(line.startswith("kommun") and "name" in line for line in told)
    assert Municipality.objects.get(code="0662").name == name
    load(changed, on=ON)
    assert Municipality.objects.get(code="0662").name == f"{name} stad"


def test_a_broken_profile_changes_nothing(tmp_path: Path) -> None:
    before = list(Unit.objects.filter(municipality="0662").values())
    broken = copied("0662", tmp_path / "0662", **{"phone:": "telefon:"})
    with pytest.raises(FaultyProfile) as told:
        load(broken, on=ON)
    assert all(fault.file and fault.line for fault in told.value.faults)
    assert list(Unit.objects.filter(municipality="0662").values()) == before


def test_a_row_that_leaves_the_profile_is_kept_but_no_longer_shown(tmp_path: Path) -> None:
    smaller = tmp_path / "0662"
    shutil.copytree(folder_of("0662"), smaller)
    support = smaller / "support.yaml"
    kept, _, _ = support.read_text().rpartition("\n  - key: ")
    support.write_text(kept + "\n")
    gone = [change for change in load(smaller, on=ON) if change.kind == "withdraw"]
    assert len(gone) == 1
    assert not Offer.objects.get(municipality="0662", key=gone[0].key).active


def test_a_fourth_municipality_is_made_by_adding_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied("0662", tmp_path / "1480", **{'"0662"': '"1480"', "slug: gislaved": "slug: provkoping"})
    monkeypatch.setenv("ANHORIGLOTS_PROFILES", str(tmp_path))
    new = next(folder for folder in profile_folders() if folder.name == "1480")
    assert {change.kind for change in load(new, on=ON)} == {"add"}
    assert Municipality.objects.get(code="1480").slug == "provkoping"
    assert Offer.objects.filter(municipality="1480").count() == Offer.objects.filter(municipality="0662").count()


def test_an_address_that_another_municipality_has_is_refused_with_its_line(tmp_path: Path) -> None:
    twin = copied("0662", tmp_path / "1480", **{'"0662"': '"1480"'})
    with pytest.raises(FaultyProfile) as told:
        load(twin, on=ON)
    assert [(Path(fault.file).name, fault.line) for fault in told.value.faults] == [("profile.yaml", 3)]
    assert not Municipality.objects.filter(code="1480").exists()


def test_what_somebody_has_registered_or_ended_is_never_touched_by_a_load(tmp_path: Path) -> None:
    board = Board.objects.get(municipality="0662", key="social_board")
    day, at = date(2026, 11, 23), datetime(2026, 11, 24, 10, tzinfo=SWEDEN)
    with scope("0662", board.pk):
        ended = BoardDecision.objects.filter(board=board, active=True)[0]
        BoardDecision.objects.filter(pk=ended.pk).update(last_day=day, ended_at=at)
        form = Offer.objects.filter(board=board)[0].support_form
        own = BoardDecision(municipality="0662", board=board, support_form=form, without_assessment=True, key="own")
        own.documentation, own.number, own.origin = "identified", "SN 2026:9", Origin.REGISTER
        own.decided_on = own.valid_from = day
        own.save()
    assert difference(folder_of("0662"), on=ON) == []
    changed = copied("0662", tmp_path / "0662", **{ended.number: "EXEMPEL SN 2026:77"})
    assert {change.fields for change in load(changed, on=ON) if change.table == "nämndbeslut"} == {("number",)}
    with scope("0662"):
        assert BoardDecision.objects.get(pk=own.pk).number == "SN 2026:9"
        kept = BoardDecision.objects.get(pk=ended.pk)
        assert (kept.number, kept.last_day, kept.ended_at) == ("EXEMPEL SN 2026:77", day, at)


def test_a_decision_that_leaves_the_profile_holds_no_longer(tmp_path: Path) -> None:
    renamed = copied("0662", tmp_path / "0662", **{"- key: groups\n    boards": "- key: meetings\n    boards"})
    changes = [change for change in load(renamed, on=ON) if change.table == "nämndbeslut"]
    with scope("0662"):
        inactive = set(BoardDecision.objects.filter(active=False).values_list("key", flat=True))
    assert inactive == {change.key for change in changes if change.kind == "withdraw"} != set()
    assert all(key.startswith("groups.") for key in inactive)
