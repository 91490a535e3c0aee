"""`import KIND FILE` for people's lists, `import aliases`, and taking a batch back."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, get_args

import msgspec

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, NOTHING_DONE, Context
from desktop.base.errors import Refused
from desktop.domain.desk_codes import DEPARTMENTS
from desktop.domain.list_facts import TABLE_KINDS, ListKind
from desktop.domain.list_fields import FIELDS
from desktop.exchange.encodings import ENCODINGS
from desktop.ui.list_findings import field_words, finding_words
from desktop.ui.messages import Messages
from desktop.usecases.lists.choices import ListChoices
from desktop.usecases.lists.plan import Question, Review

KINDS = tuple(kind for kind in get_args(ListKind) if kind not in TABLE_KINDS)
"""What people's lists are; tables of units and names have commands of their own."""
_TOLD_EVERY = 10_000
_ROWS_TOLD_MAX = 10


def add_parsers(
    actions: argparse._SubParsersAction[ArgumentParser], day: Callable[[str], date]
) -> None:
    """Add a command for each kind of list, and those about batches."""
    helps = {
        "identity": "identities of a department (民政、残联、农业农村、卫健、退役军人、教育)",
        "roster": "who a village or school names (花名册)",
        "residents": "residents with their households, those not registered yet",
        "death": "who has died (死亡名单)",
        "employee": "who is insured as an employee (职工参保)",
    }
    for kind in KINDS:
        one = actions.add_parser(kind, help=helps[kind])
        one.add_argument("file", metavar="FILE", help="XLSX, XLS, CSV or TSV")
        one.add_argument(
            "--source", required=True, metavar="NAME", help="whose list; months are compared by it"
        )
        one.add_argument("--department", choices=tuple(DEPARTMENTS), default="")
        one.add_argument(
            "--as-of", type=day, metavar="D", help="the day it speaks for; default: today"
        )
        one.add_argument(
            "--additions", action="store_true", help="not everybody: who is missing has not ended"
        )
        one.add_argument(
            "--identity", default="", metavar="NAME", help="of every row, where no column says one"
        )
        one.add_argument("--sheet", default="", metavar="NAME")
        one.add_argument("--encoding", choices=tuple(ENCODINGS), default="", help="else found out")
        one.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="FIELD=LETTER",
            help=f"one of {', '.join(FIELDS)}",
        )
        one.add_argument(
            "--header", type=int, metavar="ROW", help="last row of the header; 0: none"
        )
        one.add_argument(
            "--accept", action="append", default=[], metavar="CODE", help="a kind of repair; all"
        )
        one.add_argument(
            "--confirm", action="append", default=[], metavar="CODE", help="a question, with yes"
        )
        one.add_argument("--leave-out", action="store_true", help="rows that cannot be taken in")
        one.add_argument("--note", default="", metavar="TEXT")
        one.add_argument(
            "--dry-run", action="store_true", help="only say what is wrong and what changes"
        )
        one.set_defaults(run=take, list_kind=kind)
    alias = actions.add_parser("aliases", help="what identities are called (身份名称对照)")
    alias.add_argument("file", metavar="FILE")
    alias.add_argument("--source", default="", metavar="NAME", help="default: for every list")
    alias.add_argument("--dry-run", action="store_true", help="only say what is wrong")
    alias.set_defaults(run=take_aliases)
    actions.add_parser("batches", help="lists taken in (导入批次)").set_defaults(run=list_batches)
    waiting = actions.add_parser("waiting", help="on lists, and not registered (认定未登记)")
    waiting.add_argument("--source", default="", metavar="NAME")
    waiting.add_argument(
        "--apply", action="store_true", help="give it to those who are registered by now"
    )
    waiting.add_argument(
        "--confirm", nargs=2, metavar=("WHO", "PERSON"), help="of --source: who a row means"
    )
    waiting.set_defaults(run=list_waiting)
    undo = actions.add_parser("undo", help="take a whole batch back (撤销批次)")
    undo.add_argument("batch", metavar="ID")
    undo.add_argument("--reason", required=True, metavar="WHY")
    undo.set_defaults(run=undo_batch)


def take(context: Context, options: Namespace) -> int:
    """Take a list in; with ``--dry-run`` only print what is wrong and what would change."""
    from desktop.usecases.lists.aliases import alias_book
    from desktop.usecases.lists.reading import read_list, remembered_columns
    from desktop.usecases.lists.review import review
    from desktop.usecases.lists.writing import counted, write_list

    choices = _choices(options)
    with context.desk() as desk:
        aliases = alias_book(desk, choices.source)
        data = read_list(
            choices,
            today=desk.today,
            aliases=aliases,
            remembered=remembered_columns(desk, choices.source),
            progress=_progress(context),
        )
        found = review(desk, _all_accepted(choices, options), data, aliases)
        for line in finding_lines(found, context.messages):
            context.print(line)
        summary = {"file": data.look.file, "sheet": data.sheet, "encoding": data.look.encoding,
                   "aside": list(data.aside), "hidden_rows": list(data.hidden_rows)}  # fmt: skip
        summary |= {"counts": msgspec.to_builtins(counted(found))}
        if options.dry_run or not found.ready:
            context.print(summary | {"written": False, "ready": found.ready})
            if not options.dry_run:
                tell_why(context, found)
            return DONE if found.ready else NOTHING_DONE
        done = write_list(desk, found)
    summary["counts"] = msgspec.to_builtins(done.counts)
    context.print(summary | {"written": True, "batch": done.batch, "parts": done.parts})
    return DONE_WITH_REFUSALS if done.counts.left_out else DONE


def take_aliases(context: Context, options: Namespace) -> int:
    """Take a table of identity names in, whole or not at all, as a batch that can be undone."""
    from desktop.usecases.lists.aliases import alias_book
    from desktop.usecases.lists.reading import read_list
    from desktop.usecases.lists.review import review
    from desktop.usecases.lists.writing import counted, write_list

    choices = ListChoices(
        path=options.file,
        kind="aliases",
        source=context.messages.say("lists.kind.aliases"),
        words=options.source,
        full=False,
        # The same table again changes nothing: nobody need be asked.
        confirmed=("SAME_FILE",),
    )
    with context.desk() as desk:
        aliases = alias_book(desk, choices.source)
        data = read_list(choices, today=desk.today, aliases=aliases)
        found = review(desk, choices, data, aliases)
        for line in finding_lines(found, context.messages):
            context.print(line)
        summary: dict[str, Any] = {"source": options.source, "aliases": len(found.rows)}
        if options.dry_run or not found.ready:
            context.print(summary | {"written": 0, "ready": found.ready})
            if not found.ready:
                wrong = [row.read.row for row in found.rows if row.change == "wrong"]
                rows = ", ".join(map(str, wrong[:_ROWS_TOLD_MAX]))
                context.tell_error(Refused("ALIAS_ROWS", "no aliases", count=len(wrong), rows=rows))
            return DONE if found.ready else NOTHING_DONE
        changed = counted(found)
        batch = write_list(desk, found).batch if changed.new + changed.changed else ""
    context.print(summary | {"written": changed.new + changed.changed, "batch": batch})
    return DONE


def list_batches(context: Context, options: Namespace) -> int:
    """List the lists taken in, newest first."""
    from desktop.usecases.lists.batches import batches

    del options
    with context.desk() as desk:
        for one in batches(desk):
            context.print(one)
    return DONE


def list_waiting(context: Context, options: Namespace) -> int:
    """List who is on lists and in nobody's register, or give it to who is registered by now."""
    from desktop.usecases.lists.batches import waiting
    from desktop.usecases.lists.registered import apply_known, confirm_listed

    with context.desk() as desk:
        if options.apply:
            context.print({"applied": apply_known(desk, options.source)})
            return DONE
        if options.confirm:
            who, person = options.confirm
            context.print({"applied": confirm_listed(desk, options.source, who, person)})
            return DONE
        for one in waiting(desk, options.source):
            context.print(one)
    return DONE


def undo_batch(context: Context, options: Namespace) -> int:
    """Take a whole batch back."""
    from desktop.usecases.lists.undoing import undo_list

    with context.desk() as desk:
        done = undo_list(desk, options.batch, options.reason)
    context.print({"batch": options.batch, "restored": done.restored, "kept": done.kept})
    return DONE


def _choices(options: Namespace) -> ListChoices:
    return ListChoices(
        path=options.file,
        kind=options.list_kind,
        source=options.source,
        department=options.department,
        as_of=options.as_of.isoformat() if options.as_of else "",
        full=not options.additions and options.list_kind != "residents",
        words=options.identity,
        sheet=options.sheet,
        encoding=options.encoding,
        header=options.header,
        places=dict(map(_column, options.column)),
        accepted=tuple(options.accept),
        confirmed=tuple(options.confirm),
        leave_wrong=options.leave_out,
        note=options.note,
    )


def _column(text: str) -> tuple[str, int]:
    field, _, letters = text.partition("=")
    if field not in FIELDS or not (letters.isascii() and letters.isalpha()):
        raise Refused("LIST_COLUMNS", f"no column {text}", columns=text, file="", sheet="")
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    return field, place - 1


def _all_accepted(choices: ListChoices, options: Namespace) -> ListChoices:
    if "all" not in options.accept:
        return choices
    from desktop.usecases.lists.choices import ALL_REPAIRS

    return msgspec.structs.replace(choices, accepted=ALL_REPAIRS)


def finding_lines(found: Review, messages: Messages) -> Iterator[dict[str, Any]]:
    """Yield what was noticed about a list, and what is asked about it, as lines to print."""
    headers = dict(zip(found.data.fields, found.data.headers, strict=True))
    for row in found.rows:
        for one in row.findings:
            yield {
                "file": found.data.look.file,
                "sheet": found.data.sheet,
                "row": row.read.row,
                "column": headers.get(one.field) or field_words(one.field, messages),
                "field": one.field,
                "code": one.code,
                "severity": one.level,
                "accepted": row.accepted if one.level == "repair" else None,
                "message": finding_words(one, messages),
            }
    for question in found.questions:
        yield _question(question, messages)


def _question(question: Question, messages: Messages) -> dict[str, Any]:
    return {
        "question": question.code,
        "confirmed": question.confirmed,
        "message": messages.say(f"lists.question.{question.code}", **question.values),
    }


def tell_why(context: Context, found: Review) -> None:
    """Say why a list was not taken in."""
    asked = sum(not one.confirmed for one in found.questions)
    error = Refused("LIST_NOT_READY", "not ready", rows=found.stopping, questions=asked)
    context.tell_error(error)


def _progress(context: Context) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        if total > _TOLD_EVERY and done and done % _TOLD_EVERY == 0:
            context.tell(f"{done}/{total}")

    return told
