"""Ways to set a booklet tighter, so that a correction stays on the page that it is on.

What the layout itself gives up where a page is full (gaps, sizes, photographs) has been given up
before; these are choices that are a town's to make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from strategy_report.core.value import Value, replace
from strategy_report.model.look import Look
from strategy_report.style.text_style import Hang, LineEnd


class Tighter(Value):
    """A look that holds more, and how theme.yaml says it."""

    look: Look
    told: str


_HANGING: Mapping[str, object] = {"hang": Hang.ALLOW, "line_end": LineEnd.SOLID}
_HANGING_TOLD = "typesetting: {hang: 許す, line_end: 詰める}"
# In points, from the mildest on; the last is the least that the content may ask for.
_FEEDS = (14.0, 13.5, 13.0)


def tighter_looks(look: Look | None) -> Iterator[Tighter]:
    """Looks for a town that has *look*, from the mildest on; each holds more than those before."""
    hanging = look or Look()
    hanging = replace(hanging, typesetting={**hanging.typesetting, **_HANGING})
    yield Tighter(look=hanging, told=_HANGING_TOLD)
    usual = hanging.feeds.get("body", 15.0)
    for feed in _FEEDS:
        if feed < usual:
            tight = replace(hanging, feeds={**hanging.feeds, "body": feed})
            told = f"{_HANGING_TOLD}」と「feeds: {{body: {feed:g}}}"
            yield Tighter(look=tight, told=told)
