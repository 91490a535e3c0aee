"""``calc``: requests in as JSON lines, results out as JSON lines, in the same order.

Nothing is held but the line at hand and a bounded memory of facts already assessed. Results of
what has been read so far are flushed before the next read, so that a caller may write one line
and wait for its answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedIOBase
from typing import BinaryIO, cast

from desktop.app.law import shipped_law
from desktop.policy.json_lines import LINE_BYTES_MAX, LineCalculator

DONE = 0
DONE_WITH_INVALID_LINES = 1

_CHUNK_BYTES = 256 * 1024
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def run(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Answer every line of ``stdin`` on ``stdout``.

    Returns 0, or 1 if a line was not a valid request; refused and undetermined are results. A
    blank line is answered too (it is not a request), so that lines in and out correspond.

    Raises:
        Refused: a law file is broken.
    """
    calculator = LineCalculator(shipped_law())
    status = DONE
    for lines in _line_batches(cast(BufferedIOBase, stdin)):
        answers = bytearray()
        for line in lines:
            answer, valid = (
                (calculator.too_long(), False) if line is None else calculator.answer(line)
            )
            answers += answer
            answers += b"\n"
            if not valid:
                status = DONE_WITH_INVALID_LINES
        stdout.write(answers)
        stdout.flush()
    return status


def _line_batches(stdin: BufferedIOBase) -> Iterator[list[bytes | None]]:
    """Yield the whole lines of each read; None stands for a line longer than the limit."""
    pending = b""
    dropping = False
    first = True
    while chunk := stdin.read1(_CHUNK_BYTES):
        *whole, rest = chunk.split(b"\n")
        batch: list[bytes | None] = []
        for end in whole:
            line = pending + end
            pending = b""
            if first:
                line, first = line.removeprefix(_BYTE_ORDER_MARK), False
            batch.append(None if dropping or len(line) > LINE_BYTES_MAX else line)
            dropping = False
        pending += rest
        if len(pending) > LINE_BYTES_MAX:
            pending, dropping = b"", True
        if batch:
            yield batch
    if dropping:
        yield [None]
    elif pending.strip():
        yield [pending.removeprefix(_BYTE_ORDER_MARK) if first else pending]
