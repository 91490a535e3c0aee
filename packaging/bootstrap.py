#!/usr/bin/env python3
"""Set the checkout up on a machine that has only Python, then run the program or its tests.

    python3 packaging/bootstrap.py run  [arguments of the demo]
    python3 packaging/bootstrap.py test [arguments of tests.check]
    python3 packaging/bootstrap.py setup [--dev]     only set up

On Windows write ``python`` for ``python3``. This file alone must be readable by Python 3.6, so
that an old one gets a sentence and not a syntax error; the work is done in `environment` and
`system_packages` beside it.
"""

import os
import subprocess
import sys

OLDEST = (3, 11)
NEWEST = (3, 13)  # PySide6 6.9.3, pinned for old Windows and glibc, says Requires-Python <3.14


def main(arguments: "list[str]") -> int:
    """Set up, do what was asked, and return its exit code."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return _with_another_python(arguments)
    # Not at the top: an older Python must not try to read it.
    import environment

    return environment.main(arguments)


def _with_another_python(arguments: "list[str]") -> int:
    here = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    other = _fitting_python()
    if not other:
        sys.stderr.write(
            f"This is {here}; the program needs 3.11, 3.12 or 3.13 and none was found.\n"
            "Windows: install one from python.org (64-bit). Debian 12 and later: "
            "apt-get install python3 python3-venv\n"
        )
        return 1
    sys.stderr.write(f"Using {' '.join(other)} instead of {here}.\n")
    return subprocess.call([*other, os.path.realpath(__file__), *arguments])


def _fitting_python() -> "list[str]":
    for version in ("3.13", "3.12", "3.11"):
        command = ["py", "-" + version] if os.name == "nt" else ["python" + version]
        try:
            subprocess.check_output([*command, "-c", ""], stderr=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError):
            continue
        return command
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
