"""The list of what a package is made of (CycloneDX), from the lock and the notices alone."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from typing import Any

from packaging.requirements import Requirement

import windows_python
from lock import RUN_LOCK, blocks
from notices import NOTICES
from places import NAME, version

_ROW = re.compile(r"^\| (\S+) \| (\S+) \| ([^|]+) \| ([^|]*) \|$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_FONTS = re.compile(r"^\| ([^|]+) \| (OFL[^|]*) \|", re.MULTILINE)


def bill_of_materials() -> bytes:
    """Return the list as CycloneDX 1.5 JSON; the same for the same lock and notices."""
    rows = {
        name: (licence.strip(), home.strip())
        for name, _, licence, home in _ROW.findall(NOTICES.read_text(encoding="utf-8"))
    }
    components = [*_packages(rows), *_fonts(), _python()]
    listed: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": NAME,
                "name": NAME,
                "version": version(),
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": components,
        "dependencies": [
            {"ref": NAME, "dependsOn": [one["bom-ref"] for one in components]},
        ],
    }
    text = json.dumps(listed, ensure_ascii=False, sort_keys=True)
    listed["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, text)}"
    return json.dumps(listed, ensure_ascii=False, indent=1).encode() + b"\n"


def _packages(rows: dict[str, tuple[str, str]]) -> Iterator[dict[str, Any]]:
    for block in blocks(RUN_LOCK.read_text(encoding="utf-8")):
        wanted = Requirement(block.split(" \\\n", 1)[0])
        yield _package(wanted, _HASH.findall(block), rows[wanted.name])


def _package(wanted: Requirement, hashes: list[str], told: tuple[str, str]) -> dict[str, Any]:
    number = str(wanted.specifier).removeprefix("==")
    licence, home = told
    where = f"pkg:pypi/{wanted.name}@{number}"
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": where,
        "name": wanted.name,
        "version": number,
        "purl": where,
        "licenses": [{"license": {"name": licence}}],
        "properties": [{"name": "canbao:file-sha256", "value": one} for one in hashes],
    }
    if wanted.marker is not None:
        component["properties"].append({"name": "canbao:only-if", "value": str(wanted.marker)})
    if home:
        component["externalReferences"] = [{"type": "website", "url": home}]
    return component


def _fonts() -> list[dict[str, Any]]:
    return [
        {
            "type": "file",
            "bom-ref": f"font:{name.strip()}",
            "name": name.strip(),
            "licenses": [{"license": {"name": licence.strip()}}],
        }
        for name, licence in _FONTS.findall(NOTICES.read_text(encoding="utf-8"))
    ]


def _python() -> dict[str, Any]:
    where = f"pkg:generic/cpython@{windows_python.VERSION}"
    return {
        "type": "platform",
        "bom-ref": where,
        "name": "CPython (Windows packages)",
        "version": windows_python.VERSION,
        "purl": where,
        "licenses": [{"license": {"id": "PSF-2.0"}}],
        "properties": [{"name": "canbao:archive-sha256", "value": windows_python.SHA256}],
    }
