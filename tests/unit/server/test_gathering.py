"""The figures of several processes in sum: a counter never falls, a silent one holds nobody up."""

from __future__ import annotations

import multiprocessing
import threading
from collections import Counter

from desktop.server.gathering import Gathering, answer_figures
from desktop.server.metrics import Figures, Metrics
from tests.helpers.patience import LIMIT_S

PATH = "/v1/exchange"


class Counting:
    """A process's counters and the pipe it tells them by, in a thread of the test."""

    def __init__(self, gathering: Gathering, place: int) -> None:
        self.metrics = Metrics()
        asks, asked = multiprocessing.Pipe()
        self.pipe = asked
        self._thread = threading.Thread(
            target=answer_figures, args=(asked, self.metrics.figures), daemon=True
        )
        self._thread.start()
        gathering.join(place, asks)

    def count(self, answers: int, outcome: str = "accepted") -> None:
        """Answer so many requests."""
        for _ in range(answers):
            self.metrics.begin()
            self.metrics.end(PATH, 200, "", 0.01, (10, 20))
            self.metrics.events({outcome: 2})

    def end(self) -> None:
        """End as a process does: its pipe is closed."""
        self.pipe.close()

    def has_ended(self) -> bool:
        """Wait for the thread: it hears of the end when the pipe's other side is closed."""
        self._thread.join(LIMIT_S)
        return not self._thread.is_alive()


def requests(figures: Figures) -> int:
    return figures.requests[PATH, 200, ""]


def test_the_sum_is_that_of_all_and_stays_when_one_ends() -> None:
    gathering = Gathering()
    first, second = Counting(gathering, 0), Counting(gathering, 1)
    first.count(3)
    second.count(4, "case")
    second.metrics.begin()
    total = gathering.look()
    assert requests(total) == 7
    assert total.outcomes == Counter({"accepted": 6, "case": 8})
    assert (total.under_way, sum(total.slots[PATH])) == (1, 7)
    assert round(total.sums[PATH], 6) == 0.07
    assert total.bytes_[PATH, "out"] == 140
    # One ends and another takes its place: nothing that was counted is forgotten.
    second.end()
    third = Counting(gathering, 1)
    again = gathering.look()
    assert (requests(again), again.under_way) == (7, 0)
    third.count(1)
    assert requests(gathering.look()) == 8
    gathering.close()
    assert requests(gathering.look()) == 8
    first.end()
    third.end()
    assert all(one.has_ended() for one in (first, second, third))


def test_one_that_does_not_answer_counts_with_what_it_last_told() -> None:
    gathering = Gathering(answer_s=0.0)
    asks, silent = multiprocessing.Pipe()
    gathering.join(0, asks)
    told = Figures(requests=Counter({(PATH, 200, ""): 5}))
    silent.send(told)
    assert requests(gathering.look()) == 5
    assert requests(gathering.look()) == 5
    # What comes late is heard by the next look.
    told.requests[PATH, 200, ""] = 9
    silent.send(told)
    assert requests(gathering.look()) == 9
    silent.close()
    assert requests(gathering.look()) == 9
    gathering.close()
