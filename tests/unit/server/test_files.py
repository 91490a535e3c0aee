"""The centre's folder, schema, accounts, commands and checks."""

from __future__ import annotations

import argparse
import json
import os
import stat
from datetime import date
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.base.clock import FixedClock
from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.policy import LawRefused
from desktop.server import accounts, commands, database, main, schema_open_cases
from desktop.server.database import DATABASE_FILE, KEY_FILE, CentreDatabase, open_centre
from desktop.server.packs import CentreLaw
from desktop.server.verify import RECORD, verify
from tests.helpers.centre import COUNTY, EAST, enlist, enrol, meet, new_centre, new_station
from tests.helpers.stations import DAY, fixed_clock, take_payment
from tests.law.artefacts import KEYS, STRANGER, raised, signed


@pytest.fixture
def clock() -> FixedClock:
    return fixed_clock()


def made(folder: Path, clock: FixedClock, day: date | None = DAY) -> dict[str, str]:
    return main.init(folder, COUNTY, day, clock=clock, ids=SeededIds(1), name="培训县")


class TestSchema:
    def test_the_version_is_the_number_of_migrations(self) -> None:
        assert database.SCHEMA_VERSION == schema_open_cases.LATEST

    def test_every_table_is_keyed_by_the_county_first(self) -> None:
        connection = new_centre().database.connection
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name <> '_sqlite_migrations'"
        ).fetchall()
        assert len(tables) > 15
        for (table,) in tables:
            columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
            (first,) = [column["name"] for column in columns if column["pk"] == 1]
            assert first == "county", table

    def test_the_record_has_the_columns_the_desk_has(self) -> None:
        """One function makes the effects of both ends; a column one lacks would break it."""
        centre = new_centre().database.connection
        desk = new_station(1).connection
        for table in RECORD:
            here = {row["name"] for row in centre.execute(f"PRAGMA table_info({table})")}
            there = {row["name"] for row in desk.execute(f"PRAGMA table_info({table})")}
            assert here == there | {"county"}, table


class TestFolder:
    def test_a_new_centre_says_its_password_once_and_keeps_a_hash(
        self, tmp_path: Path, clock: FixedClock
    ) -> None:
        answer = made(tmp_path / "centre", clock)
        assert set(answer) == {"county", "operator", "password"}
        opened = open_centre(tmp_path / "centre")
        hashed = opened.connection.execute("SELECT password_hash FROM accounts").fetchone()[0]
        assert hashed.startswith("$argon2id$")
        role = accounts.check_password(opened.connection, COUNTY, "admin", answer["password"])
        assert role == "it"
        opened.close()

    @pytest.mark.parametrize(("name", "password"), [("admin", "wrong"), ("nobody", "x")])
    def test_a_wrong_name_and_a_wrong_password_are_one_refusal(
        self, tmp_path: Path, clock: FixedClock, name: str, password: str
    ) -> None:
        made(tmp_path / "centre", clock)
        opened = open_centre(tmp_path / "centre")
        with pytest.raises(Refused, match="SIGN_IN"):
            accounts.check_password(opened.connection, COUNTY, name, password)
        opened.close()

    def test_an_account_is_not_made_twice(self, tmp_path: Path, clock: FixedClock) -> None:
        made(tmp_path / "centre", clock)
        opened = open_centre(tmp_path / "centre")
        with pytest.raises(Refused, match="ACCOUNT_EXISTS"):
            accounts.add_account(
                opened.connection, COUNTY, "admin", password="x", role="it", now="now"
            )
        opened.close()

    def test_a_centre_is_never_made_over_another(self, tmp_path: Path, clock: FixedClock) -> None:
        made(tmp_path, clock)
        key = (tmp_path / KEY_FILE).read_bytes()
        with pytest.raises(Refused, match="CENTRE_EXISTS"):
            made(tmp_path, clock)
        (tmp_path / DATABASE_FILE).unlink()
        with pytest.raises(Refused, match="CENTRE_EXISTS"):
            made(tmp_path, clock)
        assert (tmp_path / KEY_FILE).read_bytes() == key

    @pytest.mark.skipif(os.name == "nt", reason="Windows guards the folder, not the file's mode")
    def test_the_key_is_readable_by_its_owner_alone(
        self, tmp_path: Path, clock: FixedClock
    ) -> None:
        made(tmp_path, clock)
        assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600

    def test_the_file_is_encrypted(self, tmp_path: Path, clock: FixedClock) -> None:
        made(tmp_path, clock)
        content = (tmp_path / DATABASE_FILE).read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert COUNTY.encode() not in content

    @pytest.mark.parametrize(
        ("damage", "code"),
        [("gone", "KEY_MISSING"), ("short", "KEY_MISSING"), ("other", "KEY_WRONG")],
    )
    def test_a_lost_or_wrong_key_is_told(
        self, tmp_path: Path, clock: FixedClock, damage: str, code: str
    ) -> None:
        made(tmp_path, clock)
        key = tmp_path / KEY_FILE
        if damage == "gone":
            key.unlink()
        else:
            key.write_text("00" * (32 if damage == "other" else 5), encoding="ascii")
        with pytest.raises(Unavailable, match=code):
            open_centre(tmp_path)

    def test_an_empty_folder_is_no_centre(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="CENTRE_NOT_SET_UP"):
            open_centre(tmp_path)
        empty = CentreDatabase.open(":memory:", None)
        with pytest.raises(Refused, match="CENTRE_NOT_SET_UP"):
            _ = empty.centre
        empty.close()

    def test_a_newer_programs_file_is_refused(self, tmp_path: Path, clock: FixedClock) -> None:
        made(tmp_path, clock)
        opened = open_centre(tmp_path)
        opened.connection.execute("PRAGMA user_version = 99")
        opened.close()
        with pytest.raises(Refused, match="DATABASE_NEWER"):
            open_centre(tmp_path)

    @pytest.mark.parametrize("county", ["53999", "53999a", "5399990", "５３９９９９"])
    def test_a_county_code_has_six_digits(
        self, tmp_path: Path, clock: FixedClock, county: str
    ) -> None:
        with pytest.raises(Refused, match="COUNTY_FORM"):
            main.init(tmp_path, county, DAY, clock=clock, ids=SeededIds(1))
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize(
        ("division", "code"), [("5399", "DIVISION_FORM"), ("532301001", "DIVISION_MISMATCH")]
    )
    def test_a_code_is_for_a_division_of_this_county(
        self, tmp_path: Path, clock: FixedClock, division: str, code: str
    ) -> None:
        made(tmp_path, clock)
        with pytest.raises(CanbaoError, match=code):
            main.make_code(tmp_path, division, clock=clock, ids=SeededIds(2))
        assert len(main.make_code(tmp_path, EAST, clock=clock, ids=SeededIds(2))) == 14

    def test_a_disk_that_is_a_file_is_told(self, tmp_path: Path, clock: FixedClock) -> None:
        (tmp_path / "file").write_text("x", encoding="ascii")
        with pytest.raises(Unavailable, match="DISK_FAILED"):
            made(tmp_path / "file" / "centre", clock)


class TestVerify:
    DAMAGE = (
        ("UPDATE events SET body = replace(body, 'H0', 'H9') WHERE seq = 3", "EVENT_HASH"),
        ("DELETE FROM events WHERE seq = 3", "CHAIN_BROKEN"),
        ("UPDATE events SET signature = zeroblob(64) WHERE seq = 2", "EVENT_SIGNATURE"),
        ("UPDATE registrations SET last_seq = 9", "CHAIN_END"),
        ("DELETE FROM feed WHERE position = 2", "FEED_GAP"),
        ("DELETE FROM feed WHERE position = 2", "FEED_LOST"),
        ("UPDATE payments SET amount_fen = 1", "RECORD_LOST"),
        ("UPDATE payments SET amount_fen = 1", "TALLY"),
        ("DELETE FROM people", "RECORD_LOST"),
        ("INSERT INTO people (county, id) VALUES ('539999', 'x')", "RECORD_EXTRA"),
        ("UPDATE tallies SET enrollments = enrollments + 1", "TALLY"),
    )

    def test_a_sound_centre_has_no_findings(self) -> None:
        centre = new_centre()
        store = new_station(1)
        enlist(store, centre)
        take_payment(store, enrol(store, EAST, people=3))
        meet(store, centre)
        found = verify(centre.database)
        assert found["ok"]
        assert found["events"] == 4
        assert found["receipts"] == {"segments": 1, "used": 1, "voided": 0, "unspent": 999}
        assert found["payments"] == 1

    @pytest.mark.parametrize(("damage", "code"), DAMAGE)
    def test_whatever_was_changed_is_named(self, damage: str, code: str) -> None:
        centre = new_centre()
        store = new_station(1)
        enlist(store, centre)
        take_payment(store, enrol(store, EAST))
        meet(store, centre)
        connection = centre.database.connection
        if "body" in damage:
            (body,) = connection.execute("SELECT body FROM events WHERE seq = 3").fetchone()
            connection.execute(
                "UPDATE events SET body = ? WHERE seq = 3", (body.replace(b"H0", b"H9"),)
            )
        else:
            connection.execute(damage)
        found = verify(centre.database)
        assert not found["ok"]
        findings = found["findings"]
        assert isinstance(findings, list)
        assert code in {finding["code"] for finding in findings}
        left = connection.execute("SELECT count(*) FROM sqlite_temp_master").fetchone()[0]
        assert left == 0


class Printed:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lines: list[object] = []

    def print(self, result: object) -> None:
        self.lines.append(json.loads(json.dumps(result)))


class TestCommands:
    def run(self, folder: Path, *arguments: str) -> tuple[int, list[object]]:
        top = argparse.ArgumentParser()
        commands.add_parsers(top.add_subparsers(), lambda: CentreLaw(shipped_law(), KEYS))
        options = top.parse_args(["server", *arguments])
        assert options.kind == "centre"
        printed = Printed(folder)
        code: int = options.run(printed, options)
        return code, printed.lines

    def test_law_publish_and_list(self, tmp_path: Path) -> None:
        self.run(tmp_path, "init", "--county", COUNTY, "--training", "--date", "2021-11-15")
        file = tmp_path / "new.lawpack"
        file.write_bytes(signed(raised()))
        code, (done,) = self.run(tmp_path, "law", "publish", str(file))
        assert code == 0
        assert done == {
            "file": str(file),
            "pack": "chuxiong-2021-46",
            "version": 2,
            "document": "楚医保〔2021〕46号",
            "replaces": 1,
            "cases": 1,
            "number": 1,
        }
        _, (listed,) = self.run(tmp_path, "law", "list")
        assert isinstance(listed, dict)
        assert (listed["number"], listed["pack"], listed["version"]) == (1, "chuxiong-2021-46", 2)
        file.write_bytes(signed(raised(3), key=STRANGER))
        with pytest.raises(LawRefused) as refused:
            self.run(tmp_path, "law", "publish", str(file))
        assert refused.value.code == "LAW_KEY_UNKNOWN"
        with pytest.raises(Unavailable):
            self.run(tmp_path, "law", "publish", str(tmp_path / "missing.lawpack"))

    def test_init_code_verify_and_cases(self, tmp_path: Path) -> None:
        code, (first,) = self.run(
            tmp_path, "init", "--county", COUNTY, "--training", "--date", "2021-11-15"
        )
        assert code == 0
        assert isinstance(first, dict)
        assert set(first) == {"county", "operator", "password"}
        code, (second,) = self.run(tmp_path, "code", "--division", EAST)
        assert code == 0
        assert isinstance(second, dict)
        assert set(second) == {"code"}
        code, (found,) = self.run(tmp_path, "verify")
        assert code == 0
        assert isinstance(found, dict)
        assert found["ok"] is True
        assert self.run(tmp_path, "cases") == (0, [])

    def test_a_wrong_thing_found_is_exit_status_1(self, tmp_path: Path) -> None:
        self.run(tmp_path, "init", "--county", COUNTY)
        opened = open_centre(tmp_path)
        opened.connection.execute("UPDATE centres SET feed_head = 5")
        opened.close()
        assert self.run(tmp_path, "verify")[0] == 1

    @pytest.mark.parametrize(
        "arguments",
        [
            ("init", "--county", COUNTY, "--training"),
            ("init", "--county", COUNTY, "--date", "2021-11-15"),
            ("init", "--county", COUNTY, "--training", "--date", "15.11.2021"),
            ("init",),
            ("restore",),
        ],
    )
    def test_wrong_usage_is_exit_status_2(
        self, tmp_path: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as caught:
            self.run(tmp_path, *arguments)
        assert caught.value.code == 2
        assert "usage" in capsys.readouterr().err
