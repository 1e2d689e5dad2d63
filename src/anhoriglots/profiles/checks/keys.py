"""The same key twice in one list."""

from collections.abc import Hashable, Iterable

from anhoriglots.profiles.schema.profile import Profile

from .found import Findings, Found


def repeated_keys(profile: Profile) -> Findings:
    """Every row whose key an earlier row of the same list already has."""
    for file, place, field, keys in _lists(profile):
        seen: set[Hashable] = set()
        for index, key in enumerate(keys):
            if key in seen:
                yield Found(file, (*place, index, field), f'{field} "{key}" finns redan på en tidigare rad')
            seen.add(key)


def _lists(profile: Profile) -> Iterable[tuple[str, tuple[str, ...], str, list[str]]]:
    organisation, guide, rules = profile.organisation, profile.guide, profile.rules
    yield "profile.yaml", ("languages",), "code", [row.code for row in profile.municipality.languages]
    own_languages = profile.municipality.minority_languages
    yield "profile.yaml", ("minority_languages",), "language", [row.language for row in own_languages]
    yield "organisation.yaml", ("boards",), "key", [row.key for row in organisation.boards]
    yield "organisation.yaml", ("divisions",), "key", [row.key for row in organisation.divisions]
    yield "organisation.yaml", ("districts",), "key", [row.key for row in organisation.districts]
    yield "organisation.yaml", ("units",), "key", [row.key for row in organisation.units]
    yield "organisation.yaml", ("role_titles",), "role", [row.role for row in organisation.role_titles]
    yield "target_groups.yaml", ("target_groups",), "key", [row.key for row in profile.target_groups]
    yield "guide.yaml", ("lines",), "key", [row.key for row in guide.lines]
    yield "guide.yaml", ("needs",), "key", [row.key for row in guide.needs]
    yield "guide.yaml", ("ways",), "key", [row.key for row in guide.ways]
    yield "support.yaml", ("offers",), "key", [row.key for row in profile.offers]
    yield "not_offered.yaml", ("not_offered",), "key", [row.key for row in profile.not_offered]
    yield "rules.yaml", ("consent",), "key", [row.key for row in rules.consent]
    yield "rules.yaml", ("cohabitation",), "key", [row.key for row in rules.cohabitation]
    yield "rules.yaml", ("age",), "key", [row.key for row in rules.age]
    yield "rules.yaml", ("relief", "desks"), "key", [row.key for row in rules.relief.desks]
    yield "rules.yaml", ("relief", "hours"), "key", [row.key for row in rules.relief.hours]
    yield "safety.yaml", ("help_lines",), "key", [row.key for row in profile.safety.help_lines]
    yield "board_decisions.yaml", ("board_decisions",), "key", [row.key for row in profile.board_decisions]
