"""matplotlib draws, and touches nothing else: tried in a process of its own that is watched."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

# Draws a chart in a bare home with a matplotlibrc in the working directory; tells on its output
# what was opened, listed, imported and left behind.
WATCHED = """
import json, os, sys
opened, listed = [], []
def watch(event, args):
    if event == "open" and isinstance(args[0], str):
        opened.append(args[0])
    elif event in ("os.listdir", "os.scandir") and args:
        listed.append(str(args[0]))
    elif event == "subprocess.Popen":
        opened.append("PROGRAM " + str(args[0]))
sys.addaudithook(watch)
before = dict(os.environ)
from charts.charts import bars, drawn
shapes = drawn(bars("50", "75", "100"))
import matplotlib
shipped = matplotlib.rc_params_from_file(
    os.path.join(os.path.dirname(matplotlib.__file__), "mpl-data", "matplotlibrc"), False, False
)
changed = [k for k in shipped if k != "backend" and matplotlib.rcParams[k] != shipped[k]]
print(json.dumps({
    "opened": opened,
    "listed": listed,
    "modules": sorted(sys.modules),
    "environment": dict(os.environ) == before,
    "changed": changed,
    "shapes": len(shapes),
}))
"""


class Watched:
    """What the process told, and what it left in its home and its working directory."""

    def __init__(self, told: dict[str, Any], left: list[str]) -> None:
        self.told, self.left = told, left


@cache
def watched() -> Watched:
    root = Path(__file__).parents[2]
    with TemporaryDirectory() as home:
        (Path(home) / "matplotlibrc").write_text("lines.linewidth: 40\n", encoding="utf-8")
        run = subprocess.run(
            [sys.executable, "-c", WATCHED],
            cwd=home,
            env={
                "HOME": home,
                "PATH": "",
                "PYTHONPATH": f"{root / 'tests'}:{root / 'src'}",
                "PYTHONDONTWRITEBYTECODE": "1",
                "MPLBACKEND": "agg",
            },
            check=True,
            capture_output=True,
        )
        left = sorted(path.relative_to(home).as_posix() for path in Path(home).rglob("*"))
    return Watched(json.loads(run.stdout), left)


def test_the_chart_is_drawn_as_shapes() -> None:
    assert watched().told["shapes"] == 5


def test_no_font_is_looked_for() -> None:
    touched = watched().told["opened"] + watched().told["listed"]
    fonts = (".ttf", ".otf", ".ttc", ".afm", ".pfb", "fontlist", "/fonts", "fc-list")
    assert [path for path in touched if any(word in path.lower() for word in fonts)] == []


def test_no_pyplot_no_backend_and_no_pixels() -> None:
    modules = watched().told["modules"]
    backends = [name for name in modules if name.startswith("matplotlib.backends.")]
    assert "matplotlib.pyplot" not in modules
    assert [name for name in backends if not name.endswith(("registry", "_backend_agg"))] == []


def test_nothing_is_written() -> None:
    assert watched().left == ["matplotlibrc"]


def test_nobodys_settings_are_read_and_none_are_changed() -> None:
    assert watched().told["changed"] == []
    assert watched().told["environment"] is True
