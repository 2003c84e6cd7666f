import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.make import make_user


@pytest.fixture
def editor() -> User:
    return make_user("Editor", first_name="Ed", last_name="Rowe")


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """The newsdesk, where that editor is logged in."""
    client.force_login(editor)
    return client
