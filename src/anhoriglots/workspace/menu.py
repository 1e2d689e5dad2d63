"""The pages of the staff menu, each for those whose role can open it."""

from anhoriglots.accounts.navigation import Item, add, add_to_footer
from anhoriglots.accounts.roles import Capability


def install() -> None:
    """Add the pages in the order of the menu."""
    add(
        Item("today", "Idag", "i", Capability.WORK_WITH_REQUESTS),
        Item("note-contact", "Ny kontakt", "n", Capability.NOTE_CONTACT),
        Item("search-carers", "Sök", "s", Capability.READ_CARERS),
        Item("read-log", "Läslogg", "l", Capability.REVIEW_LOG),
        Item("accounts", "Konton", "k", Capability.MANAGE_ACCOUNTS),
        Item("offers", "Stöd", "t", Capability.SEE_OFFER),
        Item("staff-groups", "Grupper", "p", Capability.LEAD_GROUPS),
        Item("relief-list", "Avlösning", "a", Capability.ANSWER_RELIEF),
        Item("decisions", "Beslut", "b", Capability.MANAGE_DECISIONS),
        Item("faults", "Felanmälningar", "f", Capability.HANDLE_FAULTS),
        Item("translations", "Översättningar", "v", Capability.MANAGE_ACCOUNTS),
        Item("law", "Lagen", "g"),
    )
    add_to_footer("glossary", "Ordlista")
