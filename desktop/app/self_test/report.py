"""What a self-test found: in words for a person, as JSON for IT, and the checks run in order."""

from __future__ import annotations

import logging
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.app.version import VERSION
from desktop.base.errors import CanbaoError

Outcome = Literal["ok", "failed", "skipped"]

_LOG = logging.getLogger(__name__)


class NotHere(Exception):
    """Raised by a check that does not apply to this machine; its text says why."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to prove; ``run`` returns what it saw and raises if it is not so."""

    name: str
    run: Callable[[], str]
    needs: tuple[str, ...] = ()
    """Names of checks without which this one has nothing to work on."""


class Found(msgspec.Struct, frozen=True):
    """What one check gave."""

    name: str
    outcome: Outcome
    said: str
    ms: int


class Report(msgspec.Struct, frozen=True):
    """The whole self-test, as ``--json`` prints it."""

    ok: bool
    version: str
    frozen: bool
    python: str
    system: str
    checks: tuple[Found, ...]

    def json(self) -> bytes:
        """Return the report as one JSON line without its end."""
        return msgspec.json.encode(self)

    def words(self) -> str:
        """Return the report as a person reads it, one line per check and a verdict."""
        lines = [f"{one.outcome:8}{one.name:10}{one.ms:6} ms  {one.said}" for one in self.checks]
        failed = [one.name for one in self.checks if one.outcome == "failed"]
        verdict = f"FAILED: {', '.join(failed)}" if failed else "passed"
        return "\n".join([*lines, f"self-test of Canbao Desk {self.version}: {verdict}"])


def run_checks(checks: Sequence[Check]) -> Report:
    """Run the checks in order; one that fails holds up only those that need it."""
    found: dict[str, Found] = {}
    for check in checks:
        found[check.name] = _run(check, found)
    return Report(
        ok=all(one.outcome != "failed" for one in found.values()),
        version=VERSION,
        frozen=bool(getattr(sys, "frozen", False)),
        python=platform.python_version(),
        system=platform.platform(),
        checks=tuple(found.values()),
    )


def _run(check: Check, before: dict[str, Found]) -> Found:
    lacking = [name for name in check.needs if before[name].outcome != "ok"]
    if lacking:
        return Found(check.name, "skipped", f"needs {', '.join(lacking)}", 0)
    started = time.monotonic()
    outcome: Outcome = "failed"
    try:
        said, outcome = check.run(), "ok"
    except NotHere as reason:
        said, outcome = str(reason), "skipped"
    except CanbaoError as error:
        said = str(error)
    except Exception as error:  # noqa: BLE001 - told in the report, see below
        # Whatever goes wrong in a bundle is what the self-test is for: it is told, and the
        # other checks still run. Everybody in it is invented, so the message may be shown.
        _LOG.exception("self-test %s", check.name)
        said = f"{type(error).__name__}: {error}"
    return Found(check.name, outcome, said, round((time.monotonic() - started) * 1000))
