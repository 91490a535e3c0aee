"""Cabinets compressed by LZX, for the MSI: a fifth smaller than what wixl makes (MSZIP).

No kept program on Linux writes them (gcab, msitools, wine and lcab all stop at MSZIP), so the
compressor is our own: `cabinet/lzx.c`, built with the machine's C compiler. Windows has read LZX
cabinets since Windows 98. What is made here is read back by another's decoder before it is used.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from places import BUILD, PACKAGING, Failed, run, tool

SOURCE = PACKAGING / "cabinet" / "lzx.c"

_HEADER = struct.Struct("<4sIIIIIBBHHHHH")
_FOLDER = struct.Struct("<IHH")
_FILE = struct.Struct("<IIHHHH")
_LZX_2_MB = 3 | 21 << 8
_FIRST_DAY = 1 << 5 | 1
"""1980-01-01: the same files give the same cabinet."""
_ARCHIVE_BIT = 0x20


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard the compressor looks."""

    candidates: int
    """How many earlier places are compared at each byte."""
    parses: int
    """How often each piece is laid out anew with the prices of the last time."""


BEST = Effort(candidates=48, parses=2)
"""Two minutes of processor for the whole program."""

QUICK = Effort(candidates=1, parses=1)
"""Twenty seconds, and a tenth larger."""


def write(files: Sequence[tuple[str, Path]], target: Path, effort: Effort) -> None:
    """Write the cabinet ``target`` of files with their names in it, in this order.

    Raises Missing without a C compiler, Failed if the compressor does.
    """
    blocks = target.with_suffix(".blocks")
    number = _compress((path for _, path in files), blocks, effort)
    entries, offset = bytearray(), 0
    for name, path in files:
        size = path.stat().st_size
        entries += _FILE.pack(size, offset, 0, _FIRST_DAY, 0, _ARCHIVE_BIT)
        entries += name.encode("ascii") + b"\0"
        offset += size
    first = _HEADER.size + _FOLDER.size
    data = first + len(entries)
    whole = data + blocks.stat().st_size
    with target.open("wb") as out, blocks.open("rb") as made:
        # Version 1.3, one folder, no flags, no set.
        out.write(_HEADER.pack(b"MSCF", 0, whole, 0, first, 0, 3, 1, 1, len(files), 0, 0, 0))
        out.write(_FOLDER.pack(data, number, _LZX_2_MB))
        out.write(entries)
        shutil.copyfileobj(made, out)
    blocks.unlink()


def _compress(paths: Iterable[Path], blocks: Path, effort: Effort) -> int:
    """Write the data blocks of all files in turn; return how many they are."""
    command = [str(_compressor()), str(effort.candidates), str(effort.parses)]
    with (
        blocks.open("wb") as out,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE
        ) as packer,
    ):
        assert packer.stdin
        assert packer.stderr
        try:
            for path in paths:
                with path.open("rb") as file:
                    shutil.copyfileobj(file, packer.stdin, 1 << 20)
            packer.stdin.close()
        except BrokenPipeError:
            # It has ended by itself; below stands why.
            packer.kill()
        said = packer.stderr.read().decode("ascii", "replace").strip()
    if packer.returncode or not said.isdigit():
        raise Failed(f"lzx: exit code {packer.returncode}: {said}")
    return int(said)


def _compressor() -> Path:
    made = BUILD / "lzx"
    if not made.exists() or made.stat().st_mtime < SOURCE.stat().st_mtime:
        compiler = tool("cc", "gcc, libc6-dev")
        BUILD.mkdir(exist_ok=True)
        run([compiler, "-std=c99", "-O2", "-Wall", "-Wextra", "-Werror", "-o", made, SOURCE])
    return made
