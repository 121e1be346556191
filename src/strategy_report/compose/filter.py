"""How a text breaks: for typographers to try sentences on, and for tests.

Plain text, no markup, nothing normalised, no indent; BIZ UDGothic Regular, 和欧間 a quarter em.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from math import isfinite
from typing import Any, TypeVar
from unicodedata import category

from strategy_report.compose.break_chances import break_chances
from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.composer import Composer, line_edges, line_gaps
from strategy_report.compose.compromises import line_notes
from strategy_report.compose.line_break import BrokenLine, Measure
from strategy_report.compose.spacing import space_between
from strategy_report.compose.text import StyledRun
from strategy_report.core.ink import Ink
from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.fonts.catalog import open_catalog
from strategy_report.style.text_style import (
    Adjustment,
    BreakLevel,
    Hang,
    Kind,
    LastLine,
    LineEnd,
    Reduction,
    TextStyle,
)

Positions = list[list[Any]]
Choice = TypeVar("Choice", bound=Enum)

_EM = pt(10)
_INK = Ink(name="text", rgb=(0, 0, 0), cmyk=(0, 0, 0, 100))
_STYLE = TextStyle(face="BIZUDGothic-Regular", char_size=_EM, line_feed=_EM, ink=_INK)
# By field of a request: the style's, and what is meant where it is not given.
_STYLE_FIELDS: dict[str, tuple[str, Enum]] = {
    "level": ("level", BreakLevel.VERY_STRICT),
    "kind": ("kind", Kind.BODY),
    "hang": ("hang", Hang.NONE),
    "mode": ("adjustment", Adjustment.PUSH_IN),
    "reduction": ("reduction", Reduction.DEFAULT),
    "line_end": ("line_end", LineEnd.WITH_SPACE),
    "last_line": ("last_line", LastLine.NATURAL),
}
_LEAST_EM, _MOST_EM = 1, 1000
_MOST_CHARACTERS = 100_000


class Filter:
    """Answers requests with one composer.

    A request is a JSON object with `id`, `op`, `text`, and optionally `level` (very_strict,
    strict, loose, very_loose). `op` compose, which is also meant where none is given, takes
    `width_em` besides, and optionally `kind` (body, heading, cell), `hang` (none, allow, force),
    `mode` (push_in, push_out, push_out_only, least_change), `reduction` (default, books),
    `line_end` (with_space, solid) and `last_line` (natural, spread). `op` breaks takes no more.
    """

    def __init__(self) -> None:
        self._composer = Composer(open_catalog())
        self._styles: dict[tuple[Enum, ...], TextStyle] = {}

    def answer(self, request: object) -> dict[str, Any]:
        """The reply to *request*, or `id` and `error` for one that cannot be understood.

        To compose: `id`, `lines`, `pos` and `diagnostics`. `pos` has a list a line with
        [character, body start, body end] a character, in em; the body of brackets, 、。 and ・ is
        half an em. `diagnostics` tells what was given up: code, line (from 0), message.

        To breaks: `id` and `breaks`, the places k at which a line may end before text[k].
        """
        name = request.get("id") if isinstance(request, dict) else None
        try:
            if not isinstance(request, dict):
                raise ValueError("a request is a JSON object")
            match request.get("op", "compose"):
                case "compose":
                    found = self._composed(request)
                case "breaks":
                    found = self._breaks(request)
                case other:
                    raise ValueError(f"unknown op {other!r}: there are compose and breaks")
        except ValueError as problem:
            return {"id": name, "error": str(problem)}
        return {"id": name, **found}

    def lines(self, text: str, width_em: float, level: str, kind: str) -> tuple[str, ...]:
        request = {"text": text, "width_em": width_em, "level": level, "kind": kind}
        return tuple(self._composed(request)["lines"])

    def _composed(self, request: dict[str, Any]) -> dict[str, Any]:
        text, width, style = _text(request), _width(request), self._style(request)
        clusters = self._clusters(text, style)
        length = int(_EM * width)
        measure = Measure(first=length, rest=length, em=int(_EM))
        broken, compromises = self._composer.broken(clusters, measure)
        return {
            "lines": _cut(text, clusters, broken),
            # A text of the author's marks alone is a line that shows nothing.
            "pos": [_positions(clusters, line) for line in broken] or ([[]] if text else []),
            "diagnostics": [
                *(
                    {"code": note.code, "line": number, "message": note.what}
                    for number, notes in enumerate(line_notes(clusters, broken, compromises))
                    for note in notes
                ),
                *_undrawn(clusters, broken),
            ],
        }

    def _breaks(self, request: dict[str, Any]) -> dict[str, Any]:
        clusters = self._clusters(_text(request), self._style(request))
        level = clusters.styles[0].level if clusters.count else BreakLevel.VERY_STRICT
        # No line is too short for a token here.
        allowed = break_chances(clusters, level, (), int(_EM) * _MOST_CHARACTERS).allowed
        starts = clusters.starts
        return {"breaks": [starts[i + 1] for i, fine in enumerate(allowed[:-1]) if fine]}

    def _clusters(self, text: str, style: TextStyle) -> Clusters:
        return self._composer.clusters((StyledRun(text=text, style=style),))

    def _style(self, request: dict[str, Any]) -> TextStyle:
        """The style of a request.

        Raises:
            ValueError: a choice is none of those that there are.
        """
        chosen = {
            field: _chosen(request, key, usual) for key, (field, usual) in _STYLE_FIELDS.items()
        }
        key = tuple(chosen.values())
        if key not in self._styles:
            self._styles[key] = replace(_STYLE, **chosen)
        return self._styles[key]


def lines(
    text: str, width_em: float, *, level: str = "very_strict", kind: str = "body"
) -> tuple[str, ...]:
    """The lines of *text* at a line length of *width_em*; joined, they are the text.

    Raises:
        ValueError: there is no such level or kind, or text or width cannot be set.
    """
    return Filter().lines(text, width_em, level, kind)


def _text(request: dict[str, Any]) -> str:
    text = request.get("text")
    if not isinstance(text, str):
        raise ValueError("text is missing or is no string")
    if len(text) > _MOST_CHARACTERS:
        raise ValueError(f"text has more than {_MOST_CHARACTERS} characters")
    if not text.isprintable():
        for char in text:
            if category(char) in ("Cc", "Cs", "Zl", "Zp"):
                raise ValueError(f"text holds U+{ord(char):04X}, which cannot be set in a line")
    return text


def _width(request: dict[str, Any]) -> float:
    width = request.get("width_em")
    if isinstance(width, bool) or not isinstance(width, int | float):
        raise ValueError("width_em is missing or is no number")
    if not _LEAST_EM <= width <= _MOST_EM or not isfinite(width):
        raise ValueError(f"width_em is not between {_LEAST_EM} and {_MOST_EM}")
    return float(width)


def _chosen(request: dict[str, Any], field: str, usual: Choice) -> Choice:
    given = request.get(field, usual.value)
    kind = type(usual)
    if not isinstance(given, str) or given not in {choice.value for choice in kind}:
        known = ", ".join(choice.value for choice in kind)
        raise ValueError(f"{field} {given!r} is unknown: there are {known}")
    return kind(given)


def _cut(text: str, clusters: Clusters, broken: tuple[BrokenLine, ...]) -> list[str]:
    """The lines as they were typed, the author's marks among them."""
    if not broken:
        return [text] if text else []
    places = [0, *(clusters.starts[line.start] for line in broken[1:]), len(text)]
    return [text[a:b] for a, b in pairwise(places)]


def _undrawn(clusters: Clusters, broken: tuple[BrokenLine, ...]) -> Iterator[dict[str, Any]]:
    """Characters that the face cannot draw."""
    for number, line in enumerate(broken):
        for i in range(line.start, line.end):
            if clusters.glyphs[i] == 0:
                message = f"「{clusters.texts[i]}」の字形が書体にありません。"
                yield {"code": "FNT001", "line": number, "message": message}


def _positions(clusters: Clusters, line: BrokenLine) -> Positions:
    start, end = line_edges(clusters, line)
    gaps = line_gaps(clusters, line)
    x = line.indent
    found: Positions = []
    for i in range(start, end):
        gap = gaps[i - start] if i < end - 1 else 0
        body = clusters.bodies[i]
        if clusters.classes[i] == CharClass.WORD_SPACE and gap:
            # A typed space has no body of its own: what it stands for lies behind it, and behind
            # that the space before a bracket.
            after = space_between(CharClass.WORD_SPACE, clusters.classes[i + 1]).after
            body = max(0, gap - after * int(_EM) // 4)
        found.append([clusters.texts[i], round(x / _EM, 4), round((x + body) / _EM, 4)])
        x += clusters.bodies[i] + gap
    return found
