"""The accounts slice."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Staff accounts; carers never have one."""

    name = "anhoriglots.accounts"
    label = "accounts"
