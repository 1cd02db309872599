"""The common base of the validated types."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value that refuses unknown keys, so that a mistyped key is never silently dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid")
