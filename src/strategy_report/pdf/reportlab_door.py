"""reportlab, let in by this one door, with its settings decided here.

Left alone, reportlab runs Python found in ``reportlab_settings.py`` or ``reportlab_mods.py``
anywhere on the path (a content folder may be the working directory) and in the home folder, obeys
every ``RL_*`` variable, and walks the system's font folders, which may hold thousands. Here those
names are taken before it is imported, so that nothing is looked for, and variables and folders
are out of sight meanwhile.

Three of its parts are replaced by empty ones: Pillow, which only its image reader needs, the
maker of temporary files, and the evaluator of expressions (CVE-2023-33733 came in through it).
A third of the import time goes with them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NoReturn

# All that reaches the bytes of a file; the rest of reportlab's options belong to parts not used.
SETTINGS = {
    "pageCompression": 1,
    "useA85": 0,
    "invariant": 1,
    "pdfComments": 0,
    "pdfMultiLine": 0,
    "canvas_basefontname": "no-initial-font",
    "canvas_baseColor": None,
    "documentLang": None,
    "defaultImageCaching": 0,
    "verbose": 0,
    "debug": 0,
    "shapeChecking": 0,
    "std14Embed": 0,
}

_ABSENT = ("reportlab.local_rl_mods", "reportlab.local_rl_settings", "reportlab.lib.fontfinder")


def _refuse(*_args: Any, **_named: Any) -> NoReturn:
    raise RuntimeError("this part of reportlab is left out (pdf/reportlab_door.py)")


def _stand_in(name: str, **content: Any) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(content)
    return module


def _stand_ins() -> dict[str, ModuleType | None]:
    """Modules to find in place of reportlab's own: empty ones, or None for "there is none"."""
    evaluator = ("rl_safe_exec", "rl_safe_eval", "rl_extended_literal_eval", "safer_globals")
    temporary = ("get_rl_tempfile", "get_rl_tempdir")
    unused = {
        "PIL": ("Image",),
        "reportlab.lib.rl_safe_eval": evaluator,
        "reportlab.lib.rltempfile": temporary,
    }
    stand_ins: dict[str, ModuleType | None] = dict.fromkeys(_ABSENT)
    for name, parts in unused.items():
        stand_ins[name] = _stand_in(name, **dict.fromkeys(parts, _refuse))
    stand_ins["reportlab_mods"] = _stand_in("reportlab_mods")
    stand_ins["reportlab_settings"] = _stand_in("reportlab_settings", **SETTINGS)
    return stand_ins


@contextmanager
def _shut_off() -> Iterator[None]:
    """No settings file, ``RL_*`` variable, font folder or unused part while inside."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("RL_")}
    stand_ins = _stand_ins()
    before = {name: sys.modules[name] for name in stand_ins if name in sys.modules}
    sys.modules.update(stand_ins)  # type: ignore[arg-type]
    walk = os.walk
    os.walk = lambda *_args, **_named: iter(())
    try:
        yield
    finally:
        os.walk = walk
        for name in stand_ins:
            del sys.modules[name]
        sys.modules.update(before)
        os.environ.update(hidden)


with _shut_off():
    from reportlab.pdfbase import pdfdoc, pdfmetrics
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["SETTINGS", "Canvas", "pdfdoc"]


class _NoInitialFont:
    """Answers for the font a canvas begins with, so that no page names Helvetica."""

    fontName = SETTINGS["canvas_basefontname"]  # noqa: N815 - reportlab's name
    _dynamicFont = 1  # noqa: N815
    _multiByte = 0  # noqa: N815

    class face:  # noqa: N801 - reportlab's name
        name = SETTINGS["canvas_basefontname"]


pdfmetrics.registerFont(_NoInitialFont())


class _NoMoment:
    """In place of the clock and of SOURCE_DATE_EPOCH, which each document would look at.

    Files of ours state what they are told (`pdf/metadata.py`); nothing of this reaches their bytes.
    """

    def __init__(self, _invariant: object = None) -> None:
        self.t = 0.0


pdfdoc.TimeStamp = _NoMoment
# Procedure sets tell readers nothing since PDF 1.4.
pdfdoc.PDFResourceDictionary.stdprocs = []
