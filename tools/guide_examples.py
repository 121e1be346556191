"""The guide's examples, carried out section by section on a copy of the booklet's content.

A fenced block says behind its language what it is:

    yaml FILE 直す前, then yaml 直した後      these lines of FILE, and what they become
    yaml FILE KEY: の終わりに足す             lines put behind the last of KEY
    yaml FILE を作る                          a new file
    text 表示                                 what `build` then says
    text 表示 FILE ENCODING                   the same, FILE saved in another encoding
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from PIL import Image

from strategy_report.content.messages import render
from strategy_report.core.diagnostic import Severity
from strategy_report.core.value import Value
from strategy_report.pipeline import Press, make

_HEADING = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^( *)```(\w+)(?: ([^\n]*))?\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
# The photograph that is there in sections that speak of it.
_PHOTO, _PHOTO_SIZE = "machiya.jpg", (1800, 1200)


class Fence(Value):
    """A fenced block.

    Attributes:
        start, end: of its body in the document.
        margin: spaces that the block is set in by.
    """

    language: str
    label: str
    body: str
    start: int
    end: int
    margin: str


class Told(Value):
    """What a block shows, and what the program says."""

    heading: str
    fence: Fence
    said: str


def fences_of(document: str) -> tuple[Fence, ...]:
    return tuple(
        Fence(
            language=found[2],
            label=found[3] or "",
            body=re.sub(rf"^{found[1]}", "", found[4], flags=re.MULTILINE),
            start=found.start(4),
            end=found.end(4),
            margin=found[1],
        )
        for found in _FENCE.finditer(document)
    )


def carried_out(document: str, content: Path, work: Path) -> Iterator[Told]:
    """What the program says in every section that has examples; *work* is an empty folder.

    A section that shows no message is told with an empty one, at its last example.

    Raises:
        ValueError: an example does not fit the content.
    """
    press = Press()
    for heading, fences in _sections(document):
        if any(fence.language == "yaml" or fence.label.startswith("表示") for fence in fences):
            town = work / f"{abs(hash(heading))}"
            _copy(content, town)
            if any(_PHOTO in fence.body for fence in fences):
                _take_photo(town)
            yield from _Section(town / "content", press).told(heading, fences)


def shown_anew(document: str, told: Iterator[Told]) -> str:
    """*document*, its messages replaced by what the program says."""
    for one in reversed(list(told)):
        fence = one.fence
        if fence.label.startswith("表示"):
            body = indent(one.said + "\n", fence.margin)
            document = document[: fence.start] + body + document[fence.end :]
    return document


def _sections(document: str) -> Iterator[tuple[str, list[Fence]]]:
    fences = fences_of(document)
    headings = [
        found
        for found in _HEADING.finditer(document)
        if not any(fence.start <= found.start() < fence.end for fence in fences)
    ]
    ends = [*(found.start() for found in headings[1:]), len(document)]
    for found, end in zip(headings, ends, strict=True):
        yield found[1], [fence for fence in fences if found.start() <= fence.start < end]


def _copy(content: Path, town: Path) -> None:
    shutil.copytree(content, town / "content")
    shutil.copytree(content.parent / "docs", town / "docs")


def _take_photo(town: Path) -> None:
    photo = town / "content" / "photos" / _PHOTO
    Image.new("RGB", _PHOTO_SIZE, (150, 140, 120)).save(photo, "JPEG")


class _Section:
    """One section's examples, in their order."""

    def __init__(self, content: Path, press: Press) -> None:
        self._content = content
        self._press = press

    def told(self, heading: str, fences: list[Fence]) -> Iterator[Told]:
        shown = False
        for fence, after in zip(fences, [*fences[1:], None], strict=True):
            if fence.label.endswith("直す前"):
                assert after is not None
                self._replace(fence.label.split()[0], fence.body, after.body)
            elif fence.label.endswith("の終わりに足す"):
                name, key, *_ = fence.label.split()
                self._add(name, key, fence.body)
            elif fence.label.endswith("を作る"):
                self._write(fence.label.split()[0], fence.body)
            elif fence.label.startswith("表示"):
                shown = True
                self._save_as(*fence.label.split()[1:])
                yield Told(heading=heading, fence=fence, said=self._said())
        if not shown:
            yield Told(heading=heading, fence=fences[-1], said=self._said())

    def _said(self) -> str:
        checked = make(self._content, self._press)
        return render(d for d in checked.diagnostics if d.severity >= Severity.WARNING)

    def _replace(self, name: str, before: str, after: str) -> None:
        text = self._read(name)
        before, after = before.removesuffix("\n"), after.removesuffix("\n")
        if text.count(before) != 1:
            raise ValueError(f"{name} has {text.count(before)} of: {before}")
        self._write(name, text.replace(before, after))

    def _add(self, name: str, key: str, lines: str) -> None:
        """Puts *lines* behind the last line of the top-level *key* that says something."""
        whole = self._read(name)
        found = re.search(rf"^{re.escape(key)}\n(?:(?: .*|#.*)?\n)*", whole, re.MULTILINE)
        if found is None:
            raise ValueError(f"{name} has no {key}")
        end = found.start() + len(found[0].rstrip()) + 1
        self._write(name, whole[:end] + lines + whole[end:])

    def _save_as(self, name: str = "", encoding: str = "") -> None:
        if name:
            path = self._content / name
            path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))

    def _read(self, name: str) -> str:
        return (self._content / name).read_text(encoding="utf-8")

    def _write(self, name: str, text: str) -> None:
        (self._content / name).write_text(text, encoding="utf-8", newline="\n")
