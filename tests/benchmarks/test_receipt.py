"""One receipt and a thousand, beside the same page drawn on a bare reportlab canvas.

The peer replays what our layout drew (the same strings at the same places, the same rules, the
same QR code made the same way) with nothing but `Canvas.drawString`, `line` and `rect`: no
layout, no fitting, no cmap check. Goals: ratio at most 1.3, at most 5 KB each in a bulk file.
Run with ``python -m tests.check bench``.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import msgspec
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop.base.resources import resource_path
from desktop.printing.fonts import Weight
from desktop.printing.pdf import PrintJob, render_receipts
from desktop.printing.qr import qr_code
from desktop.wire.receipt_code import make_code
from tests.receipts.households import FOUR, PRINTED_AT, STATION_KEY, Person, receipt_of
from tests.receipts.tape import Tape, Text, tape_of

RATIO_GOAL = 1.3
BYTES_EACH_GOAL = 5 * 1024
ROUNDS = 30
MANY = 1000

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "建国秀英明轩欣怡文芳志强丽娟永福桂兰晓东海燕春梅雪峰玉珍天佑子涵"
_MM = 72 / 25.4


class _Bare:
    """The same calls on a plain canvas."""

    def __init__(self) -> None:
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pageCompression=1, invariant=1)
        self._height = 0.0

    def play(self, job: PrintJob, tape: Tape) -> None:
        for page in tape.pages:
            self._height = page.height_mm * _MM
            self._canvas.setPageSize((page.width_mm * _MM, page.height_mm * _MM))
            for text in page.texts:
                self.text(text)
            for (x1, y1, x2, y2), width in page.rules:
                self._canvas.setLineWidth(width * _MM)
                up = self._height
                self._canvas.line(x1 * _MM, up - y1 * _MM, x2 * _MM, up - y2 * _MM)
            for x, y, _, module_pt in page.codes:
                self.modules(x, y, qr_code(job.code).rows, module_pt)
            self._canvas.showPage()

    def finish(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def text(self, text: Text) -> None:
        self._canvas.setFont(f"Peer{text.weight.name}", text.size_pt)
        draw = {
            "left": self._canvas.drawString,
            "centre": self._canvas.drawCentredString,
            "right": self._canvas.drawRightString,
        }[text.align]
        draw(text.x_mm * _MM, self._height - text.y_mm * _MM, text.text)

    def modules(self, x: float, y: float, rows: list[list[bool]], module: float) -> None:
        for place, row in enumerate(rows, 1):
            up = self._height - y * _MM - place * module
            start = None
            for column, black in enumerate([*row, False]):
                if black and start is None:
                    start = column
                elif not black and start is not None:
                    width = (column - start) * module
                    self._canvas.rect(x * _MM + start * module, up, width, module, 0, 1)
                    start = None


@cache
def _peer_fonts() -> None:
    for weight in Weight:
        path = resource_path("fonts", f"{weight.value}.ttf")
        pdfmetrics.registerFont(TTFont(f"Peer{weight.name}", str(path)))


def _jobs(count: int) -> list[PrintJob]:
    """Households of four with names and numbers of their own."""
    jobs = []
    for place in range(count):
        people = [_renamed(person, place * 4 + seat) for seat, person in enumerate(FOUR)]
        receipt = receipt_of(*people, number=f"CX01{place:08d}")
        jobs.append(PrintJob(receipt, make_code(receipt, STATION_KEY)))
    return jobs


def _renamed(person: Person, place: int) -> Person:
    name = _SURNAMES[place % 32] + _GIVEN[place * 7 % 32] + _GIVEN[place * 13 // 32 % 32]
    return Person(
        name,
        f"539999********{place % 10000:04d}",
        person.relation,
        person.identity,
        person.assistance_fen,
    )


def _bare(jobs: list[PrintJob], tapes: list[Tape]) -> bytes:
    bare = _Bare()
    for job, tape in zip(jobs, tapes, strict=True):
        bare.play(job, tape)
    return bare.finish()


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_one_receipt_against_a_bare_canvas(benchmark: Any) -> None:
    jobs = _jobs(1)
    tapes = [tape_of(job.receipt) for job in jobs]
    _peer_fonts()
    _bare(jobs, tapes)
    ours = partial(render_receipts, jobs, printed_at=PRINTED_AT)
    ours()
    # Alternating, so that a busy moment of the machine meets both.
    pairs = [(_seconds(ours), _seconds(partial(_bare, jobs, tapes))) for _ in range(ROUNDS)]
    mine, peer = (sorted(times)[ROUNDS // 2] for times in zip(*pairs, strict=True))
    benchmark.pedantic(ours, rounds=ROUNDS)
    benchmark.extra_info["ratio"] = mine / peer
    print(f"\none receipt: {mine * 1e3:.1f} ms, bare {peer * 1e3:.1f} ms, ratio {mine / peer:.2f}")
    assert mine / peer <= RATIO_GOAL


def test_a_thousand_receipts_in_one_file(benchmark: Any) -> None:
    jobs = _jobs(MANY)
    tapes = [tape_of(job.receipt) for job in jobs]
    _peer_fonts()
    peer = _seconds(partial(_bare, jobs, tapes))
    start = time.perf_counter()
    pdf = benchmark.pedantic(partial(render_receipts, jobs, printed_at=PRINTED_AT), rounds=1)
    mine = time.perf_counter() - start
    each = len(pdf) / MANY
    benchmark.extra_info |= {"ratio": mine / peer, "bytes_each": each}
    print(
        f"\n{MANY} receipts: {mine:.2f} s, bare {peer:.2f} s, ratio {mine / peer:.2f}, "
        f"{each:.0f} bytes each"
    )
    assert mine / peer <= RATIO_GOAL
    assert each <= BYTES_EACH_GOAL


def test_a_changed_receipt_is_another_file() -> None:
    """Keeps the benchmark honest: nothing is remembered from one receipt to the next."""
    job = _jobs(1)[0]
    other = msgspec.structs.replace(job.receipt, payer="杨秀英")
    first = render_receipts([job], printed_at=PRINTED_AT)
    second = render_receipts([PrintJob(other, job.code)], printed_at=PRINTED_AT)
    assert first != second
