"""The graphics state while a content stream is read (ISO 32000-1, 8.4)."""

from __future__ import annotations

from copy import copy
from typing import Any

from strategy_report.inspection.colour_space import GRAY, Space
from strategy_report.inspection.mark import Colour
from strategy_report.inspection.matrix import EVERYWHERE, IDENTITY, Bounds, Matrix


class GraphicsState:
    """What operators set and marks take; copied by q, given back by Q."""

    def __init__(self, matrix: Matrix, clip: Bounds = EVERYWHERE) -> None:
        self.matrix = matrix
        self.clip = clip
        self.fill_space: Space = GRAY
        self.stroke_space: Space = GRAY
        self.fill: Colour = GRAY.colour([0])
        self.stroke: Colour = GRAY.colour([0])
        self.line_width = 1.0
        self.fill_overprint = False
        self.stroke_overprint = False
        self.overprint_mode = 0
        self.transparent = False
        self.font: Any = None
        self.font_size = 0.0
        self.text_mode = 0
        self.leading = 0.0
        self.text_matrix: Matrix = IDENTITY
        self.line_matrix: Matrix = IDENTITY

    def copy(self) -> GraphicsState:
        return copy(self)

    def apply(self, parameters: Any) -> None:
        """A dictionary of parameters that the gs operator names (table 58)."""
        if "/LW" in parameters:
            self.line_width = float(parameters["/LW"])
        if "/Font" in parameters:
            self.font, self.font_size = parameters["/Font"][0], float(parameters["/Font"][1])
        if "/OP" in parameters:
            self.stroke_overprint = bool(parameters["/OP"])
            if "/op" not in parameters:
                self.fill_overprint = bool(parameters["/OP"])
        if "/op" in parameters:
            self.fill_overprint = bool(parameters["/op"])
        if "/OPM" in parameters:
            self.overprint_mode = int(parameters["/OPM"])
        if _lets_through(parameters):
            self.transparent = True
        elif "/ca" in parameters or "/SMask" in parameters:
            self.transparent = False


def _lets_through(parameters: Any) -> bool:
    opaque = all(float(parameters.get(key, 1)) == 1 for key in ("/ca", "/CA"))
    mask = parameters.get("/SMask", "/None")
    mode = parameters.get("/BM", "/Normal")
    return not opaque or str(mask) != "/None" or str(mode) not in ("/Normal", "/Compatible")
