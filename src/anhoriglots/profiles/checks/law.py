"""What a municipality may not choose for itself."""

from collections.abc import Collection, Mapping

from anhoriglots.profiles.known_forms import KnownForm
from anhoriglots.profiles.schema.profile import Profile

from .found import Findings, Found


def without_required_assessment(
    profile: Profile, forms: Mapping[str, KnownForm], always_assessed: Collection[str]
) -> Findings:
    """Forms that always need an individual assessment (SoL 11 kap. 5 §), offered or decided without one."""
    forbidden = {code for code, form in forms.items() if form.kind in always_assessed}
    for index, offer in enumerate(profile.offers):
        if offer.support_form in forbidden and offer.access_route in ("without_assessment", "either"):
            message = f"{offer.support_form} kräver alltid behovsprövning"
            yield Found("support.yaml", ("offers", index, "access_route"), message)
    for index, decision in enumerate(profile.board_decisions):
        listed = sorted(forbidden & set(decision.support_forms)) if decision.without_assessment else []
        if listed:
            place = ("board_decisions", index, "without_assessment")
            yield Found("board_decisions.yaml", place, f"{', '.join(listed)} kräver alltid behovsprövning")


def cohabitation_out_of_place(profile: Profile, forms: Mapping[str, KnownForm]) -> Findings:
    """Living together asked for without a rule that says so, or for direct support, where it never may be."""
    ruled = {code for rule in profile.rules.cohabitation for code in rule.support_forms}
    direct = {code for code, form in forms.items() if form.support_class == "direct"}
    for index, offer in enumerate(profile.offers):
        place = ("offers", index, "requires_cohabitation")
        if offer.requires_cohabitation and offer.support_form in direct:
            yield Found("support.yaml", place, "direkt stöd får inte kräva att man bor ihop")
        elif offer.requires_cohabitation and offer.support_form not in ruled:
            yield Found("support.yaml", place, f"rules.yaml har ingen regel om att bo ihop för {offer.support_form}")
    for index, rule in enumerate(profile.rules.cohabitation):
        for code in sorted(direct & set(rule.support_forms)):
            place = ("cohabitation", index, "support_forms")
            yield Found("rules.yaml", place, f"{code} är direkt stöd och får inte kräva att man bor ihop")
