"""reportlab, let in by this one door, with its settings decided here.

Left alone, reportlab runs Python found in ``reportlab_settings.py`` or ``reportlab_mods.py``
anywhere on the path (a content folder may be the working directory) and in the home folder, obeys
every ``RL_*`` variable, and walks the system's font folders, which may hold thousands. Here those
names are taken before it is imported, so that nothing is looked for, and variables and folders
are out of sight meanwhile.

Parts that nothing here asks for are left out: Pillow, which only its image reader needs, fonts,
the maker of temporary files, and the evaluator of expressions (CVE-2023-33733 came in through
it). Half of the import time goes with them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from strategy_report.core.library_parts import left_out, stand_in

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

# The platform is asked only whether this is PyPy.
_ABSENT = (
    *("reportlab.local_rl_mods", "reportlab.local_rl_settings", "reportlab.lib.fontfinder"),
    "platform",
)
# Names that reportlab takes from modules without ever calling them here.
_UNUSED = {
    "PIL": ("Image",),
    "pickle": (),
    "reportlab.lib.rl_safe_eval": (
        *("rl_safe_exec", "rl_safe_eval", "rl_extended_literal_eval", "safer_globals"),
    ),
    "reportlab.lib.rltempfile": ("get_rl_tempfile", "get_rl_tempdir"),
    "reportlab.pdfbase.ttfonts": (
        *("ShapedStr", "ShapeData", "_sdGuardL", "shapeFragWord", "shapeStr"),
    ),
}


def _parts() -> dict[str, ModuleType | None]:
    """What reportlab is to find in place of modules of its own and of others."""
    parts: dict[str, ModuleType | None] = dict.fromkeys(_ABSENT)
    parts |= {name: stand_in(name, *refused) for name, refused in _UNUSED.items()}
    parts["reportlab_mods"] = stand_in("reportlab_mods")
    parts["reportlab_settings"] = stand_in("reportlab_settings", **SETTINGS)
    return parts


@contextmanager
def _shut_off() -> Iterator[None]:
    """No settings file, ``RL_*`` variable, font folder or unused part while inside."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("RL_")}
    walk = os.walk
    os.walk = lambda *_args, **_named: iter(())
    try:
        with left_out(_parts()):
            yield
    finally:
        os.walk = walk
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
