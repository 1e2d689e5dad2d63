"""A row that names something which is not in the profile, or not in the catalogue."""

from collections.abc import Collection, Iterable

from anhoriglots.kernel.document import Place
from anhoriglots.profiles.schema.profile import OWN_BOARD, Profile

from .found import Findings, Found


def unknown_references(profile: Profile) -> Findings:
    """Boards, divisions, districts, units, target groups, guide lines and needs that no row defines."""
    yield from _in_organisation(profile)
    yield from _in_target_groups(profile)
    yield from _in_offers(profile)
    yield from _in_not_offered(profile)
    boards = {row.key for row in profile.organisation.boards}
    for index, decision in enumerate(profile.board_decisions):
        place = ("board_decisions", index, "boards")
        yield from _unknown("board_decisions.yaml", place, "nämnden", decision.boards, boards)
    yield from _in_relief(profile, boards)


def unknown_forms(profile: Profile, forms: Collection[str]) -> Findings:
    """Codes of support forms that the catalogue does not have."""
    for index, offer in enumerate(profile.offers):
        yield from _forms("support.yaml", ("offers", index, "support_form"), (offer.support_form,), forms)
    for index, row in enumerate(profile.not_offered):
        wanted = (row.support_form,) if row.support_form else ()
        yield from _forms("not_offered.yaml", ("not_offered", index, "support_form"), wanted, forms)
    for index, cohabitation in enumerate(profile.rules.cohabitation):
        place = ("cohabitation", index, "support_forms")
        yield from _forms("rules.yaml", place, cohabitation.support_forms, forms)
    for index, hours in enumerate(profile.rules.relief.hours):
        where = ("relief", "hours", index, "support_form")
        yield from _forms("rules.yaml", where, (hours.support_form,), forms)
    for index, age in enumerate(profile.rules.age):
        yield from _forms("rules.yaml", ("age", index, "support_forms"), age.support_forms, forms)
    for index, decision in enumerate(profile.board_decisions):
        place = ("board_decisions", index, "support_forms")
        yield from _forms("board_decisions.yaml", place, decision.support_forms, forms)


def _in_relief(profile: Profile, boards: Collection[str]) -> Findings:
    file, relief = "rules.yaml", profile.rules.relief
    units = {row.key for row in profile.organisation.units} | {OWN_BOARD}
    for index, desk in enumerate(relief.desks):
        yield from _unknown(file, ("relief", "desks", index, "boards"), "nämnden", desk.boards, boards)
        yield from _unknown(file, ("relief", "desks", index, "unit"), "enheten", (desk.unit,), units)
    for index, rule in enumerate(relief.hours):
        yield from _unknown(file, ("relief", "hours", index, "boards"), "nämnden", rule.boards, boards)


def _in_organisation(profile: Profile) -> Findings:
    file, organisation = "organisation.yaml", profile.organisation
    boards = {row.key for row in organisation.boards}
    divisions = {row.key for row in organisation.divisions}
    districts = {row.key for row in organisation.districts}
    for index, division in enumerate(organisation.divisions):
        yield from _unknown(file, ("divisions", index, "boards"), "nämnden", division.boards, boards)
    for index, district in enumerate(organisation.districts):
        yield from _unknown(file, ("districts", index, "board"), "nämnden", (district.board,), boards)
    for index, unit in enumerate(organisation.units):
        yield from _unknown(file, ("units", index, "board"), "nämnden", (unit.board,), boards)
        yield from _unknown(file, ("units", index, "districts"), "området", unit.districts, districts)
        wanted = (unit.division,) if unit.division else ()
        yield from _unknown(file, ("units", index, "division"), "divisionen", wanted, divisions)


def _in_target_groups(profile: Profile) -> Findings:
    lines = {row.key for row in profile.guide.lines}
    for index, group in enumerate(profile.target_groups):
        place = ("target_groups", index, "guide_lines")
        yield from _unknown("target_groups.yaml", place, "raden i guiden", group.guide_lines, lines)


def _in_offers(profile: Profile) -> Findings:
    organisation = profile.organisation
    units = {row.key for row in organisation.units} | {OWN_BOARD}
    known: tuple[tuple[str, str, set[str]], ...] = (
        ("boards", "nämnden", {row.key for row in organisation.boards}),
        ("districts", "området", {row.key for row in organisation.districts}),
        ("target_groups", "målgruppen", {row.key for row in profile.target_groups}),
        ("needs", "behovet", {row.key for row in profile.guide.needs}),
    )
    for index, offer in enumerate(profile.offers):
        for field, what, keys in known:
            yield from _unknown("support.yaml", ("offers", index, field), what, getattr(offer, field), keys)
        for field, key in (("contact_unit", offer.contact_unit), ("owner_unit", offer.owner_unit)):
            yield from _unknown("support.yaml", ("offers", index, field), "enheten", (key,), units)


def _in_not_offered(profile: Profile) -> Findings:
    lines, needs = {row.key for row in profile.guide.lines}, {row.key for row in profile.guide.needs}
    for index, row in enumerate(profile.not_offered):
        yield from _unknown("not_offered.yaml", ("not_offered", index, "needs"), "behovet", row.needs, needs)
        place = ("not_offered", index, "guide_lines")
        yield from _unknown("not_offered.yaml", place, "raden i guiden", row.guide_lines, lines)


def _unknown(file: str, place: Place, what: str, wanted: str | Iterable[str], known: Collection[str]) -> Findings:
    """A plain string is a word such as "all", not a list of keys."""
    if isinstance(wanted, str):
        return
    for index, key in enumerate(wanted):
        if key not in known:
            yield Found(file, (*place, index), f'{what} "{key}" finns inte i profilen')


def _forms(file: str, place: Place, wanted: Iterable[str], forms: Collection[str]) -> Findings:
    for index, code in enumerate(wanted):
        if code not in forms:
            yield Found(file, (*place, index), f'stödformen "{code}" finns inte i katalogen')
