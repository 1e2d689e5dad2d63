"""What a question asks for, as a form can show it: the kind of each fact, what to ask, and its choices in words.

The words stand in ``words/<question>.yaml``. What is not there is taken from the description of the fact, from
"code (words)" in it, and from the dated lists the question uses; a code without words is shown as it stands.
A fact that is text with a check of its own has those codes of the lists and the words that the check lets through.
"""

import re
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import Field, ValidationError

from .files import Row, read_folder
from .question import Facts

Kind = Literal["yes_no", "one", "several", "day", "number", "text"]
PLAIN: Mapping[object, Kind] = {bool: "yes_no", date: "day", int: "number", str: "text"}
# No list of the law has this code: a fact that takes it takes any text.
NONSENSE = "\x00"
Choices = tuple[tuple[str, str], ...]
FEW = 20
LAST = str.maketrans("åäö", "{|}")
CODE_WITH_WORDS = re.compile(r"\b([a-z0-9_]+) \(([^)]+)\)")


class FactWords(Row):
    """How one fact is asked for: the question, a line that helps, and words for its codes.

    ``free`` lets text be written that no list holds, such as the code of any municipality.
    """

    ask: str = ""
    hint: str = ""
    free: bool = False
    words: dict[str, str] = Field(default_factory=dict)


class QuestionWords(Row):
    """How the facts of one question are asked for, by name."""

    facts: dict[str, FactWords]


@dataclass(frozen=True, slots=True)
class Codes:
    """What codes mean: those of the lists that the question uses, and those of all lists."""

    own: dict[str, str]
    known: dict[str, str]


@dataclass(frozen=True, slots=True)
class Input:
    """One fact as a form shows it.

    Attributes:
        name: the fact's own name.
        label: what is asked, in Swedish.
        hint: a line that helps; may be empty.
        choices: code and words, for one or several.
        container: makes what the model wants from the chosen codes, for several.
        may_be_none: that none of several applies is an answer too.
    """

    name: str
    label: str
    hint: str
    kind: Kind
    choices: Choices = ()
    container: Callable[[Iterable[str]], object] = tuple
    may_be_none: bool = False


def read_words(folder: Path) -> dict[str, QuestionWords]:
    """The words by question.

    Raises:
        FaultyLaw: a file that cannot be read.
    """
    return read_folder(folder, ".yaml", QuestionWords)


def inputs_of(model: type[Facts], words: QuestionWords | None, codes: Codes) -> tuple[Input, ...]:
    """The facts of a model, in their order.

    Raises:
        TypeError: a fact is of a type that no form can show.
    """
    told = words.facts if words else {}
    return tuple(_input(model, name, told.get(name), codes) for name in model.model_fields)


def _input(model: type[Facts], name: str, words: FactWords | None, codes: Codes) -> Input:
    shape = model.model_fields[name]
    described = shape.description or name
    inner, container = _opened(shape.annotation)
    told = words or FactWords()
    listed = codes.known | codes.own if inner is str else codes.own
    meanings = listed | dict(CODE_WITH_WORDS.findall(described)) | told.words
    taken = _taken(model, name, container, meanings) if inner is str else get_args(inner)
    label = told.ask or _without_codes(described, taken)
    if not taken or told.free:
        return Input(name, label, told.hint, PLAIN[inner])
    choices = _to_look_in(tuple((code, _capital(meanings.get(code, "")) or code) for code in taken))
    if container is None:
        return Input(name, label, told.hint, "one", choices)
    return Input(name, label, told.hint, "several", choices, container, _takes(model, name, container()))


def _opened(annotation: Any) -> tuple[Any, type[Any] | None]:
    """The type inside "or None", annotations and one container; and that container."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        (inner,) = (part for part in get_args(annotation) if part is not type(None))
        return _opened(inner)
    if origin is Annotated:
        return _opened(get_args(annotation)[0])
    if origin in (tuple, list, set, frozenset):
        return _opened(get_args(annotation)[0])[0], origin
    if origin is Literal or annotation in PLAIN:
        return annotation, None
    raise TypeError(f"no form can show a fact of the type {annotation}")


def _taken(model: type[Facts], name: str, container: type[Any] | None, known: Mapping[str, str]) -> tuple[str, ...]:
    """The known codes that the fact's own check lets through; none when it takes any text."""

    def takes(code: str) -> bool:
        return _takes(model, name, container([code]) if container else code)

    return () if takes(NONSENSE) else tuple(code for code in known if takes(code))


def _takes(model: type[Facts], name: str, value: object) -> bool:
    """True when the fact may have the value, whatever the other facts would say of it."""
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return all(fault["loc"][:1] != (name,) for fault in error.errors(include_input=False))
    return True


def _without_codes(described: str, codes: Iterable[str]) -> str:
    """The description without the part after the colon, when that only lists the codes."""
    before, colon, after = described.partition(":")
    lists_codes = any(re.search(rf"\b{re.escape(code)}\b", after) for code in codes)
    return before if colon and lists_codes else described


def _to_look_in(choices: Choices) -> Choices:
    """As they are listed; in the order of the Swedish alphabet when they are so many that one has to be looked for."""
    return choices if len(choices) <= FEW else tuple(sorted(choices, key=lambda one: one[1].lower().translate(LAST)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
