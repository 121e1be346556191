"""A made-up town's content as YAML text, small enough to be read beside what is expected of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent, indent

from strategy_report.checked_content import check_content
from strategy_report.content.load import load_plan
from strategy_report.content.messages import render
from strategy_report.core.diagnostic import Checked
from strategy_report.model.plan import Plan
from strategy_report.story.block import IndicatorBlock
from strategy_report.story.compile import compile_story
from strategy_report.story.indicator_block import indicator_block
from strategy_report.story.phrases import Phrases
from strategy_report.story.story import Story

_WORDING = Path(__file__).parents[2] / "content" / "wording.yaml"

EDITION = """\
id: mihon-r6
plan_name: 見本町総合戦略
report_name: 取組状況
date: 令和6年10月
status: 確定
issuer: 見本町
reporting_year: R5
pages: [表紙, 基本目標一覧, 基本目標]
"""
PLAN = "page_titles:\n  measures: 主な施策\n  kpi: 主なKPI\n"
GOAL = "number: 1\ntitle: 住みよいまちをつくる\n"
VISITORS = """\
- id: visitors
  level: KPI
  name: 来訪者数
  unit: 人
  baseline: {H30: 100}
  actuals: {R5: 120}
  targets: {R6: 150}
"""


def a_town(folder: Path, indicators: str = VISITORS, **files: str) -> Path:
    """The content of a town whose one goal has *indicators*.

    *files* replace `edition`, `plan` or `goal`'s head, or add to the goal (`rest`).
    """
    content = folder / "town"
    (content / "goals").mkdir(parents=True, exist_ok=True)
    goal = files.get("goal", GOAL) + "indicators:\n" + indent(dedent(indicators), "  ")
    for name, text in (
        ("edition.yaml", files.get("edition", EDITION)),
        ("plan.yaml", files.get("plan", PLAN)),
        ("goals/1.yaml", goal + dedent(files.get("rest", ""))),
    ):
        (content / name).write_text(text, encoding="utf-8")
    if "file: park.jpg" in goal + files.get("rest", ""):
        # Found, which is all that is asked of it before pages are made.
        (content / "photos").mkdir(exist_ok=True)
        (content / "photos" / "park.jpg").touch()
    shutil.copy(_WORDING, content / "wording.yaml")
    return content


def checked_town(folder: Path, indicators: str = VISITORS, **files: str) -> Checked[Plan]:
    """The town's plan with all that is said of it."""
    return check_content(a_town(folder, indicators, **files))


def said_of(folder: Path, indicators: str = VISITORS, **files: str) -> str:
    """The messages, as an officer reads them."""
    return render(checked_town(folder, indicators, **files).diagnostics)


def plan_of(folder: Path, indicators: str = VISITORS, **files: str) -> Plan:
    loaded = load_plan(a_town(folder, indicators, **files))
    assert loaded.value is not None, render(loaded.diagnostics)
    return loaded.value


def told(folder: Path, indicators: str, **files: str) -> IndicatorBlock:
    """The town's first indicator, from its YAML to the words of its card."""
    plan = plan_of(folder, indicators, **files)
    return indicator_block(plan.goals[0].indicators[0], plan, Phrases(plan))


def story_of(folder: Path, indicators: str = VISITORS, **files: str) -> Story:
    return compile_story(plan_of(folder, indicators, **files))
