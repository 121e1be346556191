"""Drawings are kept by everything that shapes them, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from charts.charts import KANAZAWA, bars

from strategy_report.charts import gallery as gallery_module
from strategy_report.charts.bars import BarChart
from strategy_report.charts.drawing import Drawing
from strategy_report.charts.gallery import Gallery
from strategy_report.charts.path import path_chart
from strategy_report.charts.theme import ChartTheme
from strategy_report.core.geometry import Size
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, pt
from strategy_report.core.value import replace


class Shelf:
    """A shelf in memory that tells what it was asked for."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.kept[key] = data


def a_chart() -> BarChart:
    chart = bars("50", "75", "100")
    assert chart is not None
    return chart


def _other_ink(theme: ChartTheme) -> ChartTheme:
    return replace(theme, actual=Ink(name="enji", rgb=(1, 2, 3), cmyk=theme.actual.cmyk))


def _one_emu_longer(chart: BarChart) -> BarChart:
    first = chart.bars[0]
    longer = replace(first, length=first.length + Length(1))
    return replace(chart, bars=(longer, *chart.bars[1:]))


CHANGES: dict[str, Callable[[BarChart, ChartTheme], tuple[BarChart, ChartTheme]]] = {
    "an ink on screen": lambda chart, theme: (chart, _other_ink(theme)),
    "an ink in print": lambda chart, theme: (
        chart,
        replace(theme, actual=replace(theme.actual, cmyk=(0, 0, 0, 100))),
    ),
    "a line's width": lambda chart, theme: (chart, replace(theme, axis=pt(0.7))),
    "the size": lambda chart, theme: (replace(chart, size=Size(pt(85), pt(45))), theme),
    "a value": lambda chart, theme: (_one_emu_longer(chart), theme),
    "the place of zero": lambda chart, theme: (replace(chart, axis=pt(1)), theme),
    "what is set apart": lambda chart, theme: (
        replace(chart, bars=(replace(chart.bars[0], apart=True), *chart.bars[1:])),
        theme,
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_shapes_a_chart_is_in_its_key(change: str) -> None:
    shelf = Shelf()
    Gallery(shelf).drawing(a_chart(), KANAZAWA)
    Gallery(shelf).drawing(*CHANGES[change](a_chart(), KANAZAWA))
    assert len(shelf.kept) == 2


def test_another_kind_of_chart_has_another_key() -> None:
    shelf = Shelf()
    Gallery(shelf).drawing(a_chart(), KANAZAWA)
    Gallery(shelf).drawing(path_chart((None, None), None, Size(pt(85), pt(44)), KANAZAWA), KANAZAWA)
    assert len(shelf.kept) == 2


@pytest.mark.parametrize("version", ["_recipe", "_installed"])
def test_another_version_of_the_code_or_of_matplotlib_draws_anew(
    version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf()
    Gallery(shelf).drawing(a_chart(), KANAZAWA)
    monkeypatch.setattr(gallery_module, version, lambda *_: "another")
    Gallery(shelf).drawing(a_chart(), KANAZAWA)
    assert len(shelf.kept) == 2


def test_the_version_of_the_code_is_the_text_of_its_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "bars.py"
    module.write_text("WIDTH = 1\n", encoding="utf-8")
    monkeypatch.setattr(gallery_module, "__file__", str(tmp_path / "gallery.py"))
    before = gallery_module._recipe()
    module.write_text("WIDTH = 2\n", encoding="utf-8")
    assert gallery_module._recipe() != before


def test_what_was_drawn_once_is_taken_from_the_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    first = Gallery(shelf).drawing(a_chart(), KANAZAWA)

    def refuse(*_: Any) -> Drawing:
        raise AssertionError("drawn again")

    monkeypatch.setattr(BarChart, "draw", refuse)
    assert Gallery(shelf).drawing(a_chart(), KANAZAWA) == first


def test_a_spoilt_drawing_on_the_shelf_is_drawn_anew() -> None:
    shelf = Shelf()
    first = Gallery(shelf).drawing(a_chart(), KANAZAWA)
    for spoilt in (b"", b"{}", b"[1,2]", b"\xff"):
        shelf.kept = dict.fromkeys(shelf.kept, spoilt)
        assert Gallery(shelf).drawing(a_chart(), KANAZAWA) == first


def test_a_drawing_comes_back_from_its_bytes_as_it_was() -> None:
    for chart in (a_chart(), bars("-3.2", None, "5", apart=True)):
        assert chart is not None
        drawing = chart.draw(KANAZAWA)
        assert Drawing.from_bytes(drawing.to_bytes()) == drawing
