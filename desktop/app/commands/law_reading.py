"""``law show`` and ``law diff``: the law as a page to read, and what a new version changes.

At a terminal they print a page; into a pipe, like every command, JSON lines.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from desktop.app.commands.context import DONE, Context
from desktop.app.law import LawSource, read_source, shipped_law
from desktop.base.errors import Refused
from desktop.policy import Law, LawBook
from desktop.policy.benefit_panel import benefit_panel
from desktop.policy.pack import Pack
from desktop.policy.pack_cases import parse_cases
from desktop.policy.pack_diff import value_changes
from desktop.policy.pack_values import BENEFITS, PackValue, pack_values, values_in_force
from desktop.policy.pack_words import open_words, subject_words
from desktop.policy.parse import parse_pack
from desktop.policy.price_diff import PriceChange, Side, case_changes, price_changes
from desktop.policy.wait_diff import wait_changes
from desktop.policy.words import Language, article_words
from desktop.usecases.divisions import division_name
from desktop.usecases.law_history import explain
from desktop.wire.pack_check import check_place

_HEADINGS = {
    "open": ("待定", "open"),
    "since": ("自", "since"),
    "until": ("至", "until"),
    "checked": ("核对于", "checked on"),
    "prices": ("谁的应缴有变化", "Who pays what differently"),
    "cases": ("结果不同的算例", "Worked cases that come out differently"),
    "values": ("条文的变化", "What is written differently"),
    "same": ("没有变化", "nothing changes"),
}


def show(context: Context, options: Namespace) -> int:
    """Print the packs held; every value of a file or of a place; or what a hash stands for."""
    if options.hash:
        return _show_hash(context, options)
    book = _book(context, options)
    if options.file:
        pack = _parsed(read_source(Path(options.file)))
        _print_values(context, options, [pack], list(pack_values(pack)))
    elif options.division:
        law = _law_of(book, options.division, options.year)
        packs = [book.packs[layer.pack] for layer in law.used.layers]
        _print_values(context, options, packs, list(values_in_force(packs)), law)
        _print_silences(context, options, packs)
    else:
        for pack in sorted(book.packs.values(), key=lambda pack: pack.pack.division):
            _print(context, options, _head(pack), _head_line(pack))
    return DONE


def _show_hash(context: Context, options: Namespace) -> int:
    """Print the documents and versions that figures of this station were worked out under."""
    with context.desk() as desk:
        used = explain(desk, options.hash)
    for layer in used.layers:
        line = f"{layer.document}  {layer.pack}  v{layer.version}"
        _print(context, options, msgspec.to_builtins(layer), line)
    return DONE


def diff(context: Context, options: Namespace) -> int:
    """Print who pays what differently under the second file, and what it writes differently."""
    language = context.language
    sources = read_source(Path(options.old)), read_source(Path(options.new))
    old, new = (_parsed(source) for source in sources)
    if old.pack.division != new.pack.division:
        message = f"one is of {old.pack.division}, the other of {new.pack.division}"
        raise Refused("LAW_NOT_COMPARABLE", message)
    base = shipped_law()
    books = base.with_packs([old]), base.with_packs([new])
    for source, pack, book in zip(sources, (old, new), books, strict=True):
        check_place(source.name, pack, book)
    before, after = (
        Side(book, pack.pack.campaign_year) for book, pack in zip(books, (old, new), strict=True)
    )
    places = _places(base, new.pack.division)
    prices = [
        *price_changes(before, after, places, language),
        *wait_changes(before, after, places, language),
    ]
    cases: list[PriceChange] = []
    if before.campaign_year == after.campaign_year:
        cases = list(case_changes(*books, _requests(sources)))
    if _is_page(options):
        _line(context, f"{_head_line(old)}\n→ {_head_line(new)}")
    _print_prices(context, options, "prices", prices, language)
    _print_prices(context, options, "cases", cases, language)
    _heading(context, options, "values")
    count = 0
    for change in value_changes(old, new):
        said = change.says(language)
        _print(context, options, {"kind": "value", "change": change.kind, "says": said}, said)
        count += 1
    _none(context, options, count)
    return DONE


def _print_prices(
    context: Context,
    options: Namespace,
    kind: str,
    changes: Sequence[PriceChange],
    language: Language,
) -> None:
    _heading(context, options, kind)
    place = ""
    for change in changes:
        if _is_page(options) and change.division not in ("", place):
            place = change.division
            _line(context, f"  {_place_name(place)}")
        said = change.says(language)
        plain = {
            "kind": kind.removesuffix("s"),
            "division": change.division,
            "whom": change.whom,
            "moved": change.moved,
            "cite": change.cite,
            "says": said,
        }
        _print(context, options, plain, f"  {said}")
    _none(context, options, len(changes))


def _requests(sources: Sequence[LawSource]) -> list[dict[str, Any]]:
    """Return the questions of both packs' worked cases, each once."""
    cases = [
        case
        for source in sources
        if source.cases is not None
        for case in parse_cases(source.cases_file, source.cases, source.cases_line)
    ]
    return list({msgspec.json.encode(case.request): case.request for case in cases}.values())


def _places(book: LawBook, division: str) -> list[str]:
    """Return the place of a pack and those below it that have packs of their own."""
    below = {pack.pack.division for pack in book.packs.values()} | {division}
    return sorted(code for code in below if division in book.chain(code))


def _book(context: Context, options: Namespace) -> LawBook:
    if not options.station:
        return shipped_law()
    with context.desk() as desk:
        return desk.law


def _law_of(book: LawBook, division: str, year: int | None) -> Law:
    years = [year] if year else sorted({pack.pack.campaign_year for pack in book.packs.values()})
    for one in reversed(years):
        law = book.resolve(division, one)
        if law is not None:
            return law
    named = "/".join(str(one) for one in years)
    message = f"no law pack covers {division} in {named}"
    raise Refused("LAW_DIVISION", message, division=division, year=named)


def _parsed(source: LawSource) -> Pack:
    return parse_pack(source.name, source.text)


def _print_values(
    context: Context,
    options: Namespace,
    packs: Sequence[Pack],
    values: Sequence[PackValue],
    law: Law | None = None,
) -> None:
    if _is_page(options):
        if law is not None:
            year = packs[0].pack.campaign_year
            _line(context, f"{_place_name(law.unit)} {year}  [{law.used.hash[:16]}]")
        for pack in packs:
            _line(context, _head_line(pack))
        _line(context, "")
    for value in values:
        plain = _value(value, context.language)
        _print(context, options, plain, "\n".join(_value_lines(value, context.language)))


def _print_silences(context: Context, options: Namespace, packs: Sequence[Pack]) -> None:
    """Print the benefits of which no document gives the figure: never another place's."""
    language = context.language
    for line in benefit_panel(packs):
        if line.value is None:
            title = f"{subject_words(BENEFITS, language)}{'：' if language == 'zh' else ': '}"
            said = f"{title}{line.title(language)}  {line.says(language)}"
            plain = {"subject": BENEFITS, "title": line.title(language), "says": None}
            _print(context, options, plain | {"silent": True}, said)


def _value(value: PackValue, language: Language) -> dict[str, Any]:
    open_ = value.open
    return {
        "subject": value.subject,
        "title": value.title(language),
        "says": value.says(language),
        "document": value.document,
        "article": value.article,
        "since": value.since,
        "until": value.until,
        "checked_on": value.checked_on,
        "open": {"reason": open_.reason, "authority": open_.authority} if open_ else None,
    }


def _value_lines(value: PackValue, language: Language) -> Iterator[str]:
    said = value.says(language)
    yield f"{value.title(language)}{'  ' if said else ''}{said}"
    if value.open is not None:
        yield f"    {_say('open', language)}  {open_words(value.open, language)}"
    until = f" {_say('until', language)} {value.until}" if value.until else ""
    yield (
        f"    {article_words(value.document, value.article, language)}"
        f"  {_say('since', language)} {value.since}{until}"
        f"  {_say('checked', language)} {value.checked_on}"
    )


def _head(pack: Pack) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(pack.pack)
    return {"pack": plain.pop("id"), **plain}


def _head_line(pack: Pack) -> str:
    head = pack.pack
    place = _place_name(head.division)
    day = f"  {head.date}" if head.date else ""
    return f"{head.document}  {head.title}{day}  {place} {head.campaign_year}  v{head.version}"


def _place_name(division: str) -> str:
    name = division_name(division)
    return name if name == division else f"{name} {division}"


def _heading(context: Context, options: Namespace, key: str) -> None:
    if _is_page(options):
        _line(context, f"\n{_say(key, context.language)}")


def _none(context: Context, options: Namespace, count: int) -> None:
    if not count and _is_page(options):
        _line(context, f"  {_say('same', context.language)}")


def _say(key: str, language: Language) -> str:
    return _HEADINGS[key][language == "en"]


def _print(context: Context, options: Namespace, plain: dict[str, Any], line: str) -> None:
    if _is_page(options):
        _line(context, line)
    else:
        context.print(plain)


def _line(context: Context, text: str) -> None:
    context.out.write(text.encode("utf-8") + b"\n")
    context.out.flush()


def _is_page(options: Namespace) -> bool:
    return bool(options.page) or (not options.json and sys.stdout.isatty())
