"""Versions of what stations and the centre say to each other."""

PROTOCOL = 1
"""2026-11: the first protocol. Every event and request says which it was written in."""

PROTOCOLS_UNDERSTOOD = frozenset({PROTOCOL})
"""What this program can read; the centre answers a station in the station's own version."""
