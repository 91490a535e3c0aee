"""Receipts of invented households, from the ordinary to the awkward."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from desktop.domain.receipt import Basis, Method, Receipt, ReceiptLine
from desktop.wire.signing import SigningKey

STATION_KEY = SigningKey(bytes(range(32)))
PRINTED_AT = "2021-11-15T02:05:00.000Z"

NOTICE = "楚医保〔2021〕46号"
LONG_NAME = "古丽努尔·阿卜杜热合曼·买买提吐尔逊" + "𠮷" * 32
"""Fifty characters, most of them above U+FFFF."""
LONG_ADDRESS = (
    "云南省楚雄彝族自治州楚雄市鹿城镇"
    + "东兴社区居民委员会第十二居民小组" * 11
    + "附三十二号三单元"
)


@dataclass(frozen=True, slots=True)
class Person:
    """What tells one invented member from another."""

    name: str
    document: str = "539999********0017"
    relation: str = "20"
    identity: str = ""
    assistance_fen: int = 0
    standard_fen: int = 32000


def line_of(place: int, person: Person, *, cover_open: str = "") -> ReceiptLine:
    """One line of a receipt, on 楚雄州's law."""
    article = "三" if person.assistance_fen else "二¶3"
    return ReceiptLine(
        person=f"{place:032x}",
        enrollment=f"{place + 0xE000:032x}",
        name=person.name,
        document=person.document,
        relation=person.relation,
        standard_fen=person.standard_fen,
        assistance_fen=person.assistance_fen,
        paid_fen=person.standard_fen - person.assistance_fen,
        identity=person.identity,
        basis=(
            Basis("personal_standard", NOTICE, "二¶3"),
            Basis("assistance", NOTICE, article),
        ),
        cover_from="" if cover_open else "2022-01-01",
        cover_to="" if cover_open else "2022-12-31",
        cover_open=cover_open,
    )


def receipt_of(
    *people: Person,
    number: str = "CX0100000012",
    address: str = "楚雄市鹿城镇东兴社区第三居民小组 17 号",
    cover_open: str = "NO_BENEFIT_YEAR_IN_DOC",
    method: Method = "cash",
    payer: str = "",
    training: bool = False,
) -> Receipt:
    """A receipt for these people; the first is the head and, unless said, the payer."""
    return Receipt(
        number=number,
        county="532301",
        county_name="楚雄市",
        station="a1" * 16,
        station_name="楚雄市鹿城镇医疗保障服务站",
        campaign_year=2021,
        household="b2" * 16,
        household_number="0103-0017",
        head_name=people[0].name,
        address=address,
        lines=tuple(
            line_of(place, person, cover_open=cover_open)
            for place, person in enumerate(people, start=1)
        ),
        method=method,
        payer=payer or people[0].name,
        collector="普文秀",
        taken_at="2021-11-15T02:03:04.567Z",
        benefit_year=None if cover_open else 2022,
        training=training,
    )


FOUR = (
    Person("李建国", "539999********0019", "02", "subsistence_allowance", 12000),
    Person("杨秀英", "539999********0028", "10", "lifted_out_of_poverty", 18000),
    Person("李明轩", "539999********0035", "21"),
    Person("李欣怡", "539999********0047", "31", "extremely_poor", 32000),
)


def family_of_four(*, cover_open: str = "NO_BENEFIT_YEAR_IN_DOC") -> Receipt:
    """A household with three kinds of assistance and one without."""
    return receipt_of(*FOUR, cover_open=cover_open)


def one_person() -> Receipt:
    """A person who lives alone and pays in full."""
    return receipt_of(Person("普联芳", relation="02"), cover_open="", method="wechat")


def fifteen() -> Receipt:
    """A household for which one page is too short."""
    people = [Person(f"罗家成员{place}", relation="80") for place in range(2, 16)]
    return receipt_of(Person("罗正明", relation="02"), *people)


def rare_characters() -> Receipt:
    """Names of Extensions A to F and one that no font of ours holds."""
    return receipt_of(
        Person("王𠮷…𣲗𬭎𫟹𪚥", relation="02"),
        Person("䶮㛃㬎", relation="10"),
        Person("张\U000323af\ue0f1", relation="20"),
    )


def long_texts() -> Receipt:
    """A name of fifty characters and an address of two hundred."""
    return receipt_of(
        Person(LONG_NAME, relation="02", standard_fen=999_999_999),
        Person("司马相如", relation="46"),
        address=LONG_ADDRESS,
        payer=LONG_NAME,
    )


def reversal() -> Receipt:
    """What undoes the family's receipt."""
    receipt = family_of_four()
    lines = tuple(
        msgspec.structs.replace(
            line,
            standard_fen=-line.standard_fen,
            assistance_fen=-line.assistance_fen,
            paid_fen=-line.paid_fen,
        )
        for line in receipt.lines
    )
    return msgspec.structs.replace(
        receipt,
        number="CX0100000099",
        reverses=receipt.number,
        reason="重复参保，已参加职工医保",
        lines=lines,
    )


def by_tax_channel() -> Receipt:
    """A payment the tax channel took days before, entered after the day was closed."""
    return msgspec.structs.replace(
        family_of_four(),
        method="tax",
        external_number="353236211100012345",
        paid_on="2021-11-10",
        booked_on="2021-11-16",
        late=True,
    )
