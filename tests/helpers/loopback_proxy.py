"""A real HTTP proxy on loopback: forwards, tunnels, asks for a password, or says no."""

from __future__ import annotations

import base64
import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from typing_extensions import override

_S_MAX = 20
_CHUNK = 65_536


@dataclass(slots=True)
class LoopbackProxy:
    """Leads every name to one port of this machine."""

    address: str
    port: int
    """Where whatever is asked for is found; nothing listens there by default."""
    user: str = ""
    password: str = ""
    says: int = 0
    """A status it answers everything with."""
    asked: list[str] = field(default_factory=list)
    """The first line of each request it was given."""

    def welcome(self, given: str | None) -> bool:
        """Tell whether whoever asks may go through."""
        wanted = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return not self.user or given == f"Basic {wanted}"


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    """Every connection has ended when the block has, so that no thread outlives its test."""

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.proxy = LoopbackProxy(f"http://127.0.0.1:{self.server_port}", port)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _S_MAX

    @property
    def proxy(self) -> LoopbackProxy:
        """What the test holds in its hand."""
        assert isinstance(self.server, _Server)
        return self.server.proxy

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if not self._may():
            return
        path = "/" + self.path.split("/", 3)[3]
        line = http.client.HTTPConnection("127.0.0.1", self.proxy.port, timeout=_S_MAX)
        try:
            line.request("POST", path, body, dict(self.headers))
            answer = line.getresponse()
            content = answer.read()
        except OSError:
            self._say(502)
            return
        finally:
            line.close()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_CONNECT(self) -> None:
        if not self._may():
            return
        try:
            beyond = socket.create_connection(("127.0.0.1", self.proxy.port), _S_MAX)
        except OSError:
            self._say(502)
            return
        self.send_response(200)
        self.end_headers()
        with beyond:
            back = threading.Thread(target=_pump, args=(beyond, self.connection))
            back.start()
            _pump(self.connection, beyond)
            back.join(_S_MAX)
        self.close_connection = True

    def _may(self) -> bool:
        self.proxy.asked.append(self.requestline)
        if not self.proxy.welcome(self.headers.get("proxy-authorization")):
            self._say(407)
        elif self.proxy.says:
            self._say(self.proxy.says)
        else:
            return True
        return False

    def _say(self, status: int) -> None:
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests read `asked`."""


@contextmanager
def loopback_proxy(port: int = 9) -> Iterator[LoopbackProxy]:
    """Run a proxy until the block ends."""
    server = _Server(port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.proxy
    finally:
        server.shutdown()
        thread.join(_S_MAX)
        server.server_close()


def _pump(source: socket.socket, target: socket.socket) -> None:
    """Carry bytes one way until that way ends."""
    source.settimeout(_S_MAX)
    try:
        while chunk := source.recv(_CHUNK):
            target.sendall(chunk)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return
