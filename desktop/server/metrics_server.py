"""Gives the centre's figures out at an address of their own, to nobody who asks for anything else.

Apart from the address stations use, so that opening the centre to a county's network opens nothing
else with it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from typing_extensions import override

from desktop.base.errors import Unavailable
from desktop.server.metrics import MEDIA_TYPE

METRICS_PATH = "/metrics"
_REQUEST_S_MAX = 10
_JOIN_S_MAX = 10.0


class MetricsServer:
    """Listens on ``host`` and ``port`` (0: any free one) from `start` to `close`.

    ``text`` is called, one call at a time, whenever somebody asks.

    Raises:
        Unavailable: ``LISTEN_FAILED``.
    """

    def __init__(self, host: str, port: int, text: Callable[[], str]) -> None:
        handler = _handler(text)
        try:
            self._server = ThreadingHTTPServer((host, port), handler)
        except OSError as error:
            raise Unavailable("LISTEN_FAILED", f"cannot listen on {host}:{port}") from error
        self._server.daemon_threads = True
        found = self._server.server_address
        self.address = f"http://{host}:{found[1]}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, name="centre-metrics", daemon=True
        )

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def close(self) -> None:
        """Let go of the address."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join(_JOIN_S_MAX)
        self._server.server_close()


def _handler(text: Callable[[], str]) -> type[BaseHTTPRequestHandler]:
    one_at_a_time = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        timeout = _REQUEST_S_MAX
        server_version = "canbao"
        sys_version = ""

        def do_GET(self) -> None:
            """Answer with the figures, or that there is nothing else."""
            if self.path != METRICS_PATH:
                self.send_error(404)
                return
            with one_at_a_time:
                body = text().encode()
            self.send_response(200)
            self.send_header("content-type", MEDIA_TYPE)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what is asked here is asked every few seconds."""

    return Handler
