"""Every paper still says what it said, and looks as it looked when a person last looked."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from desktop.printing.pdf import PrintJob, render_receipt, render_receipts, unprintable
from desktop.printing.preview import page_count
from desktop.wire.receipt_code import check_code, make_code
from tests.receipts import households
from tests.receipts.golden import CASES, FOLDER, NAMES, pdf_of, picture_of, text_of
from tests.receipts.households import PRINTED_AT, STATION_KEY

TILE_PX = 24
MEAN_MAX = 2.0
TILE_MAX = 10
"""How far grey values (0-255) may lie apart: on the whole, and in any tile."""


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_says_what_it_said(name: str) -> None:
    golden = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")

    assert _packed(text_of(pdf_of(name))) == _packed(golden)


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_looks_as_it_looked(name: str) -> None:
    with Image.open(FOLDER / f"{name}.png") as kept:
        golden = kept.convert("L")
    drawn = picture_of(pdf_of(name))

    assert drawn.size == golden.size
    apart = ImageChops.difference(drawn, golden)
    assert ImageStat.Stat(apart).mean[0] <= MEAN_MAX
    worst = max(apart.reduce(TILE_PX).tobytes())
    assert worst <= TILE_MAX, "a part of the paper looks different"


def test_the_same_receipt_printed_the_same_way_is_the_same_file() -> None:
    first, again = CASES["rare"].pdf(), CASES["rare"].pdf()

    assert first == again


def test_the_machine_it_is_printed_on_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    first = CASES["four"].pdf()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    monkeypatch.setenv("TZ", "America/New_York")

    assert CASES["four"].pdf() == first


def test_a_file_says_whose_it_is_and_when_it_was_made() -> None:
    with pypdfium2.PdfDocument(CASES["four"].pdf()) as document:
        said = document.get_metadata_dict()

    assert said["Title"] == "城乡居民基本医疗保险参保缴费登记回执（非税务票据） CX0100000012"
    assert said["Author"] == "楚雄市鹿城镇医疗保障服务站"
    assert said["CreationDate"] == "D:20211115100500+08'00'"


def test_many_receipts_share_one_file_and_its_fonts() -> None:
    receipts = [
        households.receipt_of(*households.FOUR, number=f"CX01{place:08d}") for place in range(50)
    ]
    jobs = [PrintJob(receipt, make_code(receipt, STATION_KEY)) for receipt in receipts]

    pdf = render_receipts(jobs, printed_at=PRINTED_AT)

    single = render_receipt(receipts[0], code=jobs[0].code, printed_at=PRINTED_AT)
    assert page_count(pdf) == 50
    assert (len(pdf) - len(single)) / 49 < 5 * 1024
    text = text_of(pdf)
    assert all(receipt.number in text for receipt in receipts)


def test_nothing_to_print_is_a_bug_not_an_empty_file() -> None:
    with pytest.raises(ValueError, match="no receipt"):
        render_receipts([], printed_at=PRINTED_AT)


def test_characters_no_font_holds_are_reported_and_spelled_out_on_the_paper() -> None:
    receipt = households.rare_characters()

    text = text_of(CASES["rare"].pdf())

    assert unprintable(receipt) == ("\U000323af", "\ue0f1")
    assert "王𠮷…𣲗𬭎𫟹𪚥" in text
    assert "张〓〓" in text
    assert "U+323AF、U+E0F1" in text
    assert unprintable(households.family_of_four()) == ()


def test_only_a_reprint_says_so() -> None:
    assert "补打　第 3 次打印" in text_of(CASES["reprint"].pdf())
    assert "补打" not in text_of(CASES["four"].pdf())


def test_only_a_training_paper_says_so_across_the_page() -> None:
    text = text_of(CASES["training"].pdf())

    assert "培训样张　不作凭据" in text
    assert text.count("培训样张") == 2
    assert "培训" not in text_of(CASES["four"].pdf())


def test_every_member_has_a_reason_and_every_silence_its_own() -> None:
    text = text_of(CASES["four"].pdf())

    assert "城乡低保对象 → 资助 120.00 元（楚医保〔2021〕46号 第三条）" in text
    assert "无资助，按个人缴费标准缴纳（楚医保〔2021〕46号 第二条第三款）" in text
    assert "待遇年度待定" in text
    assert text.count("待定①") == 4
    assert "① 待遇享受期待定（文件未定：没有待遇年度）" in text
    assert "¥660.00" in text
    assert "人民币陆佰陆拾元整" in text


def test_the_paper_holds_no_code_words() -> None:
    """No internal code and no identifier reaches the reader."""
    for case in CASES.values():
        text = text_of(case.pdf())
        assert not re.search(r"[a-z]+_[a-z]+|[A-Z]+_[A-Z]+", text)
        assert case.receipt.household not in text


def test_the_printed_code_is_the_receipts_own() -> None:
    receipt = households.family_of_four()

    assert check_code(make_code(receipt, STATION_KEY), STATION_KEY.public).number in text_of(
        CASES["four"].pdf()
    )


def test_pictures_are_small_enough_to_keep() -> None:
    for path in FOLDER.glob("*.png"):
        assert path.stat().st_size < 60_000
        with Image.open(io.BytesIO(path.read_bytes())) as picture:
            assert picture.width > 100


def _packed(text: str) -> str:
    """Readers differ in where they see spaces and line ends, not in the characters."""
    return re.sub(r"\s+", "", text)
