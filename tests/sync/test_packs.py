"""Goal: law published once reaches every desk, is checked again there, and explains every event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.domain import codes
from desktop.domain.household import HouseholdInput
from desktop.domain.invented import invented_number
from desktop.policy import LawRefused
from desktop.server import packs
from desktop.server.packs import CentreLaw, PublishedBy
from desktop.server.recheck import recheck_by
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.law_packs import import_pack
from desktop.usecases.offered_packs import law_news, take_offers
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.price import price_household
from desktop.wire.messages import PACKS_MAX
from desktop.wire.pack_signature import TrustedKeys
from tests.helpers.centre import COUNTY, TestCentre, enlist, meet, new_centre, open_on
from tests.helpers.desks import FAMILY, FAMILY_FEN, HEAD, WIFE, with_members
from tests.helpers.desks import desk as signed_in
from tests.helpers.stations import DAY
from tests.law.artefacts import CASE, KEYS, STRANGER, changed, raised, shipped, signed, version

STRANGERS = TrustedKeys.parse("x", TrustedKeys.line(STRANGER.public, "nobody here"))
BY = PublishedBy(COUNTY, "admin", "2021-11-15T02:00:00Z")
LAW = CentreLaw(shipped_law(), KEYS)
RAISED_BY = 3_000
"""What `raised` gives the family more, in fen."""


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in() as opened:
        yield opened


@pytest.fixture
def centre() -> TestCentre:
    return new_centre(recheck=recheck_by(shipped_law(), KEYS))


def publish(centre: TestCentre, data: bytes) -> int:
    with centre.database.transaction():
        _, number = packs.publish(centre.database.connection, LAW, "new.lawpack", data, BY)
    return number


def payable(desk: Desk) -> int:
    return price_household(FAMILY, desk.law, DAY).payable_fen


def case_of_160() -> str:
    return CASE.replace("150.00", "160.00").replace("170.00", "160.00")


def details(centre: TestCentre) -> list[dict[str, object]]:
    rows = centre.database.connection.execute("SELECT detail FROM cases ORDER BY position")
    return [msgspec.json.decode(row[0]) for row in rows]


def test_a_published_pack_is_in_force_at_a_desk_after_its_next_exchange(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    publish(centre, signed(raised()))
    reports = meet(desk.store, centre)
    assert sum(report.packs for report in reports) == 1
    assert payable(desk) == FAMILY_FEN, "nothing is in force before the desk has looked"
    (offer,) = take_offers(desk, KEYS)
    assert (offer.state, offer.version, offer.replaces) == ("kept", 2, 1)
    assert offer.document == "楚医保〔2021〕46号"
    assert payable(desk) == FAMILY_FEN - RAISED_BY
    assert take_offers(desk, KEYS) == ()
    meet(desk.store, centre)
    assert centre.count("law_packs") == 1
    assert law_news(desk) == (offer,)


def test_a_pack_comes_once_whatever_is_cut(centre: TestCentre, desk: Desk) -> None:
    enlist(desk.store, centre)
    publish(centre, signed(raised()))
    meet(desk.store, centre)
    desk.store.set_setting("sync.packs_cursor", "0")
    meet(desk.store, centre)
    assert len(take_offers(desk, KEYS)) == 1
    desk.store.connection.execute("UPDATE offered_packs SET state = 'waiting'")
    (again,) = take_offers(desk, KEYS)
    assert again.state == "already", "the desk was cut off after the law had changed"
    meet(desk.store, centre)
    assert centre.count("law_packs") == 1


def test_what_was_assessed_before_and_after_is_looked_over_under_its_own_law(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    saved = save_household(desk, FAMILY)
    take_payment(desk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    publish(centre, signed(raised()))
    meet(desk.store, centre)
    take_offers(desk, KEYS)
    with signed_in(seed=77) as other:
        enlist(other.store, centre)
        meet(other.store, centre)
        take_offers(other, KEYS)
        again = save_household(other, neighbours())
        take_payment(other, PaymentInput(again.household_id, "cash", 52_000 - RAISED_BY))
        meet(other.store, centre)
    meet(desk.store, centre)
    assert centre.kinds() == []


def neighbours() -> HouseholdInput:
    """Return a household of two: 320 and, with 低保, 200 yuan before the raise."""
    head = replace(HEAD, document_number=invented_number(date(1971, 3, 1), 51, codes.MALE))
    wife = replace(WIFE, document_number=invented_number(date(1972, 3, 1), 52, codes.FEMALE))
    return with_members(head, wife, number="001001-0099")


def test_law_imported_from_a_file_at_one_desk_explains_its_figures(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    import_pack(desk, "stick.lawpack", signed(raised()), KEYS)
    save_household(desk, FAMILY)
    meet(desk.store, centre)
    assert centre.kinds() == []


def test_a_pack_that_only_its_station_trusts_explains_nothing(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    import_pack(desk, "stick.lawpack", signed(raised(), key=STRANGER), STRANGERS)
    save_household(desk, FAMILY)
    meet(desk.store, centre)
    assert centre.kinds() == ["LAW_UNKNOWN"]


def test_a_restarted_centre_still_knows_published_law(centre: TestCentre, desk: Desk) -> None:
    enlist(desk.store, centre)
    publish(centre, signed(raised()))
    meet(desk.store, centre)
    take_offers(desk, KEYS)
    save_household(desk, FAMILY)
    again = open_on(
        centre.database,
        clock=centre.clock,
        ids=centre.ids,
        recheck=recheck_by(shipped_law(), KEYS),
    )
    meet(desk.store, again)
    assert again.kinds() == []


def test_a_pack_the_desk_does_not_trust_changes_nothing_and_is_one_case(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    publish(centre, signed(raised()))
    meet(desk.store, centre)
    (offer,) = take_offers(desk, STRANGERS)
    assert (offer.state, offer.code) == ("refused", "LAW_KEY_UNKNOWN")
    assert offer.particulars["file"] == "chuxiong-2021-46-v2.lawpack"
    assert payable(desk) == FAMILY_FEN
    meet(desk.store, centre)
    with signed_in(seed=78) as other:
        enlist(other.store, centre)
        meet(other.store, centre)
        take_offers(other, STRANGERS)
        meet(other.store, centre)
    assert centre.kinds() == ["LAW_PACK_REFUSED"]
    (detail,) = details(centre)
    assert (detail["pack"], detail["code"]) == ("chuxiong-2021-46", "LAW_KEY_UNKNOWN")


def test_an_altered_pack_is_refused_at_the_desk(centre: TestCentre, desk: Desk) -> None:
    """Whoever holds the centre cannot change the law with it."""
    enlist(desk.store, centre)
    publish(centre, signed(raised()))
    centre.database.connection.execute(
        "UPDATE publications SET document = replace(document, '150.00', '320.00')"
    )
    meet(desk.store, centre)
    (offer,) = take_offers(desk, KEYS)
    assert (offer.state, offer.code) == ("refused", "LAW_SIGNATURE")
    assert payable(desk) == FAMILY_FEN


def test_a_desk_that_holds_a_newer_version_keeps_it_and_no_case_is_made(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    import_pack(desk, "stick.lawpack", signed(raised(3, "160.00"), case_of_160()), KEYS)
    publish(centre, signed(raised()))
    meet(desk.store, centre)
    (offer,) = take_offers(desk, KEYS)
    assert (offer.state, offer.code) == ("older", "LAW_OLDER")
    assert payable(desk) == FAMILY_FEN - 4_000
    meet(desk.store, centre)
    assert centre.kinds() == []


def test_only_the_newest_version_is_given_out(centre: TestCentre, desk: Desk) -> None:
    publish(centre, signed(raised()))
    publish(centre, signed(raised(3, "160.00"), case_of_160()))
    enlist(desk.store, centre)
    meet(desk.store, centre)
    assert [offer.version for offer in take_offers(desk, KEYS)] == [3]


def test_more_packs_than_one_answer_holds_all_arrive(centre: TestCentre, desk: Desk) -> None:
    text = shipped("ganzhou-2021")[0]
    for number in range(PACKS_MAX + 2):
        place = f"3611{number:02d}"
        pack = changed(
            text,
            ('id = "ganzhou-2021-31"', f'id = "place-{number}"'),
            ('division = "360700"', f'division = "{place}"'),
        )
        case = (
            f'{{"request": {{"id": "A", "division": "{place}", "campaign_year": 2021}},'
            ' "expect": {"personal_standard": "320.00"}, "rests_on": "x"}\n'
        )
        publish(centre, signed(pack, case))
    enlist(desk.store, centre)
    meet(desk.store, centre)
    assert {offer.state for offer in take_offers(desk, KEYS)} == {"kept"}
    assert len(law_news(desk)) == PACKS_MAX + 2


def test_a_centre_publishes_nothing_that_does_not_hold(centre: TestCentre) -> None:
    publish(centre, signed(raised()))
    for data, code in (
        (signed(raised(3), key=STRANGER), "LAW_KEY_UNKNOWN"),
        (signed(raised(3), case_of_160()), "LAW_CASE_FAILED"),
        (signed(raised(2, "160.00"), case_of_160()), "LAW_SAME_VERSION"),
        (signed(version(1), CASE_OF_THE_FIRST), "LAW_OLDER"),
    ):
        with pytest.raises(LawRefused) as refused:
            publish(centre, data)
        assert refused.value.code == code
    rows = packs.publications(centre.database.connection, COUNTY)
    assert [(row["number"], row["version"]) for row in rows] == [(1, 2)]


CASE_OF_THE_FIRST = CASE.replace("150.00", "120.00").replace("170.00", "200.00")


def test_publishing_twice_is_one_publication(centre: TestCentre) -> None:
    assert publish(centre, signed(raised())) == publish(centre, signed(raised())) == 1
    assert centre.count("publications") == 1
