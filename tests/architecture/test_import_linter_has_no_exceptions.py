"""The floors hold for everything, or they hold for nothing."""

import configparser

from .tree import PACKAGE, ROOT, floors


def _contracts() -> configparser.ConfigParser:
    read = configparser.ConfigParser()
    read.read(ROOT / ".importlinter")
    return read


def test_no_contract_has_an_exception() -> None:
    contracts = _contracts()
    for name in contracts.sections():
        exceptions = {"ignore_imports", "unmatched_ignore_imports_alerting", "exhaustive_ignores"} & set(
            contracts[name]
        )
        assert exceptions == set(), name


def test_every_package_stands_on_exactly_one_floor() -> None:
    placed = [name for names in floors() for name in names]
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert sorted(placed) == sorted(packages)
    assert _contracts().getboolean("importlinter:contract:floors", "exhaustive")


def test_law_and_kernel_are_forbidden_the_framework_the_database_and_the_network() -> None:
    contract = _contracts()["importlinter:contract:law-is-plain"]
    assert set(contract["source_modules"].split()) == {"anhoriglots.law", "anhoriglots.kernel"}
    assert {"django", "psycopg", "urllib", "http", "socket"} <= set(contract["forbidden_modules"].split())
