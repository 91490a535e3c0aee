"""A clerk's day, by keys alone. Each step waits for what it leaves behind, and looks at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.app.drive import Row, family
from desktop.domain import codes
from desktop.domain.invented import invented_number
from desktop.store import register
from desktop.usecases.open_household import load_household
from tests.ui.x_window.desk import PASSWORD, YEAR, Program
from tests.ui.x_window.display import Display, wait_until

TODAY = date(YEAR, 11, 15)
FAMILY = family(TODAY)
ENROL, ROSTER, PAY, LOCKED = "家庭参保登记", "续保名册", "收费", "已锁定"
CUT_SHORT = (
    Row("毕𠮷祥", invented_number(date(1980, 1, 2), 321, codes.MALE)),
    Row("毕小雪", invented_number(date(2012, 3, 4), 322, codes.FEMALE), "3"),
)
TWICE = Row("起重复", FAMILY[0].number)
MENDED = Row("起重复", invented_number(date(1976, 3, 12), 323, codes.MALE))
NEXT_VILLAGE = "东山"
HOME = ("柳林", "一组28号", "13800000000")
"""Where the family lives, field by field."""


@dataclass(slots=True)
class Clerk:
    """Who works the program, and what there was to see so far."""

    program: Program
    family_id: str = ""
    done: list[str] = field(default_factory=list)

    @property
    def hands(self) -> Display:
        """The keyboard."""
        return self.program.display

    def come_in(self) -> None:
        """Switch everything on and sign in."""
        names = "".join(row.name for row in (*FAMILY, *CUT_SHORT, TWICE))
        self.hands.teach(names + "".join(HOME) + NEXT_VILLAGE)
        self.program.start()
        self.sign_in()

    def sign_in(self) -> None:
        """The password, and the household screen is there."""
        # The window has the keys a moment before it knows who works here.
        self.hands.settle()
        self.program.picture("sign-in")
        self.hands.type(PASSWORD)
        self.hands.press("Return")
        self.program.await_title(ENROL)
        wait_until(lambda: self.program.signed_in, "the noted sign-in")
        self.done.append("signed in")

    def enter(self, row: Row) -> None:
        """One row of the member table, from the name to its end."""
        hands = self.hands
        hands.type(row.name)
        hands.press("Return", *(["2"] if row.birth_certificate else []), "Return")
        hands.type(row.number)
        hands.press("Return")
        if row.birth is not None:
            hands.press(row.sex_digit, "Return")
            hands.type(f"{row.birth:%Y%m%d}")
            hands.press("Return")
        digits = (row.relation_digit, row.identity_digit)
        hands.press(*[key for digit in digits for key in (digit, "Return") if key])

    def drafted(self, rows: tuple[Row, ...]) -> bool:
        """Tell whether exactly these people are in the draft that is kept."""
        kept = self.program.draft
        if kept is None:
            return False
        return [(one.name, one.document_number) for one in kept.members] == [
            (row.name, row.number) for row in rows
        ]

    def new_household(self) -> None:
        """Four people, one of them newborn on a birth certificate: saved, paid, printed."""
        program, hands = self.program, self.hands
        hands.press("alt+c")
        for words in HOME:
            hands.type(words)
            hands.press("Return")
        for row in FAMILY:
            self.enter(row)
        hands.press("shift+Tab", "F6", "Return", "Return", "1", "Return")
        assert FAMILY[-1].birth is not None
        hands.type(f"{FAMILY[-1].birth:%Y%m%d}")
        hands.press("F4")
        wait_until(lambda: self.drafted(FAMILY), "the household in the draft")
        program.picture("household")
        before = program.events
        hands.press("F9")
        wait_until(lambda: program.events > before and program.draft is None, "the saved household")
        self.family_id = self.household_of(FAMILY[0])
        hands.settle()
        hands.press("F12")
        self.take_money(98_000)
        program.await_title(ENROL)
        self.done.append("new household of four paid")

    def take_money(self, fen: int) -> None:
        """Take what is due in cash, on the sheet that comes; the receipt comes out."""
        program, hands = self.program, self.hands
        printed = program.printed
        program.await_title(PAY)
        hands.settle()
        program.picture("payment")
        hands.press("F12")
        wait_until(lambda: program.printed == printed + 1, "the printed receipt")
        assert len(program.papers) == printed + 1
        paid = program.desk.store.connection.execute(
            "SELECT amount_fen FROM payments ORDER BY rowid DESC"
        ).fetchone()[0]
        assert paid == fen, (paid, fen)
        hands.settle()
        program.picture("receipt")
        hands.press("Return")

    def household_of(self, row: Row) -> str:
        """Return the household somebody of the register belongs to."""
        person = register.person_by_document(self.program.desk.store.connection, row.number)
        assert person is not None, row.name
        return str(person["household_id"])

    def find(self, pinyin: str) -> None:
        """Open a household by its head's initials."""
        hands, before = self.hands, self.hands.pixels()
        hands.press("F3")
        hands.changes(before, "the search")
        before = hands.pixels()
        hands.type(pinyin)
        hands.changes(before, "what was found")
        self.program.picture("search")
        before = hands.pixels()
        hands.press("Return")
        hands.changes(before, "the opened household")

    def correct(self) -> None:
        """A telephone number is mended, the save taken back, and done again."""
        program, hands = self.program, self.hands
        self.find("qjg")
        hands.press("alt+t", "ctrl+a")
        hands.type("13800000001")
        wait_until(lambda: program.draft is not None, "the draft of the correction")
        assert program.draft is not None
        assert program.draft.household_id == self.family_id
        self.saved("13800000001", "F9")
        program.picture("corrected")
        self.saved(HOME[-1], "ctrl+z")
        program.picture("undone")
        self.done.append("corrected and undone")

    def saved(self, phone: str, key: str) -> None:
        """Press ``key`` and wait until the household's telephone is ``phone``."""
        before = self.program.events
        self.hands.press(key)

        def kept() -> bool:
            loaded = load_household(self.program.desk, self.family_id, YEAR)
            return self.program.events > before and loaded.entry.phone == phone

        wait_until(kept, f"telephone {phone or '(none)'} after {key}")
        self.hands.settle()

    def duplicate(self) -> None:
        """A number that is in the register already is refused, and mended."""
        program, hands = self.program, self.hands
        hands.press("F2")
        self.enter(TWICE)
        wait_until(lambda: self.drafted((TWICE,)), "the draft of the duplicate")
        before = program.events
        hands.press("F9")
        hands.settle()
        program.picture("duplicate")
        assert program.events == before
        assert self.drafted((TWICE,))
        # The cursor was put where the mistake is.
        hands.press("ctrl+a")
        hands.type(MENDED.number)
        hands.press("F9")
        wait_until(lambda: program.events > before and program.draft is None, "the mended person")
        assert self.household_of(MENDED)
        self.done.append("duplicate refused")

    def help(self) -> None:
        """F1 tells of the field the cursor is in, without taking it from there."""
        program, hands, before = self.program, self.hands, self.hands.pixels()
        hands.press("F1")
        hands.changes(before, "the help")
        program.picture("help")
        hands.press("F1", "Escape")
        hands.settle()
        self.done.append("help")

    def cut_short(self) -> None:
        """Two people are entered when the power goes; on start the clerk is back at them."""
        program, hands = self.program, self.hands
        hands.press("F2")
        for row in CUT_SHORT:
            self.enter(row)
        wait_until(lambda: self.drafted(CUT_SHORT), "the draft before the power goes")
        program.kill()
        program.start()
        self.sign_in()
        hands.settle()
        program.picture("restored")
        assert self.drafted(CUT_SHORT)
        before = program.events
        hands.press("F9")
        wait_until(lambda: program.events > before and program.draft is None, "the restored, saved")
        assert self.household_of(CUT_SHORT[0]) == self.household_of(CUT_SHORT[1])
        self.done.append("killed and restored")

    def lock(self, key: str = "ctrl+l", limit_s: float = 20) -> None:
        """The window locks; nothing typed reaches what it covers; the password opens it."""
        program, hands = self.program, self.hands
        if key:
            hands.press(key)
        wait_until(lambda: program.title.startswith(LOCKED), "the lock", limit_s)
        program.picture("locked")
        before = program.events
        hands.press("F12", "alt+2", "Escape")
        hands.settle()
        assert program.title.startswith(LOCKED)
        hands.press("ctrl+a")
        hands.type(PASSWORD)
        hands.press("Return")
        program.await_title(ENROL)
        assert program.events == before
        self.done.append("locked by a key" if key else "locked when idle")
