"""The program's version, as the About text and every report name it."""

VERSION = "0.1.0"
