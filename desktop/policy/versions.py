"""Several versions of the same packs, and which of them a law's hash stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

from desktop.policy.law import LawBook
from desktop.policy.pack import Pack
from desktop.policy.result import LawUsed

COMBINATIONS_MAX = 2_000
"""Versions tried together for one place; four documents with six versions each are 1296."""


class LawVersions:
    """A book, and other versions of its packs or packs beside it."""

    def __init__(self, base: LawBook, others: Iterable[Pack] = ()) -> None:
        self._base = base
        self._versions: dict[str, list[Pack]] = {name: [pack] for name, pack in base.packs.items()}
        for pack in others:
            known = self._versions.setdefault(pack.pack.id, [])
            if pack not in known:
                known.append(pack)

    @property
    def places(self) -> tuple[tuple[str, int], ...]:
        """Return where a pack of any version stands: division and campaign year."""
        packs = (pack.pack for versions in self._versions.values() for pack in versions)
        return tuple(dict.fromkeys((head.division, head.campaign_year) for head in packs))

    def find(self, law_hash: str, division: str, campaign_year: int) -> LawBook | None:
        """Return the book under which the law of a place has this hash; None if there is none."""
        for book in self._books(division, campaign_year):
            law = book.resolve(division, campaign_year)
            if law is not None and law.used.hash == law_hash:
                return book
        return None

    def explain(self, law_hash: str) -> LawUsed | None:
        """Return which packs in which versions a hash stands for; None if it is none of these."""
        for division, campaign_year in self.places:
            book = self.find(law_hash, division, campaign_year)
            law = None if book is None else book.resolve(division, campaign_year)
            if law is not None:
                return law.used
        return None

    def _books(self, division: str, campaign_year: int) -> Iterator[LawBook]:
        """Yield the law of a place in every combination of versions, newest first."""
        chain = frozenset(self._base.chain(division))
        options: list[list[Pack | None]] = []
        for name, versions in self._versions.items():
            here: list[Pack | None] = [
                pack
                for pack in sorted(versions, key=lambda one: one.pack.version, reverse=True)
                if pack.pack.division in chain and pack.pack.campaign_year == campaign_year
            ]
            if here:
                # A pack that came later was not there before.
                options.append(here if name in self._base.packs else [*here, None])
        for chosen in islice(product(*options), COMBINATIONS_MAX):
            yield self._base.with_packs(pack for pack in chosen if pack is not None)
