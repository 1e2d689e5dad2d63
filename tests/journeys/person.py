"""A person at a browser: what they do is written as a story, and every page they come to is looked at.

Counts clicks and keys, so that a journey can be held to its budget.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Locator, Page, Request, Response, expect

from . import accessibility
from .words import cut_words

# axe is slow, and the same page at the same width is the same page; one look each is enough in a run.
_LOOKED_AT: set[tuple[object, ...]] = set()
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
TABS = 150  # presses; longer than any page
# Arrows go round in a group of radio buttons, so the last one is a single press away from the first.
IS_IN_THE_FIRST_HALF = """element => {
    const group = [...document.getElementsByName(element.name)];
    return group.indexOf(element) <= group.length / 2;
}"""
# Folded and hidden ones are not asked; boxes and buttons with one name are one question.
ASKED = """() => [...document.querySelectorAll("main input, main select, main textarea")]
    .filter((field) => field.type !== "hidden" && field.checkVisibility() && !field.closest("[aria-hidden=true]"))
    .map((field) => field.name)"""


@dataclass
class Person:
    """One browser of one person.

    Attributes:
        origin: where the program is; a request to anywhere else is a fault.
        slug: the municipality's part of the address.
        keyboard: nothing is done with a pointer.
        scripts: False when the browser runs no JavaScript.
        fields: the questions on the screens that have been left behind.
    """

    context: BrowserContext
    origin: str
    slug: str
    keyboard: bool = False
    scripts: bool = True
    clicks: int = 0
    keys: int = 0
    screens: int = 0
    fields: set[tuple[str, str]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    elsewhere: set[str] = field(default_factory=set)
    _asked_here: set[tuple[str, str]] = field(default_factory=set)
    _answered: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = self.context.new_page()
        self.watch(self.page)

    def watch(self, page: Page) -> None:
        """Note whatever goes wrong in the page without being seen."""
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._on_request)
        page.on("response", self._on_response)
        page.on("requestfinished", lambda request: self._answered.append(request))

    # --- going and looking -----------------------------------------------------------------------------------------

    def opens(self, path: str) -> None:
        """Type an address below the municipality."""
        self.page.goto(f"{self.origin}/{self.slug}/{path}")

    def is_at(self, heading: str | re.Pattern[str]) -> None:
        """Be on a page with this heading, and look at all of it."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)
        self.looks()

    def is_somewhere_else(self, heading: str) -> None:
        """No longer on the page with this heading; look at the new one."""
        self.has_left(heading)
        self.looks()

    def has_left(self, heading: str | re.Pattern[str]) -> None:
        """No longer on the page with this heading: a key that was pressed does not wait for the next page."""
        expect(self.page.get_by_role("heading", level=1)).not_to_contain_text(heading)

    def looks(self) -> None:
        """The page fits its width, says what it is, and has nothing wrong that axe can see."""
        self.screens += 1
        self.fields |= self._asked_here
        self._asked_here = {(self._place(), name) for name in self.page.evaluate(ASKED)}
        width = self.page.evaluate("document.documentElement.clientWidth")
        needed = self.page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            self.faults.append(f"{self._place()} is {needed} px wide in a window of {width}")
        if self.page.locator("body.public").count() and (cut := cut_words(self.page)):
            self.faults.append(f"{self._place()} ({width} px) cuts {', '.join(cut)}")
        if self.page.get_by_role("heading", level=1).count() != 1:
            self.faults.append(f"{self._place()} has not exactly one main heading")
        seen = (self._place(), self.page.title(), width, self.page.locator("html").get_attribute("lang"))
        if self.scripts and seen not in _LOOKED_AT:
            _LOOKED_AT.add(seen)
            self.faults += [f"{self._place()} ({width} px): {fault}" for fault in accessibility.faults(self.page)]

    def sees(self, text: str | re.Pattern[str]) -> None:
        """The text is on the page."""
        expect(self.page.locator("body")).to_contain_text(text)

    def does_not_see(self, text: str) -> None:
        """The text is nowhere on the page."""
        expect(self.page.locator("body")).not_to_contain_text(text)

    # --- doing -----------------------------------------------------------------------------------------------------

    def follows(self, name: str | re.Pattern[str]) -> None:
        """Use a link."""
        self._activate(self.page.get_by_role("link", name=name).first, "Enter")

    def presses(self, name: str | re.Pattern[str]) -> None:
        """Use a button."""
        self._activate(self.page.get_by_role("button", name=name).first, "Enter")

    def unfolds(self, name: str | re.Pattern[str]) -> None:
        """Open a folded part."""
        self._activate(self.page.locator("summary").filter(has_text=name).first, "Enter")

    def chooses(self, name: str | re.Pattern[str], within: str | re.Pattern[str] | None = None) -> None:
        """Take one of several answers that exclude each other; ``within`` is the question."""
        area = self.page.get_by_role("group", name=within).or_(self.page.get_by_role("radiogroup", name=within))
        choice = (area.first if within else self.page).get_by_role("radio", name=name).first
        if self.keyboard:
            self._move_to_radio(choice)
        else:
            self._click(choice)
        expect(choice).to_be_checked()

    def ticks(self, name: str | re.Pattern[str]) -> None:
        """Tick a box."""
        box = self.page.get_by_role("checkbox", name=name).first
        self._activate(box, "Space")
        expect(box).to_be_checked()

    def ticks_the_first_answer(self) -> None:
        """Tick the first box of the page."""
        self._activate(self.page.get_by_role("checkbox").first, "Space")

    def chooses_first_in(self, group: str) -> None:
        """Take the first choice of a group with a title of its own."""
        choice = self.page.get_by_role("group", name=group, exact=True).get_by_role("radio").first
        if self.keyboard:
            self._move_to_radio(choice)
        else:
            self._click(choice)

    def types(self, label: str | re.Pattern[str], text: str) -> None:
        """Write in a field."""
        box = self.page.get_by_label(label).and_(self.page.locator("input, textarea")).first
        if self.keyboard:
            self._tab_to(box)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(text)
        else:
            box.fill(text)
        self.keys += len(text)

    def picks(self, label: str, choice: str) -> None:
        """Take one of a folded list; by keyboard its first letters are typed, and the arrow goes on to it.

        Only letters of every keyboard are typed: the driver writes others straight into the page, not as keys.
        """
        listed = self.page.get_by_role("combobox", name=label)
        if self.keyboard:
            self._tab_to(listed)
            first = re.split("[^ -~]", choice)[0]
            self.page.keyboard.type(first)
            names = listed.locator("option").all_inner_texts()
            arrows = names.index(choice) - names.index(listed.locator("option:checked").inner_text())
            for _ in range(abs(arrows)):
                self.page.keyboard.press("ArrowDown" if arrows > 0 else "ArrowUp")
            self.keys += len(first) + abs(arrows)
        else:
            listed.select_option(label=choice)
            self.clicks += 2
        expect(listed.locator("option:checked")).to_have_text(choice)

    def skips_to_the_content(self) -> None:
        """The first link of every page. Where a form was sent from the content, the browser begins there by itself."""
        if urlsplit(self.page.url).fragment:
            return
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Enter")
        self.keys += 2

    def tabs(self) -> None:
        """On to what comes next."""
        self.page.keyboard.press("Tab")
        self.keys += 1

    def sends_with_enter(self) -> None:
        """Enter in a form sends it."""
        self.page.keyboard.press("Enter")
        self.keys += 1

    def goes_back(self) -> None:
        """The browser's back button."""
        self.page.go_back()

    def starts_counting(self) -> None:
        """Set the counters to zero."""
        self.clicks = self.keys = self.screens = 0
        self.fields.clear()
        self._answered.clear()

    def weight(self) -> int:
        """Bytes that have travelled to this browser, as they were packed."""
        sizes = [request.sizes() for request in self._answered if not request.url.startswith(("data:", "blob:"))]
        return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)

    # --- how -------------------------------------------------------------------------------------------------------

    def _activate(self, target: Locator, key: str) -> None:
        if self.keyboard:
            self._tab_to(target)
            self.page.keyboard.press(key)
            self.keys += 1
        else:
            self._click(target)

    def _click(self, target: Locator) -> None:
        """Click where a person would: on the words, when the control itself is drawn by them."""
        expect(target).to_be_attached()
        label = self.page.locator(f"label[for='{target.get_attribute('id')}']")
        (label if target.get_attribute("type") in ("radio", "checkbox") and label.count() else target).click()
        self.clicks += 1

    def _tab_to(self, target: Locator) -> None:
        """Press Tab until the element has focus; each press counts."""
        expect(target).to_be_visible()
        for _ in range(TABS):
            if target.evaluate("element => element === document.activeElement"):
                self._expect_seen_focus()
                return
            self.page.keyboard.press("Tab")
            self.keys += 1
        raise AssertionError(f"{target} cannot be reached with Tab on {self._place()}")

    def _move_to_radio(self, choice: Locator) -> None:
        """Tab into the group, then arrows within it, as a group of radio buttons is used."""
        for _ in range(TABS):
            if choice.evaluate("element => document.activeElement.name === element.name"):
                break
            self.page.keyboard.press("Tab")
            self.keys += 1
        arrow = "ArrowDown" if choice.evaluate(IS_IN_THE_FIRST_HALF) else "ArrowUp"
        for _ in range(TABS):
            if choice.evaluate("element => element === document.activeElement"):
                break
            self.page.keyboard.press(arrow)
            self.keys += 1
        if not choice.is_checked():
            self.page.keyboard.press("Space")
            self.keys += 1

    def _expect_seen_focus(self) -> None:
        """Something around the focused element is drawn differently from when it has no focus."""
        seen = self.page.evaluate(
            """() => {
                const drawn = (node) => {
                    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
                    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
                };
                const node = document.activeElement;
                return [node, node.parentElement, node.nextElementSibling, node.closest("label")].some(
                    (each) => each && drawn(each));
            }"""
        )
        if not seen:
            self.faults.append(f"{self._place()}: focus cannot be seen on {self._focused()}")

    def _focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.outerHTML.slice(0, 160)"))

    def _place(self) -> str:
        return _KEY.sub("…", urlsplit(self.page.url).path)

    # --- what goes wrong without being seen ------------------------------------------------------------------------

    def _on_console(self, message: ConsoleMessage) -> None:
        # A page that answers 404 or 422 is written to the console by the browser itself; assets are seen to below.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        elsewhere = parts.scheme not in ("data", "blob") and f"{parts.scheme}://{parts.netloc}" != self.origin
        if elsewhere and request.url not in self.elsewhere:
            self.faults.append(f"request to another site: {request.url}")

    def _on_response(self, response: Response) -> None:
        try:
            kind = response.request.resource_type
        except Error:
            return
        if response.status >= 400 and kind != "document":
            self.faults.append(f"{response.status} for {response.url}")
