"""Nobody is left out for not using the net: what is only there has something like it elsewhere."""

from anhoriglots.profiles.schema.profile import Profile
from anhoriglots.profiles.schema.support import Offer

from .found import Findings, Found

FILE = "support.yaml"
DIGITAL = "digital"
OPEN = ("without_assessment", "either")


def digital_without_twin(profile: Profile) -> Findings:
    """Digital-only offers that name no other offer, or one that the same people cannot have as easily.

    The law's question "digital-twin" (Stockholm's programme, sections 5 and 8) is what this keeps.
    """
    offers = {offer.key: offer for offer in profile.offers}
    for index, offer in enumerate(profile.offers):
        place = ("offers", index)
        if offer.twin is None and _only_digital(offer):
            message = "ges bara på nätet: ange i twin ett stöd som ger samma sak utan nät"
            yield Found(FILE, (*place, "ways"), message)
        if offer.twin is not None:
            wrong = _wrong_with(profile, offer, offers.get(offer.twin))
            if wrong:
                yield Found(FILE, (*place, "twin"), f'"{offer.twin}" {wrong}')


def _only_digital(offer: Offer) -> bool:
    return set(offer.ways) == {DIGITAL}


def _wrong_with(profile: Profile, offer: Offer, twin: Offer | None) -> str:
    """Why the twin is none, to be read after its key; empty when it is one."""
    if twin is None or twin is offer:
        return "är inget annat stöd i filen"
    if _only_digital(twin):
        return "ges också bara på nätet"
    if offer.access_route in OPEN and twin.access_route not in OPEN:
        return "går inte att få utan ansökan"
    if not _reaches(offer.target_groups, twin.target_groups):
        return "är inte för samma målgrupper"
    if not _reaches(_districts(profile, offer), _districts(profile, twin)):
        return "finns inte i samma områden"
    return ""


def _reaches(wanted: str | tuple[str, ...], given: str | tuple[str, ...]) -> bool:
    return given == "all" or (wanted != "all" and set(wanted) <= set(given))


def _districts(profile: Profile, offer: Offer) -> str | tuple[str, ...]:
    """Where the offer is, when every board that gives it gives it to its own districts."""
    if offer.districts != "all" or offer.boards in ("citywide", "all_districts"):
        return offer.districts
    giving = {board.key for board in profile.boards_giving(offer)}
    if all(board.kind != "district" for board in profile.boards_giving(offer)):
        return "all"
    return tuple(row.key for row in profile.organisation.districts if row.board in giving)
