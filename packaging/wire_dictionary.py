#!/usr/bin/env python3
"""Train the dictionary that small messages of the wire are packed with: ``resources/wire``.

``python packaging/wire_dictionary.py N`` writes ``messages-N.zdict``. A dictionary that a program
was released with is never changed: a new one gets the next number, and `desktop.wire.codec` goes on
reading with the old. Trained on the events of invented households whose Chinese is replaced by
characters at random, so that it knows the shape of messages and nobody's names.
"""

from __future__ import annotations

import random  # noqa: TID251 - characters at random, from a seed
import re
import sys
from datetime import date
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

HOUSEHOLDS = 400
BYTES = 8 * 1024
DAY = date(2021, 11, 15)


def samples() -> list[bytes]:
    """Return small messages as stations send them, packed as MessagePack only."""
    import msgspec
    from desktop.app.law import shipped_law
    from desktop.base.clock import SystemClock, TrainingClock
    from desktop.base.ids import SeededIds
    from desktop.domain.facts import SegmentReceived, StationOpened
    from desktop.domain.invented import DIVISION, invented_households
    from desktop.store.database import Store
    from desktop.usecases.desk import Desk
    from desktop.usecases.households import save_household
    from desktop.usecases.payments import PaymentInput, take_payment
    from desktop.wire.messages import ExchangeRequest, Progress, SentEvent
    from desktop.wire.signing import SigningKey

    ids = SeededIds(1)
    store = Store.open(":memory:", None, clock=TrainingClock(DAY, SystemClock()), ids=ids)
    secret = ids.random_bytes(32)
    public = SigningKey(secret).public.hex()
    opened = StationOpened(
        division=DIVISION, name="站", public_key=public, training_day=DAY.isoformat()
    )
    with store.transaction():
        store.set_up(opened, secret, DIVISION)
        segment = SegmentReceived(segment=ids.new_id(), prefix="539999-A001-", first=1, last=9999)
        store.record(segment, operator="trainer")
    desk = Desk(store, shipped_law(), "trainer", "培训员", "clerk")
    for household in invented_households(SeededIds(2), DIVISION, DAY, 4 * HOUSEHOLDS):
        saved = save_household(desk, household)
        if saved.payable_fen:
            take_payment(desk, PaymentInput(saved.household_id, "cash", saved.payable_fen))
    rows = store.connection.execute("SELECT body, signature FROM events ORDER BY seq").fetchall()
    chance = random.Random(3)  # noqa: S311 - characters at random, nothing secret
    found = []
    for row in rows:
        body = _nobodys(row["body"].decode(), chance).encode()
        found.append(
            msgspec.msgpack.encode(
                ExchangeRequest(
                    station=store.station.id,
                    protocol=1,
                    progress=Progress(cursor=7, count=7, hash=ids.random_bytes(32)),
                    events=(SentEvent(body=body, signature=row["signature"]),),
                    unspent=700,
                )
            )
        )
    return found


def _nobodys(text: str, chance: random.Random) -> str:
    return re.sub("[\u4e00-\u9fff]", lambda _: chr(chance.randint(0x4E00, 0x9FA5)), text)


def main(arguments: list[str]) -> int:
    """Write the dictionary with the number in ``arguments``; never over another."""
    import zstandard

    if len(arguments) != 1 or not arguments[0].isdigit():
        print(__doc__)
        return 2
    target = CHECKOUT / "resources" / "wire" / f"messages-{arguments[0]}.zdict"
    if target.exists():
        print(f"{target.name} is there: a dictionary is never changed.")
        return 1
    learnt: list[bytes | bytearray | memoryview] = list(samples())
    number = 1000 + int(arguments[0])
    trained = zstandard.train_dictionary(BYTES, learnt, level=19, dict_id=number)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(trained.as_bytes())
    print(f"{target.name}: {len(trained.as_bytes())} bytes, id {trained.dict_id()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
