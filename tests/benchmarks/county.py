"""A county's register written in bulk: rows as the events would leave them, without the events.

Half a million residents through the use cases take many minutes; what is measured here only needs
the tables and the search index to be what they would be.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from desktop.app.demo import OPERATOR, PASSWORD, TRAINING_DAY
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SeededIds
from desktop.domain.identity_number import check_digit
from desktop.sqlite.connection import Connection, transaction
from desktop.store.search_index import index_missing
from desktop.usecases.desk import Desk, NewStation, open_training_desk, set_up_station

COUNTY = "539999"
PER_VILLAGE = 3_000
BULK_CACHE_KIB = 1_048_576
_BATCH = 100_000

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余"
    "于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷"
    "龙黎史陶毛郝顾龚邵万覃武钱戴严欧莫孔向常𠮷普起自毕鲁杞"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建华玲玉珍凤仙国荣琼美红梅春"
    "志海云林斌波宇浩轩子涵梓怡欣晨思雨佳琪博天一诺俊泽昊然浩铭鑫雪丹萍"
)
_TOWNS = "东瓜鹿城子午吕合紫溪苍岭西舍路大过口三街八角中山新村树苴大地基"
_VILLAGES = "庄河桥湾坝田岭坪沟塘窑寨垭箐山冲"
_ZIPF = [1 / (place + 2) for place in range(len(_SURNAMES))]


@dataclass(slots=True)
class County:
    """A station's folder with its register, and what somebody could type to find people in it."""

    folder: Path
    residents: int
    names: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    villages: list[str] = field(default_factory=list)
    born: list[int] = field(default_factory=list)
    village_of: list[str] = field(default_factory=list)

    def open(self) -> Desk:
        """Open the station; the caller closes its store."""
        return open_training_desk(
            self.folder, law=shipped_law(), clock=SystemClock(), ids=SeededIds(7)
        )


def county(folder: Path, residents: int) -> County:
    """Return a station of a whole county with so many residents, made unless it is there."""
    made = County(folder, residents)
    if not (folder / "done").exists():
        new = NewStation(COUNTY, "培训县", OPERATOR, "培训员", PASSWORD, "clerk", TRAINING_DAY)
        set_up_station(folder, new, SystemClock(), SeededIds(3))
        desk = made.open()
        connection = desk.store.connection
        connection.execute(f"PRAGMA cache_size = -{BULK_CACHE_KIB}")
        connection.execute("PRAGMA synchronous = OFF")
        _fill(connection, residents)
        index_missing(connection, _BATCH)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        desk.store.close()
        (folder / "done").touch()
    _sample(made)
    return made


def kept_folder(fallback: Path) -> Path:
    """Return where counties are kept between runs (``CANBAO_BENCH``), else ``fallback``."""
    kept = os.environ.get("CANBAO_BENCH")
    return Path(kept) if kept else fallback


def _sample(made: County) -> None:
    desk = made.open()
    step = made.residents // 400
    rows = desk.store.connection.execute(
        "SELECT p.name, p.document_number, p.birth_date, u.name AS village FROM people p"
        " JOIN households h ON h.id = p.household_id JOIN units u ON u.code = h.division"
        " WHERE p.rowid % ? = 0",
        (step,),
    ).fetchall()
    random.Random(1).shuffle(rows)
    made.names = [row["name"] for row in rows]
    made.numbers = [row["document_number"] for row in rows]
    made.born = [int(row["birth_date"][:4]) for row in rows]
    made.village_of = [row["village"] for row in rows]
    made.villages = sorted(set(made.village_of))
    desk.searching.close()
    desk.store.close()


def _fill(connection: Connection, residents: int) -> None:
    chance = random.Random(11)
    villages = list(_units(connection, -(-residents // PER_VILLAGE)))
    people: list[tuple[object, ...]] = []
    households: list[tuple[object, ...]] = []
    count = 0
    used: dict[int, int] = {}
    first_day = date(1930, 1, 1)
    while count < residents:
        village = villages[count // PER_VILLAGE]
        household = f"{count + 1:032x}"
        households.append((household, COUNTY, village, f"{village[6:]}-{count:07d}", "一组1号"))
        surname = chance.choices(_SURNAMES, _ZIPF)[0]
        for place in range(min(residents - count, 1 + chance.randrange(5))):
            day = chance.randrange(33_500)
            used[day] = used.get(day, -1) + 1
            born = first_day + timedelta(days=day)
            first17 = f"{COUNTY}{born:%Y%m%d}{used[day] % 1000:03d}"
            given = "".join(chance.choices(_GIVEN, k=1 + (chance.random() < 0.8)))
            people.append(
                (
                    f"{count + 1:032x}",
                    COUNTY,
                    household,
                    "02" if place == 0 else "20",
                    surname + given,
                    "01",
                    first17 + check_digit(first17),
                    str(1 + used[day] % 2),
                    born.isoformat(),
                    f"1{chance.randrange(3 * 10**9, 10**10):010d}"[:11] if place == 0 else "",
                )
            )
            count += 1
        if len(people) >= _BATCH:
            _write(connection, households, people)
            households, people = [], []
    _write(connection, households, people)


def _write(
    connection: Connection, households: list[tuple[object, ...]], people: list[tuple[object, ...]]
) -> None:
    with transaction(connection):
        connection.executemany(
            "INSERT INTO households (id, county, division, number, address) VALUES (?, ?, ?, ?, ?)",
            households,
        )
        connection.executemany(
            "INSERT INTO people (id, county, household_id, relation, name, document_type,"
            " document_number, sex, birth_date, phone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            people,
        )
        connection.executemany(
            "INSERT INTO person_numbers (person_id, number, county, document_type)"
            " VALUES (?, ?, ?, '01')",
            [(one[0], one[6], COUNTY) for one in people],
        )


def _units(connection: Connection, villages: int) -> Iterator[str]:
    """Write the division tree and yield the villages' codes."""
    rows = []
    for at in range(villages):
        town, place = at // 16 + 1, at % 16 + 1
        above = f"{COUNTY}{town:03d}000"
        name = _TOWNS[town * 2 % len(_TOWNS)] + _TOWNS[(town * 2 + 1 + town // 16) % len(_TOWNS)]
        if place == 1:
            rows.append((above, name + "镇", "township", COUNTY))
        code = f"{COUNTY}{town:03d}{place:03d}"
        own = _TOWNS[(town + place) % len(_TOWNS)] + _VILLAGES[place - 1]
        rows.append((code, own + "村", "village", above))
        yield code
    with transaction(connection):
        connection.executemany(
            "INSERT INTO units (code, name, kind, parent, county, valid_from, aliases)"
            f" VALUES (?, ?, ?, ?, '{COUNTY}', '', '[]')",
            rows,
        )
