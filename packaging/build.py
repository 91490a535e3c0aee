#!/usr/bin/env python3
"""Make the packages of the program.

    python packaging/build.py linux     a folder that runs on Linux x64: in dist
    python packaging/build.py deb       that folder as a Debian package
    python packaging/build.py windows   a folder that runs on Windows x64; on Linux through wine
    python packaging/build.py msi       that folder as an MSI (wixl, msitools)
    python packaging/build.py nsis      that folder as a setup program (makensis)
    python packaging/build.py sbom      the list of what is inside, CycloneDX
    python packaging/build.py sums      SHA256SUMS of all there is in dist
    python packaging/build.py all       everything this machine has the tools for

A folder that is already there for this version is used as it is; ``--fresh`` makes it again.
Everything lands in dist/. Signing: see packaging/README.md. Any Python starts this; what it needs
is set up first, as for running the program.
"""

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

BOOTSTRAP = Path(__file__).resolve().with_name("bootstrap.py")


def main(arguments: "list[str]") -> int:
    """Make what was asked for; 0 if it is there, 1 if not, with the reason."""
    if importlib.util.find_spec("PyInstaller") is None:
        return subprocess.call([sys.executable, str(BOOTSTRAP), "build", *arguments])
    import makers

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=[*makers.MAKERS, "all"], nargs="+")
    parser.add_argument("--fast", action="store_true", help="compress little: to try, not to give")
    parser.add_argument("--fresh", action="store_true", help="freeze again what was frozen before")
    options = parser.parse_args(arguments)
    return makers.make(options.what, makers.Way(fast=options.fast, fresh=options.fresh))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
