"""Files spoiled by chance, as an officer's keyboard or a broken disk would; a seed, a mutant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from kit.content_folder import ContentFolder
from kit.verdict import faults_of

from strategy_report.checked_content import check_content

# What a slip may put into a line or at its end.
_SCRAPS = (
    "：", ": ", ":", "　", " ", "\t", "- ", "-", "－", "・", '"', "'", "”", "[", "]", "{", "}",
    "&a ", "*a", "!x ", "!!int ", "%", "@", "`", "|", ">", "? ", "<<: ", "#", " #", ", ",
    "、", "---", "...", "\\", "\\x00", "${", "}", "${births.R5}", "{total}", "**", "^", "\0",
    "\x1b[31m", "\x85",
    "\u2028", "\u202e", "\ufeff", "\u200b", "\ufffe", "\ue000", "𠮷", "葛\U000e0100", "か\u3099",
    "1,234", "１２", "1e9", "-0", "0123", "12:30", "no", "null", "~", "R5", "H99", "令和", "9" * 40,
    "町" * 300, "[" * 30, "\r", "\r\n", "\u00a0", "NaN", "∞", "②", "▲",
)  # fmt: skip
_ENCODINGS = ("cp932", "euc-jp", "utf-16", "utf-16-le", "utf-8-sig", "utf-32")


def mutant(text: str, seed: int) -> bytes:
    """*text* with one to four faults; the same for the same seed."""
    chance = Random(seed)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        text = chance.choice(_OF_LINES)(text, chance)
    if chance.random() < 0.75:
        return text.encode("utf-8", "surrogatepass")
    return chance.choice(_OF_BYTES)(text, chance)


def _edit_line(change: Callable[[str, Random], str]) -> Callable[[str, Random], str]:
    def edit(text: str, chance: Random) -> str:
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        lines[at] = change(lines[at], chance)
        return "\n".join(lines)

    return edit


def _put_in(line: str, chance: Random) -> str:
    at = chance.randint(0, len(line))
    return line[:at] + chance.choice(_SCRAPS) + line[at:]


def _put_before_value(line: str, chance: Random) -> str:
    at = line.find(": ") + 2 if ": " in line else len(line) - len(line.lstrip(" -"))
    return line[:at] + chance.choice(_SCRAPS) + line[at:]


def _put_for_value(line: str, chance: Random) -> str:
    key, colon, _ = line.partition(": ")
    return key + colon + chance.choice(_SCRAPS)


def _take_out(line: str, chance: Random) -> str:
    at = chance.randint(0, len(line))
    return line[:at] + line[at + chance.randint(1, 3) :]


def _indent(line: str, chance: Random) -> str:
    more = chance.choice((-3, -2, -1, 1, 2, 3))
    return " " * more + line if more > 0 else line[min(-more, len(line) - len(line.lstrip(" "))) :]


def _widen(line: str, chance: Random) -> str:
    at = chance.randint(0, len(line))
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in line[at : at + 3])
    return line[:at] + wide + line[at + 3 :]


def _delete_line(text: str, chance: Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    del lines[at : at + chance.randint(1, 3)]
    return "\n".join(lines)


def _move_line(text: str, chance: Random) -> str:
    lines = text.split("\n")
    line = lines[chance.randrange(len(lines))]
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "\n".join(lines)


def _join_lines(text: str, chance: Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join(lines[: at + 1]) + "\n".join(lines[at + 1 :])


def _break_line(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + "\n" + text[at:]


def _cut(text: str, chance: Random) -> str:
    return text[: chance.randint(0, len(text))]


_OF_LINES: tuple[Callable[[str, Random], str], ...] = (
    *map(
        _edit_line,
        (_put_in, _put_in, _put_before_value, _put_for_value, _take_out, _indent, _widen),
    ),
    _delete_line,
    _move_line,
    _join_lines,
    _break_line,
    _cut,
)


def _change_bytes(text: str, chance: Random) -> bytes:
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(chance.randint(1, 4)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _insert_bytes(text: str, chance: Random) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    at = chance.randint(0, len(data))
    return data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at:]


def _cut_bytes(text: str, chance: Random) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    return data[: chance.randint(0, len(data))]


def _in_another_encoding(text: str, chance: Random) -> bytes:
    return text.encode(chance.choice(_ENCODINGS), "replace")


_OF_BYTES: tuple[Callable[[str, Random], bytes], ...] = (
    _change_bytes,
    _insert_bytes,
    _cut_bytes,
    _in_another_encoding,
)


_SPOILED = ("goals/1.yaml", "edition.yaml", "goals/2.yaml", "plan.yaml", "wording.yaml")


def mutants_of_the_town(parent: Path, seeds: range) -> list[str]:
    """What is wrong with what is said of the small town, one of its files spoiled at each seed."""
    folder = ContentFolder(parent)
    whole = {name: folder.read(name) for name in _SPOILED}
    faults: list[str] = []
    for seed in seeds:
        name = _SPOILED[seed % len(_SPOILED)]
        folder.write(name, mutant(whole[name], seed))
        checked = check_content(folder.path)
        if checked.value is None and not checked.has_errors:
            faults.append(f"seed {seed}, {name}: refused without a word")
        faults += [f"seed {seed}, {name}: {fault}" for fault in faults_of(checked.diagnostics)]
        folder.write(name, whole[name])
    return faults
