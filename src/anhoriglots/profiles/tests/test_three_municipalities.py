"""The three profiles that come with the program."""

import re
from pathlib import Path

import pytest

from anhoriglots.profiles.reader import BUILT_IN, profile_folders, read_profile
from anhoriglots.profiles.schema import BoardDecision, Offer, Profile, SourcedRow
from anhoriglots.profiles.schema.base import Text

from .copies import faults_in, forms

CODES = ("0180", "0480", "0662")
WORDS_OF_THE_OFFICE = re.compile(
    r"bistånd|insats|ärende|behovsprövn|handläggning|målgrupp|tyvärr|!|klient|brukare", re.I
)
SHOWN = ("title", "summary", "how", "cost", "time", "what_next")


@pytest.fixture(params=CODES)
def profile(request: pytest.FixtureRequest) -> Profile:
    return read_profile(BUILT_IN / request.param)


def offer_texts(offer: Offer) -> list[Text]:
    return [getattr(offer, name) for name in SHOWN]


def sourced_rows(profile: Profile) -> list[SourcedRow]:
    organisation, guide, rules = profile.organisation, profile.guide, profile.rules
    tables = (
        (profile.municipality,),
        (*organisation.boards, *organisation.divisions, *organisation.districts),
        (*organisation.units, *organisation.role_titles),
        (*guide.lines, *guide.needs, *guide.ways),
        (*profile.target_groups, *profile.offers, *profile.not_offered, *profile.board_decisions),
        (*rules.consent, *rules.cohabitation, *rules.age),
    )
    return [row for table in tables for row in table]


@pytest.mark.parametrize("code", CODES)
def test_a_built_in_profile_is_faultless(code: str) -> None:
    assert faults_in(BUILT_IN / code) == []


def test_the_three_folders_are_found() -> None:
    assert [folder.name for folder in profile_folders()] == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_reading_twice_gives_equal_values(code: str) -> None:
    assert read_profile(BUILT_IN / code) == read_profile(BUILT_IN / code)


def test_different_municipalities_are_not_equal() -> None:
    assert read_profile(BUILT_IN / "0480") != read_profile(BUILT_IN / "0662")


def test_every_row_names_a_document_and_a_place_in_it(profile: Profile) -> None:
    place = re.compile(r"avsnitt [1-9]|[0-9]+ kap\. [0-9]+ §|från 1 juli 2023")
    assert [row.source for row in sourced_rows(profile) if not place.search(row.source)] == []


def test_every_offer_has_swedish_and_english(profile: Profile) -> None:
    for offer in profile.offers:
        for text in offer_texts(offer):
            assert text.languages >= {"sv", "en"}


def test_the_start_page_has_arabic(profile: Profile) -> None:
    assert re.search("[\u0600-\u06ff]", profile.municipality.contact.hours.to("ar"))


def test_public_texts_avoid_the_words_of_the_office(profile: Profile) -> None:
    texts = [text.to("sv") for offer in profile.offers for text in offer_texts(offer)]
    texts += [text.to("sv") for row in profile.not_offered for text in (row.text, row.instead)]
    texts += [choice.text.to("sv") for choice in (*profile.guide.lines, *profile.guide.needs)]
    assert [text for text in texts if WORDS_OF_THE_OFFICE.search(text)] == []


def test_public_sentences_are_short(profile: Profile) -> None:
    texts = [text.to("sv") for offer in profile.offers for text in offer_texts(offer)]
    sentences = [sentence for text in texts for sentence in re.split(r"[.?]\s*", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


def test_every_line_of_the_guide_leads_to_a_group_and_every_group_to_an_offer(profile: Profile) -> None:
    lines = {line.key for line in profile.guide.lines if not line.exclusive}
    assert lines == {line for group in profile.target_groups for line in group.guide_lines}
    for group in profile.target_groups:
        assert any(offer.target_groups == "all" or group.key in offer.target_groups for offer in profile.offers)


def test_every_need_and_way_of_the_guide_has_an_offer(profile: Profile) -> None:
    assert {need.key for need in profile.guide.needs} == {need for offer in profile.offers for need in offer.needs}
    asked = {way.key for way in profile.guide.ways} - {"any", "digital"}
    assert asked <= {way for offer in profile.offers for way in offer.ways}


def test_a_support_contact_is_offered_to_every_carer(profile: Profile) -> None:
    contact = next(offer for offer in profile.offers if offer.support_form == "DS05")
    assert (contact.target_groups, contact.districts, contact.access_route) == ("all", "all", "without_assessment")


def test_support_to_the_cared_for_person_is_never_on_the_carers_word_alone(profile: Profile) -> None:
    indirect = [offer for offer in profile.offers if forms()[offer.support_form].support_class == "indirect"]
    assert indirect
    assert {offer.consent_by for offer in indirect} <= {"cared_for", "guardian"}


def test_each_municipality_has_all_three_ways_of_noting_and_every_number_is_marked_as_invented(
    profile: Profile,
) -> None:
    decisions: tuple[BoardDecision, ...] = profile.board_decisions
    assert {decision.documentation for decision in decisions} == {"identified", "counselling", "deidentified"}
    assert all(decision.example and "number" in decision.examples for decision in decisions)


def test_invented_telephone_numbers_are_marked_and_belong_to_the_series_for_fiction(profile: Profile) -> None:
    series = re.compile(r"08-465 004 \d\d|031-390 06 \d\d|070-174 06 \d\d")
    phones = [profile.municipality.contact.phone, *(unit.phone for unit in profile.organisation.units)]
    assert all(phone.example and series.fullmatch(phone.number) for phone in phones)


def test_no_text_promises_money_where_there_is_none(profile: Profile) -> None:
    assert profile.municipality.cash_allowance is False
    assert "X01" not in {offer.support_form for offer in profile.offers}


def test_gislaved_says_that_it_gives_no_money_and_what_there_is_instead() -> None:
    denied = {row.key: row for row in read_profile(BUILT_IN / "0662").not_offered}
    assert denied["money"].support_form == "X01"
    assert "pengar" in denied["money"].text.to("sv")
    assert "vila" in denied["money"].instead.to("sv")


def test_gislaved_gives_coordinator_support_up_to_21_without_identity_on_the_guardians_consent() -> None:
    profile = read_profile(BUILT_IN / "0662")
    offer = next(offer for offer in profile.offers if offer.support_form == "DS13")
    assert offer.consent_by == "guardian"
    assert [rule.oldest for rule in profile.rules.age if "DS13" in rule.support_forms] == [21]
    modes = {row.documentation for row in profile.board_decisions if "DS13" in row.support_forms}
    assert modes == {"deidentified"}


def test_gislaved_calls_the_carer_advisor_by_the_guidelines_title() -> None:
    profile = read_profile(BUILT_IN / "0662")
    assert profile.role_title("carer_advisor") == "Samordnare för anhörigstöd"
    assert profile.role_title("log_reviewer") is None


def test_stockholm_has_two_city_boards_and_eleven_district_boards() -> None:
    kinds = [board.kind for board in read_profile(BUILT_IN / "0180").organisation.boards]
    assert (kinds.count("social"), kinds.count("elder"), kinds.count("district")) == (1, 1, 11)


def test_each_of_stockholms_districts_gives_all_three_parts_of_the_basic_offer() -> None:
    profile = read_profile(BUILT_IN / "0180")
    parts: dict[str, set[str | None]] = {district.key: set() for district in profile.organisation.districts}
    for offer in profile.offers:
        for board in profile.boards_giving(offer) if offer.base_offer else ():
            unit = profile.unit_for(offer.contact_unit, board)
            for district in unit.districts:
                parts[district].add(offer.base_offer)
    assert len(parts) == 11
    assert all(found == {"information", "guidance_talk", "groups_and_meeting_places"} for found in parts.values())


def test_stockholm_gives_four_support_talks_to_the_whole_city() -> None:
    profile = read_profile(BUILT_IN / "0180")
    talks = [offer for offer in profile.offers if offer.support_form == "DS04"]
    assert {group for offer in talks for group in offer.target_groups} == {
        "addiction",
        "extremism",
        "criminal_lifestyle",
        "lethal_violence",
    }
    assert {board.key for offer in talks for board in profile.boards_giving(offer)} == {"social_board"}


def test_stockholm_has_eight_groups_and_four_of_them_outside_the_duty() -> None:
    groups = read_profile(BUILT_IN / "0180").target_groups
    outside = {group.key for group in groups if group.basis != "in_offer_duty"}
    assert len(groups) == 8
    assert outside == {"extremism", "criminal_lifestyle", "lethal_violence", "child_carers"}


def test_sensitive_groups_share_a_line_in_the_guide() -> None:
    groups = read_profile(BUILT_IN / "0180").target_groups
    sharing = {group.key for group in groups if "crime_or_dangerous_group" in group.guide_lines}
    assert sharing == {"extremism", "criminal_lifestyle"}


def test_nykoping_asks_for_living_together_only_where_the_guideline_does() -> None:
    profile = read_profile(BUILT_IN / "0480")
    asking = {offer.support_form for offer in profile.offers if offer.requires_cohabitation}
    assert asking == {"IS01", "IS05", "IS06"}
    assert not any(offer.requires_cohabitation for offer in read_profile(BUILT_IN / "0662").offers)


def test_nykopings_operations_have_carer_representatives_and_the_hub_is_the_overall_carer_support() -> None:
    units = read_profile(BUILT_IN / "0480").organisation.units
    assert [unit.key for unit in units if unit.is_central_carer_support] == ["carer_support"]
    assert all(unit.has_carer_representative for unit in units if unit.key != "carer_support")


def test_a_unit_that_is_not_there_is_an_error() -> None:
    profile = read_profile(BUILT_IN / "0662")
    with pytest.raises(LookupError):
        profile.unit_for("nowhere", profile.organisation.boards[0])


def test_opening_hours_are_in_the_order_of_the_week() -> None:
    units = {unit.key: unit for unit in read_profile(BUILT_IN / "0180").organisation.units}
    week = units["city_talks"].hours.week()
    assert [str(span) for span in week if span] == ["09:00-15:00"] * 3 + ["09:00-19:00", "09:00-15:00"]
    assert week[5:] == (None, None)


def test_a_fourth_municipality_is_made_by_adding_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "1480"
    folder.mkdir()
    for path in (BUILT_IN / "0662").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for old, new in (
            ('"0662"', '"1480"'),
            ("slug: gislaved", "slug: goteborg"),
            ("Gislaveds kommun", "Göteborgs stad"),
        ):
            text = text.replace(old, new)
        (folder / path.name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("ANHORIGLOTS_PROFILES", str(tmp_path))
    assert profile_folders()[-1] == folder
    assert faults_in(folder) == []
    assert read_profile(folder).municipality.name == "Göteborgs stad"
