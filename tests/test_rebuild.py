"""A press that has built before gives what a new one gives, whatever has changed in between."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from kit.booklets import KANAZAWA
from kit.content_folder import ContentFolder
from kit.mutants import mutant
from PIL import Image as Pillow

from strategy_report.pipeline import Press, build
from strategy_report.store.cache import Cache


def jpeg(colour: str, wide: int = 900) -> bytes:
    """A photograph of one colour."""
    written = BytesIO()
    Pillow.new("RGB", (wide, wide * 2 // 3), colour).save(written, "JPEG")
    return written.getvalue()


GOAL, EDITION, PHOTO = "goals/1.yaml", "edition.yaml", "photos/広場.jpg"
# Each on top of those before it: a file, and what is replaced in it, or all that it holds.
CHANGES: dict[str, tuple[str, tuple[str, str] | bytes]] = {
    "a figure": (GOAL, ("R5: 20618", "R5: 20619")),
    "a figure that other pages tell too": (GOAL, ("R4: 1.35", "R4: 1.70")),
    "decimal places alone": (GOAL, ("R4: 1.70", "R4: 1.700")),
    "the line that everything stands on": (GOAL, ("number: 1\n#", "# 済\nnumber: 1\n#")),
    "pages that others move up for": (
        "goals/2.yaml",
        ("      - 学生等を", "      - 町家の活用\n" * 60 + "      - 学生等を"),
    ),
    "a phrase": ("wording.yaml", ("  badge: 目標達成", "  badge: 達成")),
    "words on every page": (EDITION, ("date: 令和6年10月", "date: 令和6年11月")),
    "the status": (EDITION, ("status: 確定", "status: 案\nwatermark: 敷く")),
    "pages that go": (EDITION, ("  - 概要\n  - 基本目標一覧\n", "")),
    "a page that comes back": (EDITION, ("  - SDGs\n", "  - 基本目標一覧\n  - SDGs\n")),
    "a photograph": (PHOTO, jpeg("navy")),
    "its place": ("goals/2.yaml", ("caption: 金澤町家情報館", "caption: 町家\n    file: 広場.jpg")),
    "its pixels": (PHOTO, jpeg("maroon")),
    "too few pixels": (PHOTO, jpeg("maroon", wide=90)),
    "a fault": (GOAL, ("unit: 件", "unit: {")),
    "its mending": (GOAL, ("unit: {", "unit: 件")),
    "the look": ("theme.yaml", b"sizes: {body: 10.5}\n"),
}


class TwoPresses:
    """One that remembers, and a new one each time."""

    def __init__(self, folder: Path, content: ContentFolder) -> None:
        self._cache = Cache(folder / "cache")
        self._content = content.path
        self._remembering = Press(cache=self._cache)

    def agree(self) -> object:
        """What both say and make is the same; that is given back."""
        old = build(self._content, self._remembering)
        new = build(self._content, Press(cache=self._cache))
        assert old.diagnostics == new.diagnostics
        assert (None if old.value is None else old.value.pdf) == (
            None if new.value is None else new.value.pdf
        )
        return old


def test_after_each_change_the_file_is_that_of_a_first_build(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path, KANAZAWA)
    presses = TwoPresses(tmp_path, content)
    before = presses.agree()
    for what, (name, change) in CHANGES.items():
        if isinstance(change, bytes):
            content.write(name, change)
        else:
            content.edit(name, *change)
        after = presses.agree()
        assert after != before, what
        before = after


def spoil(seeds: range, folder: Path) -> None:
    """Files of a small town spoiled one after the other, most of them so that nothing is made."""
    content = ContentFolder(folder)
    presses = TwoPresses(folder, content)
    names = ("goals/1.yaml", "goals/2.yaml", "edition.yaml", "plan.yaml", "wording.yaml")
    for seed in seeds:
        name = names[seed % len(names)]
        whole = content.read(name)
        content.write(name, mutant(whole, seed))
        presses.agree()
        content.write(name, whole)


def test_chance_finds_no_change_that_is_overlooked(tmp_path: Path) -> None:
    spoil(range(40), tmp_path)
