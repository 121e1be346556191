"""What the structure tree costs: of a rebuild's time, and of the file's bytes. Writes nothing here.

    python benchmarks/tags.py [--times 15] [--goals 999]

Time is that of rebuilds after one changed figure, with the tree and without. Bytes are counted in
the finished file: what its streams would come to without marks, and its objects without elements.
Text that lines are said to read as (ActualText) is no part of it: files without tags need it, too.
"""

from __future__ import annotations

import argparse
import gc
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from zlib import compress

import pikepdf
from many_goals import write_many_goals
from run import CONTENT, FIGURE, YEAR, row

from strategy_report.core.value import replace
from strategy_report.pipeline import Press, build, on_screen

# A mark that ends behind one line of text, and its beginning without the content's number.
_MARK = re.compile(rb"^/[A-Z]\w*<<([^\n]*)>>BDC$")
_NUMBER = re.compile(rb"/MCID \d+ ?")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--times", type=int, default=15, help="runs a median is taken of")
    parser.add_argument("--goals", type=int, default=999, help="of a large plan; 0: none")
    options = parser.parse_args()
    gc.set_threshold(100_000)
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(CONTENT, content)
        rebuilds(content, options.times)
        data = _built(content, Press(setup=on_screen()))
        row("file", f"{len(data) / 1000:.1f} kB")
        spent = tag_bytes(data)
        row("  of it: tags", f"{spent / 1000:.1f} kB")
        row("  tags to the rest", f"{spent / (len(data) - spent):.1%}")
        if options.goals:
            many = Path(folder) / "many"
            write_many_goals(CONTENT, many, options.goals)
            size = len(_built(many, Press(setup=on_screen())))
            row(f"file of {options.goals} goals", f"{size / 1_000_000:.2f} MB")
    return 0


def rebuilds(content: Path, times: int) -> None:
    """Medians of rebuilds, turn by turn so that both meet the same machine."""
    setup = on_screen()
    plain = replace(setup, profile=replace(setup.profile, navigable=False))
    presses = {"with tags": Press(setup=setup), "without": Press(setup=plain)}
    taken: dict[str, list[float]] = {name: [] for name in presses}
    for press in presses.values():
        _built(content, press)
    goal = content / "goals" / "1.yaml"
    before = goal.read_text(encoding="utf-8")
    for turn in range(times):
        changed = before.replace(f"{YEAR}{FIGURE}", f"{YEAR}{FIGURE + turn + 1}")
        goal.write_text(changed, encoding="utf-8")
        for name, press in presses.items():
            started = perf_counter()
            _built(content, press)
            taken[name].append(perf_counter() - started)
    goal.write_text(before, encoding="utf-8")
    tagged, bare = (median(seconds) for seconds in taken.values())
    row("rebuild after one changed figure", f"{tagged * 1000:.1f} ms")
    row("  without the structure tree", f"{bare * 1000:.1f} ms")
    row("  the tree to the rest", f"{tagged / bare - 1:.1%}")


def tag_bytes(data: bytes) -> int:
    """Bytes of *data* that tags take."""
    with pikepdf.open(BytesIO(data)) as document:
        pages = (page.Contents.read_bytes() for page in document.pages)
        marks = sum(_packed(page) - _packed(_without_marks(page)) for page in pages)
        written = [_object(one) for one in document.objects]
    plain = [one for one in written if one]
    others = [one for one in plain if b"/S /" not in one or b"/P " not in one]
    return marks + _packed(b"\n".join(plain)) - _packed(b"\n".join(others))


def _object(one: Any) -> bytes:
    is_plain = isinstance(one, pikepdf.Dictionary | pikepdf.Array)
    return bytes(one.unparse(resolved=True)) if is_plain else b""


def _packed(data: bytes) -> int:
    return len(compress(data, 9))


def _without_marks(content: bytes) -> bytes:
    return b"\n".join(_lines_without_marks(content))


def _lines_without_marks(content: bytes) -> Iterator[bytes]:
    """The lines, without the ends of marks that are left out, and without numbers in those kept."""
    kept: list[bool] = []
    for line in content.split(b"\n"):
        mark = _MARK.match(line)
        if mark is not None:
            kept.append(b"/ActualText" in mark[1])
            if kept[-1]:
                yield _NUMBER.sub(b"", line)
        elif line == b"EMC":
            if kept.pop():
                yield line
        else:
            yield line


def _built(content: Path, press: Press) -> bytes:
    checked = build(content, press)
    if checked.value is None:
        raise RuntimeError("\n".join(said.what for said in checked.diagnostics))
    return checked.value.pdf


if __name__ == "__main__":
    sys.exit(main())
