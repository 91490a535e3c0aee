"""A station as a process: enrols, takes money, exchanges; until told to finish, or killed.

``python -m tests.faults.station FILE PLACE`` prints ``paid NUMBER`` once a receipt is durable.
When its standard input ends it takes no more money and exchanges until nothing is left.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from desktop.base.errors import Unavailable
from desktop.base.ids import SystemIds
from desktop.net.client import Client
from desktop.store.database import Store
from desktop.sync.centre import contact
from desktop.sync.engine import ExchangeReport, direct, exchange_once
from tests.helpers.centre import EAST, WEST, enrol
from tests.helpers.patience import until
from tests.helpers.stations import fixed_clock, take_payment

PAUSE_S = 0.03


def main(file: Path, place: int) -> int:
    """Work until standard input ends, then finish."""
    store = Store.open(file, None, clock=fixed_clock(), ids=SystemIds())
    finishing = threading.Event()
    threading.Thread(target=_listen, args=(finishing,), daemon=True).start()
    count: int = store.connection.execute("SELECT count(*) FROM payments").fetchone()[0]
    with contact(store).client(fixed_clock()) as client:
        while not finishing.wait(PAUSE_S):
            count += 1
            household = enrol(store, (EAST, WEST)[place % 2], place=place * 97 + count)
            paid = take_payment(store, household)
            sys.stdout.write(f"paid {paid.receipt.number}\n")
            sys.stdout.flush()
            _exchanged(store, client)
        until(lambda: _is_idle(_exchanged(store, client)), "nothing left to exchange")
    store.close()
    return 0


def _is_idle(report: ExchangeReport | None) -> bool:
    return report is not None and report.idle


def _listen(finishing: threading.Event) -> None:
    sys.stdin.read()
    finishing.set()


def _exchanged(store: Store, client: Client) -> ExchangeReport | None:
    try:
        return exchange_once(direct(store), client, fixed_clock(), batch=5)
    except Unavailable:
        return None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
