"""Why the centre did not do what a request asked: every code, its HTTP status, what it means.

The code is the contract: stable for as long as anybody may send or read it. A station acts by the
family: 5xx, 408 and 429 mean "the same again later", everything else "not until somebody acts".
"""

from __future__ import annotations

from dataclasses import dataclass

LATER = 503
"""Status of whatever has no status of its own and is worth asking again."""

NO = 422
"""Status of whatever has no status of its own and is not."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says."""

    status: int
    words: str


PROBLEMS = {
    "REQUEST_UNSIGNED": Meaning(401, "Station, counter or signature is missing or misshapen."),
    "REQUEST_SIGNATURE": Meaning(401, "Not signed with the key of the station it names."),
    "STATION_UNKNOWN": Meaning(403, "No station of this id is registered here."),
    "PATH_UNKNOWN": Meaning(404, "Nothing is answered at this path; a newer centre may."),
    "REQUEST_REPLAYED": Meaning(
        409,
        "The counter did not rise. last_counter says above which number the same may be asked"
        " again, signed anew.",
    ),
    "MESSAGE_TOO_LARGE": Meaning(413, "Larger than a message may be, packed or unpacked."),
    "TOO_MANY_REQUESTS": Meaning(
        429, "More requests or refusals than one station or address may cause; wait, then ask."
    ),
    "MESSAGE_UNREADABLE": Meaning(NO, "Not Zstandard, not MessagePack, or not this message."),
    "PROTOCOL_UNKNOWN": Meaning(NO, "Written in a protocol the centre does not understand."),
    "RANGES_FORM": Meaning(NO, "The ranges asked for do not rise, or overlap."),
    "CODE_UNKNOWN": Meaning(NO, "The registration code is wrong, used or too old."),
    "TRAINING_MISMATCH": Meaning(NO, "A training station and a real centre never mix."),
    "COUNTY_MISMATCH": Meaning(NO, "This is another county's centre."),
    "DIVISION_MISMATCH": Meaning(NO, "The code is for another division."),
    "STATION_TAKEN": Meaning(NO, "A station of this id is registered with another key."),
    "STATIONS_FULL": Meaning(NO, "The county has no station code left."),
    "CENTRE_FAILED": Meaning(LATER, "A fault of the centre; it stands in its log."),
    "LINE_SLOW": Meaning(LATER, "The request did not arrive in the time a slow line takes."),
    "DISK_FULL": Meaning(LATER, "The centre's disk has no space left."),
    "DISK_FAILED": Meaning(LATER, "The centre's disk failed."),
    "DATABASE_BUSY": Meaning(LATER, "The centre's database is held by somebody else."),
    "DATABASE_DAMAGED": Meaning(LATER, "The centre's database file is damaged."),
    "DATABASE_UNREACHABLE": Meaning(LATER, "The centre's database cannot be reached."),
    "DATABASE_SIGN_IN": Meaning(LATER, "The centre's database does not let the centre in."),
    "DATABASE_ENCODING": Meaning(LATER, "The centre's database is not encoded in UTF8."),
    "DATABASE_READ_ONLY": Meaning(LATER, "The centre's database may not be written."),
    "KEY_WRONG": Meaning(LATER, "The centre's key does not open its database."),
    "KEY_MISSING": Meaning(LATER, "The centre's key file is missing."),
}

STOPPED = {
    "CHAIN_GAP": "Events before this one are missing here: begin again at seq.",
    "EVENT_SIGNATURE": "The event was not signed with the station's key.",
    "EVENT_PROTOCOL": "The event is written in a protocol the centre does not understand.",
    "EVENT_NOT_OWN": "The event is of another station or county than the one that sent it.",
    "EVENT_UNREADABLE": "Not an event, or of a kind only a newer centre knows.",
    "EVENT_LIMITS": "A field or list of the event is longer than it may be.",
    "TRAINING_MISMATCH": "The event opens a training station at a real centre, or the reverse.",
}
"""Why events got no verdict (`desktop.wire.messages.Stopped`): inside an answer with status 200.
Whatever came before the event is answered."""


def status_of(code: str, *, later: bool) -> int:
    """Return the HTTP status for ``code``; ``later``: whether asking again may help."""
    known = PROBLEMS.get(code)
    if known is not None:
        return known.status
    return LATER if later else NO
