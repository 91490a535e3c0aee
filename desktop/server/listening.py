"""Where the centre listens: addresses read, sockets opened, uvicorn that says when it is ready."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable

import uvicorn
from typing_extensions import override

from desktop.base.errors import Refused, Unavailable

_log = logging.getLogger(__name__)


class Server(uvicorn.Server):
    """uvicorn that says when stations may ask."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            _log.info("the centre listens")
            self._ready()


def parse_listen(text: str) -> tuple[str, int]:
    """Return host and port of ``127.0.0.1:8080``. Raises Refused ``LISTEN_FORM``."""
    host, colon, port = text.rpartition(":")
    if not (colon and host and port.isascii() and port.isdigit() and int(port) < 65_536):
        raise Refused("LISTEN_FORM", "listen on HOST:PORT, e.g. 127.0.0.1:8443")
    return host.strip("[]"), int(port)


def listen_on(host: str, port: int) -> socket.socket:
    """Return a listening socket. Raises Unavailable ``LISTEN_FAILED``."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise Unavailable("LISTEN_FAILED", f"cannot listen on {host}:{port}") from error
    listening.setblocking(False)  # noqa: FBT003 - its only parameter
    return listening


def address_of(listening: socket.socket, *, tls: bool) -> str:
    """Return where stations reach a listening socket."""
    host, port = listening.getsockname()[:2]
    scheme = "https" if tls else "http"
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"
