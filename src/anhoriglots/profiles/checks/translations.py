"""Public texts have to exist in every language that the municipality has turned on."""

from collections.abc import Iterator

from pydantic import BaseModel

from anhoriglots.kernel.document import Place
from anhoriglots.profiles.schema.base import DISPLAY_LANGUAGE, Text
from anhoriglots.profiles.schema.profile import Profile

from .found import Findings, Found

START_PAGE = (("service_name",), ("contact", "hours"))


def missing_translations(profile: Profile) -> Findings:
    """Texts without a language that is on, and texts in a language that is off."""
    enabled = {language.code for language in profile.municipality.languages}
    # Plain Swedish has texts of its own only where the ordinary ones are too hard.
    needed = {language for language in enabled if not language.startswith(f"{DISPLAY_LANGUAGE}-")}
    everywhere = set(profile.municipality.full_languages)
    for file, place, text in _texts(profile):
        wanted = needed if file == "profile.yaml" and place in START_PAGE else everywhere
        for language in sorted(wanted - text.languages):
            yield Found(file, place, f'{place[-1]}: texten saknas på språket "{language}"')
        for language in sorted(text.languages - enabled):
            message = f'{place[-1]}: språket "{language}" är inte påslaget i profile.yaml'
            yield Found(file, (*place, language), message)


def _texts(profile: Profile) -> Iterator[tuple[str, Place, Text]]:
    parts: tuple[tuple[str, Place, object], ...] = (
        ("profile.yaml", (), profile.municipality),
        ("guide.yaml", (), profile.guide),
        ("support.yaml", ("offers",), profile.offers),
        ("not_offered.yaml", ("not_offered",), profile.not_offered),
        ("safety.yaml", (), profile.safety),
    )
    for file, place, part in parts:
        for found_place, text in _inside(place, part):
            yield file, found_place, text


def _inside(place: Place, part: object) -> Iterator[tuple[Place, Text]]:
    if isinstance(part, Text):
        yield place, part
    elif isinstance(part, BaseModel):
        for name, value in part:
            yield from _inside((*place, name), value)
    elif isinstance(part, tuple):
        for index, value in enumerate(part):
            yield from _inside((*place, index), value)
