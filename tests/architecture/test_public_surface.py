"""From another slice only its actions, queries, policies and models may be imported; the rest is private."""

from .tree import PACKAGE, floors, imports, package_of, shown, sources

# What a slice is: a package with tables or pages. The others are libraries, and all of them may be used.
LIBRARIES = {"config", "profiles", "database", "design", "law", "kernel"}
PUBLIC = {"actions", "queries", "policies", "models"}
# Plain declarations that other slices read, each with its reason. Nothing with behaviour of its own belongs here.
DECLARED = {
    "accessibility.choices": "the fixed answers that pages show and forms offer",
    "accounts.roles": "the roles and capabilities that every policy names",
    "accounts.navigation": "the menu that the pages of other slices put themselves in",
    "accounts.access": "the mark that makes a view a staff page",
    "booking.leaving": "where other slices ask to be told that somebody has left a group",
    "booking.choices": "the fixed answers that pages show and forms offer",
    "booking.schedule": "how the times of a group are asked for, and what comes of it",
    "booking.workflow": "the steps of a booking, which say who has a seat",
    "casework.choices": "the fixed answers that pages show and forms offer",
    "catalogue.support_forms": "the known kinds of support, read from a file without a database",
    "notifications.choices": "the ways and the kinds of message that a slice asks for",
    "relief.choices": "the fixed answers that pages show and forms offer",
    "peerroom.choices": "the fixed answers that pages show and forms offer",
    "organisations.loading": "how reference rows are compared and loaded",
}


def _private(module: str, package: str) -> bool:
    """Is the module, seen from the package, another slice's private part?"""
    parts = module.split(".")
    if parts[0] != PACKAGE.name or len(parts) < 3:
        return False
    slice_, part = parts[1], parts[2]
    if slice_ == package or slice_ in LIBRARIES:
        return False
    return part not in PUBLIC and f"{slice_}.{part}" not in DECLARED


def test_only_the_public_parts_of_a_slice_are_imported_from_outside() -> None:
    slices = {name for names in floors() for name in names} - LIBRARIES
    assert len(slices) >= 8, "the slices were not found"
    wrong = [
        f"{shown(path)} imports {module}"
        for path in sources()
        if package_of(path) in slices
        for module in imports(path)
        if _private(module, package_of(path))
    ]
    assert wrong == []


def test_every_declared_exception_is_used() -> None:
    used = {
        ".".join(module.split(".")[1:3])
        for path in sources()
        for module in imports(path)
        if module.startswith(f"{PACKAGE.name}.") and module.split(".")[1] != package_of(path)
    }
    assert set(DECLARED) - used == set()
