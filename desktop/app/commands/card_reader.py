"""``card-reader``: the helper process that holds a vendor's identity-card library.

The window starts it with pipes; by hand it takes the same lines, e.g. ``{"id":1,"do":"read"}``.
"""

from __future__ import annotations

import os
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import msgspec

from desktop.app.commands.context import DONE, NOTHING_DONE, Context
from desktop.devices import helper
from desktop.devices.helper_protocol import Answer, error_of
from desktop.devices.sdt import load_calls


def run(context: Context, options: Namespace) -> int:
    """Serve the desk until it goes away, or with ``--check`` say which reader answers."""
    library = Path(options.library).absolute()
    helper.die_quietly()
    folder = Path(options.folder or tempfile.mkdtemp(prefix="canbao-card-")).absolute()
    back = Path.cwd()
    helper.live_in(folder)
    try:
        with _own_streams() as (requests, answers):
            if options.check:
                return _check(context, library, folder, answers)
            helper.serve(lambda: load_calls(library), requests, answers, folder)
        return DONE
    finally:
        os.chdir(back)
        helper.remove(folder)


def _check(context: Context, library: Path, folder: Path, out: BinaryIO) -> int:
    """Ask the reader once and print its answer."""
    said, asked = BytesIO(), BytesIO(b'{"id":1,"do":"check"}\n')
    helper.serve(lambda: load_calls(library), asked, said, folder)
    answer = msgspec.json.decode(said.getvalue().splitlines()[-1], type=Answer)
    error = error_of(answer)
    if error is not None:
        context.tell_error(error)
        return NOTHING_DONE
    out.write(msgspec.json.encode({"port": answer.port, "module": answer.module}) + b"\n")
    return DONE


@contextmanager
def _own_streams() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Give the pipes to the desk, kept away from what a vendor's library prints meanwhile.

    File descriptors and not ``sys.stdin``: a program without a console has no such objects.
    """
    kept = os.dup(1)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.close(silent)
    try:
        with (
            os.fdopen(0, "rb", closefd=False) as requests,
            os.fdopen(os.dup(kept), "wb") as answers,
        ):
            yield requests, answers
    finally:
        os.dup2(kept, 1)
        os.close(kept)
