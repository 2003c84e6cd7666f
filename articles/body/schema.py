"""The closed schema of a body, for the editor and for anyone who writes to us by program."""

from .document import Body
from .node import Json


def json_schema() -> Json:
    """JSON Schema 2020-12 of what Body.load accepts (the limits on the whole aside)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Body.model_json_schema(by_alias=True),
    }
