"""matplotlib, brought in quietly: no fonts looked for, no settings of a user's read.

Imported as it comes, matplotlib makes folders in the home directory, reads the `matplotlibrc` of
the working directory, lists every font of the system (a second, and another result on another
machine), and spends a third of its time on wording the documentation of its setters.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

# matplotlib's list of fonts, made beforehand: none. Words on charts are labels, which our own
# composer sets in our own faces, so matplotlib never has to look one up.
FONT_LIST: dict[str, Any] = {
    "__class__": "FontManager",
    "_FontManager__default_weight": "normal",
    "default_size": None,
    "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
    "afmlist": [],
    "ttflist": [],
}

_FONT_MANAGER = "matplotlib.font_manager"
# Parts of matplotlib that no chart of ours uses, and that cost a tenth of a second.
_UNUSED = ("mpl_toolkits.mplot3d",)


@cache
def figure_class() -> Any:
    """Matplotlib's Figure."""
    with quiet_matplotlib():
        from matplotlib.figure import Figure
    return Figure


@contextmanager
def quiet_matplotlib() -> Iterator[None]:
    """Within it, matplotlib is imported as described above; afterwards all is as it was."""
    with ExitStack() as changed:
        _own_settings(changed)
        finder = _FontManagerFinder()
        sys.meta_path.insert(0, finder)
        changed.callback(sys.meta_path.remove, finder)
        for name in _UNUSED:
            if name not in sys.modules:
                sys.modules[name] = None  # type: ignore[assignment]
                changed.callback(sys.modules.pop, name, None)
        changed.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        _no_folders(changed)
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


def _no_folders(changed: ExitStack) -> None:
    """No folder for caches in the home directory: its name is asked for, nothing is kept."""
    import matplotlib as mpl

    _swap(changed, mpl, "get_cachedir", lambda: "")


def _no_documentation(changed: ExitStack) -> None:
    """Skip the wording of docstrings and signatures of setters: a third of the whole import."""
    from matplotlib import _docstring, artist

    _swap(changed, artist, "kwdoc", lambda _artist: "")
    unworded = classmethod(lambda _cls: None)
    _swap(changed, artist.Artist, "_update_set_signature_and_docstring", unworded)
    _swap(changed, _docstring.Substitution, "__call__", lambda _self, function: function)


def _restore_environment(environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)


def _swap(changed: ExitStack, holder: Any, name: str, value: Any) -> None:
    """Give *holder* another attribute until *changed* is undone."""
    changed.callback(setattr, holder, name, vars(holder)[name])
    setattr(holder, name, value)


# No base class of importlib.abc: that brings tempfile, random and more into every build.
class _FontManagerFinder:
    """Finds matplotlib's font manager, to be loaded with our list of fonts."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != _FONT_MANAGER:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            loader: Any = _WithFontList(spec.loader)
            spec.loader = loader
        return spec


class _WithFontList:
    """Runs the font manager's own code; the one file it opens meanwhile is its list of fonts."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self._loader.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["open"] = _open_font_list
        try:
            self._loader.exec_module(module)
        finally:
            del vars(module)["open"]


def _open_font_list(path: Any) -> io.StringIO:
    """The list, of whichever version the file's name asks for."""
    version = re.search(r"-v(.+)\.json$", str(path))
    if version is None:
        raise FileNotFoundError(path)
    return io.StringIO(json.dumps(FONT_LIST | {"_version": version[1]}))
