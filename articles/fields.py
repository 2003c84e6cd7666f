"""A model field that holds a Body."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from .body import Body, BodyError


class BodyField(models.JSONField):
    """Body in Python, its canonical JSON in JSONB."""

    description = "The body of an article"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"default": Body.empty} | kwargs))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Body | None:
        data = super().from_db_value(value, expression, connection)
        # It was checked when it was written; a page need not pay for the limits again.
        return None if data is None else Body.model_validate(data)

    def to_python(self, value: Any) -> Any:
        if value is None or isinstance(value, Body):
            return value
        try:
            return Body.loads(value) if isinstance(value, str) else Body.load(value)
        except BodyError as error:
            raise ValidationError([str(problem) for problem in error.problems]) from error

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(value.dump() if isinstance(value, Body) else value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        data = value.dump() if isinstance(value, Body) else value
        return super().get_db_prep_value(data, connection, prepared)

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value.dump(), model_instance)

    def value_to_string(self, obj: models.Model) -> Any:
        return self.value_from_object(obj).dump()
