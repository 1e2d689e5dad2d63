"""Pages for sign-in, one's own account, and the accounts of colleagues."""

from .management import (
    account,
    account_active,
    account_password,
    accounts,
    add_account,
    assign_role,
    end_role,
)
from .my_account import change_own_password, choose_board, my_account
from .sign_in import first_password, sign_in, sign_out

__all__ = [
    "account",
    "account_active",
    "account_password",
    "accounts",
    "add_account",
    "assign_role",
    "change_own_password",
    "choose_board",
    "end_role",
    "first_password",
    "my_account",
    "sign_in",
    "sign_out",
]
