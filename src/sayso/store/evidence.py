"""Bytes kept unchanged in a folder beside the ledger, each file named by its own SHA-256."""

import errno
import hashlib
import os
import tempfile
from pathlib import Path

from sayso.errors import EvidenceError, LedgerError


def folder_of(ledger: Path) -> Path:
    """The evidence folder of a ledger: beside it, named after it."""
    return ledger.with_name(ledger.name + ".evidence")


def place(folder: Path, sha256: str) -> Path:
    """Where the bytes of a hash are kept: 256 subfolders, so that none grows too long."""
    return folder / sha256[:2] / sha256


def keep(folder: Path, data: bytes) -> str:
    """Keep bytes under their SHA-256, which is returned; nothing happens when they are there already.

    A file is either whole and under its name, or not there: it is written aside, flushed to the disk and renamed.
    Raises LedgerError when the disk is full or the folder cannot be written.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    target = place(folder, sha256)
    if target.exists() and target.stat().st_size == len(data):
        return sha256
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, data)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise LedgerError(
            f"the evidence cannot be kept: {error.strerror or error}.",
            where=str(target),
            advice="Make room on the disk, then run the same command again: it goes on."
            if full
            else "Give yourself write permission for the evidence folder.",
            code="ledger.disk_full" if full else "ledger.read_only",
        ) from error
    return sha256


def _write(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def fetch(folder: Path, sha256: str) -> bytes:
    """The bytes of a hash; raises EvidenceError when they are missing or are not what they were."""
    path = place(folder, sha256)
    if not path.exists():
        raise EvidenceError(
            "the kept bytes are missing.",
            where=str(path),
            advice="Copy the evidence folder back beside the ledger, or ingest the original file again.",
            code="evidence.missing",
        )
    data = path.read_bytes()
    if (found := hashlib.sha256(data).hexdigest()) != sha256:
        raise EvidenceError(
            f"the kept bytes have changed: their SHA-256 is {found}.",
            where=str(path),
            advice="Restore this file from a copy; what was read from it stands in the ledger unchanged.",
            code="evidence.changed",
        )
    return data


def discard(place: Path) -> None:
    """Delete kept bytes: they are written over first, which helps on disks that write in place, and only there.

    Raises LedgerError where they cannot be deleted.
    """
    try:
        with place.open("r+b") as file:
            file.write(bytes(place.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        place.unlink()
    except OSError as error:
        raise LedgerError(
            f"the kept bytes of a removed document cannot be deleted: {error.strerror or error}.",
            where=str(place),
            advice="Give yourself write permission for the evidence folder, then run the same command again.",
            code="ledger.read_only",
        ) from error
