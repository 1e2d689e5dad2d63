"""Reads TOML and YAML strictly; every fault names its file and place."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from .errors import FaultyLaw

SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times faster, where it is built


class Row(BaseModel):
    """Strict and immutable; a key that is not known is a fault."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


BOOLEAN = "tag:yaml.org,2002:bool"


class _Loader(SafeLoader):  # type: ignore[misc]  # chosen at run time
    """YAML where a key written twice is a fault, and where the words on, off, yes and no are only words."""

    yaml_implicit_resolvers = {
        first: [resolver for resolver in resolvers if resolver[0] != BOOLEAN or first in "tTfF"]
        for first, resolvers in SafeLoader.yaml_implicit_resolvers.items()
    }


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key!r} is written twice", key_node.start_mark
            )
        seen.add(key)
    return dict(loader.construct_pairs(node, deep=True))


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)

Model = TypeVar("Model", bound=BaseModel)


def read_folder(folder: Path, suffix: str, model: type[Model]) -> dict[str, Model]:
    """All files of a folder by their stem, in order of name.

    Raises:
        FaultyLaw: naming every file that cannot be read or has the wrong shape.
    """
    read: dict[str, Model] = {}
    faults: list[str] = []
    for path in sorted(folder.glob(f"*{suffix}")):
        try:
            read[path.stem] = model.model_validate(_parse(path))
        except ValidationError as error:
            faults += [f"{path.name}: {_place(fault['loc'])}: {fault['msg']}" for fault in error.errors()]
        except (OSError, ValueError, yaml.YAMLError) as error:
            faults.append(f"{path.name}: {error}")
    if faults:
        raise FaultyLaw(faults)
    return read


def _parse(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    parse: Callable[[str], Any] = tomllib.loads if path.suffix == ".toml" else _parse_yaml
    return parse(text)


def _parse_yaml(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # noqa: S506  # a subclass of the safe loader


def _place(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location) or "the whole file"
