"""Rows with the wrong shape are found, each in its file and on its line."""

from pathlib import Path

import pytest

from .copies import Break, faults_in

DECIDED = """  decision:
    number: "EXEMPEL KS 2025:110"
    decided_on: 2025-09-24
    valid_from: 2025-10-01
    example: true
"""
BREAKS = {
    "misspelt field": Break("0662", "support.yaml", "consent_by:", "consent_from:", 'fältet "consent_from" finns inte'),
    "list instead of text": Break(
        "0662", "guide.yaml", 'sv: "Någon som är gammal"', "sv: [a]", "text.sv: ska vara text"
    ),
    "number instead of text": Break("0662", "profile.yaml", '"0662"', "662", "code: ska vara text"),
    "text instead of yes or no": Break(
        "0662", "profile.yaml", "cash_allowance: false", "cash_allowance: nej", "true eller"
    ),
    "text instead of a number": Break("0662", "profile.yaml", "thread_days: 90", "thread_days: nittio", "heltal"),
    "too many days": Break("0662", "profile.yaml", "thread_days: 90", "thread_days: 900", "ska vara högst 365"),
    "too few days": Break("0662", "profile.yaml", "thread_days: 90", "thread_days: 0", "ska vara minst 1"),
    "days that nobody has decided": Break(
        "0662", "profile.yaml", DECIDED, "", 'fältet "decision" saknas', at="retention:"
    ),
    "days decided without a number": Break(
        "0662", "profile.yaml", '    number: "EXEMPEL KS 2025:110"\n', "", 'fältet "number" saknas', at="  decision:"
    ),
    "days that hold before they were decided": Break(
        "0662", "profile.yaml", "valid_from: 2025-10-01", "valid_from: 2025-09-01", "ligger före", at="  decision:"
    ),
    "a sender that reveals": Break(
        "0662", "profile.yaml", 'sender: "Gislaveds kommun"', 'sender: "Anhörigstödet"', '"anhörig" avslöjar'
    ),
    "an address that reveals": Break(
        "0662", "profile.yaml", "svara-inte@gislaved", "anhorig@gislaved", '"anhorig" avslöjar'
    ),
    "a sender that no telephone shows": Break(
        "0662", "profile.yaml", '"Gislaved"', '"Gislaveds kommun"', "messages.text_sender:"
    ),
    "no such day": Break("0662", "support.yaml", "reviewed_on: 2026-11-16", "reviewed_on: 2026-11-31", "datum som"),
    "no such time": Break("0662", "profile.yaml", 'latest: "15:00"', 'latest: "25:00"', '"25:00" är inget klockslag'),
    "a time that is a number": Break("0662", "profile.yaml", 'latest: "15:00"', "latest: 15", "klockslag"),
    "opening hours that are a number": Break("0662", "organisation.yaml", '"09:00-15:00"', "9", "öppettid som"),
    "no such opening hours": Break("0662", "organisation.yaml", '"09:00-15:00"', '"9 till 15"', "är ingen öppettid"),
    "closes before it opens": Break(
        "0662", "organisation.yaml", "09:00-15:00", "15:00-09:00", "slutar innan den börjar"
    ),
    "not a telephone number": Break("0662", "profile.yaml", '"070-174 06 10"', '"ring oss"', "contact.phone.number:"),
    "not a colour": Break("0662", "profile.yaml", '"#5B3A7A"', '"lila"', "theme.accent:"),
    "not a safe address": Break("0662", "profile.yaml", "https://www.smhi.se/", "http://www.smhi.se/", "leave_url:"),
    "no such choice": Break(
        "0662", "support.yaml", "consent_by: carer", "consent_by: kommunen", "consent_by: ska vara"
    ),
    "no such role": Break("0662", "organisation.yaml", "role: coordinator", "role: koordinator", "role: ska vara"),
    "neither a word nor a list": Break(
        "0662", "support.yaml", "boards: [social_board]", "boards: alla", "eller ska vara en"
    ),
    "empty text": Break("0662", "support.yaml", 'en: "Free."', 'en: "  "', "cost.en: är tomt"),
    "endless text": Break("0662", "support.yaml", 'en: "Free."', f'en: "{"a" * 301}"', "är längre än 300 tecken"),
    "empty list": Break("0662", "support.yaml", "ways: [in_person, phone]", "ways: []", "ways: ska ha minst 1"),
    "text without language": Break(
        "0662",
        "support.yaml",
        'cost:\n      sv: "Kostar inget."\n      en: "Free."',
        "cost: Gratis",
        "text per språk",
        after="key: information",
    ),
    "repeated field": Break(
        "0662", "support.yaml", "interpreter: true", "languages: [sv]", '"languages" står två gånger'
    ),
    "invented field that is not there": Break(
        "0662", "support.yaml", "examples: [cost, time]", "examples: [priset]", "priset", at="- key: information"
    ),
    "review before it was reviewed": Break(
        "0662", "support.yaml", "next_review: 2027", "next_review: 2025", "senare än", at="- key: information"
    ),
    "valid before decided": Break(
        "0662",
        "board_decisions.yaml",
        "valid_from: 2025-10",
        "valid_from: 2025-08",
        "ligger före",
        at="- key: counselling",
    ),
    "ends before it begins": Break(
        "0480",
        "board_decisions.yaml",
        "valid_to: 2026",
        "valid_to: 2025",
        "valid_to ligger före",
        at="- key: talks_first_year",
    ),
    "no legal ground": Break(
        "0662",
        "target_groups.yaml",
        "local_decision",
        "other_section",
        "lagrum saknas",
        after="key: families_to_21",
        at="- key: families_to_21",
    ),
    "group nobody reaches": Break(
        "0662",
        "target_groups.yaml",
        "guide_lines: [old]",
        "guide_lines: []",
        "nås inte från guiden",
        at="- key: elderly",
    ),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_a_fault_of_shape_is_found_on_its_line(broken: Break, tmp_path: Path) -> None:
    folder, place = broken.make(tmp_path)
    found = faults_in(folder)
    assert [fault for fault in found if fault.startswith(place) and broken.message in fault], found
