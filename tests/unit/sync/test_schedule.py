"""When the centre is asked again, and for how much."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.sync.schedule import (
    BATCH_MAX,
    BATCH_MIN,
    FIRST_RETRY_S,
    QUIET_S,
    REFUSED_S,
    RETRY_S_MAX,
    Schedule,
    larger,
    smaller,
)


def test_after_success_it_goes_on_at_once_while_there_is_more() -> None:
    assert Schedule().after_success(idle=False) == (Schedule(), 0.0)
    assert Schedule(failures=4).after_success(idle=True) == (Schedule(), QUIET_S)


def test_waits_double_up_to_a_limit() -> None:
    schedule, waits = Schedule(), []
    for _ in range(12):
        schedule, wait_s = schedule.after_failure("CENTRE_UNREACHABLE", 1.0)
        waits.append(wait_s)
    assert waits[:4] == [5.0, 10.0, 20.0, 40.0]
    assert waits[-1] == RETRY_S_MAX
    assert waits == sorted(waits)


def test_chance_spreads_the_desks_of_a_county() -> None:
    _, soon = Schedule().after_failure("CENTRE_UNREACHABLE", 0.0)
    _, late = Schedule().after_failure("CENTRE_UNREACHABLE", 1.0)
    assert (soon, late) == (FIRST_RETRY_S / 2, FIRST_RETRY_S)


def test_a_cut_line_gets_smaller_batches_and_a_dead_one_does_not() -> None:
    cut, _ = Schedule().after_failure("CENTRE_CUT_OFF", 0.5)
    dead, _ = Schedule().after_failure("CENTRE_UNREACHABLE", 0.5)
    assert (cut.batch, dead.batch) == (50, 100)


def test_batches_shrink_to_one_and_grow_back() -> None:
    sizes = [BATCH_MAX]
    while sizes[-1] > BATCH_MIN:
        sizes.append(smaller(sizes[-1]))
    assert sizes == [100, 50, 25, 12, 6, 3, 1]
    assert smaller(BATCH_MIN) == BATCH_MIN
    grown = BATCH_MIN
    for _ in range(7):
        grown = larger(grown)
    assert grown == BATCH_MAX


def test_a_refusal_is_asked_about_rarely() -> None:
    schedule, wait_s = Schedule(batch=7).after_refusal()
    assert (schedule.batch, schedule.failures, wait_s) == (7, 1, REFUSED_S)


@given(st.lists(st.sampled_from(["ok", "cut", "dead", "refused"]), max_size=60), st.floats(0, 1))
def test_whatever_happens_batch_and_wait_stay_within_limits(
    story: list[str], chance: float
) -> None:
    schedule = Schedule()
    for happened in story:
        match happened:
            case "ok":
                schedule, wait_s = schedule.after_success(idle=True)
            case "cut":
                schedule, wait_s = schedule.after_failure("CENTRE_SLOW", chance)
            case "dead":
                schedule, wait_s = schedule.after_failure("CENTRE_UNREACHABLE", chance)
            case _:
                schedule, wait_s = schedule.after_refusal()
        assert BATCH_MIN <= schedule.batch <= BATCH_MAX
        assert 0 <= wait_s <= REFUSED_S
