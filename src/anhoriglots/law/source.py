"""Acts and guidelines, and the dated wordings of the sections that rules rest on."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from pydantic import Field

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.period import Period

from .files import Row, read_folder

Mark = Literal["V", "V2", "S", "U"]


class Provision(Row):
    """One wording of one section.

    Attributes:
        id: short form that rules use, for example "13:9"; the same for all wordings of a section.
        section: as a Swede writes it.
        about: what it is about, in our own words.
        in_force_from, in_force_to: first and last day of this wording; absent when the text read does not say.
        wording: which wording, when there is more than one.
        mark: how certain this reading is, when it differs from the rest of the source.
    """

    id: str
    section: str
    about: str
    in_force_from: date | None = None
    in_force_to: date | None = None
    wording: str = ""
    mark: Mark | None = None

    @property
    def period(self) -> Period:
        """The days it holds."""
        return _period(self)


class Source(Row):
    """An act, an ordinance or a guideline.

    Attributes:
        name: as it stands in a running Swedish sentence, for example "socialtjänstlagen".
        number: SFS number; empty for a guideline.
        in_force_from, in_force_to: first and last day; absent when not known.
        read_on: the day it was read for this program.
        mark: "V" official text, "V2" a copy that names it, "S" a municipality's document, "U" not verified.
        note: what was read, and what could not be.
        link: where the official text is.
        municipality: SCB code of the municipality that is bound by it; empty when it holds in the whole country.
    """

    kind: Literal["act", "ordinance", "guideline"]
    name: str
    number: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    read_on: date
    mark: Mark
    note: str
    link: str = ""
    municipality: str = ""
    provision: list[Provision] = Field(min_length=1)

    @property
    def period(self) -> Period:
        """The days it holds."""
        return _period(self)


class Sources:
    """All sources, asked by "<source> <id>"."""

    def __init__(self, by_key: Mapping[str, Source]) -> None:
        self._by_key = by_key
        self._wordings: dict[str, list[Citation]] = {}
        for key, source in by_key.items():
            for provision in source.provision:
                self._wordings.setdefault(f"{key} {provision.id}", []).append(_citation(source, provision))

    def sections(self) -> Iterator[str]:
        """Every section, as "<source> <id>"."""
        yield from self._wordings

    def wordings(self, key: str) -> tuple[Citation, ...]:
        """All wordings of a section, in the order they are written down; none of a section that is unknown."""
        return tuple(self._wordings.get(key, ()))

    def about(self, key: str, day: date) -> str:
        """What the section is about, as worded on the day, or else in the last wording."""
        source, _, section = key.partition(" ")
        told = [provision for provision in self._by_key[source].provision if provision.id == section]
        return next((one.about for one in told if day in _period(one)), told[-1].about)

    @classmethod
    def read(cls, folder: Path) -> "Sources":
        """All TOML files of a folder; the key of a source is its file name."""
        return cls(read_folder(folder, ".toml", Source))

    def __len__(self) -> int:
        return len(self._by_key)

    def items(self) -> Iterator[tuple[str, Source]]:
        """Keys and sources in order of key."""
        yield from self._by_key.items()

    def covering(self, key: str, period: Period) -> Citation | None:
        """The wording that holds on every day of the period; None when there is none."""
        if not self.knows(key) or not _covers(self._act_of(key), period):
            return None
        return next((one for one in self._wordings[key] if _covers(one.validity, period)), None)

    def on(self, key: str, day: date) -> Citation | None:
        """The wording that holds on the day; None when there is none."""
        if not self.knows(key) or day not in self._act_of(key):
            return None
        return next((one for one in self._wordings[key] if day in one.validity), None)

    def knows(self, key: str) -> bool:
        """True when there is at least one wording, on any day."""
        return key in self._wordings

    def faults(self) -> Iterator[str]:
        """Wordings of the same section that hold on the same day, or outside the act they stand in."""
        for key, wordings in self._wordings.items():
            for index, one in enumerate(wordings):
                if any(one.validity.overlaps(other.validity) for other in wordings[index + 1 :]):
                    yield f"sources: two wordings of {key} hold on the same day"
                if not _starts_and_ends_within(self._act_of(key), one.validity):
                    yield f"sources: a wording of {key} holds on days when its source does not"

    def _act_of(self, key: str) -> Period:
        return _period(self._by_key[key.split(" ", 1)[0]])


def _citation(source: Source, provision: Provision) -> Citation:
    return Citation(
        act=source.name,
        section=provision.section,
        number=source.number,
        wording=provision.wording,
        validity=_period(provision),
        mark=provision.mark or source.mark,
        municipality=source.municipality,
    )


def _period(dated: Source | Provision) -> Period:
    end = dated.in_force_to + timedelta(days=1) if dated.in_force_to else None
    return Period(dated.in_force_from, end)


def _starts_and_ends_within(act: Period, wording: Period) -> bool:
    """True when the days that are known of the wording are days of the act; an unknown day is no fault."""
    starts = wording.start is None or act.start is None or act.start <= wording.start
    ends = wording.end is None or act.end is None or wording.end <= act.end
    return starts and ends


def _covers(outer: Period, inner: Period) -> bool:
    starts = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return starts and ends
