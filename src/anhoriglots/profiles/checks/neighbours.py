"""Two municipalities on one installation cannot have the same address."""

from collections.abc import Iterator
from pathlib import Path

from anhoriglots.kernel.document import read_document
from anhoriglots.profiles.folders import profile_folders
from anhoriglots.profiles.schema.profile import Profile

from .found import Findings, Found


def taken_names(profile: Profile, folder: Path) -> Findings:
    """A slug or a host that another municipality's profile already has; a copied folder often keeps the old ones."""
    own = profile.municipality
    taken = dict(_taken(folder))
    if ("slug", own.slug) in taken:
        yield Found("profile.yaml", ("slug",), f'slug "{own.slug}" har redan {taken["slug", own.slug]}')
    for index, host in enumerate(own.hosts):
        if ("host", host) in taken:
            yield Found("profile.yaml", ("hosts", index), f'adressen "{host}" har redan {taken["host", host]}')


def _taken(folder: Path) -> Iterator[tuple[tuple[str, object], str]]:
    for other in profile_folders():
        data = read_document(other / "profile.yaml", "").data
        if other.name == folder.resolve().name or not isinstance(data, dict):
            continue
        yield ("slug", data.get("slug")), other.name
        hosts = data.get("hosts")
        for host in hosts if isinstance(hosts, tuple) else ():
            yield ("host", host), other.name
