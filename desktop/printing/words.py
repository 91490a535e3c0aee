"""What papers say, in both languages: labels, and sentences an official would write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.base.clock import CHINA
from desktop.base.money import fen_text
from desktop.domain.codes import PAYMENT_METHODS, Language
from desktop.domain.receipt import Method, Receipt, ReceiptLine
from desktop.policy.words import article_words


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """Every fixed text on a receipt; ``{}`` is filled in place."""

    title: str
    roll_title: tuple[str, ...]
    """The title in lines, for paper as narrow as a hand."""
    years: str
    years_open: str
    number: str
    household_number: str
    head: str
    address: str
    payer: str
    method: str
    taken_at: str
    china_time: str
    columns: tuple[str, ...]
    total: str
    capital: str
    why_assisted: str
    why_full_price: str
    cover: str
    cover_since: str
    open: str
    none: str
    note_open: str
    basis_of_standard: str
    station: str
    collector: str
    signature: str
    not_a_tax_voucher: str
    code_hint: str
    printed: str
    missing: str
    page: str
    blank: str
    continued: str
    continues: str
    reprint: str
    reversal: str
    reverses: str
    reversed_line: str
    refund: str
    external: str
    late: str
    training: str
    training_mark: str


ZH = ReceiptWords(
    title="城乡居民基本医疗保险参保缴费登记回执（非税务票据）",
    roll_title=("城乡居民基本医疗保险", "参保缴费登记回执", "（非税务票据）"),
    years="{county}　{campaign} 年度征缴　{benefit} 年度待遇",
    years_open="{county}　{campaign} 年度征缴　待遇年度待定",
    number="编号",
    household_number="户号",
    head="户主",
    address="住址",
    payer="缴款人",
    method="缴费方式",
    taken_at="收款时间",
    china_time="{}（北京时间）",
    columns=(
        "序号",
        "姓名",
        "证件号码",
        "与户主关系",
        "个人缴费标准",
        "资助金额",
        "个人实缴",
        "待遇享受期",
    ),
    total="合计 {} 人（元）",
    capital="实缴金额（大写）",
    why_assisted="{identity} → 资助 {amount} 元{basis}",
    why_full_price="无资助，按个人缴费标准缴纳{basis}",
    cover="{} 至 {}",
    cover_since="自 {} 起",
    open="待定",
    none="无",
    note_open="{mark} 待遇享受期待定（{reason}）",
    basis_of_standard="个人缴费标准依据：{}",
    station="登记机构（公章）",
    collector="经办人",
    signature="缴款人（签字）",
    not_a_tax_voucher="本回执不是税务票据或财政票据，缴费凭证以税务机关开具的为准。"
    "一式两份，缴费人、登记机构各执一份。",
    code_hint="二维码经工作站签名，任何人用本程序均可离线核验真伪。",
    printed="打印时间 {at}　第 {copy} 次打印",
    missing="〓 为字库未收录的字，其编码为 {}。",
    page="第 {} 页　共 {} 页",
    blank="以　下　空　白",
    continued="编号 {number}　户主 {head}（续页）",
    continues="（接下页）",
    reprint="补打　第 {} 次打印",
    reversal="红冲",
    reverses="本收据冲销编号 {number} 的收据；原因：{reason}。",
    reversed_line="冲销，退 {amount} 元",
    refund="退",
    external="渠道凭证号：{number}{day}",
    late="当日已日结，计入 {day}",
    training="培训样张　不作凭据",
    training_mark="培训样张",
)

EN = ReceiptWords(
    title="Urban and Rural Resident Basic Medical Insurance\n"
    "Enrolment and Payment Record (not a tax voucher)",
    roll_title=(
        "Resident Basic Medical Insurance",
        "Enrolment and Payment Record",
        "(not a tax voucher)",
    ),
    years="{county}　 Campaign year {campaign}　 Benefit year {benefit}",
    years_open="{county}　 Campaign year {campaign}　 Benefit year not yet settled",
    number="No.",
    household_number="Household no.",
    head="Head",
    address="Address",
    payer="Payer",
    method="Paid by",
    taken_at="Received",
    china_time="{} (China time)",
    columns=(
        "#",
        "Name",
        "Document no.",
        "Relation",
        "Standard",
        "Assistance",
        "Paid",
        "Cover",
    ),
    total="Total, {} persons (yuan)",
    capital="Paid, in capital figures",
    why_assisted="{identity}: assistance of {amount} yuan{basis}",
    why_full_price="No assistance: the personal standard is paid in full{basis}",
    cover="{} to {}",
    cover_since="from {}",
    open="not settled",
    none="none",
    note_open="{mark} Cover not settled. {reason}.",
    basis_of_standard="Personal standard: {}",
    station="Registering office (seal)",
    collector="Clerk",
    signature="Payer (signature)",
    not_a_tax_voucher="This is neither a tax nor a fiscal voucher; the tax authority's payment "
    "voucher prevails. Two copies: payer and registering office.",
    code_hint="Code signed by the station: anyone can verify it offline with the program.",
    printed="Printed {at}, print no. {copy}",
    missing="〓 stands for a character in no font: {}.",
    page="Page {} of {}",
    blank="nothing below this line",
    continued="No. {number}　 Head {head} (continued)",
    continues="(continued overleaf)",
    reprint="REPRINT no. {}",
    reversal="REVERSAL",
    reverses="This reverses receipt {number}. Reason: {reason}.",
    reversed_line="Reversed: {amount} yuan go back",
    refund="退",
    external="Channel's voucher: {number}{day}",
    late="Taken after the closing, booked on {day}",
    training="TRAINING SAMPLE",
    training_mark="培训样张",
)

_MARKS = "①②③④⑤⑥⑦⑧⑨⑩"


def receipt_words(language: Language) -> ReceiptWords:
    """Return the fixed texts of a receipt in a language."""
    return ZH if language == "zh" else EN


def method_name(method: Method, language: Language) -> str:
    """Return how the money came, in words."""
    return PAYMENT_METHODS[method].name(language)


def china_minute(instant: datetime) -> str:
    """Return ``2021-11-15 10:03``, China time."""
    return f"{instant.astimezone(CHINA):%Y-%m-%d %H:%M}"


def note_mark(place: int) -> str:
    """Return the mark that ties a word in a table to the note of that place, from 0."""
    return _MARKS[place] if place < len(_MARKS) else f"({place + 1})"


def external_line(receipt: Receipt, words: ReceiptWords) -> str:
    """Return the line that names another channel's voucher and its day; empty if there is none."""
    if not (receipt.external_number or receipt.paid_on):
        return ""
    day = f"（{receipt.paid_on}）" if receipt.paid_on else ""
    return words.external.format(number=receipt.external_number or "—", day=day)


def is_reversed(line: ReceiptLine) -> bool:
    """Tell whether a line undoes one of another receipt."""
    return line.standard_fen < 0 or line.paid_fen < 0


def why(line: ReceiptLine, words: ReceiptWords, identity: str, language: Language) -> str:
    """Return the sentence that says what a person pays and what it rests on.

    ``identity`` is the name of the identity the assistance rests on.
    """
    if is_reversed(line):
        return words.reversed_line.format(amount=fen_text(-line.paid_fen))
    if line.assistance_fen:
        return words.why_assisted.format(
            identity=identity,
            amount=fen_text(line.assistance_fen),
            basis=cited(line, "assistance", language),
        )
    return words.why_full_price.format(basis=cited(line, "assistance", language))


def cited(line: ReceiptLine, field: str, language: Language) -> str:
    """Return the bracket with every citation of one of the line's figures, empty if none."""
    found = dict.fromkeys(
        article_words(basis.document, basis.article, language)
        for basis in line.basis
        if basis.field == field
    )
    if not found:
        return ""
    return f"（{'；'.join(found)}）" if language == "zh" else f" ({'; '.join(found)})"


def cover(line: ReceiptLine, words: ReceiptWords, mark: str) -> str:
    """Return the period of cover; ``mark`` is the note that says why it is open.

    A line that is reversed covers nothing.
    """
    if is_reversed(line):
        return "—"
    if line.cover_open:
        if line.cover_from:
            return words.cover.format(line.cover_from, words.open + mark)
        return words.open + mark
    if not line.cover_from:
        return words.none
    if not line.cover_to:
        return words.cover_since.format(line.cover_from)
    return words.cover.format(line.cover_from, line.cover_to)
