"""Power cuts: what a disk may hold when the power goes between two operations, or within one.

A shim between SQLite and the system writes down each operation. From that list the state of the
disk is made again as of any moment: what was synced is there; of what was not, any part may be.
"""

import random
import shutil
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

SHIM = Path(__file__).with_name("disk_shim.c")
SECTOR = 512


def compiled(folder: Path) -> Path | None:
    """The shim as a library, where there is a compiler and a loader that takes it."""
    compiler = shutil.which("cc")
    library = folder / "disk_shim.so"
    if compiler is None:
        return None
    wish = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SHIM), "-ldl", "-lpthread"]
    done = subprocess.run(wish, check=False, capture_output=True)  # noqa: S603 - our own source
    return library if done.returncode == 0 else None


@dataclass(frozen=True)
class Operation:
    """Kind: Create, Write, Truncate, Sync, Unlink of a file; or Acknowledged to the outside."""

    kind: str
    path: str
    offset: int
    data: bytes


def operations(log: Path) -> list[Operation]:
    """What was written down, in order."""
    data, at, found = log.read_bytes(), 0, []
    while at < len(data):
        kind, length = struct.unpack_from("=cI", data, at)
        at += 5
        path = data[at : at + length].decode()
        offset, size = struct.unpack_from("=QI", data, at + length)
        at += length + 12
        found.append(Operation(kind.decode(), path, offset, data[at : at + size]))
        at += size
    return found


class Disk:
    """Files as they are, and as they are for sure."""

    def __init__(self) -> None:
        self.sure: dict[str, bytearray] = {}
        self.pending: dict[str, list[Operation]] = {}
        self.names: dict[str, list[bool]] = {}

    def do(self, operation: Operation) -> None:
        """One operation."""
        path = operation.path
        if operation.kind == "S":
            self._sync(path)
        elif operation.kind in "CU":
            self.names.setdefault(path, [False]).append(operation.kind == "C")
            if operation.kind == "U":
                self.pending[path] = []
                self.sure[path] = bytearray()
        else:
            self.pending.setdefault(path, []).append(operation)

    def _sync(self, path: str) -> None:
        here = [name for name in self.names if str(Path(name).parent) == path]
        for name in here:  # a folder: the names in it are for sure
            self.names[name] = self.names[name][-1:]
        content = self.sure.setdefault(path, bytearray())
        for operation in self.pending.pop(path, []):
            apply(content, operation)
        if self.names.get(path):
            self.names[path] = self.names[path][-1:]  # ext4: a synced new file has its name

    def after_cut(self, luck: random.Random) -> dict[str, bytes]:
        """One of the states the disk may be found in."""
        found = {}
        for path, states in self.names.items():
            if not luck.choice(states):
                continue
            content = bytearray(self.sure.get(path, b""))
            for operation in self.pending.get(path, []):
                survive(content, operation, luck)
            found[path] = bytes(content)
        return found


def apply(content: bytearray, operation: Operation) -> None:
    """A write or a truncation that happened."""
    if operation.kind == "T":
        del content[operation.offset :]
        content.extend(bytes(operation.offset - len(content)))
        return
    end = operation.offset + len(operation.data)
    content.extend(bytes(max(0, end - len(content))))
    content[operation.offset : end] = operation.data


def survive(content: bytearray, operation: Operation, luck: random.Random) -> None:
    """A write or a truncation that may have happened, or in part."""
    fate = luck.random()
    if fate < 1 / 3:
        return
    if fate < 2 / 3 or operation.kind == "T":
        apply(content, operation)
        return
    for start in range(0, len(operation.data), SECTOR):
        if luck.random() < 1 / 2:
            part = operation.data[start : start + SECTOR]
            apply(content, Operation("W", operation.path, operation.offset + start, part))
