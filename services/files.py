"""Writing files that somebody asked for, beside the data: whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from models.errors import FileExists, StorageFull, StorageReadOnly, StorageUnreachable

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_whole(path: Path, content: bytes, *, overwrite: bool = False) -> Path:
    """Write the file, or leave what is there as it is.

    Raises:
        FileExists: there is a file already, and not `overwrite`; or it is a folder.
        StorageReadOnly, StorageFull: it cannot be written there.
        StorageUnreachable: the folder is not there, or something else is in the way.
    """
    if path.is_dir() or (path.exists() and not overwrite):
        raise FileExists(path)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        if error.errno in _FULL:
            raise StorageFull(path) from error
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise StorageReadOnly(path) from error
        raise StorageUnreachable(path) from error
    return path
