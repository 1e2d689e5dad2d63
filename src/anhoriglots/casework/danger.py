"""Words by which somebody may tell of danger. They only decide what staff read first, and judge nobody."""

import re
from functools import cache
from pathlib import Path


@cache
def _danger() -> re.Pattern[str]:
    lines = (Path(__file__).parent / "reference" / "danger_words.txt").read_text(encoding="utf-8").splitlines()
    words = (re.escape(line.removesuffix("*")) + (r"\w*" if line.endswith("*") else "") for line in lines if line)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def may_tell_of_danger(text: str) -> bool:
    """Does the text hold one of the words in reference/danger_words.txt? A line ending in ``*`` is a beginning."""
    return bool(_danger().search(" ".join(text.casefold().split())))
