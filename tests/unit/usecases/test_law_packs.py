"""Goal: a pack changes the law whole or not at all, and what it was before can still be told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.domain.facts import LawPackImported
from desktop.policy import LawBook, LawRefused, assess_json
from desktop.policy.parse import parse_pack
from desktop.server.verify import verify as verify_centre
from desktop.store.packs import explain_law, imported, law_in_force, note_laws
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.law_history import explain, laws_of_household
from desktop.usecases.law_packs import import_pack
from desktop.usecases.price import price_household
from desktop.wire.pack_file import FILE_BYTES_MAX
from tests.helpers.centre import enlist, meet, new_centre, new_station
from tests.helpers.desks import FAMILY, FAMILY_FEN, desk
from tests.helpers.stations import DAY
from tests.law import artefacts
from tests.law.artefacts import CASE, KEYS, STRANGER, changed, raised, signed, version

FILE = "new.lawpack"


@pytest.fixture
def at_desk() -> Iterator[Desk]:
    with desk() as one:
        yield one


def payable(one: Desk) -> int:
    return price_household(FAMILY, one.law, DAY).payable_fen


def law_hash(book: LawBook, division: str = "532301") -> str:
    law = book.resolve(division, 2021)
    assert law is not None
    return law.used.hash


def count(one: Desk, table: str) -> int:
    number: int = one.store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return number


def test_a_newer_pack_prices_what_comes_after_it(at_desk: Desk, tmp_path: Path) -> None:
    assert payable(at_desk) == FAMILY_FEN
    done = import_pack(at_desk, FILE, signed(raised()), KEYS)
    assert (done.pack, done.version, done.replaces) == ("chuxiong-2021-46", 2, 1)
    assert (done.cases, done.already) == (1, False)
    assert payable(at_desk) == FAMILY_FEN - 3_000
    assert [row["type"] for row in events(at_desk)][-1] == "law.imported"
    found = verify(at_desk.store, tmp_path / "scratch.db")
    assert found.ok, found.faults


def events(one: Desk) -> list[dict[str, object]]:
    rows = one.store.connection.execute("SELECT type FROM events ORDER BY pos")
    return [{"type": row["type"]} for row in rows]


def test_the_law_of_old_figures_can_still_be_told(at_desk: Desk) -> None:
    before = law_hash(at_desk.law)
    import_pack(at_desk, FILE, signed(raised()), KEYS)
    import_pack(at_desk, FILE, signed(raised(3, "160.00"), CASE_160), KEYS)
    connection, shipped = at_desk.store.connection, shipped_law()
    told = explain_law(connection, shipped, before)
    assert told is not None
    assert [layer.version for layer in told.layers] == [1, 1, 1]
    now = explain_law(connection, shipped, law_hash(at_desk.law))
    assert now is not None
    assert [layer.version for layer in now.layers] == [3, 1, 1]
    assert [row["version"] for row in imported(connection)] == [2, 3]
    assert explain_law(connection, shipped, "0" * 64) is None


def test_the_law_of_a_stored_enrolment_is_told_with_its_version_and_local_values(
    at_desk: Desk,
) -> None:
    note_laws(at_desk.store, at_desk.law)
    saved = save_household(at_desk, FAMILY)
    (first, *rest) = laws_of_household(at_desk, saved.household_id, 2021)
    assert first.used is not None
    assert [layer.version for layer in first.used.layers] == [1, 1, 1]
    assert (first.current, first.documents, len(rest)) == (True, (), 3)
    import_pack(at_desk, FILE, signed(raised()), KEYS)
    then = laws_of_household(at_desk, saved.household_id, 2021)[0]
    assert then.used == first.used
    assert not then.current
    assert explain(at_desk, f"{then.reference}:abc.def") == first.used
    with pytest.raises(Refused) as refused:
        explain(at_desk, "0" * 64)
    assert (refused.value.code, refused.value.values["hash"]) == ("LAW_HASH_UNKNOWN", "0" * 16)
    assert laws_of_household(at_desk, "0" * 32, 2021) == ()


def test_what_an_older_program_shipped_is_still_told(at_desk: Desk) -> None:
    """The next program ships version 2 and no version 1."""
    note_laws(at_desk.store, shipped_law())
    newer = shipped_law().with_packs([parse_pack("x", raised(2))])
    told = explain_law(at_desk.store.connection, newer, law_hash(shipped_law(), "539999"))
    assert told is not None
    assert [layer.version for layer in told.layers] == [1, 1, 1]


CASE_160 = CASE.replace("150.00", "160.00").replace("170.00", "160.00")


def test_an_imported_pack_holds_after_the_next_start(at_desk: Desk) -> None:
    import_pack(at_desk, FILE, signed(raised()), KEYS)
    again = law_in_force(at_desk.store.connection, shipped_law())
    assert law_hash(again) == law_hash(at_desk.law) != law_hash(shipped_law())


def test_a_newer_pack_that_comes_with_the_program_goes_before_an_imported_one(
    at_desk: Desk,
) -> None:
    import_pack(at_desk, FILE, signed(raised()), KEYS)
    newer = shipped_law().with_packs([parse_pack("x", raised(3, "170.00"))])
    assert law_in_force(at_desk.store.connection, newer) is newer


def test_another_stations_packs_are_not_this_ones_law(at_desk: Desk) -> None:
    import_pack(at_desk, FILE, signed(raised()), KEYS)
    connection = at_desk.store.connection
    connection.execute("UPDATE law_packs SET station = ?", ("f" * 32,))
    assert law_in_force(connection, shipped_law()) is shipped_law()


def test_the_same_pack_twice_is_taken_in_once(at_desk: Desk) -> None:
    import_pack(at_desk, FILE, signed(raised()), KEYS)
    before = count(at_desk, "events")
    done = import_pack(at_desk, FILE, signed(raised()), KEYS)
    assert done.already
    assert count(at_desk, "events") == before


def test_a_pack_of_a_place_that_had_none_is_added(at_desk: Desk) -> None:
    text = changed(
        artefacts.shipped("ganzhou-2021")[0],
        ('id = "ganzhou-2021-31"', 'id = "shangrao-2021-9"'),
        ('division = "360700"', 'division = "361100"'),
    )
    case = artefacts.shipped("ganzhou-2021")[1].replace('"360702"', '"361102"', 1)
    assert '"361102"' in case
    done = import_pack(at_desk, FILE, signed(text, case), KEYS)
    assert done.replaces is None
    asked = {"id": "1", "division": "361102", "campaign_year": 2021}
    layers = assess_json(asked, at_desk.law)["law"]["layers"]  # type: ignore[index]
    assert next(layer["pack"] for layer in layers) == "shangrao-2021-9"


def unsigned() -> bytes:
    return signed(raised()).partition(b"\n=== seal ===\n")[0]


def other_bytes() -> bytes:
    return signed(raised()).replace(b'"150.00"', b'"151.00"', 1)


def other_case() -> bytes:
    return signed(raised()).replace(b'"170.00"', b'"171.00"', 1)


def year_without_values() -> bytes:
    nation = version(1, name="nation-2021").replace("2021", "2022").replace("2022-32", "2022-1")
    start = nation.index("[[personal_standard]]")
    text = nation[:start] + nation[nation.index("[[fiscal]]") :]
    return signed(text, CASE.replace("2021", "2022"))


def next_year_alone() -> bytes:
    text = artefacts.shipped()[0]
    text = changed(text, ('id = "chuxiong-2021-46"', 'id = "chuxiong-2022-1"'))
    return signed(changed(text, ("campaign_year = 2021", "campaign_year = 2022")))


def overlapping() -> bytes:
    row = '[[personal_standard]]\narticle = "一"\nvalid_from = 2021-09-22\namount = "320.00"\n'
    return signed(version(2, (row, f"{row}\n{row}")))


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "unsigned": (unsigned, "LAW_UNSIGNED", "carries no seal"),
    "text altered": (other_bytes, "LAW_SIGNATURE", "its text was altered"),
    "case altered": (other_case, "LAW_SIGNATURE", "its cases were altered"),
    "a stranger's key": (
        lambda: signed(raised(), key=STRANGER),
        "LAW_KEY_UNKNOWN",
        "which this program does not trust",
    ),
    "no seal after the mark": (
        lambda: unsigned() + b"\n=== seal ===\nhello\n",
        "LAW_SIGNATURE",
        "this seal cannot be read",
    ),
    "not a pack file": (lambda: b"{}", "LAW_PACK_FORM", "not a pack file"),
    "not UTF-8": (lambda: b"\xff\xfe\x00", "LAW_PACK_FORM", "not text in UTF-8"),
    "too large": (lambda: b" " * (FILE_BYTES_MAX + 1), "LAW_PACK_TOO_LARGE", "at most"),
    "same version, other text": (
        lambda: signed(raised(1)),
        "LAW_SAME_VERSION",
        "another text needs another version",
    ),
    "broken TOML": (
        lambda: signed(version(2, ('list = "closed"', 'list = "closed'))),
        "LAW_NOT_TOML",
        "this is not TOML",
    ),
    "unknown key": (
        lambda: signed(version(2, ('list = "closed"', 'lst = "closed"'))),
        "LAW_UNKNOWN_KEY",
        "did you mean list?",
    ),
    "overlapping periods": (overlapping, "LAW_OVERLAP", "holds on days on which"),
    "a year without values": (
        year_without_values,
        "LAW_YEAR_WITHOUT_VALUES",
        "a personal standard for 2022",
    ),
    "a year of which the nation says nothing": (
        next_year_alone,
        "LAW_INCOMPLETE",
        "neither this document nor one above it",
    ),
    "no cases": (lambda: signed(raised(), "\n"), "LAW_CASES_UNREADABLE", "none here"),
    "a case that is none": (
        lambda: signed(raised(), CASE + "{}\n"),
        "LAW_CASES_UNREADABLE",
        "not a case",
    ),
    "a failing case": (
        lambda: signed(raised(amount="151.00")),
        "LAW_CASE_FAILED",
        'case RAISED: assistance is expected to be "150.00", the pack gives "151.00"',
    ),
    "a case of another place": (
        lambda: signed(raised(), CASE.replace("532301", "500101")),
        "LAW_CASE_FAILED",
        "law is expected to be chuxiong-2021-46",
    ),
}


@pytest.mark.parametrize(("make", "code", "says"), REFUSED.values(), ids=REFUSED)
def test_a_pack_that_does_not_hold_is_refused_whole(
    at_desk: Desk, make: Callable[[], bytes], code: str, says: str
) -> None:
    law, events_before = at_desk.law, count(at_desk, "events")
    with pytest.raises(LawRefused) as refused:
        import_pack(at_desk, FILE, make(), KEYS)
    assert refused.value.code == code
    assert says in refused.value.message
    assert at_desk.law is law
    assert (count(at_desk, "events"), count(at_desk, "law_packs")) == (events_before, 0)


def test_an_older_pack_is_refused(at_desk: Desk) -> None:
    import_pack(at_desk, FILE, signed(raised(3)), KEYS)
    with pytest.raises(LawRefused, match="version 3 is held already") as refused:
        import_pack(at_desk, FILE, signed(raised(2)), KEYS)
    assert refused.value.code == "LAW_OLDER"
    assert payable(at_desk) == FAMILY_FEN - 3_000


def test_a_failing_case_is_named_with_its_line_in_the_file(at_desk: Desk) -> None:
    data = signed(raised(amount="151.00"))
    with pytest.raises(LawRefused) as refused:
        import_pack(at_desk, FILE, data, KEYS)
    assert data.decode().splitlines()[refused.value.line - 1].startswith('{"request"')
    assert refused.value.values["case"] == "RAISED"


def test_at_a_real_station_not_everybody_may_change_the_law() -> None:
    store = new_station(7, training=False)
    try:
        clerk = Desk(store, shipped_law(), "tester", "经办员", "clerk")
        with pytest.raises(Refused, match="ROLE"):
            import_pack(clerk, FILE, signed(raised()), KEYS)
        keeper = Desk(store, shipped_law(), "tester", "管理员", "policy")
        assert import_pack(keeper, FILE, signed(raised()), KEYS).version == 2
    finally:
        store.close()


def test_the_centre_learns_which_packs_a_station_took() -> None:
    centre, store = new_centre(), new_station(8)
    try:
        enlist(store, centre)
        one = Desk(store, shipped_law(), "tester", "培训员", "clerk")
        import_pack(one, FILE, signed(raised()), KEYS)
        meet(store, centre)
        assert centre.count("law_packs") == 1
        assert centre.kinds() == []
        assert verify_centre(centre.database)["ok"]
    finally:
        store.close()
        centre.database.connection.close()


def test_the_event_holds_the_whole_pack_and_its_hash(at_desk: Desk) -> None:
    data = signed(raised())
    import_pack(at_desk, FILE, data, KEYS)
    row = at_desk.store.connection.execute("SELECT hash, document FROM law_packs").fetchone()
    assert row["document"].encode() == data
    assert row["hash"] == hashlib.sha256(data).hexdigest()


def test_a_pack_whose_name_is_no_name_stops_at_the_centre() -> None:
    centre, store = new_centre(), new_station(9)
    try:
        enlist(store, centre)
        wrong = LawPackImported(pack="x" * 300, version=1, hash="", document="")
        with store.transaction():
            store.record(wrong, operator="x")
        meet(store, centre)
        assert centre.count("law_packs") == 0
        assert store.connection.execute("SELECT count(*) FROM outbox").fetchone()[0] == 1
    finally:
        store.close()
        centre.database.connection.close()
