"""The centre's log: one JSON object a line, with ids and codes, never what a request held.

A record says what its ``fields`` say (`logging`'s ``extra={"fields": …}``). Of an exception it
tells kind and place, not the message: a database's complaint may quote the row it is about.
"""

from __future__ import annotations

import logging
import sys
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

import msgspec
from typing_extensions import override

from desktop.base.clock import instant_text
from desktop.base.errors import Unavailable
from desktop.server.config import Log

_FILE_BYTES_MAX = 20_000_000
_FILES_KEPT = 10
_LOGGERS = ("desktop", "uvicorn")
_FRAMES_MAX = 20


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, object] = {
            "at": instant_text(datetime.fromtimestamp(record.created, UTC)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "says": record.getMessage(),
        }
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            told |= fields
        told |= _failure(record)
        return msgspec.json.encode(told).decode()


class PlainLines(logging.Formatter):
    """The same for a person's eyes."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        fields = getattr(record, "fields", None)
        known: dict[str, object] = fields if isinstance(fields, dict) else {}
        told = "".join(f" {name}={value}" for name, value in (known | _failure(record)).items())
        at = instant_text(datetime.fromtimestamp(record.created, UTC))
        return f"{at} {record.levelname} {record.name} {record.getMessage()}{told}"


def log_as(settings: Log) -> logging.Handler:
    """Send the program's log where ``settings`` say; return the handler, for taking it away.

    Raises:
        Unavailable: ``LOG_UNWRITABLE``.
    """
    handler = _handler(settings.file)
    handler.setFormatter(JsonLines() if settings.format == "json" else PlainLines())
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.setLevel(settings.level.upper())
        logger.addHandler(handler)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Take ``handler`` away and close it."""
    for name in _LOGGERS:
        logging.getLogger(name).removeHandler(handler)
    handler.close()


def _handler(file: str) -> logging.Handler:
    if not file:
        return logging.StreamHandler(sys.stderr)
    path = Path(file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(
            path, maxBytes=_FILE_BYTES_MAX, backupCount=_FILES_KEPT, encoding="utf-8"
        )
    except OSError as error:
        raise Unavailable("LOG_UNWRITABLE", f"the log {path} cannot be written") from error


def _failure(record: logging.LogRecord) -> dict[str, object]:
    if not record.exc_info or record.exc_info[1] is None:
        return {}
    error = record.exc_info[1]
    frames = traceback.extract_tb(record.exc_info[2])[-_FRAMES_MAX:]
    at = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
    return {"error": type(error).__name__, "error_at": at}
