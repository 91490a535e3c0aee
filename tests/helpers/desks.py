"""Signed-in desks for tests, with the real law, and the household everything is tried on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from desktop.app.law import shipped_law
from desktop.domain import codes
from desktop.domain.facts import Circumstance, OperatorAdded, Recognition
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.invented import invented_number
from desktop.usecases.desk import Desk
from desktop.usecases.receipt_list import ListedReceipt, ReceiptsWanted, find_receipts
from tests.helpers.stations import VILLAGE, new_store

CAMPAIGN = 2021

HEAD = MemberInput(
    name="王𠮷祥",
    document_number=invented_number(date(1975, 3, 1), 1, codes.MALE),
    relation=codes.HEAD,
)
WIFE = MemberInput(
    name="起桂仙",
    document_number=invented_number(date(1978, 7, 9), 2, codes.FEMALE),
    relation=codes.SPOUSE,
    identities=(Recognition(code="subsistence_allowance", area="rural"),),
)
MOTHER = MemberInput(
    name="李凤英",
    document_number=invented_number(date(1950, 2, 2), 3, codes.FEMALE),
    relation="50",
    identities=(Recognition(code="lifted_out_of_poverty"),),
)
SON = MemberInput(
    name="王小军",
    document_number=invented_number(date(2010, 9, 1), 4, codes.MALE),
    relation="20",
)
NEWBORN = MemberInput(
    name="王新",
    document_type=codes.BIRTH_CERTIFICATE,
    document_number="P530000001",
    relation="30",
    sex=codes.FEMALE,
    birth_date="2021-11-01",
    circumstances=(Circumstance(code="newborn"),),
)
FAMILY = HouseholdInput(
    division=VILLAGE,
    campaign_year=CAMPAIGN,
    number="001001-0001",
    address="培训县第一镇一组1号",
    members=(HEAD, WIFE, MOTHER, NEWBORN),
)
"""A household of four: 320 + 200 + 140 + 320 yuan under the law of 楚雄州."""

FAMILY_FEN = 98_000


@contextmanager
def desk(*, role: str = "clerk", seed: int = 1, numbers: int = 1000) -> Iterator[Desk]:
    """Open a training desk in memory, under the law of 楚雄州, on 15 November 2021."""
    store = new_store(seed=seed, numbers=numbers)
    try:
        yield Desk(store, shipped_law(), "tester", "培训员", role)
    finally:
        store.close()


def with_members(*members: MemberInput, **fields: object) -> HouseholdInput:
    """Return the family's household with other members."""
    return replace(FAMILY, members=members, **fields)  # type: ignore[arg-type]


def receipts_of(at: Desk) -> tuple[ListedReceipt, ...]:
    """Return every receipt in the desk's file, newest first."""
    return find_receipts(at, ReceiptsWanted()).rows


def known_as(at: Desk, **names: str) -> None:
    """Let operators sign in at the desk's station under names of their own."""
    with at.store.transaction():
        for operator, name in names.items():
            fact = OperatorAdded(operator=operator, display_name=name, role="supervisor")
            at.store.record(fact, operator="")
