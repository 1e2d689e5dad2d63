"""Somebody has to answer, wherever the carer lives."""

from collections import Counter

from anhoriglots.profiles.schema.profile import OWN_BOARD, Profile

from .found import Findings, Found

FILE = "organisation.yaml"


def organisation_gaps(profile: Profile) -> Findings:
    """Districts without a unit that answers, two central units under one board, offers that lead to no unit."""
    yield from _unanswered(profile)
    central = Counter(unit.board for unit in profile.organisation.units if unit.is_central_carer_support)
    for index, unit in enumerate(profile.organisation.units):
        if unit.is_central_carer_support and central[unit.board] > 1:
            place = ("units", index, "is_central_carer_support")
            yield Found(FILE, place, f'nämnden "{unit.board}" har flera enheter som är övergripande anhörigstöd')
    for index, offer in enumerate(profile.offers):
        for field, key in (("contact_unit", offer.contact_unit), ("owner_unit", offer.owner_unit)):
            if key == OWN_BOARD:
                yield from _own_units(profile, index, field, frozenset(central))


def _unanswered(profile: Profile) -> Findings:
    answering = [unit for unit in profile.organisation.units if unit.answers_requests]
    if not any(unit.districts == "all" for unit in answering):
        message = "ingen enhet tar emot frågor från hela kommunen (answers_requests: true och districts: all)"
        yield Found(FILE, ("units",), message)
    for index, district in enumerate(profile.organisation.districts):
        if not any(district.key in unit.districts for unit in answering if unit.districts != "all"):
            yield Found(FILE, ("districts", index, "key"), f'ingen enhet tar emot frågor från "{district.key}"')


def _own_units(profile: Profile, index: int, field: str, with_central: frozenset[str]) -> Findings:
    offer = profile.offers[index]
    if offer.boards == "citywide":
        message = f'{field} ska vara en enhet, inte "{OWN_BOARD}", när boards är citywide'
        yield Found("support.yaml", ("offers", index, field), message)
        return
    for board in profile.boards_giving(offer):
        if board.key not in with_central:
            message = f'nämnden "{board.key}" har ingen enhet som är övergripande anhörigstöd'
            yield Found("support.yaml", ("offers", index, field), message)
