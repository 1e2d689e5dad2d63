"""What is heard in one municipality: another municipality's own document binds nobody there."""

from dataclasses import replace

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision


def binds(citation: Citation, municipality: str) -> bool:
    """True when it holds in the whole country, or is the municipality's own (SCB code)."""
    return citation.municipality in ("", municipality)


def heard_in(decision: Decision, municipality: str) -> Decision:
    """The decision without citations of other municipalities' documents.

    When nothing else is left the answer and its citations stay, and ``elsewhere`` says that nobody here is bound.
    """
    heard = tuple(one for one in decision.citations if binds(one, municipality))
    if heard == decision.citations:
        return decision
    if heard:
        return replace(decision, citations=heard)
    return replace(decision, elsewhere=_told(decision.citations))


def _told(citations: tuple[Citation, ...]) -> str:
    labels = dict.fromkeys(one.label for one in citations)
    one_owner = len({one.municipality for one in citations}) == 1
    whose = "en annan kommuns dokument" if one_owner else "andra kommuners dokument"
    return f"Svaret vilar på {whose}, som din nämnd inte är bunden av: {' och '.join(labels)}."
