"""Rows that are right one by one but not together are found, each in its file and on its line."""

from pathlib import Path

import pytest

from .copies import Break, faults_in

BREAKS = {
    "unreadable colour": Break("0662", "profile.yaml", '"#5B3A7A"', '"#FFFFFF"', "accent: #FFFFFF syns knappt"),
    "text missing in English": Break(
        "0662", "support.yaml", '\n      en: "Free."', "", 'cost: texten saknas på språket "en"', at="cost:"
    ),
    "start page missing in Arabic": Break(
        "0662", "profile.yaml", "\n  ar:", "\n  #", 'på språket "ar"', after="service_name", at="service_name:"
    ),
    "language that is off": Break(
        "0662", "support.yaml", 'en: "Free."', 'en: "Free."\n      pl: "Bezpłatne."', '"pl" är inte', at="pl:"
    ),
    "decisions at the same time": Break(
        "0480",
        "board_decisions.yaml",
        "decided_on: 2026-09-16\n    valid_from: 2026-10-01",
        "decided_on: 2026-09-16\n    valid_from: 2026-09-16",
        "samma dagar",
        at="valid_from: 2026-09-16",
    ),
    "no decision behind an offer": Break(
        "0662",
        "board_decisions.yaml",
        "[DS04, DS09, DS12]",
        "[DS04, DS09]",
        "inget beslut om DS12",
        at="access_route:",
        at_after="key: support_plan",
        at_file="support.yaml",
    ),
    "contact family without assessment": Break(
        "0480", "support.yaml", "assessed", "either", "alltid behovs", after="contact_person_or_family"
    ),
    "short stay without assessment": Break(
        "0662",
        "board_decisions.yaml",
        "[DS06, DS07]",
        "[DS06, DS07, IS05]",
        "IS05 kräver",
        at="without_assessment:",
        at_after="key: groups",
    ),
    "living together for direct support": Break(
        "0662", "support.yaml", "cohabitation: false", "cohabitation: true", "direkt stöd"
    ),
    "living together without a rule": Break(
        "0662", "support.yaml", "cohabitation: false", "cohabitation: true", "ingen regel", after="IS01"
    ),
    "a rule on living together for talks": Break(
        "0480", "rules.yaml", "[IS01, IS05, IS06]", "[IS01, IS05, IS06, DS04]", "DS04 är"
    ),
    "district without an answer": Break(
        "0180",
        "organisation.yaml",
        "answers_requests: true",
        "answers_requests: false",
        '"farsta"',
        after="districts: [farsta]",
        at="- key: farsta",
        at_after="\ndistricts:",
    ),
    "city without an answer": Break(
        "0662", "organisation.yaml", "answers_requests: true", "answers_requests: false", "hela kommunen", at="units:"
    ),
    "two central units": Break(
        "0662",
        "organisation.yaml",
        "source:",
        "is_central_carer_support: true\n    source:",
        "flera",
        after="authority",
        at="is_central_carer_support:",
    ),
    "no central unit": Break(
        "0180",
        "organisation.yaml",
        "is_central_carer_support: true",
        "is_central_carer_support: false",
        "bromma_board",
        after="bromma_carer",
        at="contact_unit: own_board",
        at_file="support.yaml",
    ),
    "nobody owns what the city gives": Break(
        "0180",
        "support.yaml",
        "contact_unit: city_talks",
        "contact_unit: own_board",
        "ska vara en enhet",
        after="talks_crime",
    ),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_what_does_not_hold_together_is_found_on_its_line(broken: Break, tmp_path: Path) -> None:
    folder, place = broken.make(tmp_path)
    found = faults_in(folder)
    assert [fault for fault in found if fault.startswith(place) and broken.message in fault], found
