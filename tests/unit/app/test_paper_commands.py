"""The commands about papers: every receipt paper, the archive, many receipts in one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.printing.papers import RECEIPT_PAPERS
from desktop.printing.preview import page_count, page_image
from desktop.printing.receipt_papers import paper_of
from tests.unit.app.test_commands import household, member, run, text_of

DAY = "2021-11-15"


@pytest.fixture
def paid(tmp_path: Path) -> tuple[Path, list[str]]:
    """A training station with three paid households, and their receipt numbers."""
    folder = tmp_path / "station"
    told = run(folder, "station", "init", "--division", "539999001", "--training", "--date", DAY)
    assert told[0] == 0, told
    lines = "".join(household(f"h{n}", f"{n:04d}", member("张三", n)) for n in range(1, 4))
    enrolled = run(folder, "enroll", lines=lines)[1]
    till = "".join(
        json.dumps(
            {
                "ref": f"p{place}",
                "household_id": one["household_id"],
                "method": "cash",
                "amount": "320.00",
            }
        )
        + "\n"
        for place, one in enumerate(enrolled)
    )
    return folder, [one["receipt"]["number"] for one in run(folder, "pay", lines=till)[1]]


def test_a_receipt_comes_out_on_every_paper_by_its_name(
    paid: tuple[Path, list[str]], tmp_path: Path
) -> None:
    folder, numbers = paid
    for paper in RECEIPT_PAPERS:
        out = tmp_path / f"{paper}.pdf"
        assert run(folder, "receipt", numbers[0], "--paper", paper, "--out", str(out))[0] == 0
        assert page_image(out.read_bytes(), 0, 20).width_mm == pytest.approx(
            paper_of(paper).width_mm, abs=0.1
        )
        assert numbers[0] in text_of(out)
    status, _, told = run(folder, "receipt", numbers[0], "--paper", "B5", "--out", "x.pdf")
    assert status == 2
    assert all(paper in told for paper in RECEIPT_PAPERS)


def test_the_archive_is_no_print_and_verify_holds_papers_to_it(
    paid: tuple[Path, list[str]], tmp_path: Path
) -> None:
    folder, numbers = paid
    first, again = tmp_path / "1.pdf", tmp_path / "2.pdf"
    said = [
        run(folder, "receipt", numbers[1], "--archive", "--out", str(out)) for out in (first, again)
    ]
    assert [(status, told["same"]) for status, (told,), _ in said] == [(0, True)] * 2
    assert first.read_bytes() == again.read_bytes()
    status, (found,), _ = run(folder, "verify", "--papers")
    assert (status, found["ok"]) == (0, True)
    expected = {"receipts": 3, "checked": 3, "same": 1, "recorded": 2, "other_form": 0}
    assert found["papers"] == expected | {"form": said[0][1][0]["form"]}
    assert run(folder, "verify", "--papers", "1")[1][0]["papers"]["checked"] == 1
    assert "papers" not in run(folder, "verify")[1][0]
    printed = tmp_path / "print.pdf"
    run(folder, "receipt", numbers[1], "--out", str(printed))
    assert "第 1 次打印" in text_of(printed)


def test_a_places_receipts_go_into_one_file_and_count_as_printed(
    paid: tuple[Path, list[str]], tmp_path: Path
) -> None:
    folder, numbers = paid
    out = tmp_path / "all.pdf"
    status, (told,), words = run(folder, "export", "receipts", "--day", DAY, "--out", str(out))
    assert (status, told["receipts"]) == (0, 3)
    assert "3 / 3" in words
    text = text_of(out)
    assert page_count(out.read_bytes()) == 3
    assert all(number in text for number in numbers)
    assert "补打" not in text
    again = tmp_path / "again.pdf"
    unprinted = ("export", "receipts", "--unprinted", "--out", str(again))
    assert run(folder, *unprinted)[0] == 3
    assert not again.exists()
    assert run(folder, "export", "receipts", "--out", str(again))[0] == 0
    assert text_of(again).count("补打") == 3
    elsewhere = ("--division", "539999002", "--out", str(again))
    status, _, words = run(folder, "export", "receipts", *elsewhere)
    assert (status, "PAPERS_NONE" in words) == (3, True)
    assert run(folder, "export", "receipts", "--out", str(tmp_path / "x.xlsx"))[0] == 2
    assert run(folder, "verify")[1][0]["ok"]
