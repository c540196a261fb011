"""The base of all nouns: frozen, compared by value, checked at every change."""

from __future__ import annotations

from typing import Self

from pydantic import ConfigDict
from sqlmodel import Field, SQLModel

Ids = tuple[str, ...]


class Noun(SQLModel):
    """Base of everything in the day: an id, a place in the order, no unknown fields."""

    model_config = ConfigDict(  # type: ignore[assignment]  # SQLModel narrows pydantic's type
        frozen=True, extra="forbid", str_strip_whitespace=True
    )

    id: str = Field(min_length=1)
    position: int = 0

    def changed(self, **fields: object) -> Self:
        """The same noun with some fields new, validated again.

        Raises:
            pydantic.ValidationError: if a value does not fit its field.
        """
        return type(self).model_validate({**self.model_dump(), **fields})
