"""Work among many rows goes on without the collector, which is on again whatever happens."""

from __future__ import annotations

import gc

import pytest

from desktop.base.memory import collector_paused


def test_the_collector_rests_until_the_outermost_work_is_done() -> None:
    gc.enable()
    with collector_paused():
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_work_that_fails_leaves_the_collector_on() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="stopped"):
        stop()
    assert gc.isenabled()


@collector_paused()
def stop() -> None:
    raise ValueError("stopped")
