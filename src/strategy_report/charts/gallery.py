"""Drawings of charts, each made once: what was drawn before is taken from the shelf."""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from strategy_report.charts.drawing import Drawing
from strategy_report.charts.theme import ChartTheme

# Part of every key: to be changed with anything that changes what comes out.
_RECIPE = "chart 1"


class Chart(Protocol):
    """What can be drawn. Its repr tells all that shapes it."""

    def draw(self, theme: ChartTheme) -> Drawing: ...


class Shelf(Protocol):
    """Where drawings are kept between builds."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, data: bytes) -> None: ...


class Gallery:
    """Draws charts; matplotlib is imported at the first that was never drawn."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf
        self._drawings: dict[str, Drawing] = {}
        self._engine = ""

    def drawing(self, chart: Chart, theme: ChartTheme) -> Drawing:
        """The same drawing, whether it is taken from the shelf or made now."""
        key = self._key(chart, theme)
        known = self._drawings.get(key)
        if known is None:
            known = self._drawings[key] = self._taken(key) or self._made(key, chart, theme)
        return known

    def _taken(self, key: str) -> Drawing | None:
        kept = None if self._shelf is None else self._shelf.get(key)
        if kept is None:
            return None
        try:
            return Drawing.from_bytes(kept)
        except ValueError:
            return None

    def _made(self, key: str, chart: Chart, theme: ChartTheme) -> Drawing:
        drawing = chart.draw(theme)
        if self._shelf is not None:
            self._shelf.put(key, drawing.to_bytes())
        return drawing

    def _key(self, chart: Chart, theme: ChartTheme) -> str:
        if not self._engine:
            self._engine = _installed("matplotlib")
        told = f"{_RECIPE} {self._engine} {chart!r} {theme!r}"
        return f"chart {sha256(told.encode()).hexdigest()}"


def _installed(package: str) -> str:
    """Name and version of an installed package, from the name of its record; no import."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return package
    # importlib.metadata would answer too, for a tenth of a build's time.
    records = Path(spec.origin).parents[1].glob(f"{package}-*.dist-info")
    return " ".join(sorted(record.stem for record in records))
