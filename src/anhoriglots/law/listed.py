"""Facts that hold a code of a dated list; shared by the questions."""

from pydantic import AfterValidator

from .parameter import all_codes


def listed(*lists: str, other: tuple[str, ...] = ()) -> AfterValidator:
    """Lets through only what one of the lists has ever held, and ``other``.

    A code that the law does not know must never pass as an ordinary one.
    """

    def known(code: str) -> str:
        codes = frozenset(other).union(*map(all_codes, lists))
        if code not in codes:
            raise ValueError(f"De som finns är: {', '.join(sorted(codes))}.")
        return code

    return AfterValidator(known)
