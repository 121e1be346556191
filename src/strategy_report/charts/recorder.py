"""A renderer for matplotlib that keeps shapes instead of painting pixels."""

from __future__ import annotations

from functools import cache
from typing import Any, NoReturn

from strategy_report.charts.engine import figure_class
from strategy_report.core.geometry import Size
from strategy_report.core.ink import Ink
from strategy_report.core.length import EMU_PER_PT, Length
from strategy_report.display.item import Cap, Join, Path, Shape, Stroke

# Coordinates are rounded to a hundredth of a point, so that the last bits of a machine's
# arithmetic never reach a file.
_GRID = EMU_PER_PT // 100

_CAPS = {"butt": Cap.BUTT, "round": Cap.ROUND, "projecting": Cap.SQUARE}
_JOINS = {"miter": Join.MITER, "round": Join.ROUND, "bevel": Join.BEVEL}


def record(size: Size, artists: tuple[Any, ...], inks: tuple[Ink, ...]) -> tuple[Shape, ...]:
    """What matplotlib draws of *artists* in a figure of *size*.

    The artists' coordinates are points, from the figure's top left corner, y downwards; their
    colours are the screen colours of *inks*.

    Raises:
        ValueError: a colour is none of *inks*.
        NotImplementedError: an artist draws words, pixels or anything else but paths.
    """
    figure = figure_class()(figsize=(size.width.pt / 72, size.height.pt / 72), dpi=72)
    figure.patch.set_visible(False)
    for artist in artists:
        figure.add_artist(artist)
    renderer = _recorder_class()(size, inks)
    figure.draw(renderer)
    return tuple(renderer.shapes)


@cache
def points_to_figure(height: float) -> Any:
    """The transform that an artist of a figure *height* points high is made with."""
    figure_class()
    from matplotlib.transforms import Affine2D

    return Affine2D().scale(1, -1).translate(0, height)


@cache
def _recorder_class() -> Any:
    figure_class()
    from matplotlib.backend_bases import RendererBase

    class Recorder(RendererBase):
        """Keeps each path as a Shape."""

        def __init__(self, size: Size, inks: tuple[Ink, ...]) -> None:
            super().__init__()
            self.shapes: list[Shape] = []
            self._size = size
            self._inks = {ink.rgb: ink for ink in reversed(inks)}

        def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
            width = gc.get_linewidth()
            drawn = _path(path.iter_segments(transform, simplify=False), int(self._size.height))
            stroke = self._stroke(gc) if width > 0 and gc.get_rgb()[3] > 0 else None
            fill = None if rgbFace is None else self._ink(rgbFace)
            self.shapes.append(Shape(path=drawn, fill=fill, stroke=stroke))

        def _stroke(self, gc: Any) -> Stroke:
            _, dashes = gc.get_dashes()
            return Stroke(
                ink=self._ink(gc.get_rgb()),
                width=_emu(gc.get_linewidth()),
                cap=_CAPS[str(gc.get_capstyle())],
                join=_JOINS[str(gc.get_joinstyle())],
                dash=tuple(_emu(part) for part in dashes or ()),
            )

        def _ink(self, colour: Any) -> Ink:
            red, green, blue = (round(float(part) * 255) for part in colour[:3])
            try:
                return self._inks[red, green, blue]
            except KeyError:
                raise ValueError(f"no ink looks like {(red, green, blue)}") from None

        def _refuse(self, *_args: Any, **_named: Any) -> NoReturn:
            raise NotImplementedError("charts are drawn with paths; words are labels")

        draw_text = draw_tex = draw_image = draw_gouraud_triangles = _refuse

        def get_canvas_width_height(self) -> tuple[float, float]:
            return self._size.width.pt, self._size.height.pt

        def points_to_pixels(self, points: Any) -> Any:
            return points

    return Recorder


# matplotlib's path codes.
_MOVE, _LINE, _QUADRATIC, _CUBIC, _CLOSE = 1, 2, 3, 4, 79


def _path(segments: Any, height: int) -> Path:
    operators: list[str] = []
    coordinates: list[int] = []
    for points, code in segments:
        if code == _CLOSE:
            operators.append("Z")
            continue
        operators.append({_MOVE: "M", _LINE: "L", _CUBIC: "C"}[int(code)])
        for place in range(0, len(points), 2):
            coordinates.append(int(_emu(points[place])))
            coordinates.append(height - int(_emu(points[place + 1])))
    return Path(operators="".join(operators), coordinates=tuple(coordinates))


def _emu(points: Any) -> Length:
    return Length(round(float(points) * EMU_PER_PT / _GRID) * _GRID)
