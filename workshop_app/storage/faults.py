"""A writer that tells when the world stops it: the disk is full, the file is gone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from typing_extensions import override

from workshop_app.storage.refusal import FileRefused
from workshop_app.storage.writer import Job, Look, Writer

STOPPING = frozenset(
    {"disk_full", "io_error", "moved", "busy", "not_saved", "read_only", "unreadable", "missing",
     "damaged", "altered"}
)  # fmt: skip
"""Codes that mean that nothing can be saved until the cause is gone."""

Told = Callable[[FileRefused], object]


class Faults:
    """Where somebody listens for what stops the writer."""

    def __init__(self) -> None:
        self._told: Told | None = None

    def listen(self, told: Told | None) -> None:
        """Call it for each fault, in the thread of the writer; None = nobody listens any more."""
        self._told = told

    def hear(self, future: Future[Any]) -> None:
        """Something was answered."""
        error, told = future.exception(), self._told
        if told is not None and isinstance(error, FileRefused) and error.code in STOPPING:
            told(error)


class HeardWriter(Writer):
    """A writer with `faults`."""

    def __init__(
        self, path: Path, *, read_only: bool = False, look: Look | None = None,
        check: Job[Any] | None = None,
    ) -> None:  # fmt: skip
        """As `Writer`."""
        self.faults = Faults()
        ways: dict[str, Any] = {"look": look, "check": check}
        super().__init__(
            path, read_only=read_only, **{key: way for key, way in ways.items() if way is not None}
        )

    @override
    def _put(self, errand: Any) -> Future[Any]:
        future = super()._put(errand)
        future.add_done_callback(self.faults.hear)
        return future
