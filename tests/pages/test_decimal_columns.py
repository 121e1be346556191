"""Figures of a column stand with their decimal points below each other, figure below figure."""

from __future__ import annotations

from functools import cache

import pytest
from kit.booklets import boxes_of, runs_of
from kit.hostile import Maker, laid_out, town
from kit.page_rules import faults_of

from strategy_report.display.item import GlyphRun
from strategy_report.display.page import Page
from strategy_report.fonts.catalog import open_catalog
from strategy_report.model.edition import PageKind

M = Maker()
FACES = open_catalog()
COLUMNS = ("baseline", "actual", "target")
# Of one column each: with and without decimals, thousands, negative, in many units and in none.
VALUES = (
    (("10.5", "9.8", "12.0"), "％"),
    (("9", "5", "7"), "人"),
    (("1234.25", "1234", "2000.75"), "億円"),
    (("-3.0", "-2.5", "0.0"), "ポイント"),
    (("未実施", "未定", None), "件"),
    (("1234567", "298520", "100000"), "円"),
    (("1.48", "1.35", "1.69"), ""),
    (("7.777", "1.5", "0.002"), "㎡"),
)
IN_PRINT = {
    "baseline": ["10.5", "9", "1,234.25", "3.0", "1,234,567", "1.48", "7.777"],
    "actual": ["9.8", "5", "1,234.00", "2.5", "298,520", "1.35", "1.500"],
    "target": ["12.0", "7", "2,000.75", "0.0", "100,000", "1.69", "0.002"],
}


@cache
def table() -> Page:
    kpis = tuple(
        M.indicator(f"k{number}", values, unit=unit) for number, (values, unit) in enumerate(VALUES)
    )
    plan = town(M.goal(1, kpis=kpis), pages=(PageKind.INDICATOR_TABLE,))
    book, _ = laid_out(plan)
    assert faults_of(book) == []
    (page,) = book.pages
    return page


def numbers_of(column: str) -> list[GlyphRun]:
    return [
        run
        for box, run in runs_of(table())
        if box.key.endswith(f"/{column}") and "/head/" not in box.key and run.texts[0].isdigit()
    ]


def edge_of(run: GlyphRun, place: int) -> int:
    """Where a glyph's body begins, in EMU; behind the last: where it ends."""
    face = FACES[run.face]
    if place < len(run.texts):
        return int(run.origin.x) + run.offsets[place]
    last = face.advance(run.glyph_ids[-1]) * int(run.size) // face.units_per_em
    return edge_of(run, place - 1) + last


@pytest.mark.parametrize("column", COLUMNS)
def test_the_points_of_a_column_stand_below_each_other(column: str) -> None:
    runs = numbers_of(column)
    assert ["".join(run.texts) for run in runs] == IN_PRINT[column]
    points = [
        edge_of(run, run.texts.index(".") if "." in run.texts else len(run.texts)) for run in runs
    ]
    assert max(points) - min(points) <= 2


@pytest.mark.parametrize("column", COLUMNS)
def test_thousands_stand_below_each_other(column: str) -> None:
    commas = {
        edge_of(run, place) // 10
        for run in numbers_of(column)
        for place, text in enumerate(run.texts)
        if text == "," and "".join(run.texts).partition(".")[0][place:].count(",") == 1
    }
    assert len(commas) == 1


@pytest.mark.parametrize("column", COLUMNS)
def test_the_head_ends_where_the_longest_fraction_does(column: str) -> None:
    (head,) = (box for box in boxes_of(table()) if box.key.endswith(f"/head/{column}"))
    runs = [run for box, run in runs_of(table()) if box.key == head.key]
    fractions = [edge_of(run, len(run.texts)) for run in numbers_of(column)]
    assert abs(edge_of(runs[-1], len(runs[-1].texts)) - max(fractions)) <= 2


def test_figures_too_wide_for_one_point_end_at_one_place_instead() -> None:
    maker = Maker()
    kpis = (
        maker.states("k0", ("未整備", "整備済"), (0, 1, 1)),
        maker.indicator("k1", ("9999999999", "9999999999", "9999999999")),
        maker.indicator("k2", ("0.05", "0.05", "1.69"), unit="人日当量"),
        *(maker.indicator(f"k{at}") for at in range(3, 10)),
    )
    book, _ = laid_out(town(maker.goal(1, kpis=kpis)))
    assert faults_of(book) == []
