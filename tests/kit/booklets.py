"""Whole booklets, built once a run: the city's own and the towns made for tests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from strategy_report.content.load import load_plan
from strategy_report.core.geometry import Rect
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.item import GlyphRun, Item, TextLine
from strategy_report.display.page import Page
from strategy_report.display.walk import boxes_in, items_in
from strategy_report.fonts.catalog import open_catalog
from strategy_report.pipeline import Built, Press, build
from strategy_report.story.compile import compile_story
from strategy_report.story.story import Story

ROOT = Path(__file__).parents[2]
KANAZAWA = ROOT / "content"
TOWNS = ROOT / "tests" / "corpus" / "towns"
# Two goals, the plain look, no photographs; and seven goals with too much of everything.
FUTATSU, NANATSU = TOWNS / "futatsu", TOWNS / "nanatsu"
BOOKLETS = {folder.name: folder for folder in (KANAZAWA, FUTATSU, NANATSU)}

_FACES = open_catalog()
# Marks whose ink is in the second, or in the first half of their em-box.
_OPENING, _CLOSING = "（「『“［〔【", "）」』”］〕】、。"


@cache
def built(name: str) -> Built:
    """The booklet in one of the `BOOKLETS`."""
    checked = build(BOOKLETS[name], Press())
    assert checked.value is not None, checked.diagnostics
    return checked.value


@cache
def story_of(name: str) -> Story:
    plan = load_plan(BOOKLETS[name]).value
    assert plan is not None
    return compile_story(plan)


class Placed(Value):
    """A line of text on a page: its glyphs' em-boxes (halves, for marks), the key of its box."""

    text: str
    rect: Rect
    key: str
    size: Length


def lines_of(page: Page) -> list[Placed]:
    """Every line of text, in reading order."""
    return [
        _placed(item, box)
        for box in boxes_of(page)
        for item in items_in(box.items)
        if _is_text(item)
    ]


def boxes_of(page: Page) -> Iterator[Box]:
    """Every box, parents before their children."""
    yield from boxes_in(page.boxes)


def runs_of(page: Page) -> Iterator[tuple[Box, GlyphRun]]:
    """Every run of glyphs, with the box that it is drawn in."""
    for box in boxes_of(page):
        for item in items_in(box.items):
            if isinstance(item, TextLine):
                for run in item.runs:
                    yield box, run


def text_of(page: Page) -> str:
    """All lines joined."""
    return "".join(line.text for line in lines_of(page))


def _is_text(item: Item) -> bool:
    return isinstance(item, TextLine) and any(run.glyph_ids for run in item.runs)


def _placed(item: Item, box: Box) -> Placed:
    assert isinstance(item, TextLine)
    runs = [run for run in item.runs if run.glyph_ids]
    first, last = runs[0], runs[-1]
    left = first.origin.x + (first.size / 2 if item.text[0] in _OPENING else ZERO)
    right = _right(last) - (last.size / 2 if item.text[-1] in _CLOSING else ZERO)
    top = min(run.origin.y - run.size * 0.88 for run in runs)
    bottom = max(run.origin.y + run.size * 0.12 for run in runs)
    return Placed(
        text=item.text,
        rect=Rect(left, top, right - left, bottom - top),
        key=box.key,
        size=max(run.size for run in runs),
    )


def _right(run: GlyphRun) -> Length:
    face = _FACES[run.face]
    advance = run.size * (face.advance(run.glyph_ids[-1]) / face.units_per_em)
    return Length(run.origin.x + Length(run.offsets[-1])) + advance
