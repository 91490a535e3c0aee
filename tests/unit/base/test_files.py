"""A file on a stick is whole or is not there; what was there before stays until then."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.errors import Refused, Unavailable
from desktop.base.files import PIECE_BYTES, read_whole, write_whole


def test_what_is_written_is_read(tmp_path: Path) -> None:
    data = bytes(range(256)) * 10_000
    told: list[tuple[int, int]] = []
    write_whole(tmp_path / "file", data, lambda done, total: told.append((done, total)))
    assert read_whole(tmp_path / "file", len(data)) == data
    assert told == [
        (PIECE_BYTES, len(data)),
        (2 * PIECE_BYTES, len(data)),
        (len(data), len(data)),
    ]
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_file_that_is_too_long_is_told_from_one_that_fits(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", bytes(100))
    assert len(read_whole(tmp_path / "file", 99)) == 100
    assert len(read_whole(tmp_path / "file", 10)) == 11


def test_stopped_the_old_file_stands_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_whole(file, b"before")
    asked = iter([False, True])
    with pytest.raises(Refused, match="CANCELLED"):
        write_whole(file, bytes(3 * PIECE_BYTES), cancelled=lambda: next(asked))
    assert file.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_what_cannot_be_written_or_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="FILE_UNWRITABLE") as caught:
        write_whole(tmp_path / "missing" / "file", b"x")
    assert caught.value.values == {"file": "file"}
    with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
        read_whole(tmp_path / "file", 10)
    with pytest.raises(Unavailable, match="FILE_UNWRITABLE"):
        write_whole(tmp_path, b"a folder stands there")
    assert not list(tmp_path.parent.glob("*.partial"))
