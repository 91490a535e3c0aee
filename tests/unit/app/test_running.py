"""Goal: an installer learns of every process that runs from the files it is about to replace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.running import runs_elsewhere


@pytest.mark.skipif(sys.platform == "win32", reason="Windows programs do not run as lone copies")
def test_a_program_is_in_use_as_long_as_another_process_runs_it(tmp_path: Path) -> None:
    program, other = tmp_path / "canbao", tmp_path / "canbao-desk"
    found = shutil.which("cat")
    assert found is not None
    for copy in (program, other):
        shutil.copy(Path(found).resolve(), copy)
    assert not runs_elsewhere([program])
    with subprocess.Popen([str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b"here\n")
        running.stdin.flush()
        assert running.stdout.readline() == b"here\n"
        assert runs_elsewhere([program])
        assert runs_elsewhere([other, program])
        assert not runs_elsewhere([other])
    assert not runs_elsewhere([program])


def test_what_is_not_there_does_not_run(tmp_path: Path) -> None:
    assert not runs_elsewhere([])
    assert not runs_elsewhere([tmp_path / "canbao"])
