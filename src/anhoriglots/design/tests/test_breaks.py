"""Where a line may break: long compounds at a joint, spans of hours nowhere."""

import pytest
from django.utils.safestring import SafeString, mark_safe

from anhoriglots.design.templatetags.design import breaks

SOFT_HYPHEN, WORD_JOINER = "\u00ad", "\u2060"


@pytest.mark.parametrize(
    ("plain", "broken"),
    [
        ("en funktionsnedsättning", "en funktions-nedsättning"),
        ("Funktionsnedsättningar", "Funktions-nedsättningar"),
        ("Integritetsskyddsmyndigheten (IMY)", "Integritets-skydds-myndigheten (IMY)"),
        ("socialtjänstlagen", "socialtjänst-lagen"),
        ("Anhörigkonsulent", "Anhörig-konsulent"),
        ("brottsofferstödet", "brottsoffer-stödet"),
        ("vårdnadshavaren", "vårdnads-havaren"),
        ("Eftermiddagsgruppen (exempel)", "Eftermiddags-gruppen (exempel)"),
        ("Anhöriggrupperna", "Anhörig-grupperna"),
    ],
)
def test_a_long_compound_may_break_where_its_parts_meet(plain: str, broken: str) -> None:
    assert breaks(plain) == broken.replace("-", SOFT_HYPHEN)


@pytest.mark.parametrize("word", ["anhörigstöd", "informations", "familjen", "en kväll", "x" * 40, ""])
def test_other_words_stay_as_they_are(word: str) -> None:
    assert breaks(word) == word


def test_a_span_of_hours_stays_on_one_line_and_a_dash_between_words_does_not_change() -> None:
    assert breaks("vardagar 9–15") == f"vardagar 9–{WORD_JOINER}15"
    assert breaks("weekdays 9 am–3 pm") == f"weekdays 9\u00a0am–{WORD_JOINER}3\u00a0pm"
    assert breaks("Hitta stöd – tre frågor") == "Hitta stöd – tre frågor"


def test_what_was_not_safe_does_not_become_safe() -> None:
    assert not isinstance(breaks("<b>9–15</b>"), SafeString)
    assert isinstance(breaks(mark_safe("9–15")), SafeString)
