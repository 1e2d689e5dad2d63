"""No kind of support that the law always wants assessed can be offered or decided without (SoL 11 kap. 5 §)."""

import pytest

from anhoriglots.law import codes
from anhoriglots.profiles.check import faults
from anhoriglots.profiles.known_forms import KnownForm
from anhoriglots.profiles.reader import BUILT_IN

from .copies import TODAY, forms

ALWAYS = codes("kinds-always-assessed", TODAY)


def _faults_if(kind: str) -> list[str]:
    """The faults of Nyköping, if the group that it gives without assessment were support of this kind."""
    known = forms() | {"DS06": KnownForm(kind, "direct")}
    return [str(fault) for fault in faults(BUILT_IN / "0480", forms=known, always_assessed=ALWAYS)]


@pytest.mark.parametrize("kind", ALWAYS)
def test_each_kind_is_refused_both_as_offered_and_as_decided(kind: str) -> None:
    found = _faults_if(kind)
    assert [fault for fault in found if "support.yaml" in fault and "DS06 kräver alltid behovsprövning" in fault]
    assert [fault for fault in found if "board_decisions.yaml" in fault and "DS06" in fault]


@pytest.mark.parametrize("kind", ["ordinary", "home_help"])
def test_other_kinds_may_be_free_of_assessment(kind: str) -> None:
    assert _faults_if(kind) == []
