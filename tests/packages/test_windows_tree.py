"""The Windows bundle, its MSI and its setup program, as far as they can be looked at unopened."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pefile
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

INSTALLED_MB_MAX = 200
QUICKLY_PACKED_MB_MAX = 72
"""What is handed on is a seventh smaller: 58.6 MB."""
PROGRAMS = ["canbao.exe", "canbao-desk.exe"]


def test_every_library_is_shipped_or_windows_own(
    windows_tree: Path, scripts: dict[str, ModuleType]
) -> None:
    assert scripts["pe"].missing(windows_tree) == {}


def test_everything_is_for_x64(windows_tree: Path, scripts: dict[str, ModuleType]) -> None:
    pe = scripts["pe"]
    files = list(pe.files_of(windows_tree))
    assert len(files) > 40
    assert {path.name for path in files if pe.machine(path) != pe.X64} == set()


def test_a_library_nobody_ships_is_noticed(
    windows_tree: Path, scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    lone = windows_tree / "_internal" / "PySide6" / "QtWidgets.pyd"
    shutil.copy(lone, tmp_path / "QtWidgets.pyd")
    lacking = scripts["pe"].missing(tmp_path)
    assert "qt6widgets.dll" in lacking
    assert "kernel32.dll" not in lacking


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_carry_version_icon_and_manifest(windows_tree: Path, name: str) -> None:
    with pefile.PE(str(windows_tree / name)) as file:
        resources = {entry.id for entry in file.DIRECTORY_ENTRY_RESOURCE.entries}
        strings = {
            key.decode(): value.decode()
            for info in file.FileInfo[0]
            for table in getattr(info, "StringTable", [])
            for key, value in table.entries.items()
        }
        windowed = file.OPTIONAL_HEADER.Subsystem == pefile.SUBSYSTEM_TYPE[
            "IMAGE_SUBSYSTEM_WINDOWS_GUI"
        ]  # fmt: skip
    assert {pefile.RESOURCE_TYPE[f"RT_{kind}"] for kind in ("ICON", "VERSION", "MANIFEST")} <= (
        resources
    )
    assert strings["ProductName"] == "参保台"
    assert windowed == (name == "canbao-desk.exe")
    assert b"PerMonitorV2" in (windows_tree / name).read_bytes()


def test_it_is_not_too_large(windows_tree: Path, scripts: dict[str, ModuleType]) -> None:
    size_mb = scripts["places"].size_mb
    fonts = windows_tree / "_internal" / "resources" / "fonts"
    assert size_mb(windows_tree) - size_mb(fonts) <= INSTALLED_MB_MAX


@pytest.mark.parametrize(
    "pattern", ["*Quick*", "*Qml*", "Qt6Network*", "*.qm", "opengl32sw*", "numpy", "*psycopg_bin*"]
)
def test_what_nobody_uses_is_not_in_it(windows_tree: Path, pattern: str) -> None:
    ours = windows_tree / "_internal" / "resources"
    assert [path for path in windows_tree.rglob(pattern) if not path.is_relative_to(ours)] == []


def table(msi: Path, name: str) -> list[list[str]]:
    told = subprocess.run(["msiinfo", "export", str(msi), name], capture_output=True, check=True)
    lines = told.stdout.decode("utf-8").replace("\r", "").split("\n")[3:]
    return [line.split("\t") for line in lines if line]


def test_the_msi_says_who_it_is(first_msi: Path, scripts: dict[str, ModuleType]) -> None:
    properties = dict(row[:2] for row in table(first_msi, "Property"))
    assert properties["ProductName"] == "参保台"
    assert properties["UpgradeCode"] == "{6B1E2C9A-5B5C-4B57-9C6F-6C6A0F7D3A10}"
    assert properties["ProductVersion"] == scripts["places"].version()
    assert properties["ALLUSERS"] == "1"
    assert {"CENTRE_URL", "DIVISION", "STATION_CODE", "CA_FILE", "UPDATE_MODE"} <= set(
        properties["SecureCustomProperties"].split(";")
    )
    assert "STATION_CODE" in properties["MsiHiddenProperties"]
    suminfo = subprocess.run(
        ["msiinfo", "suminfo", str(first_msi)], capture_output=True, check=True
    ).stdout.decode()
    assert "Template: x64;2052" in suminfo


def test_the_msi_removes_the_old_version_inside_its_transaction(first_msi: Path) -> None:
    order = {row[0]: int(row[2]) for row in table(first_msi, "InstallExecuteSequence")}
    assert order["InstallInitialize"] < order["RemoveExistingProducts"] < order["ProcessComponents"]
    assert order["AppSearch"] < order["Keep_CENTRE_URL"] < order["CostInitialize"]
    assert order["CostFinalize"] < order["CloseCanbaoDeskFirst"] < order["InstallInitialize"]


def test_the_msi_writes_only_into_the_64_bit_registry(first_msi: Path) -> None:
    assert {int(row[3]) & 256 for row in table(first_msi, "Component")} == {256}
    assert {row[2] for row in table(first_msi, "Registry")} == {r"Software\CanbaoDesk"}


def test_the_msi_holds_the_common_archive_once(first_msi: Path) -> None:
    files = [row[2].rsplit("|", 1)[-1] for row in table(first_msi, "File")]
    assert files.count("canbao.pkg") == 1
    assert "canbao-desk.pkg" not in files
    assert [row[3].rsplit("|", 1)[-1] for row in table(first_msi, "DuplicateFile")] == [
        "canbao-desk.pkg"
    ]


@pytest.mark.skipif(not shutil.which("cc"), reason="no cc here (gcc)")
def test_the_msi_is_packed_with_lzx(first_msi: Path) -> None:
    told = subprocess.run(
        ["msiinfo", "extract", str(first_msi), "canbao.cab"], capture_output=True, check=True
    )
    # The method stands in the folder's entry, behind the head of 36 bytes.
    assert told.stdout[42:44] == bytes((3, 21))
    assert first_msi.stat().st_size / 1e6 <= QUICKLY_PACKED_MB_MAX


@pytest.fixture(scope="module")
def throw_away_key(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A key for code and its self-made certificate, as two PEM files."""
    folder = tmp_path_factory.mktemp("key")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Canbao Desk test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
    (folder / "cert.pem").write_bytes(certificate.public_bytes(pem))
    return folder / "key.pem", folder / "cert.pem"


@pytest.mark.parametrize("kind", ["exe", "msi"])
def test_a_signature_holds_until_a_byte_is_altered(
    windows_tree: Path,
    first_msi: Path,
    throw_away_key: tuple[Path, Path],
    scripts: dict[str, ModuleType],
    tmp_path: Path,
    kind: str,
) -> None:
    signing = scripts["signing"]
    key, certificate = throw_away_key
    source = windows_tree / "canbao.exe" if kind == "exe" else first_msi
    path = Path(shutil.copy(source, tmp_path / f"signed.{kind}"))
    assert not signing.verified(path, certificate)
    assert signing.sign(path, {}) is False
    named = {signing.KEY: str(key), signing.CERT: str(certificate), "PATH": "/usr/bin"}
    assert signing.sign(path, named) is True
    assert signing.verified(path, certificate)

    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 1
    path.write_bytes(data)
    assert not signing.verified(path, certificate)


def test_a_signing_that_fails_leaves_the_file(
    windows_tree: Path,
    throw_away_key: tuple[Path, Path],
    scripts: dict[str, ModuleType],
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(windows_tree / "canbao.exe", tmp_path / "program.exe"))
    before = path.read_bytes()
    named = {
        scripts["signing"].KEY: str(tmp_path / "no.key"),
        scripts["signing"].CERT: str(throw_away_key[1]),
    }
    with pytest.raises(scripts["places"].Failed):
        scripts["signing"].sign(path, named)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["program.exe"]
