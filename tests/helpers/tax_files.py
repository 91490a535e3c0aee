"""Files as the tax authority sends them, and a county desk whose every fact must fold again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.store.rebuild import differing_tables, rebuild
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.handover import HandoverWanted
from desktop.usecases.tax_paid import list_tax_rows
from tests.helpers.desks import CAMPAIGN, HEAD, MOTHER, NEWBORN, WIFE, desk
from tests.helpers.stations import VILLAGE

COUNTY = VILLAGE[:6]
WANTED = HandoverWanted(COUNTY, CAMPAIGN)
DUE = {HEAD: "320.00", WIFE: "200.00", MOTHER: "140.00", NEWBORN: "320.00"}


@contextmanager
def at_the_county(tmp_path: Path) -> Iterator[Desk]:
    """A supervisor's desk; whatever was done at it must fold and prove itself."""
    with desk(role="supervisor") as at:
        yield at
        copy = at.store.scratch(tmp_path / "copy.db")
        rebuild(at.store.connection, copy)
        assert differing_tables(at.store.connection, copy) == []
        copy.close()
        assert verify(at.store, tmp_path / "scratch.db").faults == ()


def paid_file(path: Path, rows: Iterable[tuple[str, str, str, str]], county: str = "") -> Path:
    """Write paid detail: rows of voucher, number, amount and day."""
    heads = ("区划代码", "电子税票号", "证件号码", "姓名", "缴费金额", "缴费日期")
    lines = [heads, *((county, voucher, number, "", amount, day)
                      for voucher, number, amount, day in rows)]  # fmt: skip
    path.write_text("\n".join(",".join(line) for line in lines), encoding="gb18030")
    return path


def whole_family(path: Path, day: str = "2021-11-10") -> Path:
    """Write paid detail of a whole family, as it is due."""
    rows = [("3530", one.document_number, amount, day) for one, amount in DUE.items()]
    return paid_file(path, rows)


def answer_file(path: Path, number: str, codes: Iterable[tuple[object, str, str]]) -> Path:
    """Write return codes: rows of row number, code and words."""
    lines = [("批次号", "序号", "返回码", "原因")]
    lines += [(number, str(row), code, said) for row, code, said in codes]
    path.write_text("\n".join(",".join(line) for line in lines), encoding="utf-8-sig")
    return path


def code_of(work: object, *arguments: object) -> str:
    """Return the code with which ``work`` is refused."""
    with pytest.raises(Refused) as refused:
        work(*arguments)  # type: ignore[operator]
    return refused.value.code


def tax_states_here(at: Desk) -> dict[str, str]:
    """Return the states of the paid rows, by identity number."""
    return {row.document: row.state for row in list_tax_rows(at, COUNTY, CAMPAIGN)}
