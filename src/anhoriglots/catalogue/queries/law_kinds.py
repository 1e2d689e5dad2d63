"""What the law calls the things that the boards decide about, as the register stores them and shows them."""

from anhoriglots.law import inputs

Words = tuple[tuple[str, str], ...]
NOT_SAID = "Slaget är inte angivet"


def matter_kinds() -> Words:
    """Code and words for the kinds of matter that the law tells apart when somebody is to decide for the board."""
    return _choices("delegation", "matter")


def retention_kinds() -> Words:
    """Code and words for what the law tells apart when a board decides how long something is kept."""
    return _choices("retention-decision", "kind")


def kind_in_words(code: str, kinds: Words) -> str:
    """The kind in words; in an older row without one, that it was not said."""
    return dict(kinds).get(code, code) or NOT_SAID


def _choices(question: str, fact: str) -> Words:
    return next(one.choices for one in inputs(question) if one.name == fact)
