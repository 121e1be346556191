"""Drawings of charts, each made once: what was drawn before is taken from the shelf."""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from strategy_report.charts.drawing import Drawing
from strategy_report.charts.theme import ChartTheme
from strategy_report.core.length import Length
from strategy_report.core.value import Value


class Chart(Protocol):
    """What can be drawn: a value whose fields tell all that shapes it."""

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
        self._themes: dict[ChartTheme, str] = {}

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
            self._engine = f"{_recipe()} {_installed('matplotlib')}"
        # There is a theme a goal, and many charts in it.
        look = self._themes.get(theme)
        if look is None:
            look = self._themes[theme] = _exact(theme)
        told = f"{self._engine} {_exact(chart)} {look}"
        return f"chart {sha256(told.encode()).hexdigest()}"


def _exact(part: object) -> str:
    """All that *part* is made of. Its repr would round lengths, and two charts share a key."""
    if isinstance(part, Value):
        fields = ",".join(_exact(getattr(part, name)) for name in type(part).fields_)
        return f"{type(part).__name__}({fields})"
    if isinstance(part, tuple):
        return f"({','.join(_exact(one) for one in part)})"
    return str(int(part)) if isinstance(part, Length) else repr(part)


def _recipe() -> str:
    """Of the code that draws: another version of it must not find what this one drew."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _installed(package: str) -> str:
    """Name and version of an installed package, from the name of its record; no import."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return package
    # importlib.metadata would answer too, for a tenth of a build's time.
    records = Path(spec.origin).parents[1].glob(f"{package}-*.dist-info")
    return " ".join(sorted(record.stem for record in records))
