"""What can be wrong with the plan around the goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from strategy_report.checks.figure_text import figure_text
from strategy_report.checks.rule import Finding, Rule
from strategy_report.core.diagnostic import Severity
from strategy_report.core.value import replace
from strategy_report.model.edition import PageKind
from strategy_report.model.period import ERAS, YearKind
from strategy_report.model.plan import Goal, Plan


def vision_sum(plan: Plan) -> Iterator[Finding]:
    """34万7千 and 8万5千 make 43万2千."""
    vision = plan.vision
    if vision is None:
        return
    aim, estimate, difference = vision.aim, vision.estimate, vision.difference
    if aim.base - estimate.base != difference.base:
        yield Finding(
            vision.aim_source,
            f"人口ビジョンの数が合いません。{figure_text(estimate)} に {figure_text(difference)} を"
            f"足すと {estimate.base + difference.base:,f}人で、{figure_text(aim)} になりません。",
            "estimate・difference・aim のどれかを直してください。",
        )


def period_order(plan: Plan) -> Iterator[Finding]:
    """The plan's years run forwards, from the baseline to the target."""
    strategy = plan.strategy
    if strategy is None:
        return
    years = (strategy.baseline_year.year, strategy.period.year, strategy.target_year.year)
    if years[0] > years[1]:
        yield Finding(
            strategy.baseline_source,
            f"基準の年 {strategy.baseline_year.short()} が、推進期間の始まりより後です。",
            "baseline_year: か period: を直してください。",
        )
    if years[2] < years[1]:
        yield Finding(
            strategy.target_source,
            f"目標の年 {strategy.target_year.short()} が、推進期間の始まりより前です。",
            "target_year: か period: を直してください。",
        )


def goal_numbers(plan: Plan) -> Iterator[Finding]:
    """Goals are numbered from 1 without a gap."""
    numbers = sorted(goal.number for goal in plan.goals)
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    if missing:
        after = next(goal for goal in plan.goals if goal.number > missing[0])
        meant = next((goal for goal in plan.goals if _file_of(goal) == f"{missing[0]}.yaml"), None)
        yield Finding(
            after.source,
            f"基本目標{missing[0]}がありません（あるのは {'、'.join(map(str, numbers))}）。",
            f"goals/{missing[0]}.yaml を置くか、番号を詰めてください。"
            if meant is None
            else f"goals/{_file_of(meant)} の number: {meant.number} を {missing[0]} にするか、"
            "番号を詰めてください。",
        )


def _file_of(goal: Goal) -> str:
    return "" if goal.source is None else goal.source.file.rpartition("/")[2]


def unknown_relation(plan: Plan) -> Iterator[Finding]:
    """A tie names a goal and a direction that exist."""
    if plan.sdgs is None:
        return
    goals = {goal.number for goal in plan.goals}
    directions = {direction.number for direction in plan.sdgs.directions}
    for goal, direction in plan.sdgs.relations:
        if goal not in goals or direction not in directions:
            yield Finding(
                plan.sdgs.relations_source,
                f"relations: の「{goal}-{direction}」にあたる"
                f"{'基本目標' if goal not in goals else '方向性'}がありません。",
                "「基本目標の番号-方向性の番号」の組に直してください（例: 1-3）。",
            )


def lost_photo_measure(plan: Plan) -> Iterator[Finding]:
    """A photograph's measure is one of its goal's."""
    for goal in plan.goals:
        known = {measure.number for measure in goal.measures}
        for photo in goal.photos:
            if photo.measure is not None and photo.measure not in known:
                yield Finding(
                    photo.source,
                    f"写真「{photo.caption.plain()}」の施策 {photo.measure} が、"
                    f"基本目標{goal.number}にありません。",
                    f"measure: は {'、'.join(map(str, sorted(known)))} のどれかです。"
                    if known
                    else "measure: の行を消してください。",
                )


def page_without_content(plan: Plan) -> Iterator[Finding]:
    """What the edition lists as a page has something to show."""
    edition = plan.edition
    if edition.pages_source is None:
        return
    lacking = {
        PageKind.SDGS: plan.sdgs is None,
        PageKind.OVERVIEW: plan.vision is None and plan.strategy is None,
    }
    needed = {PageKind.SDGS: "sdgs:", PageKind.OVERVIEW: "vision: か strategy:"}
    for kind in edition.pages:
        if lacking.get(kind, False):
            yield Finding(
                edition.pages_source,
                f"pages: に「{kind.value}」がありますが、"
                f"plan.yaml に {needed[kind]} がありません。",
                f"plan.yaml に {needed[kind]} を書くか、pages: から「{kind.value}」を"
                "消してください。",
            )


def year_not_over(plan: Plan) -> Iterator[Finding]:
    """What is reported has begun before the report is issued."""
    edition = plan.edition
    if edition.reporting_year.year > edition.date.year:
        yield Finding(
            edition.reporting_source,
            f"報告する年度 {edition.reporting_year.short()} が、発行（{edition.date.long()}）より"
            "後です。",
            "reporting_year: か date: を直してください。",
        )


# 令和6年度, 令和元年度 and R6年度 in a heading.
_FISCAL_YEAR = re.compile(r"(?:令和|平成|[RH])(?:元|\d{1,2})年度")


def heading_of_another_year(plan: Plan) -> Iterator[Finding]:
    """A heading that names one year names the one that is reported."""
    reported = replace(plan.edition.reporting_year, kind=YearKind.FISCAL)
    eras = [replace(reported, era=era.letter) for era in ERAS if era.first_year <= reported.year]
    names = {name for one in eras for name in (one.long(), f"{one.short()}年度", f"{one.key}年度")}
    for title in plan.page_titles.values():
        years = _FISCAL_YEAR.findall(normalize("NFKC", title.plain()))
        if len(years) == 1 and years[0] not in names:
            yield Finding(
                title.source,
                f"見出しの「{years[0]}」が、報告する年度（reporting_year: {reported.key}）と"
                "違います。",
                f"「{reported.long()}」に直すか、edition.yaml の"
                " reporting_year: を直してください。",
            )


PLAN_RULES = (
    Rule(
        "PLN010",
        Severity.ERROR,
        "人口ビジョンの足し算の食い違い",
        "国の推計と増加分の和が、目標の人口になる",
        vision_sum,
    ),
    Rule(
        "PLN011",
        Severity.ERROR,
        "推進期間と基準・目標の年の前後",
        "年の並びの図が描けない",
        period_order,
    ),
    Rule(
        "PLN012",
        Severity.ERROR,
        "基本目標の番号の抜け",
        "ページの番号と見出しが飛ぶ",
        goal_numbers,
    ),
    Rule(
        "PLN013",
        Severity.ERROR,
        "ない基本目標・方向性を指す relations:",
        "表に描けない",
        unknown_relation,
    ),
    Rule(
        "PLN014",
        Severity.ERROR,
        "ない施策を指す写真",
        "写真の置き場所が決まらない",
        lost_photo_measure,
    ),
    Rule(
        "PLN015",
        Severity.WARNING,
        "pages: にあるのに中身のないページ",
        "冊子に出ないか、何も書かれていないページになる",
        page_without_content,
    ),
    Rule(
        "PLN016",
        Severity.ERROR,
        "発行より後の、報告する年度",
        "まだ来ていない年度は報告できない",
        year_not_over,
    ),
    Rule(
        "PLN017",
        Severity.WARNING,
        "見出しの年度と、報告する年度の食い違い",
        "去年の見出しのまま、次の版が出てしまう",
        heading_of_another_year,
    ),
)
