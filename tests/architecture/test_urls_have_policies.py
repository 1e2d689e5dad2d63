"""Every address has been thought about for every role: it stands in tests/permissions/matrix.csv."""

from anhoriglots.accounts.roles import Role
from tests.permissions.matrix import METHODS, OUTSIDERS, VISITOR, read_matrix

from .tree import addresses


def test_every_address_and_method_stands_in_the_matrix_once() -> None:
    rows = [(row.address, row.method) for row in read_matrix()]
    assert len(rows) == len(set(rows)), "an address stands twice"
    assert set(rows) == {(name, method) for name in addresses() for method in METHODS}


def test_the_matrix_has_a_column_for_every_role_for_the_visitor_and_for_both_outsiders() -> None:
    for row in read_matrix():
        assert set(row.expected) == {VISITOR, *(role.value for role in Role), *OUTSIDERS}, row.address
