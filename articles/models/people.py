"""What the newsroom calls its people, whose accounts are Django's."""

from django.contrib.auth.models import User


def name_of(account: User | None) -> str:
    """ "Somebody" where the account is gone."""
    return (account.get_full_name() or account.get_username()) if account else "Somebody"
