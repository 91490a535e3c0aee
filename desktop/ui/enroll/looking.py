"""What is looked up while a household is entered: the register, the fonts of papers. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.domain.facts import Recognition
from desktop.domain.household import Finding
from desktop.ui.enroll.promises import EnrolView
from desktop.ui.enroll.showing import Here
from desktop.ui.session import Session
from desktop.usecases.lists.registered import listed_identities
from desktop.usecases.register_checks import look_up

_ASKED_AFTER = frozenset({"name", "document_number", "birth_date", "participation"})
"""Fields after which the register has something to say about a member."""
_SHOWN_AT_ONCE = frozenset(
    {"ALREADY_ENROLLED", "DOCUMENT_OF_ANOTHER", "DOCUMENT_FORMER", "SUSPECTED_DUPLICATE"}
    | {"KNOWN_DEAD", "OF_ANOTHER_HOUSEHOLD"}
    | {"LISTED", "LISTED_DEAD", "LISTED_EMPLOYEE", "LISTED_ALIKE"}
)
"""What changes what the clerk does next; the rest can wait for the save."""


class Looking:
    """Asks in the background when a field is left; a late answer about another entry is dropped."""

    def __init__(
        self,
        session: Session,
        view: EnrolView,
        here: Here,
        found: Callable[[tuple[Finding, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """``found`` takes everything known by now, each time something is learnt."""
        self._session = session
        self._view = view
        self._here = here
        self._found = found
        self._failed = failed
        self._asked: object = None
        self._register: tuple[Finding, ...] = ()
        self.listed: Mapping[str, tuple[Recognition, ...]] = {}
        """By number: identities that lists gave people before anybody registered them."""
        self._unprintable: dict[str, str] = {}
        """By name: the characters papers cannot show, empty if they show all."""
        self._upgraded: frozenset[str] = frozenset()
        """Numbers of 18 digits that stand where 15 were typed."""

    def forget(self) -> None:
        """Begin with another household."""
        self._asked = None
        self._register = ()
        self.listed = {}
        self._upgraded = frozenset()

    def upgraded(self, number: str) -> None:
        """Say of a number that it became what it is from an old one."""
        self._upgraded |= {number}
        self._found(self.findings())

    def left(self, name: str) -> None:
        """Ask what a field that was left makes worth asking."""
        if name in ("name", "alias"):
            self._ask_fonts()
        entry = self._here.entry.household
        if name in _ASKED_AFTER and self._here.entry.changed and entry != self._asked:
            self._asked = entry
            desk = self._session.desk
            self._session.runner.submit(
                "store",
                lambda: (look_up(desk, entry), listed_identities(desk, entry)),
                owner=self._view,
                done=lambda told: self._told(entry, *told),
                failed=self._failed,
            )

    def findings(self) -> tuple[Finding, ...]:
        """Return what is known about the entry as it stands."""
        return (*self._register, *self._of_fonts(), *self._of_old_numbers())

    def _told(
        self,
        asked: object,
        told: tuple[Finding, ...],
        listed: Mapping[str, tuple[Recognition, ...]],
    ) -> None:
        if self._here.entry.household == asked:
            self.listed = listed
            self._register = tuple(one for one in told if one.code in _SHOWN_AT_ONCE)
            self._found(self.findings())

    def _of_fonts(self) -> tuple[Finding, ...]:
        return tuple(
            Finding(place, "name", "NAME_UNPRINTABLE", "warning", {"characters": missing})
            for place, member in enumerate(self._here.entry.members)
            if (missing := self._unprintable.get(member.name))
        )

    def _of_old_numbers(self) -> tuple[Finding, ...]:
        return tuple(
            Finding(
                place,
                "document_number",
                "DOCUMENT_UPGRADED",
                "repair",
                {"number": member.document_number},
            )
            for place, member in enumerate(self._here.entry.members)
            if member.document_number in self._upgraded
        )

    def _ask_fonts(self) -> None:
        names = {one.name for one in self._here.entry.members} - self._unprintable.keys()
        rare = tuple(name for name in names if any(_is_rare(char) for char in name))
        if not rare:
            return

        def work() -> dict[str, str]:
            # The fonts are megabytes: read on the lane of the papers, for rare characters only.
            from desktop.printing.fonts import missing_characters

            return {name: "".join(missing_characters((name,))) for name in rare}

        def done(found: dict[str, str]) -> None:
            self._unprintable |= found
            self._found(self.findings())

        self._session.runner.submit("print", work, owner=self._view, done=done, failed=self._failed)


def _is_rare(char: str) -> bool:
    """Tell whether a character is outside what every Chinese font holds."""
    return not (char.isascii() or "\u4e00" <= char <= "\u9fa5" or char in "·．（）")
