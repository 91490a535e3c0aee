"""The desk's side of the helper process: time limits, one restart at once, then longer pauses."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from desktop.base.errors import CanbaoError, Unavailable
from desktop.devices.card_text import CardContent, parse_card
from desktop.devices.helper_process import HelperProcess
from desktop.devices.helper_protocol import Answer, Request, error_of
from desktop.devices.reader import WAIT_S, ReaderState

_HELPER_FAILED = ("READER_CRASHED", "READER_HUNG", "READER_GARBLED", "READER_HELPER")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the desk waits, and how long it leaves a failing helper alone."""

    start_s: float = 30.0
    """A cold start on a slow disk, with a virus scanner looking on."""
    answer_s: float = 8.0
    """Beyond the time a read may wait for a card."""
    rests_s: tuple[float, ...] = (0.0, 0.0, 5.0, 15.0, 60.0)
    """Pause before the next start after so many failures in a row; the last holds for more."""


class HelperReader:
    """Reads cards through a helper process, which is started when first needed.

    A helper that crashes is replaced and asked once more; one that hangs is killed and replaced
    at the next read. ``commands`` are tried in order while the library is for the other word
    size. One thread calls `read` and `check`; `stop` and `close` may be called from any.
    """

    def __init__(
        self,
        commands: Sequence[Sequence[str]],
        limits: Limits | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._commands = [tuple(command) for command in commands]
        self._limits = limits or Limits()
        self._monotonic = monotonic
        self._helper: HelperProcess | None = None
        self._asked = 0
        self._failures = 0
        self._not_before = 0.0
        self._closed = False
        self._lock = Lock()

    def read(self, wait_s: float = WAIT_S) -> CardContent:
        """Return what the card on the reader says; see `CardReader.read`."""
        wait_ms = round(wait_s * 1000)
        answer = self._ask(lambda number: Request(number, "read", wait_ms), wait_s)
        try:
            data = bytes.fromhex(answer.text)
        except ValueError:
            raise Unavailable("READER_GARBLED", "a card's text is not hex") from None
        return parse_card(data)

    def check(self) -> ReaderState:
        """Return the reader that answers; see `CardReader.check`."""
        answer = self._ask(lambda number: Request(number, "check"), 0)
        return ReaderState(answer.module, answer.port)

    def stop(self) -> None:
        """Kill the helper; a read under way raises ``READER_CLOSED``."""
        with self._lock:
            self._closed = True
            if self._helper is not None:
                self._helper.kill()

    def close(self) -> None:
        """Stop, and take the helper's folder away."""
        self.stop()
        self._drop()

    def _ask(self, make: Callable[[int], Request], wait_s: float) -> Answer:
        for last_try in (False, True):
            try:
                answer = self._once(make, wait_s)
            except Unavailable as error:
                if self._closed:
                    raise Unavailable("READER_CLOSED", "the reader was closed") from error
                if error.code not in _HELPER_FAILED:
                    raise
                rest_s = self._failed()
                if last_try or rest_s or error.code != "READER_CRASHED":
                    raise
                continue
            self._failures = 0
            if (reported := error_of(answer)) is not None:
                raise reported
            return answer
        raise AssertionError("the last try returns or raises")

    def _once(self, make: Callable[[int], Request], wait_s: float) -> Answer:
        helper = self._running()
        self._asked += 1
        helper.ask(make(self._asked))
        return helper.answer(self._asked, wait_s + self._limits.answer_s)

    def _running(self) -> HelperProcess:
        if self._helper is not None:
            return self._helper
        rest_s = self._not_before - self._monotonic()
        if rest_s > 0:
            raise Unavailable("READER_RESTING", "it failed again", seconds=max(1, round(rest_s)))
        for place, command in enumerate(self._commands):
            try:
                helper = self._start(command)
            except CanbaoError as error:
                if error.code == "READER_LIBRARY_BITS" and place + 1 < len(self._commands):
                    continue
                raise
            self._commands = [command]
            return helper
        raise Unavailable("READER_HELPER", "no command to start a helper")

    def _start(self, command: Sequence[str]) -> HelperProcess:
        helper = HelperProcess(command)
        with self._lock:
            if self._closed:
                helper.end()
                raise Unavailable("READER_CLOSED", "the reader was closed")
            self._helper = helper
        error = error_of(helper.answer(0, self._limits.start_s))
        if error is not None:
            # The library will not get better by asking again, but the clerk may mend it.
            self._drop()
            raise error
        return helper

    def _failed(self) -> float:
        """End the helper that failed; return how long the next one is not started."""
        self._drop()
        rests = self._limits.rests_s
        rest_s = rests[min(self._failures, len(rests) - 1)]
        self._not_before = self._monotonic() + rest_s
        self._failures += 1
        return rest_s

    def _drop(self) -> None:
        with self._lock:
            helper, self._helper = self._helper, None
        if helper is not None:
            helper.end()
