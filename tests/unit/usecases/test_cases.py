"""Cases at the desk: what both sides say, what a decision does, and that it does just that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.events import Event
from desktop.domain.facts import (
    HouseholdFields,
    HouseholdSaved,
    OperatorAdded,
    PaymentTaken,
    PersonFields,
    Recognition,
)
from desktop.domain.invented import invented_number
from desktop.store import register
from desktop.usecases.case_choices import Consequence
from desktop.usecases.cases import (
    CaseShown,
    comment_case,
    decide_case,
    list_cases,
    open_case,
    open_cases,
)
from desktop.usecases.desk import Desk
from tests.helpers.case_desks import CaseDesks, case_desks
from tests.helpers.centre import EAST, WEST, enlist, meet, new_station
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, SON, with_members


@pytest.fixture
def county() -> Iterator[CaseDesks]:
    with case_desks() as opened:
        yield opened


def only(desk: Desk, kind: str) -> CaseShown:
    """Return the one case of a kind."""
    (line,) = [one for one in list_cases(desk) if one.kind == kind]
    return open_case(desk, line.id, CAMPAIGN)


def consequence(shown: CaseShown, code: str) -> Consequence:
    """Return what a decision of a case would do."""
    (choice,) = [one for one in shown.choices if one.code == code]
    assert not choice.why_not
    (found,) = choice.consequences
    return found


def decide(desk: Desk, shown: CaseShown, code: str) -> None:
    decide_case(desk, shown.line.id, code, "已核实", CAMPAIGN)


def phone(desk: Desk, household: str) -> str:
    return str(register.members(desk.store.connection, household)[0]["phone"])


class TestFieldConflict:
    def test_both_sides_are_read_from_their_events(self, county: CaseDesks) -> None:
        county.conflict(phone=("13900000001", "13900000002"))
        shown = only(county.desk, "FIELD_CONFLICT")
        first, second = (side.says for side in shown.matter.sides)
        assert first is not None
        assert second is not None
        assert (first["phone"], second["phone"]) == ("13900000001", "13900000002")
        assert (first["operator"], first["station"]) == ("李复核", "培训站1")
        assert second["station"] == "培训站2"
        assert shown.matter.sides[0].present == {"phone": "13900000002"}
        assert shown.matter.whole

    def test_identity_numbers_stay_masked(self, county: CaseDesks) -> None:
        first, second = (invented_number(date(1975, 3, 1), n, codes.MALE) for n in (21, 22))
        county.conflict(document_number=(first, second))
        shown = only(county.desk, "FIELD_CONFLICT")
        told = str(shown.matter)
        assert first not in told
        assert second not in told

    def test_taking_the_other_value_changes_it_everywhere(self, county: CaseDesks) -> None:
        household = county.conflict(phone=("13900000001", "13900000002"))
        shown = only(county.desk, "FIELD_CONFLICT")
        assert consequence(shown, "first").what == "fields"
        assert consequence(shown, "second").what == "nothing"
        decide(county.desk, shown, "first")
        county.meet()
        assert {phone(one, household) for one in (county.desk, county.other)} == {"13900000001"}
        assert county.centre.kinds() == ["FIELD_CONFLICT"]
        for one in (county.desk, county.other):
            assert only(one, "FIELD_CONFLICT").line.state == "decided"

    def test_keeping_what_stands_writes_only_the_decision(self, county: CaseDesks) -> None:
        county.conflict(phone=("13900000001", "13900000002"))
        shown = only(county.desk, "FIELD_CONFLICT")
        before = county.desk.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
        decide(county.desk, shown, "second")
        after = county.desk.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
        assert after == before + 1

    def test_an_identity_says_what_it_costs_in_yuan(self, county: CaseDesks) -> None:
        allowance = (Recognition(code="subsistence_allowance", area="rural"),)
        other = (Recognition(code="lifted_out_of_poverty"),)
        household = county.conflict(identities=(allowance, other))
        shown = only(county.desk, "FIELD_CONFLICT")
        told = consequence(shown, "first")
        assert told.before_fen is not None
        assert told.after_fen == told.before_fen + 6_000
        decide(county.desk, shown, "first")
        county.meet()
        rows = register.enrollments(county.desk.store.connection, household, CAMPAIGN)
        assert sum(row["net_fen"] for row in rows) == told.after_fen


class TestDoubles:
    def test_the_other_unpaid_enrolment_is_voided(self, county: CaseDesks) -> None:
        county.double()
        shown = only(county.desk, "DUPLICATE_ENROLLMENT")
        assert consequence(shown, "first") == Consequence("void", amount_fen=32_000)
        decide(county.desk, shown, "first")
        county.meet()
        rows = county.other.store.connection.execute(
            "SELECT status FROM enrollments ORDER BY status"
        ).fetchall()
        assert [row[0] for row in rows] == ["registered", "voided"]

    def test_of_a_paid_one_no_money_moves(self, county: CaseDesks) -> None:
        county.double(paid="both")
        shown = only(county.desk, "DUPLICATE_ENROLLMENT")
        told = consequence(shown, "first")
        assert (told.what, told.amount_fen) == ("refund_later", 32_000)
        assert told.receipt
        payments = county.desk.store.connection.execute("SELECT count(*) FROM payments").fetchone()
        decide(county.desk, shown, "first")
        after = county.desk.store.connection.execute("SELECT count(*) FROM payments").fetchone()
        assert payments[0] == after[0]

    def test_the_payment_that_is_named_goes_back_once(self, county: CaseDesks) -> None:
        county.double(paid="both")
        shown = only(county.desk, "PAID_TWICE")
        told = {one.code: one.consequences[0] for one in shown.choices}
        own = next(code for code, one in told.items() if one.what == "void_receipt")
        elsewhere = next(code for code, one in told.items() if one.what == "reverse")
        assert told[own].amount_fen == told[elsewhere].amount_fen == 32_000
        decide(county.desk, shown, elsewhere)
        county.meet()
        total = county.desk.store.connection.execute(
            "SELECT sum(amount_fen) FROM payments WHERE state IS NOT 'voided'"
        ).fetchone()[0]
        assert total == 32_000
        assert only(county.other, "PAID_TWICE").line.state == "decided"

    def test_ones_own_receipt_of_today_is_voided(self, county: CaseDesks) -> None:
        county.double(paid="both")
        shown = only(county.desk, "PAID_TWICE")
        own = next(one.code for one in shown.choices if one.consequences[0].what == "void_receipt")
        decide(county.desk, shown, own)
        states = county.desk.store.connection.execute(
            "SELECT state FROM payments WHERE state IS NOT NULL"
        ).fetchall()
        assert [row[0] for row in states] == ["voided"]

    def test_a_decision_cut_before_it_was_written_does_nothing_twice(
        self, county: CaseDesks
    ) -> None:
        county.double(paid="both")
        shown = only(county.desk, "PAID_TWICE")
        code = next(one.code for one in shown.choices if one.consequences[0].what == "reverse")
        decide(county.desk, shown, code)
        # As if the power had failed between the reversal and the decision.
        county.desk.store.connection.execute("DELETE FROM case_remarks")
        decide(county.desk, only(county.desk, "PAID_TWICE"), code)
        reversals = county.desk.store.connection.execute(
            "SELECT count(*) FROM payments WHERE reverses <> ''"
        ).fetchone()
        assert reversals[0] == 1


class TestRules:
    def test_a_clerk_comments_but_does_not_decide(self, county: CaseDesks) -> None:
        county.conflict(phone=("1", "2"))
        shown = only(county.other, "FIELD_CONFLICT")
        comment_case(county.other, shown.line.id, " 已电话核实 ")
        with pytest.raises(Refused, match="ROLE"):
            decide(county.other, shown, "first")
        county.meet()
        (remark,) = only(county.desk, "FIELD_CONFLICT").remarks
        assert (remark.comment, remark.decision) == ("已电话核实", "")
        assert remark.station == "培训站2"

    @pytest.mark.parametrize(
        ("decision", "comment", "code"),
        [
            ("first", " ", "REASON_EMPTY"),
            ("first", "x" * 501, "TEXT_TOO_LONG"),
            ("undo_first", "x", "CASE_CHOICE"),
        ],
    )
    def test_what_is_missing_is_said_before_anything_is_written(
        self, county: CaseDesks, decision: str, comment: str, code: str
    ) -> None:
        household = county.conflict(phone=("1", "2"))
        case = only(county.desk, "FIELD_CONFLICT").line.id
        with pytest.raises(Refused, match=code):
            decide_case(county.desk, case, decision, comment, CAMPAIGN)
        assert phone(county.desk, household) == "2"
        assert open_cases(county.desk) == 1

    def test_it_is_decided_once(self, county: CaseDesks) -> None:
        county.conflict(phone=("1", "2"))
        shown = only(county.desk, "FIELD_CONFLICT")
        decide(county.desk, shown, "corrected")
        assert only(county.desk, "FIELD_CONFLICT").line.state == "sent"
        assert open_cases(county.desk) == 0
        with pytest.raises(Refused, match="CASE_DECIDED"):
            decide(county.desk, shown, "first")

    def test_a_case_nobody_told_of_is_unknown(self, county: CaseDesks) -> None:
        with pytest.raises(Refused, match="CASE_UNKNOWN"):
            open_case(county.desk, "0" * 32, CAMPAIGN)

    def test_a_side_that_is_not_here_is_said_to_be_elsewhere(self, county: CaseDesks) -> None:
        county.conflict(phone=("1", "2"))
        shown = only(county.desk, "FIELD_CONFLICT")
        connection = county.desk.store.connection
        connection.execute(
            "UPDATE cases SET detail = replace(detail, (SELECT id FROM events WHERE station = ?"
            " ORDER BY seq DESC LIMIT 1), ?)",
            (county.other.store.station.id, "f" * 32),
        )
        shown = only(county.desk, "FIELD_CONFLICT")
        assert [side.says is None for side in shown.matter.sides] == [False, True]
        assert not shown.matter.whole
        assert [one.why_not for one in shown.choices] == ["", "ELSEWHERE", ""]
        with pytest.raises(Refused, match="CASE_CHOICE_ELSEWHERE"):
            decide(county.desk, shown, "second")


class TestOtherKinds:
    """What only shows at the centre: told from events and rows, decided without touching money."""

    def test_a_number_used_twice_shows_both_receipts(self, county: CaseDesks) -> None:
        one = county.save(county.desk, FAMILY)
        county.meet()
        county.pay(county.desk, one, FAMILY_FEN)
        # A faulty machine uses the number again.
        body = county.desk.store.connection.execute(
            "SELECT body FROM events WHERE type = 'payment.taken'"
        ).fetchone()[0]
        fact = msgspec.json.decode(body, type=Event).fact
        assert isinstance(fact, PaymentTaken)
        again = msgspec.structs.replace(fact, payment="f" * 32, ref="")
        with county.desk.store.transaction():
            county.desk.store.record(again, operator="chief")
        county.meet()
        shown = only(county.desk, "RECEIPT_NUMBER_TWICE")
        first, second = (side.says for side in shown.matter.sides)
        assert first is not None
        assert second is not None
        assert first["receipt"] == second["receipt"] == fact.receipt.number
        assert first["amount_fen"] == str(FAMILY_FEN)
        # The desk beside it never sees what was withheld; the number is told with the case.
        (_, there) = only(county.other, "RECEIPT_NUMBER_TWICE").matter.sides
        assert there.says == {"receipt": fact.receipt.number}
        decide(county.desk, shown, "no_money")
        county.meet()
        assert only(county.other, "RECEIPT_NUMBER_TWICE").line.decision == "no_money"

    def test_figures_are_worked_out_again_where_nothing_was_paid(self, county: CaseDesks) -> None:
        household = county.save(county.desk, FAMILY)
        county.meet()
        altered(county.desk, net_fen=1)
        county.meet()
        shown = only(county.desk, "FIGURES_DIFFER")
        stated, centre = (side.says for side in shown.matter.sides)
        assert stated is not None
        assert centre is not None
        assert (stated["net_fen"], centre["net_fen"]) == ("1", "32000")
        told = consequence(shown, "recalculate")
        assert (told.before_fen, told.after_fen) == (1, 32_000)
        decide(county.desk, shown, "recalculate")
        county.meet()
        rows = register.enrollments(county.other.store.connection, household, CAMPAIGN)
        assert sum(row["net_fen"] for row in rows) == FAMILY_FEN

    def test_what_changed_after_payment_stands_beside_what_was_paid(
        self, county: CaseDesks
    ) -> None:
        household = county.save(county.desk, FAMILY)
        county.meet()
        county.pay(county.desk, household, FAMILY_FEN)
        altered(county.other, net_fen=1)
        county.meet()
        # The household was stated whole, so that each of its four members is one.
        cases = [one for one in list_cases(county.desk) if one.kind == "CHANGED_AFTER_PAYMENT"]
        assert len(cases) == len(FAMILY.members)
        everybody = [open_case(county.desk, one.id, CAMPAIGN) for one in cases]
        shown = next(one for one in everybody if (one.matter.sides[1].says or {})["net_fen"] == "1")
        paid = shown.matter.sides[0].says
        assert paid is not None
        assert (paid["net_fen"], paid["status"]) == ("32000", "paid")
        told = consequence(shown, "refund")
        assert (told.what, told.receipt) == ("refund_later", paid["receipt"])
        decide(county.desk, shown, "as_paid")

    def test_two_decisions_of_one_case_stand_side_by_side(self, county: CaseDesks) -> None:
        county.conflict(phone=("1", "2"))
        county.other.role = "supervisor"
        with county.other.store.transaction():
            fact = OperatorAdded(operator="clerk", display_name="张经办", role="supervisor")
            county.other.store.record(fact, operator="clerk")
        decide(county.desk, only(county.desk, "FIELD_CONFLICT"), "corrected")
        decide(county.other, only(county.other, "FIELD_CONFLICT"), "second")
        county.meet()
        shown = only(county.desk, "CASE_DECISIONS_DIFFER")
        first, second = (side.says for side in shown.matter.sides)
        assert first is not None
        assert second is not None
        assert first["decision"] == "FIELD_CONFLICT.corrected"
        assert second["decision"] == "FIELD_CONFLICT.second"
        assert first["comment"] == "已核实"
        assert only(county.desk, "FIELD_CONFLICT").line.decision == "corrected"

    def test_a_person_moved_two_ways_is_settled_by_hand(self, county: CaseDesks) -> None:
        household = county.save(county.desk, FAMILY)
        county.meet()
        person = register.members(county.desk.store.connection, household)[1]["id"]
        for desk, target in ((county.desk, "a" * 32), (county.other, "b" * 32)):
            with desk.store.transaction():
                moved = (PersonFields(id=person, household=target),)
                fact = HouseholdSaved(household=HouseholdFields(id=household), people=moved)
                desk.store.record(fact, operator="x")
        county.meet()
        shown = only(county.desk, "FIELD_CONFLICT")
        assert {one.code: one.why_not for one in shown.choices} == {
            "first": "BY_HAND",
            "second": "",
            "corrected": "",
        }

    def test_what_another_township_enrolled_is_decided_by_the_county(
        self, county: CaseDesks
    ) -> None:
        """Without the other side in its file a township gives up its own, and decides no more."""
        store = new_station(7, division=EAST)
        enlist(store, county.centre)
        township = Desk(store, shipped_law(), "chief", "", "supervisor")
        west = replace(
            with_members(replace(SON, relation=codes.HEAD), number="9"),
            division=WEST + "001",
        )
        county.save(county.desk, west)
        county.meet()
        county.save(township, with_members(replace(SON, relation=codes.HEAD), number="8"))
        meet(store, county.centre)
        shown = only(township, "DUPLICATE_ENROLLMENT")
        assert sorted(side.told for side in shown.matter.sides) == [False, True]
        assert not shown.matter.whole
        assert sorted(one.why_not for one in shown.choices) == ["", "ELSEWHERE", "ELSEWHERE"]
        county.meet()
        assert only(county.desk, "DUPLICATE_ENROLLMENT").matter.whole
        store.close()


def altered(desk: Desk, **figures: int) -> None:
    """Record the last household once more with other figures for its first: an altered program."""
    row = desk.store.connection.execute(
        "SELECT body FROM events WHERE type = 'household.saved' ORDER BY pos DESC LIMIT 1"
    ).fetchone()
    event = msgspec.json.decode(row["body"], type=Event)
    fact = event.fact
    assert isinstance(fact, HouseholdSaved)
    first = msgspec.structs.replace(fact.enrollments[0], **figures)
    changed = msgspec.structs.replace(fact, enrollments=(first, *fact.enrollments[1:]), ref="")
    with desk.store.transaction():
        desk.store.record(changed, operator="x", law=event.law)
