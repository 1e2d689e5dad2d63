"""Reads a profile folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from anhoriglots.kernel.document import Document, read_document
from anhoriglots.kernel.fault import Fault
from anhoriglots.kernel.shape_faults import shape_faults

from .fault import ProfileError
from .folders import BUILT_IN, profile_folders, shown_name
from .schema.base import Row
from .schema.decisions import BoardDecision
from .schema.guide import Guide
from .schema.municipality import Municipality
from .schema.organisation import Organisation
from .schema.profile import Profile
from .schema.rules import Rules
from .schema.safety import Safety
from .schema.support import NotOffered, Offer
from .schema.target_groups import TargetGroup

__all__ = ["BUILT_IN", "ProfileError", "Reading", "profile_folders", "read", "read_profile", "shown_name"]


class TargetGroupsFile(Row):
    """The whole of target_groups.yaml."""

    target_groups: tuple[TargetGroup, ...]


class OffersFile(Row):
    """The whole of support.yaml."""

    offers: tuple[Offer, ...]


class NotOfferedFile(Row):
    """The whole of not_offered.yaml."""

    not_offered: tuple[NotOffered, ...]


class BoardDecisionsFile(Row):
    """The whole of board_decisions.yaml."""

    board_decisions: tuple[BoardDecision, ...]


FILES: Mapping[str, type[Row]] = {
    "profile.yaml": Municipality,
    "organisation.yaml": Organisation,
    "target_groups.yaml": TargetGroupsFile,
    "guide.yaml": Guide,
    "support.yaml": OffersFile,
    "not_offered.yaml": NotOfferedFile,
    "rules.yaml": Rules,
    "safety.yaml": Safety,
    "board_decisions.yaml": BoardDecisionsFile,
}


@dataclass(frozen=True)
class Reading:
    """What came out of a folder: documents with their lines, and the profile when every file has the right shape."""

    documents: Mapping[str, Document]
    profile: Profile | None
    faults: tuple[Fault, ...]


def read_profile(folder: Path) -> Profile:
    """Reads a folder whose files all have the right shape; ``check.faults`` tells whether they also agree.

    Raises:
        ProfileError: with every fault of shape, by file and line.
    """
    reading = read(folder)
    if reading.profile is None:
        raise ProfileError(reading.faults)
    return reading.profile


def read(folder: Path) -> Reading:
    """Reads a folder and keeps what is needed to tell where a fault stands. Never raises for what the files contain."""
    documents = {name: read_document(folder / name, shown_name(folder, name)) for name in FILES}
    faults = [fault for document in documents.values() for fault in document.faults]
    faults += [Fault(shown_name(folder, name), 1, "filen hör inte till en profil") for name in _strangers(folder)]
    shaped: dict[str, Row] = {}
    for name, document in documents.items():
        if document.data is None and document.faults:
            continue
        try:
            shaped[name] = FILES[name].model_validate(document.data)
        except ValidationError as error:
            faults += shape_faults(error, document)
    profile = None if faults else _profile(shaped)
    return Reading(documents, profile, tuple(sorted(faults)))


def _strangers(folder: Path) -> list[str]:
    """YAML files that nobody reads are most often a misspelt name."""
    return sorted(path.name for path in folder.glob("*.y*ml") if path.name not in FILES)


def _profile(shaped: Mapping[str, Row]) -> Profile:
    return Profile.model_validate(
        {
            "municipality": shaped["profile.yaml"],
            "organisation": shaped["organisation.yaml"],
            "guide": shaped["guide.yaml"],
            "rules": shaped["rules.yaml"],
            "safety": shaped["safety.yaml"],
            **dict(shaped["target_groups.yaml"]),
            **dict(shaped["support.yaml"]),
            **dict(shaped["not_offered.yaml"]),
            **dict(shaped["board_decisions.yaml"]),
        }
    )
