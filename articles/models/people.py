"""The newsroom's people, whose accounts are Django's, and their roles, which are its groups."""

from django.contrib.auth.models import Group, User
from django.db import models


class Role(models.TextChoices):
    """From the least to the most."""

    WRITER = "Writer"
    EDITOR = "Editor"
    CHIEF = "Chief"


def name_of(account: User | None) -> str:
    """ "Somebody" where the account is gone."""
    return (account.get_full_name() or account.get_username()) if account else "Somebody"


def role_of(account: User) -> str:
    """The highest, or "". No query where the groups are prefetched."""
    held = {group.name for group in account.groups.all()} if account.pk else set()
    return next((str(role) for role in reversed(Role.values) if role in held), "")


def give_role(account: User, role: str) -> None:
    """Instead of the one they had, "" for none; groups that are no role stay."""
    account.groups.remove(*Group.objects.filter(name__in=Role.values).exclude(name=role))
    if role:
        account.groups.add(Group.objects.get(name=role))


def is_looked_after_without(account: User) -> bool:
    """Whether somebody else may change accounts; until the transaction ends, it stays so."""
    list(Group.objects.select_for_update(no_key=True).filter(name=Role.CHIEF))
    others = User.objects.filter(is_active=True, is_staff=True).exclude(pk=account.pk)
    able = models.Q(groups__name=Role.CHIEF) | models.Q(is_superuser=True)
    return others.filter(able).exists()


def with_address(email: str) -> models.QuerySet[User]:
    """Those who may come in and have that address, however its letters are written."""
    return User.objects.filter(is_active=True, is_staff=True, email__iexact=email)
