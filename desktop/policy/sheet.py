"""Where rules write what they settle, what they leave open, and why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from desktop.base.money import fen_text
from desktop.policy.codes import Reason
from desktop.policy.law import Provision
from desktop.policy.result import JsonScalar, Reading, TraceEntry, Undetermined
from desktop.policy.verdict import Doubt


@lru_cache(4096)
def amount_text(fen: int) -> str:
    """Return ``"320.00"`` for 32000 fen; a county knows few amounts, so they are kept."""
    return fen_text(fen)


def plain_fen(fen: int | None) -> int | None:
    """Return an amount as a plain int: law files and requests give it a type of its own."""
    return None if fen is None else int(fen)


class Sheet(Struct, eq=False):
    """The trace, the open fields and the reason codes of one assessment, in order of reasoning."""

    open: list[Undetermined] = []
    reasons: dict[Reason, None] = {}
    trace: list[TraceEntry] = []

    def settle(
        self, field: str, value: JsonScalar, at: Provision, inputs: Mapping[str, object]
    ) -> None:
        """Record a value given, as in JSON, with the provision and facts it rests on."""
        self.trace.append(TraceEntry(field, value, at.document, at.article, at.valid_from, inputs))

    def leave_open(
        self,
        field: str,
        doubt: Doubt,
        *,
        at_least: int | None = None,
        readings: tuple[Reading, ...] | None = None,
    ) -> None:
        """Record a field that stays empty, and who could settle it."""
        self.open.append(
            Undetermined(
                field,
                doubt.reason,
                doubt.needs,
                doubt.provision,
                doubt.readings if readings is None else readings,
                None if at_least is None else int(at_least),
            )
        )
        self.reasons[doubt.reason] = None

    def mention(self, reason: Reason) -> None:
        """Record a reason code that applies although no field hangs on it."""
        self.reasons[reason] = None
