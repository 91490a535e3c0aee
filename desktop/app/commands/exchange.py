"""`station register` and `sync`: the station's side of the exchange from the command line."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop.app.commands.context import DONE, Context
from desktop.app.commands.repairing import settle
from desktop.app.law import trusted_keys
from desktop.base.clock import SystemClock
from desktop.base.errors import CanbaoError, Refused
from desktop.base.station_settings import machine_places, read_settings
from desktop.ui.law_news import law_offer_words
from desktop.usecases.desk import Desk

if TYPE_CHECKING:
    from desktop.sync.engine import StoreLane
    from desktop.wire.protocol import SyncProtocol

# HTTP is imported where it is spoken: a tenth of a second that `enroll` need not wait.


def register_station(context: Context, options: Namespace) -> int:
    """Make the station known to its centre by a one-time code."""
    from desktop.net.client import Client
    from desktop.sync.centre import identity, proxy_of, register
    from desktop.sync.engine import direct

    clock, machine = SystemClock(), read_settings(machine_places())
    centre, code = options.centre or machine.centre_url, options.code or machine.station_code
    if not centre or not code:
        raise Refused("REGISTRATION_NEEDS", "name the centre's address and the one-time code")
    with context.desk() as desk:
        store = desk.store
        client = Client(
            centre, identity(store), clock,
            proxy=proxy_of(store, machine), ca_file=machine.ca_file,
        )  # fmt: skip
        with client:
            answer = register(direct(store), client, centre, code)
    context.print(
        {
            "centre": centre,
            "name": answer.centre_name,
            "county": answer.county,
            "station_code": answer.station_code,
            "segments": [
                {"prefix": grant.prefix, "first": grant.first, "last": grant.last}
                for grant in answer.grants
            ],
        }
    )
    return DONE


def sync(context: Context, options: Namespace) -> int:
    """Exchange with the centre, once or until nothing is left; one line per exchange.

    Law packs that arrive are looked at and put in force at once, or refused in words. With
    ``--compare`` the whole feed is held to the centre's, and exchanged again only where all of it
    must come again.
    """
    from desktop.sync.centre import contact
    from desktop.sync.engine import direct, exchange_once, until_idle
    from desktop.sync.operators import bring_operators
    from desktop.sync.published import bring_filter
    from desktop.sync.station_keys import bring_stations

    clock = SystemClock()
    machine = read_settings(machine_places())
    with (
        context.desk(to_exchange=True) as desk,
        contact(desk.store, machine).client(clock) as client,
    ):
        lane = direct(desk.store)
        take_law(context, desk)
        if options.compare and not _compared(context, lane, client):
            return DONE
        if options.once:
            context.print(exchange_once(lane, client, clock).numbers())
            take_law(context, desk)
            return DONE
        going = True
        while going:
            for report in until_idle(lane, client, clock):
                context.print(report.numbers())
                if report.stopped:
                    context.tell_error(Refused(report.stopped, "an event needs a person"))
            # What was taken in is an event of our own, which the centre is to have.
            going = take_law(context, desk)
        settle(context, desk)
        try:
            bring_operators(lane, client)
            bring_stations(lane, client)
            while bring_filter(lane, client, clock).more:
                pass
        except CanbaoError as error:
            # The exchange itself is done; the next one goes on where this was cut.
            context.tell_error(error)
    return DONE


def _compared(context: Context, lane: StoreLane, client: SyncProtocol) -> bool:
    """Hold the feed to the centre's and print what came of it; tell whether all of it must come."""
    from desktop.sync.comparing import Compared, compare_once

    compared = compare_once(lane, client, SystemClock()) or Compared()
    context.print(compared.numbers())
    return compared.everything


def take_law(context: Context, desk: Desk) -> bool:
    """Take in the law packs that have arrived and print each; tell whether there were any."""
    from desktop.usecases.offered_packs import take_offers

    offers = take_offers(desk, trusted_keys())
    for offer in offers:
        context.print(
            {
                "law_pack": offer.pack,
                "version": offer.version,
                "state": offer.state,
                "replaces": offer.replaces,
                "code": offer.code or None,
            }
        )
        context.tell(law_offer_words(offer, context.messages))
        if offer.state == "refused":
            context.tell(offer.message)
    return bool(offers)
