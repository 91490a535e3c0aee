"""The MSI's description: what wixl reads, and the statements that add what wixl cannot say.

wixl knows no conditions on components, no 64-bit registry view, no duplicated files, and spoils
Chinese names. So it gets a plain package, and the tables are completed with msibuild afterwards.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from places import CHINESE_NAME, PUBLISHER

UPGRADE_CODE = "6B1E2C9A-5B5C-4B57-9C6F-6C6A0F7D3A10"
"""Says that all versions are one product. Never changes."""

ASCII_NAME = "Canbao Desk"
CABINET = "canbao.cab"
KEY = r"Software\CanbaoDesk"

SETTINGS = {
    "CENTRE_URL": "CentreUrl",
    "DIVISION": "Division",
    "STATION_CODE": "StationCode",
    "CA_FILE": "CaFile",
    "UPDATE_MODE": "UpdateMode",
}
"""Property on the command line, and the value under HKLM\\Software\\CanbaoDesk it becomes."""

REMEMBERED = SETTINGS | {"INSTALLDIR": "InstallDir"}

_SECOND_ARCHIVE = Path("canbao-desk.pkg")
"""The same as the first: the package holds it once."""

_TYPE_SET_PROPERTY_ONCE = 51 + 256
_TYPE_RUN_INSTALLED = 18
_TYPE_GO_ON = 64
_WIN64 = 256
_SEARCH_64_BIT_VALUE = 2 + 16

TOUCHES_OLD = "(Installed OR WIX_UPGRADE_DETECTED) AND NOT UPGRADINGPRODUCTCODE"
_REMOVES = 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE'

NEWER = (
    "这台电脑上已有较新版本的参保台，没有改动任何文件。"
    "如确需换回旧版，请先卸载新版（数据会保留）。 "
    "A newer Canbao Desk is installed; nothing was changed."
)


def source(tree: Path, version: str) -> str:
    """Return what wixl reads for the files in ``tree``, which it finds as ``tree/`` beside it."""
    references: list[str] = []
    body = "\n".join(_folder(tree, tree, references))
    settings = "\n".join(_settings(references))
    features = "".join(f'<ComponentRef Id="{one}"/>' for one in references)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="*" Name="{ASCII_NAME}" Language="2052" Version="{version}"
   Manufacturer="{PUBLISHER}" UpgradeCode="{UPGRADE_CODE}">
  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"/>
  <MajorUpgrade DowngradeErrorMessage="newer"/>
  <Media Id="1" Cabinet="{CABINET}" EmbedCab="yes"/>
  <Icon Id="canbao.ico" SourceFile="canbao-desk.ico"/>
  <Property Id="ARPPRODUCTICON" Value="canbao.ico"/>
  <Property Id="ARPNOMODIFY" Value="1"/>
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramFiles64Folder">
    <Directory Id="INSTALLDIR" Name="{ASCII_NAME}">
{settings}
{body}
    </Directory>
   </Directory>
   <Directory Id="ProgramMenuFolder">
    <Component Id="shortcut" Guid="{_guid("shortcut")}">
     <Shortcut Id="menu" Name="{ASCII_NAME}" Target="[INSTALLDIR]canbao-desk.exe"
       WorkingDirectory="INSTALLDIR" Icon="canbao.ico"/>
     {_value("Shortcut", "1")}
    </Component>
   </Directory>
  </Directory>
  <Feature Id="Main" Level="1">{features}<ComponentRef Id="shortcut"/></Feature>
 </Product>
</Wix>
"""


def files(tree: Path) -> dict[str, Path]:
    """Return the files of the package by their keys in its tables."""
    inside = (path.relative_to(tree) for path in tree.rglob("*") if path.is_file())
    return {_identifier("f", one): tree / one for one in inside if one != _SECOND_ARCHIVE}


def statements() -> Iterator[str]:
    """Yield what completes the tables, one SQL statement each."""
    yield f"UPDATE `Property` SET `Value` = '{CHINESE_NAME}' WHERE `Property` = 'ProductName'"
    yield f"UPDATE `LaunchCondition` SET `Description` = '{NEWER}'"
    yield f"UPDATE `Shortcut` SET `Name` = 'CANBAO~1|{CHINESE_NAME}'"
    secure = ";".join(("WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", "UNSENT", *REMEMBERED))
    yield f"UPDATE `Property` SET `Value` = '{secure}' WHERE `Property` = 'SecureCustomProperties'"
    # A registration code is nobody's business who reads a log.
    yield _insert("Property", Property="MsiHiddenProperties", Value="STATION_CODE;OLD_STATION_CODE")
    # The old version is removed inside the transaction: if anything fails it is brought back.
    yield (
        "UPDATE `InstallExecuteSequence` SET `Sequence` = 1501"
        " WHERE `Action` = 'RemoveExistingProducts'"
    )
    yield from _in_64_bit()
    yield from _remembered()
    yield from _checks()
    yield from _duplicate()


def _in_64_bit() -> Iterator[str]:
    for attributes in (0, 4):
        yield (
            f"UPDATE `Component` SET `Attributes` = {attributes + _WIN64}"
            f" WHERE `Attributes` = {attributes}"
        )
    for name in SETTINGS:
        yield f"UPDATE `Component` SET `Condition` = '{name}' WHERE `Component` = 'set_{name}'"


def _remembered() -> Iterator[str]:
    """Keep what an earlier version was given, unless this installation is told otherwise."""
    for place, (name, value) in enumerate(REMEMBERED.items()):
        yield _insert(
            "RegLocator",
            Signature_=f"find_{name}", Root=2, Key=KEY, Name=value, Type=_SEARCH_64_BIT_VALUE,
        )  # fmt: skip
        yield _insert("AppSearch", Property=f"OLD_{name}", Signature_=f"find_{name}")
        yield _insert(
            "CustomAction",
            Action=f"Keep_{name}",
            Type=_TYPE_SET_PROPERTY_ONCE,
            Source=name,
            Target=f"[OLD_{name}]",
        )
        for table in ("InstallUISequence", "InstallExecuteSequence"):
            condition = f"NOT {name} AND OLD_{name}"
            yield _insert(table, Action=f"Keep_{name}", Condition=condition, Sequence=60 + place)
    for table in ("InstallUISequence", "InstallExecuteSequence"):
        yield _insert(table, Action="AppSearch", Sequence=50)


def _checks() -> Iterator[str]:
    """Ask the program itself; the names of the actions are what a silent log shows."""
    program = "program_canbao_desk_exe"
    checks = (
        ("CloseCanbaoDeskFirst", "--idle-check", 0, TOUCHES_OLD + ' AND RUNNING <> "ignore"'),
        ("UnsentEvents_LetItExchangeFirst", "--uninstall-check", 0,
         f'{_REMOVES} AND UNSENT <> "ignore" AND UNSENT <> "warn"'),
        ("UnsentEvents_Warning", "--uninstall-check", _TYPE_GO_ON,
         f'{_REMOVES} AND UNSENT = "warn"'),
    )  # fmt: skip
    for place, (name, argument, extra, condition) in enumerate(checks):
        yield _insert(
            "CustomAction",
            Action=name,
            Type=_TYPE_RUN_INSTALLED + extra,
            Source=program,
            Target=f"--box [UILevel] {argument}",
        )
        yield _insert(
            "InstallExecuteSequence", Action=name, Condition=condition, Sequence=1390 + place
        )


def _duplicate() -> Iterator[str]:
    """Both programs carry the same archive; the package holds it once."""
    yield (
        "CREATE TABLE `DuplicateFile` (`FileKey` CHAR(72) NOT NULL, `Component_` CHAR(72) NOT NULL,"
        " `File_` CHAR(72) NOT NULL, `DestName` CHAR(255) LOCALIZABLE, `DestFolder` CHAR(72)"
        " PRIMARY KEY `FileKey`)"
    )
    yield _insert(
        "DuplicateFile",
        FileKey="archive_of_window",
        Component_=_identifier("c", Path("canbao.pkg")),
        File_=_identifier("f", Path("canbao.pkg")),
        DestName="CANBAO~1.PKG|canbao-desk.pkg",
    )
    for action, sequence in (("RemoveDuplicateFiles", 3400), ("DuplicateFiles", 4210)):
        yield _insert("InstallExecuteSequence", Action=action, Sequence=sequence)


def _insert(table: str, **values: str | int) -> str:
    columns = ", ".join(f"`{name}`" for name in values)
    row = ", ".join(str(one) if isinstance(one, int) else f"'{one}'" for one in values.values())
    return f"INSERT INTO `{table}` ({columns}) VALUES ({row})"


def _folder(root: Path, folder: Path, references: list[str]) -> Iterator[str]:
    """Yield the files of a folder, each a component of its own, and the folders in it."""
    for path in sorted(folder.iterdir()):
        inside = path.relative_to(root)
        if path.is_dir():
            name = quoteattr(path.name)
            yield f'<Directory Id="{_identifier("d", inside)}" Name={name}>'
            yield from _folder(root, path, references)
            yield "</Directory>"
        elif inside != _SECOND_ARCHIVE:
            component = _identifier("c", inside)
            references.append(component)
            where = quoteattr(f"tree/{inside.as_posix()}")
            yield (
                f'<Component Id="{component}" Guid="{_guid(inside.as_posix())}">'
                f'<File Id="{_identifier("f", inside)}" Name={quoteattr(path.name)}'
                f' Source={where} KeyPath="yes"/></Component>'
            )


def _settings(references: list[str]) -> Iterator[str]:
    for name, value in REMEMBERED.items():
        references.append(f"set_{name}")
        yield (
            f'<Component Id="set_{name}" Guid="{_guid(name)}">'
            f"{_value(value, f'[{name}]', 'string')}</Component>"
        )


def _value(name: str, value: str, kind: str = "integer") -> str:
    return (
        f'<RegistryValue Root="HKLM" Key="{KEY}" Name="{name}" Type="{kind}" Value="{value}"'
        ' KeyPath="yes"/>'
    )


def _identifier(kind: str, inside: Path) -> str:
    if kind == "f" and inside == Path("canbao-desk.exe"):
        return "program_canbao_desk_exe"
    return f"{kind}_{uuid.uuid5(uuid.UUID(UPGRADE_CODE), inside.as_posix()).hex}"


def _guid(name: str) -> str:
    """Return the same GUID for the same file in every version, as components want it."""
    return str(uuid.uuid5(uuid.UUID(UPGRADE_CODE), f"component {name}")).upper()
