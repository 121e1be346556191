"""The type scale of the booklet, by the names that pages ask for.

Sizes and feeds in points. Floors: body 9.5, chart labels 8, notes 7.5.
"""

from __future__ import annotations

from collections.abc import Mapping

from strategy_report.style.text_style import Kind
from strategy_report.style.theme import Tone, TypeSpec

_ACCENT, _SUB, _WHITE = Tone.ACCENT, Tone.SUB, Tone.WHITE
_HEADING, _BODY = Kind.HEADING, Kind.BODY

TYPE_SCALE: Mapping[str, TypeSpec] = {
    "cover-title": TypeSpec(
        size=42, feed=54, bold=True, tone=_WHITE, tracking=1.2, digits=True, kind=_HEADING
    ),
    "cover-ordinal": TypeSpec(size=17, feed=24, bold=True, tone=_WHITE, tracking=1, digits=True),
    "cover-report": TypeSpec(size=24, feed=32, tone=_WHITE, tracking=5),
    "cover-date": TypeSpec(size=14, feed=20, digits=True),
    "cover-issuer": TypeSpec(size=22, feed=30, bold=True, tracking=8),
    "cover-status": TypeSpec(size=12, feed=16, bold=True, tone=_WHITE),
    "goal-numeral": TypeSpec(size=60, feed=60, bold=True, tone=_WHITE, proportional=True),
    "goal-title": TypeSpec(size=20, feed=29, bold=True, tone=_WHITE, digits=True, kind=_HEADING),
    "page-title": TypeSpec(size=22, feed=30, bold=True, tone=_WHITE, digits=True, kind=_HEADING),
    "goal-word": TypeSpec(size=9.5, feed=15, bold=True, tone=_WHITE, tracking=1),
    "section-heading": TypeSpec(
        size=13, feed=18, bold=True, tone=_ACCENT, digits=True, kind=_HEADING
    ),
    "target-name": TypeSpec(size=11, feed=18, bold=True, kind=_HEADING),
    "target-name-alone": TypeSpec(size=12, feed=18, bold=True, kind=_HEADING),
    "target-actual": TypeSpec(size=35, feed=42, bold=True, tone=_ACCENT, proportional=True),
    "target-actual-unit": TypeSpec(size=12, feed=18, bold=True, tone=_ACCENT),
    "target-value": TypeSpec(size=20, feed=24, proportional=True),
    "half-value": TypeSpec(size=14, feed=18, proportional=True, tabular=True),
    "target-unit": TypeSpec(size=10, feed=15),
    "tab": TypeSpec(size=9.5, feed=15, bold=True, tone=_WHITE, tracking=0.6),
    "tab-outlined": TypeSpec(size=9.5, feed=15, bold=True, tone=_ACCENT, tracking=0.6),
    "measure-number": TypeSpec(size=10, feed=15, bold=True, tone=_ACCENT),
    "measure-heading": TypeSpec(size=10, feed=15, bold=True, kind=_HEADING),
    "body": TypeSpec(size=10, feed=15, kind=_BODY),
    "lead": TypeSpec(size=10.5, feed=18, kind=_BODY, digits=True),
    "kpi-name": TypeSpec(size=10, feed=14, bold=True, kind=_HEADING),
    "kpi-actual": TypeSpec(
        size=13, feed=16, bold=True, tone=_ACCENT, proportional=True, tabular=True
    ),
    "kpi-actual-unit": TypeSpec(size=9, feed=14, bold=True, tone=_ACCENT),
    "kpi-value": TypeSpec(size=9.4, feed=14, proportional=True, tabular=True),
    "kpi-word": TypeSpec(size=9.4, feed=14),
    "kpi-word-actual": TypeSpec(size=9.4, feed=14, bold=True, tone=_ACCENT),
    "kpi-unit": TypeSpec(size=8, feed=12, tone=_SUB),
    "row-label": TypeSpec(size=8.4, feed=12, tone=_SUB),
    "row-label-actual": TypeSpec(size=9, feed=12, bold=True, tone=_ACCENT),
    "direction": TypeSpec(size=8.6, feed=12, bold=True, tone=_ACCENT),
    "caption": TypeSpec(size=8.5, feed=12),
    "credit": TypeSpec(size=7.5, feed=12, tone=_SUB),
    "legend": TypeSpec(size=8, feed=12, tone=_SUB),
    "running-foot": TypeSpec(size=8, feed=12, tone=_SUB),
    "note": TypeSpec(size=8.4, feed=13, tone=_SUB),
    "folio": TypeSpec(size=11, feed=15, bold=True, tone=_ACCENT, proportional=True),
    "stand-in": TypeSpec(size=7.5, feed=10, tone=_SUB),
    "badge": TypeSpec(size=8.4, feed=12, bold=True, tone=_WHITE),
    "chip": TypeSpec(size=8.2, feed=12, bold=True, tone=_ACCENT),
    "step": TypeSpec(size=11, feed=15, bold=True),
    "step-reached": TypeSpec(size=11, feed=15, bold=True, tone=_WHITE),
    "tab-word": TypeSpec(size=8.5, feed=11, bold=True, tone=_WHITE),
    "tab-numeral": TypeSpec(size=15, feed=18, bold=True, tone=_WHITE, proportional=True),
    "list-name": TypeSpec(size=9.5, feed=12, bold=True, kind=_HEADING),
    "list-actual": TypeSpec(
        size=12.5, feed=15, bold=True, tone=_ACCENT, proportional=True, tabular=True
    ),
    "list-head": TypeSpec(size=8.4, feed=12, tone=_SUB),
    "list-head-actual": TypeSpec(size=8.4, feed=12, bold=True, tone=_ACCENT),
    # Pages 2 to 4.
    "subject": TypeSpec(size=10, feed=15, bold=True, kind=_HEADING, digits=True),
    "cell": TypeSpec(size=10, feed=15),
    "vision-label": TypeSpec(size=10, feed=15),
    "vision-number": TypeSpec(size=26, feed=32, proportional=True),
    "vision-unit": TypeSpec(size=14, feed=20),
    "vision-aim-label": TypeSpec(size=10, feed=15, bold=True, tone=_ACCENT),
    "vision-aim": TypeSpec(size=31, feed=36, bold=True, tone=_ACCENT, proportional=True),
    "vision-aim-unit": TypeSpec(size=15, feed=20, bold=True, tone=_ACCENT),
    "vision-suffix": TypeSpec(size=11.5, feed=16, bold=True, tone=_ACCENT),
    "difference": TypeSpec(size=9.5, feed=14, bold=True, tone=_ACCENT, digits=True),
    "influence-name": TypeSpec(size=10, feed=14, bold=True, tone=_ACCENT),
    "influence": TypeSpec(size=10, feed=14, digits=True),
    "period": TypeSpec(size=14, feed=20, bold=True, digits=True),
    "year": TypeSpec(size=9.5, feed=14, digits=True),
    "year-cell": TypeSpec(size=9.5, feed=14),
    "year-span": TypeSpec(size=10.5, feed=14, bold=True, tone=_WHITE, digits=True),
    "year-target": TypeSpec(size=9.5, feed=14, bold=True, tone=_ACCENT),
    "step-title": TypeSpec(size=11, feed=16, bold=True, tone=_ACCENT, kind=_HEADING, digits=True),
    "guide-key": TypeSpec(size=9.5, feed=14, bold=True),
    "guide-means": TypeSpec(size=9.5, feed=14),
    "total-lead": TypeSpec(size=10, feed=15, bold=True, tone=_ACCENT),
    "total": TypeSpec(size=20, feed=24, proportional=True),
    "total-word": TypeSpec(size=12.5, feed=18),
    "total-count": TypeSpec(size=33, feed=36, bold=True, tone=_ACCENT, proportional=True),
    "total-after": TypeSpec(size=14, feed=18, bold=True, tone=_ACCENT),
    "definition": TypeSpec(size=9.5, feed=14.5),
    "index-numeral": TypeSpec(size=52, feed=52, bold=True, tone=_WHITE, proportional=True),
    "index-word": TypeSpec(size=9, feed=14, bold=True, tone=_WHITE, tracking=0.4),
    "index-page": TypeSpec(size=9.5, feed=14, tone=_WHITE, digits=True),
    "index-title": TypeSpec(size=14, feed=22.5, bold=True, kind=_HEADING),
    "index-name": TypeSpec(size=10.5, feed=14, bold=True, kind=_HEADING),
    "index-word-value": TypeSpec(size=11.5, feed=15),
    "index-word-actual": TypeSpec(size=12, feed=15, bold=True, tone=_ACCENT),
    "tally-lead": TypeSpec(size=9, feed=14, tone=_SUB),
    "tally": TypeSpec(size=9, feed=14, bold=True, tone=_ACCENT),
    "sdgs-goal": TypeSpec(size=10, feed=16, bold=True, kind=_HEADING),
    "sdgs-goal-numeral": TypeSpec(size=30, feed=34, bold=True, tone=_WHITE, proportional=True),
    "sdgs-numeral": TypeSpec(size=32, feed=36, bold=True, tone=_ACCENT, proportional=True),
    "sdgs-vision": TypeSpec(size=11, feed=18, bold=True, tone=_ACCENT, kind=_HEADING),
}
