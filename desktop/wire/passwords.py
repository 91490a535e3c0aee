"""How a password becomes a key, the same at every station and at the centre.

Numbers only: whoever stretches imports the cipher where a password is used.
"""

from __future__ import annotations

PASSWORD_MIN = 8
SALT_BYTES = 16

TIME_COST = 3
MEMORY_KIB = 64 * 1024
LANES = 4
"""Argon2id: some tenths of a second on an office PC, and 64 MiB for each guess."""
