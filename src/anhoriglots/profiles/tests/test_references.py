"""Keys that stand twice or lead nowhere are found, each in its file and on its line."""

from pathlib import Path

import pytest

from .copies import Break, faults_in

BREAKS = {
    "repeated key": Break("0662", "support.yaml", "key: guidance", "key: information", 'key "information" finns redan'),
    "repeated role": Break("0662", "organisation.yaml", "role: coordinator", "role: carer_advisor", "finns redan"),
    "unknown board of a unit": Break(
        "0662", "organisation.yaml", "board: social_board", "board: x", 'nämnden "x"', after="units:"
    ),
    "unknown board of a district": Break(
        "0180", "organisation.yaml", "board: bromma_board", "board: x", '"x"', after="districts:"
    ),
    "unknown board of a division": Break(
        "0480", "organisation.yaml", "[care_board, social_board]", "[x]", 'nämnden "x"'
    ),
    "unknown division": Break("0480", "organisation.yaml", "division: social_care", "division: x", 'divisionen "x"'),
    "unknown district": Break("0180", "organisation.yaml", "districts: [bromma]", "districts: [x]", 'området "x"'),
    "unknown board of a decision": Break(
        "0662", "board_decisions.yaml", "[social_board]", "[x]", 'nämnden "x" finns inte'
    ),
    "unknown board of an offer": Break("0662", "support.yaml", "[social_board]", "[x]", 'nämnden "x" finns inte'),
    "unknown unit": Break(
        "0662", "support.yaml", "owner_unit: carer_support", "owner_unit: x", 'enheten "x" finns inte'
    ),
    "unknown target group": Break("0662", "support.yaml", "target_groups: all", "target_groups: [x]", 'målgruppen "x"'),
    "unknown need": Break("0662", "support.yaml", "needs: [know, dont_know]", "needs: [x]", 'behovet "x" finns inte'),
    "unknown guide line": Break("0662", "target_groups.yaml", "guide_lines: [old]", "guide_lines: [x]", 'i guiden "x"'),
    "unknown need denied": Break(
        "0662", "not_offered.yaml", "needs: [rest, know, help_for_them]", "needs: [x]", 'behovet "x" finns inte'
    ),
    "unknown line denied": Break(
        "0662", "not_offered.yaml", "guide_lines: [child_with_needs]", "guide_lines: [x]", 'i guiden "x"'
    ),
    "unknown form of an offer": Break(
        "0662", "support.yaml", "support_form: DS01", "support_form: DS99", '"DS99" finns'
    ),
    "unknown form denied": Break(
        "0662", "not_offered.yaml", "support_form: X01", "support_form: X99", '"X99" finns inte'
    ),
    "unknown form with an age": Break("0662", "rules.yaml", "support_forms: [DS13]", "support_forms: [DS99]", '"DS99"'),
    "unknown form in a decision": Break("0662", "board_decisions.yaml", "[DS06, DS07]", "[DS06, DS07, DS99]", '"DS99"'),
    "address of another municipality": Break(
        "0662", "profile.yaml", "slug: gislaved", "slug: nykoping", 'slug "nykoping" har redan 0480'
    ),
    "folder with another number": Break("0662", "profile.yaml", '"0662"', '"0661"', 'mappen heter "0662"'),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_a_broken_reference_is_found_on_its_line(broken: Break, tmp_path: Path) -> None:
    folder, place = broken.make(tmp_path)
    found = faults_in(folder)
    assert [fault for fault in found if fault.startswith(place) and broken.message in fault], found
