"""After a centre was brought back: what it cannot know any more, station by station, in full.

A station that still has its file sends again what the copy lacks. What a station had sent after
the copy was made and whose file is gone as well is lost: nobody has it. The centre cannot see it,
but it can say how far it knows each station that has not spoken since, and which receipt numbers
that station may have used beyond. Where the file that was replaced can still be read, it tells
exactly: which events, of which days, and which receipts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.base.clock import CHINA, instant_from_text
from desktop.domain.receipt import receipt_number
from desktop.server.database import CentreDatabase
from desktop.server.restoring import last_restored
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors

Told = dict[str, object]


def unheard(database: CentreDatabase) -> Iterator[Told]:
    """Yield every station that has not spoken since the centre was last brought back.

    None where it never was, and none once all have spoken. ``known_until`` is the day of the last
    event that is known of it; ``receipts`` names for each of its ranges the last number that is
    known to be used and those after it, of which nobody here can say whether they are.
    """
    connection, county = database.connection, database.centre.county
    since = last_restored(connection, county)
    if not since:
        return
    rows = connection.execute(
        "SELECT r.*, (SELECT e.at FROM events e WHERE e.county = r.county"
        " AND e.station = r.station AND e.seq = r.last_seq) AS last_at"
        " FROM registrations r WHERE r.county = ? AND (r.seen_at IS NULL OR r.seen_at < ?)"
        " ORDER BY r.code",
        (county, since),
    ).fetchall()
    for row in rows:
        yield {
            "station": row["code"],
            "name": row["name"],
            "division": row["division"],
            "heard": row["seen_at"] or "",
            "events_known": row["last_seq"],
            "known_until": _day(row["last_at"]),
            "receipts": list(_open_ranges(connection, county, row["station"])),
        }


def _open_ranges(connection: Connection, county: str, station: str) -> Iterator[Told]:
    rows = connection.execute(
        "SELECT a.prefix, a.first, a.last, (SELECT max(r.serial) FROM receipts r"
        " WHERE r.county = a.county AND r.segment_id = a.segment) AS top"
        " FROM allocations a WHERE a.county = ? AND a.station = ? ORDER BY a.prefix, a.first",
        (county, station),
    ).fetchall()
    for row in rows:
        after = row["first"] if row["top"] is None else row["top"] + 1
        if after <= row["last"]:
            known = row["top"] is not None
            yield {
                "known_used_to": receipt_number(row["prefix"], row["top"]) if known else "",
                "unknown_from": receipt_number(row["prefix"], after),
                "unknown_to": receipt_number(row["prefix"], row["last"]),
            }


def between(replaced: Connection, database: CentreDatabase) -> Iterator[Told]:
    """Yield what ``replaced``, the file that made room, holds beyond this centre: exactly.

    A line for each station: how many events of which days are missing here now, and the receipts
    among them. A station that still has its file brings them back by itself; then nothing is left.

    Raises:
        Unavailable: the file is damaged there.
    """
    county = database.centre.county
    known = {
        row["station"]: row["last_seq"]
        for row in database.connection.execute(
            "SELECT station, last_seq FROM registrations WHERE county = ?", (county,)
        )
    }
    with database_errors():
        stations = replaced.execute(
            "SELECT station, code, name FROM registrations WHERE county = ? ORDER BY code",
            (county,),
        ).fetchall()
        for station in stations:
            after = known.get(station["station"], 0)
            told = _missing(replaced, county, station, after)
            if told["events"]:
                yield {**told, "registered_here": station["station"] in known}


def _missing(replaced: Connection, county: str, station: Any, after: int) -> Told:
    """Return what the replaced file holds of one station after its event number ``after``."""
    at = (county, station["station"], after)
    found = replaced.execute(
        "SELECT count(*) AS events, min(at) AS first, max(at) AS last FROM events"
        " WHERE county = ? AND station = ? AND seq > ?",
        at,
    ).fetchone()
    receipts = replaced.execute(
        "SELECT r.number, r.segment_id, r.serial FROM events e"
        " JOIN receipts r ON r.county = e.county AND r.event_id = e.id"
        " WHERE e.county = ? AND e.station = ? AND e.seq > ? ORDER BY r.segment_id, r.serial",
        at,
    ).fetchall()
    return {
        "station": station["code"],
        "name": station["name"],
        "events": found["events"],
        "first_day": _day(found["first"]),
        "last_day": _day(found["last"]),
        "receipts": list(_joined(receipts)),
        "receipts_count": len(receipts),
    }


def _day(instant: str | None) -> str:
    """Return the legal day of an instant, empty for none."""
    return f"{instant_from_text(instant).astimezone(CHINA):%Y-%m-%d}" if instant else ""


def _joined(receipts: list[Any]) -> Iterator[str]:
    """Yield numbers that follow one another as ``first – last``."""
    run: list[Any] = []
    for row in [*receipts, None]:
        follows = run and row is not None and row["segment_id"] == run[-1]["segment_id"]
        if follows and row["serial"] == run[-1]["serial"] + 1:
            run.append(row)
            continue
        if run:
            first, last = run[0]["number"], run[-1]["number"]
            yield first if first == last else f"{first} – {last}"
        run = [row]


def says(unheard_count: int, *, exact: bool) -> dict[str, str]:
    """Return what the lists mean, for whoever brought the centre back."""
    if not unheard_count:
        return {
            "zh": "恢复以后各站都已联系过中心，缺的业务已由各站重新上传。",
            "en": "Every station has spoken since the restore and sent again what was missing.",
        }
    how_zh = "准确清单见 missing" if exact else "被替换的文件读不了，只能说到这里"
    how_en = "missing lists it exactly" if exact else "the replaced file cannot be read: no more"
    return {
        "zh": f"{unheard_count} 个站恢复以后还没有联系过中心。数据文件还在的站，一同步就会补齐；"
        "文件也没有了的站，备份以后的业务已经丢失，谁也没有：请按 known_until 之后的纸质收据，"
        f"对照 unknown_from 到 unknown_to 的号码，逐张补录或退款（{how_zh}）。",
        "en": f"{unheard_count} stations have not spoken since the restore. One that has its file "
        "sends everything again with its next exchange. Of one whose file is gone, everything "
        "after the copy is lost: compare the paper receipts after known_until with the numbers "
        f"from unknown_from to unknown_to, and enter each again or refund it ({how_en}).",
    }
