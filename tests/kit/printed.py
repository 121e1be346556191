"""Booklets for a printing house, made once a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from shutil import copytree

from kit.booklets import KANAZAWA
from PIL import Image as Pillow

from strategy_report.model.printer import Standard
from strategy_report.print_job import Colours, Printed, PrintOrder, Workshop, print_booklet


@cache
def printed(
    content: Path, colours: Colours = Colours.PROCESS, standard: Standard | None = None
) -> Printed:
    order = PrintOrder(content=content, colours=colours, standard=standard, spot="DIC-641s")
    checked = print_booklet(order, Workshop())
    assert checked.value is not None, checked.diagnostics
    return checked.value


def with_photograph(folder: Path) -> Path:
    """The city's content in *folder*, with a photograph from black to yellow on page 6."""
    content = Path(copytree(KANAZAWA, folder / "content"))
    gradient = Pillow.linear_gradient("L").resize((2400, 1800))
    across = gradient.rotate(90)
    photo = Pillow.merge("RGB", (across, across, across.point(lambda value: value // 2)))
    photo.save(content / "photos" / "machiya.jpg")
    goal = content / "goals" / "2.yaml"
    text = goal.read_text(encoding="utf-8")
    line = "caption: 金澤町家情報館\n"
    goal.write_text(
        text.replace(line, line + "    file: machiya.jpg\n    alt: 町家\n"), encoding="utf-8"
    )
    return content
