"""What goes into a bundle beside the program's modules, and what stays out of it, with reasons.

Used by `canbao.spec` and by the tests; knows nothing of PyInstaller.
"""

from __future__ import annotations

import re

DATA = [
    ("resources", "resources"),
    ("forms/handover", "forms/handover"),
    ("forms/papers", "forms/papers"),
    ("packaging/LICENSE", "licenses"),
    ("packaging/THIRD-PARTY-NOTICES.md", "licenses"),
    ("packaging/licenses", "licenses"),
]
"""Files and folders of the checkout, and where in the bundle they go."""

EXCLUDED_MODULES = [
    # Tools of the tests and of other programs that a hook may find in the same environment.
    "IPython", "hypothesis", "lxml", "matplotlib", "mypy", "numpy", "pandas", "pip", "pygments",
    "pytest", "setuptools", "tkinter", "zxingcpp",
    # Qt modules the program does not import.
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml",
    "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtDBus",
    # PostgreSQL's own client, for a centre: psycopg takes the machine's libpq where there is one.
    "psycopg_binary",
    # Extras of dependencies: command lines, servers and formats nobody calls.
    "httptools", "rich", "uvloop", "watchfiles", "websockets", "sqlite3.test", "tabulate",
    "anyio._backends._trio", "pydantic.mypy", "pycparser", "reportlab.graphics",
    "reportlab.platypus", "zstandard.backend_cffi",
    # Python's own that nobody asks for, or that has a faster twin in C.
    "_pydecimal", "unittest", "pydoc", "doctest", "lib2to3", "distutils", "curses", "idlelib",
]  # fmt: skip

_UNWANTED_MODULE = re.compile(r"PIL\.\w+ImagePlugin$")
"""Formats of pictures: reportlab wants Pillow's core, and we print no pictures."""

_UNWANTED = re.compile(
    "|".join(
        (
            # Qt's own texts: ours are in resources/i18n, and no dialog of Qt's own is shown.
            r"PySide6/(Qt/)?translations/",
            # Screens of devices that are no desk; Wayland desks run the X11 window.
            r"plugins/platforms/(lib)?q(eglfs|linuxfb|minimal|vkkhrdisplay|vnc|direct2d|wayland)",
            r"plugins/(eglde|generic/|networkinf|qmltool|sqldrivers|tls/|wayland-|xcbglintegr)",
            # GTK's theme brings all of GTK; the on-screen keyboard brings QML.
            r"plugins/platformthemes/(lib)?qgtk3",
            r"plugins/platforminputcontexts/(lib)?qtvirtualkeyboard",
            # Pictures: PNG is part of QtGui, icons are drawn through QtSvg.
            r"plugins/imageformats/(?!(lib)?qico\.)",
            r"plugins/iconengines/",
            r"plugins/styles/",
            # Drawing without a graphics card: widgets are drawn without OpenGL anyway.
            r"(^|/)opengl32sw\.dll",
            r"(^|/)(lib)?Qt6?(Qml|Quick|Network|OpenGL|VirtualKeyboard|Pdf|Wayland|WlShell|Egl|Sql)\w*\.",
            # Formats of pictures, as with the modules.
            r"PIL/_(avif|webp|imagingft|imagingcms|imagingtk)\.",
            r"pillow\.libs/lib(avif|webp|sharpyuv|freetype|harfbuzz|brotli|lcms2|png)",
            # Zstandard has a second, slower driver beside the one in C.
            r"zstandard/_cffi\.",
            # What translations are made from.
            r"resources/i18n/.+\.ts$",
            # Other places' time (Windows; psycopg alone asks for it, and has UTC without).
            r"tzdata/zoneinfo/(?!(Asia/Shanghai|Etc/UTC|UTC)$).+[^y]$",
            # Of a package's record only what is asked for while running: version, entry points.
            # The licences in it are copied to licenses/.
            r"\.dist-info/(?!(METADATA|entry_points\.txt)$)",
        )
    )
)

_SYSTEM_FOLDERS = re.compile(r"^(/usr)?/lib(64)?/")
_SHIPPED_ALL_THE_SAME = re.compile(
    # Python's own: every system has another version of these.
    r"^lib(python3|ssl|crypto|ffi|sqlite3|bz2|lzma|expat|uuid|mpdec)[.\d_-]"
    # Parts of X11 that desks often lack, and Qt's window does not start without.
    r"|^libxcb-(cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb)\."
    r"|^libxkbcommon(-x11)?\."
)

STRIPPED = re.compile(
    r"^(libpython3|zstandard/backend_c|sqlcipher3/_sqlite3|cryptography/hazmat/bindings/_rust"
    r"|pypdfium2_raw/libpdfium|python_calamine/_python_calamine|python3\.\d+/lib-dynload/.+\.so$)"
)
"""Libraries that come with symbols nobody needs, 57 MB of them. Others are left as they are: what
was patched for its wheel (Pillow, Qt) does not survive being stripped."""


def unwanted(path: str) -> bool:
    """Tell whether a file that PyInstaller collected stays out; ``path`` is its place inside."""
    return _UNWANTED.search(path.replace("\\", "/")) is not None


def unwanted_module(name: str) -> bool:
    """Tell whether a module that PyInstaller's hooks ask for by its pattern stays out."""
    return _UNWANTED_MODULE.match(name) is not None


def of_the_system(path: str, source: str) -> bool:
    """Tell whether a library at ``source`` is left to the machine (Linux only).

    A second libstdc++, glib or fontconfig beside the machine's own does harm: its graphics driver
    and its input method load theirs. The package names them as dependencies.
    """
    if not _SYSTEM_FOLDERS.match(source):
        return False
    return _SHIPPED_ALL_THE_SAME.match(path.rsplit("/", 1)[-1]) is None
