"""A language with a text that nobody has read is not shown to the public, and whoever turns it on is told so."""

from pathlib import Path

from anhoriglots import design
from anhoriglots.design.catalogues import unchecked
from anhoriglots.profiles.schema.profile import Profile

from .found import Findings, Found

LOCALE = Path(design.__file__).resolve().parents[1] / "locale"


def unchecked_languages(profile: Profile) -> Findings:
    """Languages that are on and have texts no person has checked: warnings."""
    for index, language in enumerate(profile.municipality.languages):
        count = unchecked(language.code, LOCALE)
        if count != 0:
            number = "alla" if count is None else f"de {count} sista"
            message = f'språket "{language.code}" visas inte i drift förrän en person har läst {number} texterna'
            yield Found("profile.yaml", ("languages", index), message)
