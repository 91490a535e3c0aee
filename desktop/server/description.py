"""What the centre says of itself: an OpenAPI description of the wire, and the same as a page.

Made from `desktop.wire` alone, so that it cannot say anything else than what is done. The page
holds everything in itself: a centre often stands where there is no internet.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import msgspec

from desktop.wire.codec import CONTENT_TYPE, MESSAGE_BYTES_MAX, PACKED_BYTES_MAX
from desktop.wire.limits import LIMITS
from desktop.wire.messages import Problem
from desktop.wire.problems import LATER, PROBLEMS, STOPPED
from desktop.wire.requests import COUNTER_HEADER, COUNTER_MAX, SIGNATURE_HEADER, STATION_HEADER
from desktop.wire.routes import EVERYWHERE, ROUTES, Route
from desktop.wire.versions import VERSIONS

HEALTH_PATH = "/health"
LIVE_PATH = "/health/live"
READY_PATH = "/health/ready"
DESCRIPTION_PATH = "/openapi.json"
PAGE_PATH = "/docs"

_INTRODUCTION = f"""\
A station POSTs one message: MessagePack in one Zstandard frame, media type {CONTENT_TYPE}, at most
{PACKED_BYTES_MAX} bytes packed and {MESSAGE_BYTES_MAX} unpacked. The schemas below give the fields;
what they call base64 is a MessagePack bin, and unknown fields are refused. A frame may be packed
with the dictionary of the program (id 1001), which answers of at most 16 KiB are.

Signing. Each request carries three headers: {STATION_HEADER} (the station's id, 32 hex digits),
{COUNTER_HEADER} (a whole number up to {COUNTER_MAX} that rises with every request; a request made
before is refused with REQUEST_REPLAYED) and {SIGNATURE_HEADER} (128 hex digits): Ed25519 of the
station over the UTF-8 text "canbao-request-1", "POST", path, station, counter and the SHA-256 of
the body in hex, each on a line of its own, parted by one line feed. An answer with status 200
carries {SIGNATURE_HEADER} too: Ed25519 of the centre over "canbao-answer-1", the SHA-256 of what
the request's signature covers, and the SHA-256 of the answer's body, written in the same way.

Repeating. Every request may be repeated, signed anew: events are known by station, sequence number
and hash. 5xx, 408 and 429 mean "the same again later"; everything else "not until somebody acts".
"""

_HEADERS = (
    (STATION_HEADER, "^[0-9a-f]{32}$", "The station's id."),
    (COUNTER_HEADER, "^[0-9]{1,16}$", "Rises with every request of the station."),
    (SIGNATURE_HEADER, "^[0-9a-f]{128}$", "Ed25519 of the station over the request."),
)


def description() -> dict[str, Any]:
    """Return the OpenAPI document of every path the centre answers."""
    paths: dict[str, Any] = {route.path: {"post": _operation(route)} for route in ROUTES}
    paths |= {
        HEALTH_PATH: {"get": _watched("Tell that the centre runs.", {"200": "It runs."})},
        LIVE_PATH: {"get": _watched("Tell that the process answers.", {"200": "It does."})},
        READY_PATH: {
            "get": _watched(
                "Tell whether stations can be served: database, schema, disk, order of events.",
                {"200": "They can.", "503": "Something is missing; the answer names it."},
            )
        },
        DESCRIPTION_PATH: {"get": _watched("This description.", {"200": "OpenAPI 3.1."})},
        PAGE_PATH: {
            "get": _watched("This description as a page.", {"200": "HTML."}, media="text/html")
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "参保台 · centre",
            "version": ", ".join(str(one.number) for one in VERSIONS if one.understood),
            "description": _INTRODUCTION,
        },
        "paths": paths,
        "components": {"schemas": _schemas()},
        "x-limits": [msgspec.to_builtins(one) for one in LIMITS],
        "x-versions": [msgspec.to_builtins(one) for one in VERSIONS],
        "x-stopped": STOPPED,
    }


def _operation(route: Route) -> dict[str, Any]:
    asked = route.asked.__name__
    return {
        "operationId": route.call,
        "summary": _first_line(route.asked),
        "parameters": [
            {
                "name": name,
                "in": "header",
                "required": True,
                "description": words,
                "schema": {"type": "string", "pattern": pattern},
            }
            for name, pattern, words in _HEADERS
        ],
        "requestBody": {"required": True, "content": _content(asked)},
        "responses": _responses(route),
    }


def _responses(route: Route) -> dict[str, Any]:
    signed = {SIGNATURE_HEADER: {"required": True, "schema": {"type": "string"}}}
    responses: dict[str, Any] = {
        "200": {
            "description": _first_line(route.answered),
            "headers": signed,
            "content": _content(route.answered.__name__),
        }
    }
    for status, codes in sorted(_by_status((*EVERYWHERE, *route.codes)).items()):
        words = "\n".join(f"{code}: {PROBLEMS[code].words}" for code in codes)
        responses[str(status)] = {
            "description": words,
            "x-codes": codes,
            "content": _content(Problem.__name__),
        }
    return responses


def _by_status(codes: Iterable[str]) -> dict[int, list[str]]:
    # What fails behind every path is not named path by path.
    behind = [code for code, one in PROBLEMS.items() if one.status == LATER]
    found: dict[int, list[str]] = {}
    for code in dict.fromkeys((*codes, *behind)):
        found.setdefault(PROBLEMS[code].status, []).append(code)
    return found


def _watched(
    summary: str, statuses: dict[str, str], *, media: str = "application/json"
) -> dict[str, Any]:
    return {
        "summary": summary,
        "responses": {
            status: {"description": words, "content": {media: {}}}
            for status, words in statuses.items()
        },
    }


def _content(name: str) -> dict[str, Any]:
    return {CONTENT_TYPE: {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def _schemas() -> dict[str, Any]:
    kinds = [kind for route in ROUTES for kind in (route.asked, route.answered)]
    _, components = msgspec.json.schema_components(
        (*kinds, Problem), ref_template="#/components/schemas/{name}"
    )
    return {name: _ecma(schema) for name, schema in components.items()}


def _ecma(schema: Any) -> Any:
    """Return a schema with its patterns as JSON Schema writes them."""
    if isinstance(schema, dict):
        return {
            name: value.replace("\\Z", "$") if name == "pattern" else _ecma(value)
            for name, value in schema.items()
        }
    return [_ecma(one) for one in schema] if isinstance(schema, list) else schema


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def page() -> str:
    """Return the description as one HTML page that asks nobody for anything."""
    parts = [_HEAD, *(f"<p>{escape(part)}</p>" for part in _INTRODUCTION.split("\n\n"))]
    for route in ROUTES:
        parts += _route_page(route)
    parts += [
        "<h2>GET</h2>",
        _table(
            ("path", "says"),
            [
                (path, methods["get"]["summary"])
                for path, methods in description()["paths"].items()
                if "get" in methods
            ],
        ),
        "<h2>Why events got no verdict</h2>",
        _table(("code", "meaning"), STOPPED.items()),
        "<h2>Limits</h2>",
        _table(
            ("name", "value", "unit", "of"),
            [(one.name, one.value, one.unit, one.of) for one in LIMITS],
        ),
        "<h2>Versions</h2>",
        _table(
            ("version", "since", "changed", "added since", "spoken by"),
            [
                (one.number, one.since, one.changed, " ".join(one.added), one.spoken_by)
                for one in VERSIONS
            ],
        ),
        "</main></body></html>",
    ]
    return "".join(parts)


def _route_page(route: Route) -> list[str]:
    codes = [
        (status, code, PROBLEMS[code].words)
        for status, group in sorted(_by_status((*EVERYWHERE, *route.codes)).items())
        for code in group
    ]
    return [
        f"<h2>POST {escape(route.path)}</h2><p>{escape(_first_line(route.asked))}</p>",
        f"<h3>{route.asked.__name__}</h3>",
        _fields(route.asked),
        f"<h3>{route.answered.__name__}</h3>",
        _fields(route.answered),
        "<h3>Refusals</h3>",
        _table(("status", "code", "meaning"), codes),
    ]


def _fields(kind: type[msgspec.Struct]) -> str:
    schema = _schemas()[kind.__name__]
    required = schema.get("required", ())
    rows = [
        (name, _type_words(of), "yes" if name in required else "")
        for name, of in schema["properties"].items()
    ]
    return _table(("field", "type", "required"), rows)


def _type_words(schema: dict[str, Any]) -> str:
    """Return a schema in a few words: ``bin, 32 to 32``; ``array of FeedEntry, at most 500``."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(_type_words(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"])
    kind = "bin" if schema.get("contentEncoding") == "base64" else str(schema.get("type", ""))
    if kind == "array":
        kind = f"array of {_type_words(schema.get('items', {}))}"
    bounds = (
        ("minLength", "at least"), ("maxLength", "at most"), ("minItems", "at least"),
        ("maxItems", "at most"), ("minimum", "from"), ("maximum", "to"), ("pattern", "like"),
    )  # fmt: skip
    return ", ".join(
        [kind, *(f"{words} {schema[name]}" for name, words in bounds if name in schema)]
    )


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    def line(tag: str, cells: Iterable[object]) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(str(one))}</{tag}>" for one in cells) + "</tr>"

    body = "".join(line("td", row) for row in rows)
    return f"<table><thead>{line('th', head)}</thead><tbody>{body}</tbody></table>"


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1b1f24;background:#fff}"
    "main{max-width:70rem;margin:auto;padding:1.5rem}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
    "th,td{border:1px solid #c8ccd2;padding:.25rem .6rem;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}th{background:#f0f2f5}"
    "@media(prefers-color-scheme:dark){body{background:#16191d;color:#e4e7eb}"
    "th{background:#22262c}th,td{border-color:#3a4048}}"
)
_HEAD = (
    "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
    "<meta name='viewport' content='width=device-width'><title>参保台 · centre</title>"
    f"<style>{_STYLE}</style></head><body><main><h1>参保台 · centre</h1>"
)
