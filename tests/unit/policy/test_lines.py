"""Where in a TOML text a value stands."""

from __future__ import annotations

import pytest

from desktop.policy.lines import line_of

TEXT = """# a remark
[pack]
id = "a"

[[rows]]
amount = "1.00"

[[rows]]
amount = "2.00"
inline = { deep = 1 }

[[rows.parts]]
"quoted" = 1

[other.inner]  # with a remark
key = [
    1,
]
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (".pack", 2),
        (".pack.id", 3),
        (".rows[0].amount", 6),
        (".rows[1].amount", 9),
        (".rows[1].inline.deep", 10),
        (".rows[1].parts[0]", 12),
        (".rows[1].parts[0].quoted", 13),
        (".other.inner.key[0]", 16),
        (".pack.missing", 2),
        (".nowhere", 0),
        ("", 0),
    ],
)
def test_the_line_of_a_value_or_of_what_holds_it(path: str, line: int) -> None:
    assert line_of(TEXT, path) == line
