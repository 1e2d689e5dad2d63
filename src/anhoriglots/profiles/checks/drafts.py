"""A language with a text that nobody has read is not shown to the public, and whoever turns it on is told so."""

from pathlib import Path

from anhoriglots import design
from anhoriglots.design.catalogues import unchecked
from anhoriglots.profiles.schema.profile import Profile
from anhoriglots.profiles.translations import progress

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


def unchecked_texts(profile: Profile) -> Findings:
    """The municipality's own texts that are left out in production, counted for each language: warnings."""
    told = progress(profile)
    for index, language in enumerate(profile.municipality.languages):
        count = told[language.code]["unchecked"] if language.code in told else 0
        if count:
            message = (
                f'{count} av kommunens egna texter på språket "{language.code}" visas på svenska i drift '
                "tills en person har läst dem (checked)"
            )
            yield Found("profile.yaml", ("languages", index), message)
