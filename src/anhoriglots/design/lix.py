"""How hard a page is to read: LIX (Björnsson 1968) on what a person sees of a page.

LIX is the mean number of words in a sentence plus the share in percent of words longer than six letters. Every
heading, option and button counts as a sentence of its own, since that is how a page is read.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

LONG_WORD = 6
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
INLINE = frozenset({"a", "abbr", "b", "bdi", "em", "i", "small", "span", "strong", "time", "wbr"})
UNSEEN = frozenset({"head", "noscript", "script", "style", "svg", "template"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured.

    Attributes:
        words: number of words.
        sentences: number of sentences; a block without a full stop is one.
        long_words: words of more than six letters.
        longest: the sentence with most words.
    """

    words: int
    sentences: int
    long_words: int
    longest: str

    @property
    def lix(self) -> float:
        """Under 30 is very easy, 30 to 40 easy, over 50 hard; 0 for a page without words."""
        if not self.words:
            return 0.0
        return self.words / self.sentences + 100 * self.long_words / self.words

    @property
    def longest_words(self) -> int:
        """Number of words in the longest sentence."""
        return len(words_of(self.longest))


def measure(html: str, *, prose_only: bool = False) -> Reading:
    """Measure a page or a piece of one. ``prose_only`` leaves out blocks that are no full sentences."""
    blocks = [block for block in blocks_of(html) if not prose_only or is_prose(block)]
    sentences = [part for block in blocks for part in SENTENCE_END.split(block) if words_of(part)]
    words = [word for sentence in sentences for word in words_of(sentence)]
    return Reading(
        words=len(words),
        sentences=len(sentences),
        long_words=sum(len(re.sub(r"\W", "", word)) > LONG_WORD for word in words),
        longest=max(sentences, key=lambda sentence: len(words_of(sentence)), default=""),
    )


def words_of(text: str) -> list[str]:
    """The words; numbers are none."""
    return WORD.findall(text.replace("\u00ad", ""))


def is_prose(block: str) -> bool:
    """True for a block of at least six words that ends as a sentence."""
    return len(words_of(block)) >= LONG_WORD and block.rstrip().endswith((".", "?", "!"))


def blocks_of(html: str) -> list[str]:
    """The text of each block: paragraph, heading, list item, label, button."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [text for text in (" ".join(block.split()) for block in reader.blocks) if text]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.blocks[-1] += data

    def _break(self, tag: str) -> None:
        if tag not in INLINE:
            self.blocks.append("")
