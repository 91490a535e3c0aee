"""Read what can still be read of a damaged database file, page by page, without its tree.

SQLite gives up where one page of a tree does not hold, and with it on everything below. Rows lie
in leaf pages, each whole in itself; SQLCipher proves each page by its own HMAC. So every page that
proves itself is looked at by itself, in the file and in its write-ahead log, wherever it hangs.

Nothing here says whether a row still stands: a page that was freed is as readable as one in use.
Whoever asks must be able to tell by the row itself (an event by its hash and signature).

Formats: https://www.sqlite.org/fileformat2.html, https://www.zetetic.net/sqlcipher/design/ (version
4: AES-256-CBC, HMAC-SHA512 over ciphertext, IV and page number, 80 bytes reserved on each page).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from desktop.base.errors import Unavailable

PAGE_BYTES = 4096
SALT_BYTES = 16
"""The file begins with the salt of every page's proof."""

Value = int | str | bytes | None
Row = tuple[Value, ...]

_IV_BYTES = 16
_HMAC_BYTES = 64
_RESERVED = _IV_BYTES + _HMAC_BYTES
_HMAC_SALT_MASK = 0x3A
_HMAC_KEY_ROUNDS = 2
_FILE_HEADER_BYTES = 100
_WAL_HEADER_BYTES = 32
_FRAME_HEADER_BYTES = 24
_TABLE_LEAF = 0x0D
_LEAF_HEADER_BYTES = 8
_OVERFLOW_PAGES_MAX = 2_000
_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)
_BLOB_FROM = 12


class Salvage:
    """The readable pages of a database file and its write-ahead log.

    ``damaged`` counts pages of the file that do not prove themselves. Without a ``key`` the file
    is plain, and no page can prove itself.
    """

    def __init__(self, path: Path, key: bytes | None, salt: bytes | None = None) -> None:
        """Read the file; ``salt`` as it was, where that is known from elsewhere.

        Raises:
            Unavailable: ``FILE_UNREADABLE``.
        """
        self.damaged = 0
        self._usable = PAGE_BYTES - (_RESERVED if key else 0)
        content, log = _read(path), _read(path.with_name(path.name + "-wal"))
        self._key = key
        self._hmac_key = b""
        if key:
            masked = bytes(byte ^ _HMAC_SALT_MASK for byte in salt or content[:SALT_BYTES])
            rounds = _HMAC_KEY_ROUNDS
            self._hmac_key = hashlib.pbkdf2_hmac("sha512", key, masked, rounds, len(key))
        self._pages: dict[int, bytes] = {}
        self._older: list[bytes] = []
        """Pages that the log holds newer ones of."""
        self._read_file(content)
        self._read_log(log)

    def rows(self, columns: int) -> Iterator[Row]:
        """Yield every row of so many columns that any readable page holds, newest pages first.

        The column that is the row's own number comes as None.
        """
        for page in (*self._pages.values(), *self._older):
            for payload in self._payloads(page):
                row = _record(payload, columns)
                if row is not None:
                    yield row

    def _read_file(self, content: bytes) -> None:
        for number in range(1, -(-len(content) // PAGE_BYTES) + 1):
            raw = content[(number - 1) * PAGE_BYTES : number * PAGE_BYTES]
            page = self._open(number, raw)
            if page is None:
                self.damaged += 1
            else:
                self._pages[number] = page

    def _read_log(self, log: bytes) -> None:
        step = _FRAME_HEADER_BYTES + PAGE_BYTES
        for start in range(_WAL_HEADER_BYTES, len(log) - step + 1, step):
            number = int.from_bytes(log[start : start + 4], "big")
            page = self._open(number, log[start + _FRAME_HEADER_BYTES : start + step])
            if page is None:
                continue
            if number in self._pages:
                self._older.append(self._pages[number])
            self._pages[number] = page

    def _open(self, number: int, raw: bytes) -> bytes | None:
        """Return what a page says, None if it does not prove itself."""
        if len(raw) < PAGE_BYTES:
            return None
        start = SALT_BYTES if number == 1 else 0
        if self._key is None:
            return raw[_FILE_HEADER_BYTES:] if number == 1 else raw
        end = PAGE_BYTES - _RESERVED
        iv, told = raw[end : end + _IV_BYTES], raw[end + _IV_BYTES :]
        text = raw[start : end + _IV_BYTES] + number.to_bytes(4, "little")
        if not hmac.compare_digest(hmac.digest(self._hmac_key, text, "sha512"), told):
            return None
        decryptor = Cipher(AES256(self._key), CBC(iv)).decryptor()
        plain = decryptor.update(raw[start:end]) + decryptor.finalize()
        # The tree's page begins after the file's header, of which SQLCipher keeps no first 16.
        return plain[_FILE_HEADER_BYTES - SALT_BYTES :] if number == 1 else plain

    def _payloads(self, page: bytes) -> Iterator[bytes]:
        if page[:1] != bytes([_TABLE_LEAF]):
            return
        # Offsets count from the beginning of the whole page, which the first one lacks.
        missing = self._usable - len(page) if len(page) < self._usable else 0
        count = int.from_bytes(page[3:5], "big")
        for place in range(count):
            at = _LEAF_HEADER_BYTES + 2 * place
            cell = int.from_bytes(page[at : at + 2], "big") - missing
            if not _LEAF_HEADER_BYTES <= cell < len(page):
                continue
            payload = self._payload(page, cell)
            if payload is not None:
                yield payload

    def _payload(self, page: bytes, cell: int) -> bytes | None:
        size, at = _varint(page, cell)
        _, at = _varint(page, at)
        local = self._local_bytes(size)
        if local == size:
            return page[at : at + size]
        following = int.from_bytes(page[at + local : at + local + 4], "big")
        return self._overflow(page[at : at + local], size, following)

    def _overflow(self, begun: bytes, size: int, following: int) -> bytes | None:
        parts, known = [begun], len(begun)
        for _ in range(_OVERFLOW_PAGES_MAX):
            if known >= size:
                return b"".join(parts)[:size]
            page = self._pages.get(following)
            if page is None:
                return None
            following = int.from_bytes(page[:4], "big")
            parts.append(page[4 : self._usable])
            known += self._usable - 4
        return None

    def _local_bytes(self, size: int) -> int:
        """Return how much of a row lies in its leaf (file format, 1.6)."""
        most = self._usable - 35
        if size <= most:
            return size
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (size - least) % (self._usable - 4)
        return local if local <= most else least


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", f"{path.name} cannot be read") from error


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = data[at + place] if at + place < len(data) else 0
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise AssertionError("a varint ends at its ninth byte")


def _record(payload: bytes, columns: int) -> Row | None:
    """Return the values in a row, None if it has another number of columns or is no row."""
    header, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < header <= len(payload) and len(kinds) <= columns:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if len(kinds) != columns or at != header:
        return None
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values) if at <= len(payload) else None


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind < len(_INTEGER_BYTES):
        end = at + _INTEGER_BYTES[kind]
        return (int.from_bytes(payload[at:end], "big", signed=True) if kind else None), end
    if kind < _BLOB_FROM:
        # 8 and 9 are the constants 0 and 1; 7 is a float, which no table of ours holds.
        return (kind - 8 if kind > 7 else None), at + (8 if kind == 7 else 0)
    end = at + (kind - _BLOB_FROM) // 2
    raw = payload[at:end]
    return (raw.decode("utf-8", "replace") if kind % 2 else raw), end
