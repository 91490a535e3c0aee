"""The command line's grammar: which commands there are, what they take, what runs them."""

from __future__ import annotations

import argparse
import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date

from desktop.app.commands.context import DONE, NOTHING_DONE, Context
from desktop.app.version import VERSION
from desktop.base.dates import day_from_text
from desktop.base.errors import CanbaoError
from desktop.base.money import fen_from_text

Command = Callable[[Context, Namespace], int]

RESIDENTS_MAX = 2_000_000


def parser() -> tuple[ArgumentParser, argparse._SubParsersAction[ArgumentParser]]:
    """Return the parser with the common options and the station's commands."""
    top = ArgumentParser(
        prog="canbao" if getattr(sys, "frozen", False) else "python -m desktop",
        description="参保台 Canbao Desk. Without a command: open the window.",
    )
    top.add_argument("--version", action="version", version=f"Canbao Desk {VERSION}")
    top.add_argument(
        "--self-test", action="store_true", help="prove this installation; exit 0 if all is well"
    )
    top.add_argument(
        "--uninstall-check", action="store_true", help="exit 3 if events wait to be sent"
    )
    top.add_argument("--idle-check", action="store_true", help="exit 3 if the program runs here")
    top.add_argument("--box", type=int, default=0, metavar="LEVEL", help=SUPPRESS)
    top.add_argument("--json", action="store_true", help="the self-test's report as JSON")
    top.add_argument("--report", metavar="FILE", help="the self-test's report into a file, too")
    top.add_argument("--data", metavar="DIR", help="the station's or the centre's folder")
    top.add_argument("--operator", metavar="NAME", help="who signs in")
    top.add_argument("--password-file", metavar="FILE", help="else in CANBAO_PASSWORD")
    top.add_argument("--lang", choices=("zh", "en"), default="zh", help="language of messages")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _entries(commands)
    _station(commands)
    _files(commands)
    _imports(commands)
    _exports(commands)
    _law(commands)
    _local_values(commands)
    _repricing(commands)
    _cases(commands)
    _devices(commands)
    _updates(commands)
    return top, commands


def run(options: Namespace) -> int:
    """Run the chosen command and return its exit code; errors are told, never shown as a trace."""
    context = Context.of(options, kind=getattr(options, "kind", "station"))
    command: Command = options.run
    try:
        return command(context, options)
    except CanbaoError as error:
        context.tell_error(error)
        return NOTHING_DONE
    except BrokenPipeError:
        # Whoever read our lines has gone; what they say is durable all the same.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _entries(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import calc, entries, voiding

    calc_ = commands.add_parser("calc", help="assess requests: JSON lines in, JSON lines out")
    calc_.set_defaults(run=lambda context, options: calc.run(sys.stdin.buffer, context.out))
    enroll = commands.add_parser("enroll", help="enrol households: JSON lines in")
    enroll.set_defaults(run=lambda context, options: entries.enroll(context, sys.stdin.buffer))
    pay = commands.add_parser("pay", help="take payments: JSON lines in")
    pay.set_defaults(run=lambda context, options: entries.pay(context, sys.stdin.buffer))
    void = commands.add_parser("void", help="take back unpaid enrolments: JSON lines in")
    void.set_defaults(run=lambda context, options: voiding.void(context, sys.stdin.buffer))
    _undoing(commands)


def _undoing(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import undoing

    for name, help_, command in (
        ("reverse", "reverse receipts of closed days (红冲), as a supervisor", undoing.reverse),
        ("refund-request", "ask for money back (退费申请)", undoing.refund_request),
    ):
        one = commands.add_parser(name, help=f"{help_}: JSON lines in")
        one.set_defaults(
            run=lambda context, options, command=command: command(context, sys.stdin.buffer)
        )
    close = commands.add_parser("close-day", help="count and close a day (日结): JSON lines in")
    other = close.add_mutually_exclusive_group()
    other.add_argument("--open", action="store_true", help="list the days that are open")
    other.add_argument("--approve", nargs="+", metavar="ID", help="sign closed days, a supervisor")
    close.set_defaults(run=undoing.close)


def _station(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import station_parsers

    station_parsers.add(commands, _day)


def _files(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import files, repairing

    seed = commands.add_parser("seed", help="fill a training station with invented residents")
    seed.add_argument("--residents", type=_residents, required=True, metavar="N")
    seed.add_argument("--seed", type=int, default=1, metavar="S")
    seed.add_argument(
        "--last-year", action="store_true", help="enrol them last year, to be rolled over"
    )
    seed.set_defaults(run=files.seed)
    receipt = commands.add_parser("receipt", help="write a receipt's PDF, or check a code")
    receipt.add_argument("number", metavar="NUMBER|check")
    receipt.add_argument("code", nargs="?", metavar="CODE", help="after check: the QR code's text")
    receipt.add_argument("--out", metavar="FILE.pdf")
    receipt.add_argument("--paper", default="A5", metavar="A5|A4|241x93.1|80|…")
    receipt.add_argument("--archive", action="store_true", help="the archived paper; no print")
    receipt.set_defaults(run=files.receipt)
    events = commands.add_parser("events", help="list the events, without personal data")
    events.add_argument("--from", dest="start", type=int, default=1, metavar="N")
    events.set_defaults(run=files.events)
    verify = commands.add_parser("verify", help="prove chain, record, ledger and sums")
    verify.add_argument(
        "--papers", nargs="?", type=int, const=0, metavar="N", help="make papers again: all, or N"
    )
    verify.set_defaults(run=files.verify_station)
    repair = commands.add_parser("repair", help="put a damaged file together again")
    repair.add_argument("--check", action="store_true", help="only say whether it is damaged")
    repair.set_defaults(run=repairing.repair)
    for name, help_, command in (
        ("backup", "copy the file, encrypted", files.backup),
        ("restore", "bring a copy back", files.restore),
    ):
        one = commands.add_parser(name, help=help_)
        one.add_argument("file", metavar="FILE")
        one.set_defaults(run=command)


def _imports(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import handover, imports, lists

    top = commands.add_parser("import", help="take lists in: XLSX, XLS, CSV or TSV")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    divisions = actions.add_parser("divisions", help="townships, villages, groups, schools (区划)")
    divisions.add_argument("--sheet", default="", metavar="NAME")
    divisions.set_defaults(run=imports.divisions)
    targets = actions.add_parser("targets", help="population and targets (常住人口、任务数)")
    targets.add_argument("--campaign-year", type=int, required=True, metavar="Y")
    targets.set_defaults(run=imports.targets)
    for one in (divisions, targets):
        one.add_argument("file", metavar="FILE")
        one.add_argument("--dry-run", action="store_true", help="only say what is wrong")
    lists.add_parsers(actions, _day)
    handover.add_imports(actions)


def _exports(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import exports, handover
    from desktop.domain.desk_codes import DEPARTMENTS
    from desktop.exchange.register_text import ENCODINGS
    from desktop.usecases.registers import REGISTERS

    kinds = (*REGISTERS, exports.RECEIPTS, *handover.EXPORTS)

    top = commands.add_parser(
        "export", help="a register or the receipts: PDF to print, XLSX or CSV to work with"
    )
    top.add_argument("register", choices=kinds, metavar="REGISTER", help=", ".join(kinds))
    top.add_argument("--out", metavar="FILE.pdf|FILE.xlsx|FILE.csv")
    handover.add_exports(top)
    top.add_argument("--division", metavar="CODE", help="default: the station's")
    top.add_argument("--campaign-year", type=int, metavar="Y")
    top.add_argument("--subsidy-year", type=int, metavar="Y", help="of the fiscal claim")
    top.add_argument("--since", type=_day, metavar="D", help="first booking day")
    top.add_argument("--to", type=_day, metavar="D", help="last booking day")
    top.add_argument("--day", type=_day, metavar="D", help="one booking day")
    top.add_argument("--collector", metavar="NAME")
    top.add_argument("--department", choices=DEPARTMENTS, metavar="D", help="of a return list")
    top.add_argument("--encoding", choices=ENCODINGS, default="utf-8", help="of a CSV file")
    top.add_argument("--lossy", action="store_true", help="write 〓 for what it cannot hold")
    top.add_argument("--whole", metavar="WHY", help="whole identity numbers, a supervisor")
    top.add_argument("--paper", default="A5", metavar="A5|A4|…", help="of the receipts")
    top.add_argument("--unprinted", action="store_true", help="receipts never printed, only")
    top.set_defaults(run=exports.export)


def _law(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import law, law_reading

    top = commands.add_parser("law", help="look over, sign, take in and show law packs")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser("check", help="look packs over and run their worked cases")
    check.add_argument("paths", nargs="*", metavar="PATH", help="default: the program's own")
    check.set_defaults(run=law.check)
    sign = actions.add_parser("sign", help="seal packs that hold with the publisher's key")
    sign.add_argument("paths", nargs="*", metavar="PATH", help="default: the program's own")
    which = sign.add_mutually_exclusive_group()
    which.add_argument("--key", metavar="FILE", help=f"private key; else in {law.KEY_VARIABLE}")
    which.add_argument("--new-key", metavar="FILE", help="make a key there and trust only it")
    sign.add_argument("--holder", default="Canbao Desk", help="whose the new key is")
    sign.add_argument("--out", metavar="DIR", help="also write pack files to hand on")
    sign.set_defaults(run=law.sign)
    import_ = actions.add_parser("import", help="put a signed pack file in force at this station")
    import_.add_argument("file", metavar="FILE.lawpack")
    import_.set_defaults(run=law.import_file)
    show = actions.add_parser("show", help="list the packs, or every value of one or of a place")
    show.add_argument("file", nargs="?", metavar="FILE", help="a pack file")
    show.add_argument("--division", metavar="CODE")
    show.add_argument("--year", type=int, metavar="Y", help="campaign year; default: the latest")
    show.add_argument("--station", action="store_true", help="with the packs imported here")
    show.add_argument("--hash", metavar="LAW", help="what an event's or receipt's law stands for")
    diff = actions.add_parser("diff", help="tell in words who pays what differently")
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    for one, command in ((show, law_reading.show), (diff, law_reading.diff)):
        form = one.add_mutually_exclusive_group()
        form.add_argument("--page", action="store_true", help="a page to read, also into a pipe")
        form.add_argument("--json", action="store_true", help="JSON lines, also at a terminal")
        one.set_defaults(run=command)


def _local_values(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import local_values

    top = commands.add_parser("local-value", help="set what the law leaves to an administrator")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    propose = actions.add_parser("propose", help="JSON lines in")
    propose.set_defaults(
        run=lambda context, options: local_values.propose_lines(context, sys.stdin.buffer)
    )
    approve = actions.add_parser("approve", help="as another person than who proposed")
    approve.set_defaults(run=local_values.approve_values)
    reject = actions.add_parser("reject", help="turn a proposal down")
    reject.add_argument("--reason", required=True, metavar="WHY")
    reject.set_defaults(run=local_values.reject_values)
    for one in (approve, reject):
        one.add_argument("ids", nargs="+", metavar="ID")
    list_ = actions.add_parser("list", help="every value of a place, or what is open there")
    list_.add_argument("--division", metavar="CODE", help="default: the station's county")
    list_.add_argument("--open", action="store_true", help="what the law leaves open, to whom")
    list_.set_defaults(run=local_values.list_lines)
    _year_of(list_)


def _cases(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import cases

    listed = commands.add_parser("cases", help="what a person must decide (待处理事项)")
    listed.add_argument("--all", action="store_true", help="the decided ones too")
    listed.set_defaults(run=cases.list_all)
    one = commands.add_parser("case", help="show one case, comment on it or decide it")
    one.add_argument("id", metavar="ID")
    _year_of(one)
    one.add_argument("--decision", default="", metavar="D", help="one of its choices; a supervisor")
    one.add_argument("--reason", default="", metavar="WHY")
    one.add_argument("--comment", default="", metavar="TEXT", help="say something, decide nothing")
    one.set_defaults(run=cases.one)


def _repricing(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import fiscal, repricing
    from desktop.usecases.decide_difference import OUTCOMES

    for name, help_, command in (
        ("reprice", "what changed law or values change (多退少补)", repricing.reprice_year),
        ("retroactive", "assistance due after payment (补落实资助)", repricing.retroactive),
    ):
        one = commands.add_parser(name, help=help_)
        _year_of(one)
        one.add_argument("--approve", action="store_true", help="record the list; a supervisor")
        one.set_defaults(run=command)
    decide = commands.add_parser("decide", help="what the texts leave to a person (须由人决定)")
    decide.add_argument("id", nargs="?", metavar="ID", help="without: list what waits")
    _year_of(decide)
    decide.add_argument("--outcome", choices=OUTCOMES)
    decide.add_argument("--amount", type=_amount, default=0, metavar="YUAN", help="like 120.00")
    decide.add_argument("--reason", default="", metavar="WHY")
    decide.add_argument("--document", default="", metavar="DOC", help="article or document")
    decide.set_defaults(run=repricing.decide_differences)
    unsettled = commands.add_parser("differences", help="approved and not settled (多退少补)")
    _year_of(unsettled)
    unsettled.add_argument("--household", default="", metavar="ID", help="of one household")
    unsettled.set_defaults(run=repricing.differences)
    claim = commands.add_parser("fiscal-claim", help="what each level of government owes")
    claim.add_argument("--subsidy-year", type=int, required=True, metavar="Y")
    claim.add_argument(
        "--campaign-year", type=int, metavar="Y", help="who paid when; default: the subsidy year"
    )
    claim.set_defaults(run=fiscal.claim)


def _devices(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import card_reader

    reader = commands.add_parser("card-reader", help="the helper process of an ID-card reader")
    reader.add_argument("--library", required=True, metavar="FILE", help="sdtapi.dll of the reader")
    reader.add_argument("--check", action="store_true", help="say which reader answers, and end")
    reader.add_argument("--folder", metavar="DIR", help="its own, emptied; default: a fresh one")
    reader.set_defaults(run=card_reader.run)


def _updates(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    from desktop.app.commands import update_parsers

    update_parsers.add(commands)


def _year_of(parser_: ArgumentParser) -> None:
    parser_.add_argument(
        "--campaign-year", type=int, metavar="Y", help="default: the year of the station's day"
    )


def _day(text: str) -> date:
    try:
        return day_from_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a day is written YYYY-MM-DD") from error


def _amount(text: str) -> int:
    try:
        return fen_from_text(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("an amount is written like 120.00") from error


def _residents(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= RESIDENTS_MAX:
        raise argparse.ArgumentTypeError(f"a whole number from 1 to {RESIDENTS_MAX}")
    return int(text)
