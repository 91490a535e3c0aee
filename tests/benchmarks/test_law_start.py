"""Reading the shipped law at start: what the seals cost beside parsing the same files.

The window and every `calc` wait for it. Goals: reading and checking all seals takes no longer than
parsing the law, and everything together stays below 20 ms on an office machine.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from pytest_benchmark.fixture import BenchmarkFixture

from desktop.app.law import law_files, read_law
from desktop.base.resources import resource_path
from desktop.policy import LawBook

RATIO_MAX = 2.0
TOTAL_MS_MAX = 20.0


def test_reading_the_shipped_law(benchmark: BenchmarkFixture) -> None:
    folder = resource_path("law")
    texts = {path.name: path.read_text(encoding="utf-8") for path in law_files(folder)}
    benchmark.pedantic(read_law, args=(folder,), rounds=30, warmup_rounds=3)
    bare = statistics.median(_ms(lambda: LawBook.from_texts(texts)) for _ in range(30))
    whole = statistics.median(_ms(lambda: read_law(folder)) for _ in range(30))
    print(f"\n{len(texts)} files: {whole:.1f} ms with seals, {bare:.1f} ms parsed only")
    print(f"ratio {whole / bare:.2f}, at most {RATIO_MAX}")
    assert whole <= bare * RATIO_MAX
    assert whole <= TOTAL_MS_MAX


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
