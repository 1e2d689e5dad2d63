"""The facts of a released question stay what they were; new ones, and new values of them, come beside."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, Field, StringConstraints

from anhoriglots.kernel.decision import Decision
from anhoriglots.kernel.period import Period
from anhoriglots.law.errors import FaultyLaw
from anhoriglots.law.listed import listed
from anhoriglots.law.question import Basis, Consent, Day, Facts, Question
from anhoriglots.law.registry import Registry
from anhoriglots.law.released import release, released_faults
from anhoriglots.law.released_file import FILE

from .room import CHANGE, FIRST, TODAY, furnish, read_module

Pairs = tuple[tuple[str, str], ...]
Choice = Literal["a", "b"]
YesNo = bool | None
GONE = "has been released and is gone; put it back"
CHANGED = "the fact one has been released and is changed; put it back, and add a new fact beside it"
STEPS = "the consent of the fact one has been released and is changed; put it back, and add a new step beside it"
NEW = "is new and touches only what has been released; take it out, and say it in a new version"


def rule(facts: Facts, basis: Basis) -> Decision:
    """Provet."""
    return basis.permits("known", "Ja.", "act 1")


def model(facts: Mapping[str, Any], in_order: Pairs = (), only_when: Pairs = ()) -> type[Facts]:
    """A model of facts with these types; each is None when it is not known."""
    space = {"__module__": __name__, "__annotations__": dict(facts), "in_order": in_order, "only_when": only_when}
    made = type("SmallFacts", (Facts,), space | dict.fromkeys(facts))
    assert issubclass(made, Facts)
    return made


def one(type_: Any) -> type[Facts]:
    return model({"one": type_})


def law(folder: Path, facts: type[Facts]) -> Registry:
    question = Question("small", "Får man?", facts)
    question.version(in_force=Period(FIRST, CHANGE), cites=("act 1",))(rule)
    return Registry([question], folder)


def told(folder: Path, before: type[Facts], after: type[Facts]) -> list[str]:
    """What is found when the second model takes the place of the first, which has been released."""
    release(law(folder, before), TODAY)
    assert list(released_faults(law(folder, before), TODAY)) == []
    return [fault.removeprefix("rules: small: ") for fault in released_faults(law(folder, after), TODAY)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (YesNo, int | None),
        (YesNo, bool),
        (YesNo, Choice | None),
        (YesNo, Annotated[YesNo, Field(strict=False)]),
        (Annotated[int, Field(ge=0)] | None, Annotated[int, Field(ge=1)] | None),
        (Annotated[int, Field(ge=0)] | None, Annotated[int, Field(ge=0, le=9)] | None),
        (Annotated[int, Field(ge=0)] | None, int | None),
        (
            Annotated[str, StringConstraints(max_length=9)] | None,
            Annotated[str, StringConstraints(max_length=6)] | None,
        ),
        (tuple[Choice, ...] | None, Choice | None),
        (tuple[Choice, ...] | None, tuple[Choice | None, ...] | None),
        (tuple[Choice, ...] | None, Annotated[tuple[Choice, ...], Field(min_length=1)] | None),
        (tuple[Annotated[int, Field(ge=0)], ...] | None, tuple[Annotated[int, Field(ge=1)], ...] | None),
        (Day | None, Annotated[Day, Field(le=FIRST)] | None),
        (Day | None, Annotated[Day, AfterValidator(furnish)] | None),
    ],
)
def test_another_type_or_limit_of_a_released_fact_is_told(folder: Path, before: Any, after: Any) -> None:
    assert told(folder, one(before), one(after)) == [CHANGED]


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        (Choice | None, Literal["a"] | None, ["b among the values"]),
        (tuple[Choice, ...] | None, tuple[Literal["b", "c"], ...] | None, ["a among the values"]),
        (Choice | None, Literal["c", "b", "a"] | None, []),
        (Annotated[str, listed("l")] | None, Annotated[str, listed("m")] | None, ["l among the lists"]),
        (Annotated[str, listed("l", other=("x",))] | None, Annotated[str, listed("l")] | None, ["x among the values"]),
        (Annotated[str, listed("l")] | None, Annotated[str, listed("m", "l", other=("x",))] | None, []),
    ],
)
def test_values_of_a_released_fact_may_come_and_not_go(folder: Path, before: Any, after: Any, gone: list[str]) -> None:
    assert told(folder, one(before), one(after)) == [f"{value} of the fact one {GONE}" for value in gone]


LADDER = Annotated[YesNo, Consent((False, None, True))]


@pytest.mark.parametrize(
    ("before", "after", "faults"),
    [
        (LADDER, Annotated[YesNo, Consent((True, None, False))], [STEPS]),
        (LADDER, Annotated[YesNo, Consent((False, True))], [STEPS]),
        (LADDER, YesNo, [STEPS]),
        (YesNo, LADDER, []),
        (
            Annotated[Choice | None, Consent(("a", None, "b"))],
            Annotated[Literal["a", "b", "c"] | None, Consent(("a", None, "c", "b"))],
            [],
        ),
    ],
)
def test_steps_of_consent_may_come_between_and_neither_go_nor_change_places(
    folder: Path, before: Any, after: Any, faults: list[str]
) -> None:
    assert told(folder, one(before), one(after)) == faults


def test_what_a_fact_is_asked_with_may_be_polished(folder: Path) -> None:
    polished = Annotated[YesNo, Field(description="Ett annat sätt att fråga")]
    assert told(folder, one(YesNo), one(polished)) == []


def test_a_fact_that_is_gone_is_told_and_a_new_one_is_not(folder: Path) -> None:
    assert told(folder, model({"one": YesNo, "two": YesNo}), model({"two": YesNo, "new": Day | None})) == [
        f"the fact one {GONE}"
    ]


def test_a_new_fact_must_be_none_when_nobody_has_given_it(folder: Path) -> None:
    class WithDefault(Facts):
        one: YesNo = None
        new: YesNo = False

    class Demanded(Facts):
        one: YesNo = None
        new: YesNo

    fault = "the fact new is new and must be None when nobody has given it: released versions are asked so"
    assert told(folder, one(YesNo), WithDefault) == [fault]
    assert told(folder, one(YesNo), Demanded) == [fault]


@pytest.mark.parametrize("kind", ["in_order", "only_when"])
def test_pairs_stay_and_new_ones_must_have_a_new_fact(folder: Path, kind: str) -> None:
    days = {"one": Day | None, "two": Day | None}
    pair, back = (("one", "two"),), (("two", "one"),)
    with_pair, more = model(days, **{kind: pair}), {**days, "new": Day | None}
    assert told(folder, with_pair, model(days)) == [f"{kind} one, two {GONE}"]
    assert told(folder, with_pair, model(days, **{kind: (*pair, *back)})) == [f"{kind} two, one {NEW}"]
    assert told(folder, with_pair, model(more, **{kind: (*pair, ("two", "new"), ("new", "one"))})) == []


def test_a_check_that_cannot_be_compared_is_told_before_anything_is_released(folder: Path) -> None:
    strange = {
        "lambda": Annotated[str, AfterValidator(lambda text: text)] | None,
        "either": int | str | None,
        "map": dict[str, str] | None,
        "pair": tuple[int, str] | None,
        "pattern": Annotated[str, Field(pattern="a")] | None,
    }
    with pytest.raises(FaultyLaw) as refusal:
        release(law(folder, model(strange)), TODAY)
    assert [fault.split(":")[:3] for fault in refusal.value.faults] == [
        ["rules", " small", f" the fact {name}"] for name in strange
    ]
    assert (folder / FILE).read_text(encoding="utf-8") == ""


MODULE = """
from typing import Annotated
from pydantic import AfterValidator, field_validator, model_validator
from anhoriglots.law.question import Facts

KNOWN = {"a", "b"}


def known(code):
    "Vad som finns."
    if code not in KNOWN:
        raise ValueError("Den finns inte.")
    return code


class CommonFacts(Facts):
    @property
    def neither(self):
        return not self.one


class SmallFacts(CommonFacts):
    one: Annotated[str, AfterValidator(known)] | None = None
    two: bool | None = None

    @model_validator(mode="after")
    def _agree(self):
        if self.two and self.one is None:
            raise ValueError("Säg vilken.")
        return self

    @property
    def both(self):
        return self.one and self.two
"""
CHECK = MODULE[MODULE.index("    @model_validator") : MODULE.index("    @property\n    def both")]
FIELD_CHECK = '    @field_validator("one")\n    @classmethod\n    def _one(cls, code):\n        return code\n'
POST_INIT = "    def model_post_init(self, context):\n        pass\n"
FUNCTION = (
    "the function {} of the facts has been released and is changed; put it back, and add a new function beside it"
)


def changed_in(folder: Path, old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    assert old in MODULE
    before = read_module(folder / "before.py", MODULE, monkeypatch).SmallFacts
    release(law(folder, before), TODAY)
    after = read_module(folder / "after.py", MODULE.replace(old, new, 1), monkeypatch).SmallFacts
    return [fault.removeprefix("rules: small: ") for fault in released_faults(law(folder, after), TODAY)]


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("if code not in KNOWN:", "if code not in KNOWN and code:", [CHANGED]),
        ('{"a", "b"}', '{"a", "b", "c"}', [CHANGED]),
        ("if self.two and", "if self.two or", [FUNCTION.format("_agree")]),
        ("self.one and self.two", "self.one or self.two", [FUNCTION.format("both")]),
        (CHECK, "", [f"the function _agree of the facts {GONE}"]),
        (CHECK, f"{CHECK}\n{CHECK.replace('_agree', '_new')}", [f"the check _new of the facts {NEW}"]),
        ("return not self.one", "return not self.two", [FUNCTION.format("neither")]),
        (CHECK, f"{CHECK}\n{FIELD_CHECK}", [f"the check _one of the facts {NEW}"]),
        (CHECK, f"{CHECK}\n{POST_INIT}", [f"the check model_post_init of the facts {NEW}"]),
        (CHECK, f"{CHECK}\n    def new(self):\n        return self.one\n", []),
        ("Vad som finns.", "Vad som kan sägas.", []),
        ("        raise ValueError(", "        # Lagen.\n        raise ValueError(\n            ", []),
    ],
)
def test_checks_of_released_facts_stay_but_for_comments_and_layout(
    folder: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, faults: list[str]
) -> None:
    assert changed_in(folder, old, new, monkeypatch) == faults


NAMES = st.lists(st.sampled_from("bcdefghijk"), min_size=1, unique=True)
CODES = st.lists(st.sampled_from("rstuvwxyz"), min_size=1, unique=True)
PLAIN = st.sampled_from([YesNo, Day | None, Annotated[int, Field(ge=0)] | None])


def types(codes: list[str], plain: Any) -> list[Any]:
    """What one fact may be, with these codes where it has any."""
    choice: Any = Literal[tuple(codes)]
    several: Any = Annotated[tuple.__class_getitem__((choice, ...)), Field(min_length=1)]
    return [plain, choice | None, several | None, Annotated[choice | None, Consent(tuple(codes))]]


@st.composite
def grown(draw: st.DrawFn) -> tuple[type[Facts], type[Facts]]:
    """A model, and one where facts, codes, steps of consent and pairs with a new fact have come beside."""
    names = draw(NAMES)
    old = names[: draw(st.integers(1, len(names)))]
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for name in names:
        codes, plain = draw(CODES), draw(PLAIN)
        some = sorted(draw(st.sets(st.sampled_from(codes), min_size=1)), key=codes.index)
        before[name], after[name] = draw(st.sampled_from([*zip(types(some, plain), types(codes, plain), strict=True)]))
    old_pairs = draw(pairs(old, old))
    new_pairs = draw(pairs(names, names[len(old) :]))
    return model({name: before[name] for name in old}, old_pairs), model(after, (*old_pairs, *new_pairs))


def pairs(first: list[str], second: list[str]) -> st.SearchStrategy[Pairs]:
    if not second:
        return st.just(())
    found = st.tuples(st.sampled_from(first), st.sampled_from(second))
    return st.lists(found | found.map(lambda pair: (pair[1], pair[0])), unique=True, max_size=3).map(tuple)


@given(grown())
def test_what_comes_beside_is_never_told_and_what_goes_always_is(models: tuple[type[Facts], type[Facts]]) -> None:
    before, after = models
    with TemporaryDirectory() as name:
        folder = furnish(Path(name))
        assert told(folder, before, after) == []
        lines = release(law(folder, after), TODAY)
        assert bool(list(released_faults(law(folder, before), TODAY))) is bool(lines)
