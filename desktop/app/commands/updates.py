"""`update status | fetch | verify | apply | back | sign`: a new version of the program."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.app import updating
from desktop.app.commands.context import DONE, Context
from desktop.app.installation import update_words
from desktop.app.releases import KEY_VARIABLE, release_keys, sign_file, this_program
from desktop.app.single_instance import SingleInstance
from desktop.app.updating import commands_back
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused
from desktop.base.station_settings import machine_places, read_settings
from desktop.base.upgrade_mark import FOLDER, failed_version
from desktop.sync.updates import Offer, UpdateFetcher, look
from desktop.wire.release import Release


def status(context: Context, options: Namespace) -> int:
    """Print which version runs, what IT allows, and how a newer one stands."""
    del options
    program = this_program()
    offer = look(context.folder, release_keys(), program)
    context.print(
        {
            "running": program.version,
            "system": program.system,
            "mode": read_settings(machine_places()).update_mode,
            **_offer(offer),
            "failed": failed_version(context.folder) or None,
        }
    )
    if words := update_words(context.messages, offer):
        context.tell(words)
    return DONE


def fetch(context: Context, options: Namespace) -> int:
    """Ask the centre and fetch what is newer, to its end; after a cut, go on where it was."""
    from desktop.sync.centre import contact
    from desktop.sync.engine import direct

    del options
    machine, program, keys = read_settings(machine_places()), this_program(), release_keys()
    clock, folder = SystemClock(), context.folder
    with context.desk() as desk, contact(desk.store, machine).client(clock) as client:
        fetcher = UpdateFetcher(
            direct(desk.store), client, clock, folder, release_keys, program, "download"
        )
        more = True
        while more:
            before = look(folder, keys, program)
            more = fetcher.bring()
            offer = look(folder, keys, program)
            if more and offer == before:
                raise Refused("UPDATE_BUSINESS_FIRST", "events wait to be sent; exchange first")
            if offer.release is not None:
                context.tell(f"{offer.here} / {offer.release.size}")
    context.print(_offer(look(folder, keys, program)))
    return DONE


def verify(context: Context, options: Namespace) -> int:
    """Prove what was fetched, or a file with its signed lines beside it."""
    context.print(_release(_installer(context, options).release))
    return DONE


def apply(context: Context, options: Namespace) -> int:
    """Put what was fetched, or a named file, in place; with ``--print`` only say how."""
    return _install(context, options, _installer(context, options))


def back(context: Context, options: Namespace) -> int:
    """Put the version before in place again; the station's data stay as they are."""
    program, keys = this_program(), release_keys()
    if options.file:
        installer = updating.prove(Path(options.file), keys, program.system)
    else:
        installer = updating.prove_kept(context.folder, keys, program)
    kept = context.folder / FOLDER / updating.KEPT
    newer = next((one for one in kept.glob("*.msi") if program.version in one.name), None)
    places = machine_places()
    return _install(
        context, options, installer, lambda file, log: commands_back(file, log, newer, places)
    )


def sign(context: Context, options: Namespace) -> int:
    """Write an installer's signed lines beside it, with the publisher's release key."""
    key = options.key or os.environ.get(KEY_VARIABLE)
    if not key:
        raise Refused("RELEASE_KEY_MISSING", f"name the key with --key or {KEY_VARIABLE}")
    release = sign_file(
        Path(options.file),
        Path(key),
        version=options.version,
        system=options.system or this_program().system,
        note=options.note,
        note_en=options.note_en,
    )
    context.print(_release(release))
    return DONE


def _installer(context: Context, options: Namespace) -> updating.Installer:
    program, keys = this_program(), release_keys()
    if options.file:
        return updating.prove(Path(options.file), keys, program.system)
    return updating.prove_offered(context.folder, keys, program)


def _install(
    context: Context,
    options: Namespace,
    installer: updating.Installer,
    plan: Callable[[Path, Path], tuple[updating.Command, ...]] = updating.commands,
) -> int:
    if options.print:
        todo = plan(installer.path, Path("canbao-install.log"))
    else:
        # Held meanwhile: nobody opens the desk over a program that is being replaced.
        held = SingleInstance(context.folder)
        try:
            todo = updating.put_in_place(installer, context.folder, plan)
        finally:
            held.release()
    context.print(
        {**_release(installer.release), "commands": [list(one) for one in todo]}
        | ({} if options.print else {"applied": True})
    )
    return DONE


def _release(release: Release) -> dict[str, Any]:
    return {
        "version": release.version,
        "system": release.system,
        "file": release.file,
        "size": release.size,
        "sha256": release.sha256,
    }


def _offer(offer: Offer) -> dict[str, Any]:
    release = offer.release
    return {
        "state": offer.state,
        "version": release.version if release else None,
        "bytes": offer.here,
        "size": release.size if release else None,
    }
