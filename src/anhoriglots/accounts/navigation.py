"""The staff menu. Slices above add their own pages when the program starts, so that this one need not know them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .queries import Actor
from .roles import Capability


@dataclass(frozen=True, slots=True)
class Item:
    """A page of the menu, for those who have the capability.

    Attributes:
        name: name of its URL.
        label: the word in the menu; ``key`` is one of its letters and opens the page with the browser's access key.
    """

    name: str
    label: str
    key: str
    capability: Capability | None = None


@dataclass(frozen=True, slots=True)
class MenuLink:
    """What the template places."""

    name: str
    href: str
    label: SafeString
    key: str


_items: list[Item] = []


def add(*items: Item) -> None:
    """Put pages last in the menu."""
    _items.extend(item for item in items if item not in _items)


_footer: list[tuple[str, str]] = []


def add_to_footer(name: str, label: str) -> None:
    """Put a page that everybody at work may read in the foot of every staff page."""
    if (name, label) not in _footer:
        _footer.append((name, label))


def footer_links() -> list[tuple[str, str]]:
    """Label and address of each page in the foot."""
    return [(label, reverse(name)) for name, label in _footer]


def menu_for(actor: Actor) -> list[MenuLink]:
    """The pages this person's role can open."""
    open_to = [item for item in _items if item.capability is None or actor.can(item.capability)]
    return [MenuLink(item.name, reverse(item.name), _with_letter(item), item.key) for item in open_to]


def _with_letter(item: Item) -> SafeString:
    before, letter, after = _parts(item.label, item.key)
    return format_html("<span>{}<u>{}</u>{}</span>", before, letter, after)


def _parts(label: str, key: str) -> tuple[str, str, str]:
    place = label.lower().index(key)
    return label[:place], label[place], label[place + 1 :]
