"""Everything that is wrong with a profile, by file and line."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from anhoriglots.kernel.fault import Fault

from .checks.decisions import overlapping_decisions, undecided_offers
from .checks.digital import digital_without_twin
from .checks.drafts import unchecked_languages, unchecked_texts
from .checks.found import Findings, Found
from .checks.keys import repeated_keys
from .checks.law import cohabitation_out_of_place, without_required_assessment
from .checks.neighbours import taken_names
from .checks.organisation import organisation_gaps
from .checks.references import unknown_forms, unknown_references
from .checks.relief import relief_faults
from .checks.safety import nobody_to_ring, not_approved, not_looked_at, promised_to_children
from .checks.theme import unreadable_theme
from .checks.translations import missing_translations
from .known_forms import KnownForm
from .reader import Reading, read
from .schema.profile import Profile


def faults(folder: Path, *, forms: Mapping[str, KnownForm], always_assessed: Collection[str]) -> tuple[Fault, ...]:
    """All faults of a profile folder, sorted by file and line; empty when it can be loaded.

    First the shape of every file, then, when the shapes are right, keys and references, then what the rows say
    together: each step needs the one before.

    Args:
        folder: the municipality's folder.
        forms: the support forms of the catalogue, by code.
        always_assessed: the kinds that the law never lets be given without assessment, on the day of the check.

    Raises:
        ProfileError: when ``ANHORIGLOTS_PROFILES`` names a path that does not exist.
    """
    reading = read(folder)
    if reading.profile is None:
        return reading.faults
    links = [*_keys(folder, reading.profile), *unknown_references(reading.profile)]
    found = links or [*_meaning(reading.profile, forms, always_assessed)]
    return tuple(sorted(set(_with_lines(reading, found))))


def warnings(folder: Path, *, on: date) -> tuple[Fault, ...]:
    """What can be loaded but somebody ought to look at on the day; empty for a profile with faults.

    Args:
        folder: the municipality's folder.
        on: the day of the check.
    """
    reading = read(folder)
    if reading.profile is None:
        return ()
    found = [
        *not_looked_at(reading.profile, on),
        *not_approved(reading.profile),
        *unchecked_languages(reading.profile),
        *unchecked_texts(reading.profile),
    ]
    return tuple(sorted(_with_lines(reading, found)))


def _keys(folder: Path, profile: Profile) -> Findings:
    yield from repeated_keys(profile)
    yield from taken_names(profile, folder)
    if folder.resolve().name != profile.municipality.code:
        message = f'code är "{profile.municipality.code}" men mappen heter "{folder.resolve().name}"'
        yield Found("profile.yaml", ("code",), message)


def _meaning(profile: Profile, forms: Mapping[str, KnownForm], always_assessed: Collection[str]) -> Findings:
    yield from unknown_forms(profile, forms)
    yield from organisation_gaps(profile)
    yield from unreadable_theme(profile)
    yield from missing_translations(profile)
    yield from overlapping_decisions(profile)
    yield from undecided_offers(profile)
    yield from without_required_assessment(profile, forms, always_assessed)
    yield from cohabitation_out_of_place(profile, forms)
    yield from relief_faults(profile, forms)
    yield from digital_without_twin(profile)
    yield from nobody_to_ring(profile)
    yield from promised_to_children(profile)


def _with_lines(reading: Reading, found: Iterable[Found]) -> Iterator[Fault]:
    for file, place, message in found:
        yield reading.documents[file].fault(place, message)
