"""Sign what Windows runs, with a key that only the environment names.

CANBAO_SIGN_KEY (PEM or PKCS#12 file) and CANBAO_SIGN_CERT (PEM, the chain; not for PKCS#12) are
paths; CANBAO_SIGN_PASSWORD_FILE holds the key's password; CANBAO_SIGN_TIMESTAMP is the address of
a time-stamping service, without which a signature ends with its certificate. No key: no signing.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from places import CHINESE_NAME, Failed, run, tool

KEY, CERT = "CANBAO_SIGN_KEY", "CANBAO_SIGN_CERT"
PASSWORD_FILE, TIMESTAMP = "CANBAO_SIGN_PASSWORD_FILE", "CANBAO_SIGN_TIMESTAMP"


def sign(path: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Sign a program, library or MSI in place; False if no key is named.

    Raises Failed: the file is then as it was.
    """
    key = environment.get(KEY)
    if not key:
        return False
    command: list[str | Path] = [tool("osslsigncode", "osslsigncode"), "sign", "-h", "sha256"]
    if environment.get(CERT):
        command += ["-certs", environment[CERT], "-key", key]
    else:
        command += ["-pkcs12", key]
    if environment.get(PASSWORD_FILE):
        command += ["-readpass", environment[PASSWORD_FILE]]
    if environment.get(TIMESTAMP):
        command += ["-ts", environment[TIMESTAMP]]
    signed = path.with_name(path.name + ".signed")
    signed.unlink(missing_ok=True)
    try:
        run([*command, "-n", CHINESE_NAME, "-in", path, "-out", signed])
        signed.replace(path)
    finally:
        signed.unlink(missing_ok=True)
    return True


def verified(path: Path, trusted: Path) -> bool:
    """Tell whether a file is unaltered and signed by a key that ``trusted`` (PEM) vouches for."""
    verify: list[str | Path] = [tool("osslsigncode", "osslsigncode"), "verify", "-ignore-crl"]
    try:
        run([*verify, "-CAfile", trusted, "-in", path])
    except Failed:
        return False
    return True
