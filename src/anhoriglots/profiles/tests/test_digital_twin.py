"""What is only on the net names what gives the same without it, or the profile cannot be loaded."""

from pathlib import Path

import pytest

from anhoriglots.kernel.decision import Outcome
from anhoriglots.law import decide
from anhoriglots.profiles.reader import BUILT_IN, profile_folders, read_profile

from .copies import TODAY, Break, faults_in

OFFER = "key: en_bra_plats"
TWIN = "    twin: network\n"
WRONG = {
    "none": Break("0662", "support.yaml", TWIN, "", "ges bara på nätet", after=OFFER, at="ways:", at_after=OFFER),
    "itself": Break("0662", "support.yaml", "twin: network", "twin: en_bra_plats", "är inget annat stöd", after=OFFER),
    "unknown": Break("0662", "support.yaml", "twin: network", "twin: nowhere", "är inget annat stöd", after=OFFER),
    "assessed": Break("0662", "support.yaml", "twin: network", "twin: respite_at_home", "utan ansökan", after=OFFER),
    "digital too": Break(
        "0662",
        "support.yaml",
        "ways: [in_person]",
        "ways: [digital]",
        "ges också bara på nätet",
        after="key: network",
        at="twin: network",
    ),
    "for fewer": Break(
        "0662",
        "support.yaml",
        "target_groups: all",
        "target_groups: [elderly]",
        "är inte för samma målgrupper",
        after="key: network",
        at="twin: network",
    ),
}


@pytest.mark.parametrize("broken", WRONG.values(), ids=WRONG)
def test_a_digital_offer_without_a_true_twin_is_refused_with_file_and_line(broken: Break, tmp_path: Path) -> None:
    folder, where = broken.make(tmp_path)
    found = [fault for fault in faults_in(folder) if broken.message in fault]
    assert found, faults_in(folder)
    assert any(fault.startswith(where) for fault in found), (where, found)


def test_a_second_way_is_twin_enough(tmp_path: Path) -> None:
    both = Break("0662", "support.yaml", f"{TWIN}", "", "", after=OFFER)
    folder, _ = both.make(tmp_path)
    path = folder / "support.yaml"
    head, offer, rest = path.read_text(encoding="utf-8").partition(OFFER)
    path.write_text(head + offer + rest.replace("ways: [digital]", "ways: [digital, phone]", 1), encoding="utf-8")
    assert faults_in(folder) == []


def test_every_built_in_digital_offer_has_one() -> None:
    for folder in profile_folders():
        profile = read_profile(folder)
        only = [offer for offer in profile.offers if set(offer.ways) == {"digital"}]
        assert all(offer.twin for offer in only), folder.name
    assert any(offer.twin for offer in read_profile(BUILT_IN / "0662").offers)


@pytest.mark.parametrize(("other_way", "outcome"), [(True, Outcome.PERMITTED), (False, Outcome.FORBIDDEN)])
def test_the_check_says_what_the_law_question_says(other_way: bool, outcome: Outcome) -> None:
    facts = {"digital": True, "other_way": other_way}
    assert decide("digital-twin", on=TODAY, facts=facts).outcome == outcome
