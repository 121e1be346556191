"""matplotlib, brought in quietly: no fonts looked for, no settings of a user's read.

Imported as it comes, matplotlib makes folders in the home directory, reads the `matplotlibrc` of
the working directory, lists every font of the system (a second, and another result on another
machine), and spends a third of its time on wording the documentation of its setters.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# matplotlib's list of fonts, made beforehand: none. Words on charts are labels, which our own
# composer sets in our own faces, so matplotlib never has to look one up.
FONT_LIST = {
    "__class__": "FontManager",
    "_FontManager__default_weight": "normal",
    "default_size": None,
    "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
    "afmlist": [],
    "ttflist": [],
}

_FONT_MANAGER = "matplotlib.font_manager"


@contextmanager
def quiet_matplotlib() -> Iterator[None]:
    """Within it, matplotlib is imported as described above; afterwards all is as it was."""
    with ExitStack() as changed:
        _own_settings(changed)
        finder = _FontManagerFinder()
        sys.meta_path.insert(0, finder)
        changed.callback(sys.meta_path.remove, finder)
        _no_documentation(changed)
        yield


def _own_settings(changed: ExitStack) -> None:
    """Leave matplotlib with the settings it ships, whatever lies in the working directory."""
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise ImportError("matplotlib is not installed")
    shipped = str(Path(spec.origin).parent / "mpl-data" / "matplotlibrc")
    environment = os.environ.copy()
    changed.callback(_restore_environment, environment)
    for name in [name for name in environment if name.startswith("MPL")]:
        del os.environ[name]
    os.environ["MATPLOTLIBRC"] = shipped
    exists = os.path.exists

    def exists_but_here(path: Any) -> bool:
        # matplotlib looks for this bare name before it heeds MATPLOTLIBRC.
        return path != "matplotlibrc" and exists(path)

    _swap(changed, os.path, "exists", exists_but_here)


def _no_documentation(changed: ExitStack) -> None:
    """Skip the wording of docstrings and signatures of setters: a third of the whole import."""
    import matplotlib  # noqa: F401
