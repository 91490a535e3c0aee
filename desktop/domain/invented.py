"""Invented residents for training and tests: from a seed, the same for the same seed.

Identity numbers carry valid check digits in 539999, a division nobody has, so that no invented
person can be taken for a real one. Names are put together from common characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desktop.base.ids import IdSource
from desktop.domain import codes
from desktop.domain.facts import Recognition
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.identity_number import check_digit

DIVISION = "539999"
"""The reserved training county."""

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗普起自毕鲁杞𠮷䶮"
_GIVEN_MALE = "伟强磊军勇杰涛明超建国平华林峰志斌彬波辉亮云龙飞"
_GIVEN_FEMALE = "芳娜敏静丽艳娟霞秀英玲桂兰红梅燕萍玉翠凤仙琼丹雪"
_VILLAGES = ("001001", "001002", "001003", "002001", "002002")
_CHINESE_DIGITS = "一二三四五六七八九"
_IDENTITIES = (
    Recognition(code="subsistence_allowance", area="rural"),
    Recognition(code="lifted_out_of_poverty"),
    Recognition(code="extremely_poor"),
    Recognition(code="disability", kind="physical", grade=2),
    Recognition(code="two_daughter_couple", area="rural", sterilised=True),
)


class Chance:
    """Draws from an `IdSource`, so that a seed decides everything."""

    def __init__(self, ids: IdSource) -> None:
        self._ids = ids

    def below(self, bound: int) -> int:
        """Return a whole number from 0 to ``bound`` - 1."""
        return int.from_bytes(self._ids.random_bytes(4), "big") % bound

    def one_of(self, choices: str) -> str:
        """Return one character of ``choices``."""
        return choices[self.below(len(choices))]


def invented_number(birth: date, sequence: int, sex: str) -> str:
    """Return a valid resident number of the reserved division.

    ``sequence`` 0 … 499 tells people of one birth date and sex apart.
    """
    order = 2 * sequence + (1 if sex == codes.MALE else 0)
    first17 = f"{DIVISION}{birth:%Y%m%d}{order:03d}"
    return first17 + check_digit(first17)


def invented_households(
    ids: IdSource, division: str, today: date, residents: int
) -> Iterator[HouseholdInput]:
    """Yield households of one to six, in villages under ``division``, until there are enough."""
    chance = Chance(ids)
    used: dict[tuple[date, str], int] = {}
    left, count = residents, 0
    while left > 0:
        count += 1
        size = min(left, 1 + chance.below(4) + chance.below(3))
        left -= size
        village = (division + _VILLAGES[count % len(_VILLAGES)][len(division) - 12 :])[:12]
        group = _CHINESE_DIGITS[chance.below(len(_CHINESE_DIGITS))]
        yield HouseholdInput(
            division=village,
            campaign_year=today.year,
            number=f"{village[6:]}-{count:06d}",
            address=f"第{_CHINESE_DIGITS[int(village[-1]) - 1]}村{group}组{1 + count % 200}号",
            phone=f"1380000{chance.below(10_000):04d}",
            members=tuple(_members(chance, used, today, size)),
        )


def _members(
    chance: Chance, used: dict[tuple[date, str], int], today: date, size: int
) -> Iterator[MemberInput]:
    surname = chance.one_of(_SURNAMES)
    head_age = 28 + chance.below(45)
    for place in range(size):
        relation, age, sex = _role(chance, place, head_age)
        birth = today - timedelta(days=age * 365 + chance.below(360) + 20)
        key = (birth, sex)
        used[key] = used.get(key, -1) + 1
        family = surname if relation != codes.SPOUSE else chance.one_of(_SURNAMES)
        given = _GIVEN_MALE if sex == codes.MALE else _GIVEN_FEMALE
        name = family + "".join(chance.one_of(given) for _ in range(1 + chance.below(2)))
        identity = chance.below(40)
        yield MemberInput(
            name=name,
            document_number=invented_number(birth, used[key], sex),
            relation=relation,
            sex=sex,
            birth_date=birth.isoformat(),
            ethnic_group="01" if chance.below(3) else "07",
            identities=_IDENTITIES[identity : identity + 1],
        )


def _role(chance: Chance, place: int, head_age: int) -> tuple[str, int, str]:
    sex = codes.MALE if chance.below(2) else codes.FEMALE
    if place == 0:
        return codes.HEAD, head_age, codes.MALE
    if place == 1:
        return codes.SPOUSE, max(20, head_age - 4 + chance.below(8)), codes.FEMALE
    if place == 4:
        return "50", min(100, head_age + 18 + chance.below(14)), sex
    relation = "20" if sex == codes.MALE else "30"
    return relation, max(0, head_age - 20 - chance.below(12)), sex
