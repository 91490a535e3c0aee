"""``server packet FILE --out FILE`` and ``server packets DIR``: stations that come by stick."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.server.output import DONE, FOUND_WRONG, Output, Parsers
from desktop.server.recheck import Recheck
from desktop.server.site import site_of


def add_packet_parsers(actions: Parsers[ArgumentParser], recheck: Callable[[], Recheck]) -> None:
    """Add ``packet`` and ``packets`` to the centre's actions; ``recheck`` reads the law."""
    one = actions.add_parser("packet", help="take a station's USB packet in, write its answer")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--out", required=True, metavar="ANSWER")
    one.set_defaults(run=_packet, recheck=recheck)
    many = actions.add_parser("packets", help="the same with every packet in a folder")
    many.add_argument("folder", metavar="DIR")
    many.add_argument("--out", metavar="DIR", help="where answers go; default: the same folder")
    many.set_defaults(run=_packets, recheck=recheck)


def _packet(output: Output, options: Namespace) -> int:
    from desktop.server.packet_files import answer_file

    file, out = Path(options.file), Path(options.out)
    answered = answer_file(
        site_of(output.folder, options),
        file,
        out,
        recheck=options.recheck(),
        clock=SystemClock(),
        ids=SystemIds(),
    )
    output.print({"file": str(file), "answer": str(out), **answered.numbers()})
    return DONE


def _packets(output: Output, options: Namespace) -> int:
    from desktop.server.packet_files import answer_folder

    folder = Path(options.folder)
    status = DONE
    for one in answer_folder(
        site_of(output.folder, options),
        folder,
        Path(options.out or folder),
        recheck=options.recheck(),
        clock=SystemClock(),
        ids=SystemIds(),
    ):
        if one.answered is None:
            assert one.error is not None
            status = FOUND_WRONG
            output.print({"file": str(one.file), "refused": one.error.code})
            output.tell_error(one.error)
        else:
            output.print({"file": str(one.file), "answer": str(one.out), **one.answered.numbers()})
    return status
