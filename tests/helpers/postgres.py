"""A PostgreSQL of the tests' own: a private cluster in a temporary folder, gone with the session.

It listens on a socket in that folder (on Windows on loopback), forgets to sync unless told
otherwise, and lends each test an empty database: made from one template, emptied for the next.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from desktop.server.database import CentreDatabase
from desktop.server.postgres_schema import STEPS

BINARIES_VARIABLE = "CANBAO_POSTGRES_BIN"
USER = "canbao"
_TEMPLATE = "canbao_template"
_QUICK = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "max_wal_senders": "0",
    "wal_level": "minimal",
}
_START_S_MAX = 60


def absence() -> str:
    """Return why PostgreSQL cannot be run here; empty if it can."""
    if _binaries() is None:
        return (
            f"PostgreSQL's server is not installed (initdb; {BINARIES_VARIABLE} names its folder)"
        )
    if _is_root() and _account() is None:
        return "PostgreSQL does not run as root, and there is no account postgres or nobody"
    return ""


@dataclass(slots=True)
class Cluster:
    """A running PostgreSQL."""

    folder: Path
    host: str
    port: int
    process: subprocess.Popen[bytes]
    settings: dict[str, str]
    _made: int = field(default=0)
    _templated: bool = False
    _free: list[str] = field(default_factory=list)

    def address(self, database: str) -> str:
        """Return the URL of a database here."""
        if self.host.startswith("/"):
            return f"postgresql:///{database}?host={self.host}&port={self.port}&user={USER}"
        return f"postgresql://{USER}@{self.host}:{self.port}/{database}"

    def lend(self) -> str:
        """Return the URL of an empty database with the centre's tables in it."""
        return self._free.pop() if self._free else self.new_database()

    def take_back(self, address: str) -> None:
        """Empty a database that was lent, and lend it again; making a new one takes longer."""
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            tables = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> %s",
                (STEPS,),
            ).fetchall()
            connection.execute("; ".join(f"DELETE FROM {table}" for (table,) in tables))
        self._free.append(address)

    def new_database(self, *, migrated: bool = True) -> str:
        """Make a database and return its URL; ``migrated``: with the centre's tables in it."""
        if migrated and not self._templated:
            self._sql(f"CREATE DATABASE {_TEMPLATE}")
            CentreDatabase.open_postgres(self.address(_TEMPLATE)).close()
            self._templated = True
        self._made += 1
        name = f"canbao_{self._made}"
        self._sql(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE if migrated else 'template0'}")
        return self.address(name)

    def drop(self, address: str) -> None:
        """Drop what `new_database` made, whoever is still connected."""
        name = psycopg.conninfo.conninfo_to_dict(address)["dbname"]
        self._sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def kill(self) -> None:
        """End it as a power cut would."""
        _signal_all(self)
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """End it and take its folder away."""
        if self.process.poll() is None:
            self.process.terminate() if sys.platform == "win32" else self.process.send_signal(3)
            self.process.wait(_START_S_MAX)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _sql(self, statement: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(statement)


def _signal_all(cluster: Cluster) -> None:
    """Kill the postmaster's children too: a machine that loses power keeps none of them."""
    told = subprocess.run(
        ["pgrep", "-P", str(cluster.process.pid)], capture_output=True, text=True, check=False
    )
    cluster.process.kill()
    for pid in told.stdout.split():
        try:
            os.kill(int(pid), 9)
        except ProcessLookupError:
            continue


def start(settings: dict[str, str] | None = None, *, folder: Path | None = None) -> Cluster:
    """Make a cluster, or start the one in ``folder`` again, and return it once it answers."""
    binaries = _binaries()
    assert binaries is not None, absence()
    chosen = _QUICK if settings is None else settings
    if folder is None:
        folder = new_folder()
        made: list[str | Path] = [binaries / "initdb", "-D", folder / "data", "-U", USER]
        _call([*made, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"])
    host, port = _place(folder)
    process = launch(folder, host, port, chosen)
    cluster = Cluster(folder, host, port, process, chosen)
    assert answers(cluster), (folder / "server.log").read_text()
    return cluster


def new_folder() -> Path:
    """Return a folder for a cluster, which the account that runs it may write to."""
    folder = Path(tempfile.mkdtemp(prefix="canbao-pg-"))
    account = _account()
    if _is_root() and account is not None:
        shutil.chown(folder, account)
    return folder


def launch(folder: Path, host: str, port: int, settings: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start the server on ``folder``; it is not waited for."""
    binaries = _binaries()
    assert binaries is not None
    options = {"port": str(port), "max_connections": "200", "shared_buffers": "64MB", **settings}
    if host.startswith("/"):
        options |= {"listen_addresses": "", "unix_socket_directories": host}
    else:
        options |= {"listen_addresses": host}
    said = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    with (folder / "server.log").open("ab") as log:
        return subprocess.Popen(
            [binaries / "postgres", "-D", folder / "data", *said],
            stdout=log,
            stderr=log,
            **_as_account(),
        )


def answers(cluster: Cluster) -> bool:
    """Wait until the server answers; False once it has ended instead."""
    binaries = _binaries()
    assert binaries is not None
    ready: list[str | Path] = [binaries / "pg_isready", "-q", "-h", cluster.host]
    for _ in range(_START_S_MAX * 10):
        if subprocess.call([*ready, "-p", str(cluster.port), "-t", "5"]) == 0:
            return True
        try:
            cluster.process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        return False
    return False


@contextmanager
def running(settings: dict[str, str] | None = None) -> Iterator[Cluster]:
    """Run a cluster for as long as the block lasts."""
    cluster = start(settings)
    try:
        yield cluster
    finally:
        cluster.stop()


def call_tool(name: str, *arguments: str | Path) -> None:
    """Run one of PostgreSQL's programs as the account the servers run under."""
    binaries = _binaries()
    assert binaries is not None
    _call([binaries / name, *arguments])


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def _place(folder: Path) -> tuple[str, int]:
    return ("127.0.0.1", free_port()) if sys.platform == "win32" else (str(folder), 5432)


def _call(command: list[str | Path]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, **_as_account())
    assert done.returncode == 0, done.stdout + done.stderr


def _binaries() -> Path | None:
    named = os.environ.get(BINARIES_VARIABLE)
    if named:
        return Path(named)
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if known:
        return known[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _version(path: Path) -> int:
    text = path.parents[1].name
    return int(text) if text.isdigit() else 0


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _account() -> str | None:
    if sys.platform == "win32":
        return None
    import pwd

    known = {one.pw_name for one in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


def _as_account() -> dict[str, Any]:
    return {"user": _account(), "cwd": "/"} if _is_root() else {}
