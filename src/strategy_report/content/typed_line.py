"""One line of YAML apart, as it was typed: indent, list marks, key, value."""

from __future__ import annotations

import re

from strategy_report.core.value import Value

_LINE = re.compile(r"(\s*)((?:- +)*)(.*)")
# A key typed with its colon, or with a full-width one.
_KEY = re.compile(r"([A-Za-z_][\w-]*|\"[^\"]*\")([:：])(.?)")

# A remedy is read at a glance; whole, a long value would repeat the line quoted above it.
_LONGEST_SHOWN = 40


class TypedLine(Value):
    """A line's pieces; joined, they are the line.

    Attributes:
        rest: what follows indent and list marks.
        key: a Latin or quoted name before a colon; None where there is none.
        colon: 「:」 or 「：」.
        value: what stands behind key and colon, or behind the list mark, without spaces around.
        value_column: of the value, from 0.
    """

    indent: str
    dashes: str
    rest: str
    key: str | None = None
    colon: str = ""
    value: str = ""
    value_column: int = 0

    @property
    def start(self) -> int:
        """Column of the key, or of the text; from 0."""
        return len(self.indent) + len(self.dashes)


def typed_line(line: str) -> TypedLine:
    found = _LINE.fullmatch(line)
    indent, dashes, rest = found.groups() if found is not None else ("", "", line)
    start = len(indent) + len(dashes)
    with_key = _KEY.match(rest)
    if with_key is None:
        return TypedLine(
            indent=indent,
            dashes=dashes,
            rest=rest,
            value=rest.strip() if dashes else "",
            value_column=start,
        )
    value = rest[with_key.end(2) :]
    return TypedLine(
        indent=indent,
        dashes=dashes,
        rest=rest,
        key=with_key[1],
        colon=with_key[2],
        value=value.strip(),
        value_column=start + with_key.end(2) + len(value) - len(value.lstrip()),
    )


def quoted(value: str) -> str:
    """*value* in the quotation marks that need no escapes."""
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def shown_quoted(value: str) -> str:
    """`quoted` for a message; of a long value, its ends."""
    whole = quoted(value)
    return whole if len(whole) <= _LONGEST_SHOWN else f"{whole[:20]}…{whole[-8:]}"
