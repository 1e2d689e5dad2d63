"""Finds words that a narrow page has cut in two without a hyphen, such as "funktionsnedsättnin g"."""

from typing import Any

from playwright.sync_api import Page

# Letters alone: an address or a number may break. The hyphen that is shown has a box of its own before the next part.
CUT = r"""() => {
    const found = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (!parentElement.checkVisibility() || parentElement.closest(".ds-sr-only, .ds-skip-link, script")) continue;
        for (const word of data.matchAll(/\p{L}{2,}/gu)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, word.index);
            range.setEnd(texts.currentNode, word.index + word[0].length);
            const boxes = [...range.getClientRects()];
            if (data[word.index - 1] === "\u00ad" && boxes.length > 1) boxes.shift();
            if (new Set(boxes.map((box) => Math.round(box.top))).size > 1) found.add(word[0]);
        }
    }
    return [...found];
}"""


def cut_words(page: Page) -> list[str]:
    """The words on the page that stand on two lines without a hyphen."""
    found: Any = page.evaluate(CUT)
    return list(found)
