"""plan.yaml: page titles, the population vision, the strategy, the SDGs."""

from __future__ import annotations

from types import MappingProxyType

from strategy_report.content.kinds import Choice, Derived, Listed, Located, Text, When, Whole, Word
from strategy_report.content.reading_text import read_amount
from strategy_report.content.record import Entries, Field, Record
from strategy_report.content.yaml_tree import Scalar
from strategy_report.core.value import Value, replace
from strategy_report.model.period import YearKind
from strategy_report.model.plan import (
    Influence,
    PopulationVision,
    Sdgs,
    SdgsDirection,
    Step,
    Strategy,
)
from strategy_report.model.prose import Prose, Reference, Words
from strategy_report.model.reading import Number


class PlanFile(Value):
    """What plan.yaml says."""

    page_titles: MappingProxyType[str, Prose]
    vision: PopulationVision | None = None
    strategy: Strategy | None = None
    sdgs: Sdgs | None = None


def _amount(text: str) -> Number:
    """「34万7千人」 with its counter.

    Raises:
        ValueError: it is no number.
    """
    number = read_amount(text)
    if number is None:
        plain = text.replace(",", "").replace("，", "")
        raise ValueError(
            f"「{text}」は数として読めません。",
            f"カンマを取って {plain} と書いてください。"
            if plain != text and read_amount(plain) is not None
            else "「34万7千人」「347000人」のように書いてください。",
        )
    return number


def _vision(entries: Entries) -> PopulationVision:
    estimate, estimate_node = entries["estimate"]
    aim, aim_node = entries["aim"]
    difference, difference_node = entries["difference"]
    return PopulationVision(
        **entries.given(
            "title", "subject", "estimate_label", "aim_label", "influences", "doubts",
        ),
        estimate=estimate,
        aim=aim,
        aim_suffix=entries.get("aim_suffix", Prose(())),
        difference=difference,
        difference_text=_put_in(entries["difference_text"], difference_node),
        estimate_source=estimate_node.span,
        aim_source=aim_node.span,
    )  # fmt: skip


def _put_in(prose: Prose, difference: Scalar) -> Prose:
    """*prose* with the figure typed above, which keeps its place, where {difference} stands."""
    parts: list[Words | Reference] = []
    for part in prose.parts:
        if not isinstance(part, Words):
            parts.append(part)
            continue
        for place, text in enumerate(part.text.split("{difference}")):
            if place:
                parts.append(replace(part, text=difference.text, source=difference.span))
            if text:
                parts.append(replace(part, text=text))
    return Prose(tuple(parts))


def _strategy(entries: Entries) -> Strategy:
    kind = entries.get("year", YearKind.UNSTATED)
    period = entries["period"]
    if period.kind is YearKind.UNSTATED:
        period = replace(period, kind=kind)
    return Strategy(
        **entries.given(
            "title", "period_label", "baseline_year", "target_year", "notes", "steps", "doubts"
        ),
        period=period,
        decided_period=entries.get("decided_period"),
        period_source=entries.place("period"),
        baseline_source=entries.place("baseline_year"),
        target_source=entries.place("target_year"),
    )


def _sdgs(entries: Entries) -> Sdgs:
    given = entries.given(*(field.key for field in SDGS.fields))
    return Sdgs(**given, relations_source=entries.place("relations"))


def _relation(text: str) -> tuple[int, int]:
    """「1-3」: goal 1 and direction 3.

    Raises:
        ValueError: it is no such pair.
    """
    goal, _, direction = text.partition("-")
    if all(part.isascii() and part.isdigit() and len(part) <= 2 for part in (goal, direction)):
        return int(goal), int(direction)
    raise ValueError(
        f"「{text}」は、基本目標と方向性の組として読めません。",
        "基本目標 1 と方向性 3 なら「1-3」と書いてください。",
    )


def _plan_file(entries: Entries) -> PlanFile:
    return PlanFile(
        page_titles=entries.get("page_titles", MappingProxyType({})),
        **entries.given("vision", "strategy", "sdgs"),
    )


_PAGE_TITLES = Record(
    "ページの見出し",
    (
        Field("overview", Text(), "概要のページ"),
        Field("goal_index", Text(), "基本目標一覧のページ"),
        Field("sdgs", Text(), "SDGsのページ"),
        Field("measures", Text(), "基本目標のページの、施策の見出し"),
        Field("kpi", Text(), "基本目標のページの、KPIの見出し"),
        Field("indicator_table", Text(), "KPI一覧のページ"),
    ),
    lambda entries: MappingProxyType(
        {key: prose for key, prose in entries.values.items() if prose is not None}
    ),
)

_INFLUENCE = Record(
    "増減の要因",
    (
        Field("name", Text(), "自然減、社会減など", needed=True),
        Field("text", Text(), "何をするか", needed=True),
    ),
    lambda entries: Influence(name=entries["name"], text=entries["text"]),
)

_AMOUNT = Derived("人数", _amount, {"type": ["string", "integer"]})

VISION = Record(
    "人口ビジョン",
    (
        Field("title", Text(), "見出し", needed=True),
        Field("subject", Text(), "何年のどこの人口か", needed=True),
        Field("estimate_label", Text(), "推計の見出し（国の推計）", needed=True),
        Field("estimate", Located(_AMOUNT), "推計（34万7千人）", needed=True),
        Field("aim_label", Text(), "めざす人口の見出し", needed=True),
        Field("aim", Located(_AMOUNT), "めざす人口（43万2千人）", needed=True),
        Field("aim_suffix", Text(), "めざす人口のあとの言葉（確保）"),
        Field("difference", Located(_AMOUNT), "めざす人口と推計の差", needed=True),
        Field(
            "difference_text",
            Text("difference"),
            "差を書く文。{difference} に差が入る",
            needed=True,
        ),
        Field("influences", Listed(_INFLUENCE), "自然減・社会減とその対策"),
        Field("doubts", Listed(Text()), "市に確かめること。印字しない"),
    ),
    _vision,
)

_STEP = Record(
    "進め方",
    (
        Field("title", Text(), "見出し", needed=True),
        Field("text", Text(), "説明", needed=True),
    ),
    lambda entries: Step(title=entries["title"], text=entries["text"]),
)

STRATEGY = Record(
    "計画",
    (
        Field("title", Text(), "見出し", needed=True),
        Field("period_label", Text(), "期間の見出し（推進期間）", needed=True),
        Field("period", When(), "期間（R2-R5）", needed=True),
        Field("decided_period", When(), "策定時の期間。あとで変わったときだけ"),
        Field(
            "year",
            Choice({"年度": YearKind.FISCAL, "年": YearKind.CALENDAR}),
            "期間が年度か年か",
        ),
        Field("baseline_year", When(), "基準の年", needed=True),
        Field("target_year", When(), "目標の年", needed=True),
        Field("notes", Listed(Text()), "※の注。「※」も書く"),
        Field("steps", Listed(_STEP), "進め方を、順に"),
        Field("doubts", Listed(Text()), "市に確かめること。印字しない"),
    ),
    _strategy,
)

_DIRECTION = Record(
    "方向性",
    (
        Field("number", Whole(1, 17), "番号", needed=True),
        Field("text", Text(), "方向性", needed=True),
        Field("vision", Text(), "めざすまちの姿", needed=True),
    ),
    lambda entries: SdgsDirection(
        number=entries["number"], text=entries["text"], vision=entries["vision"]
    ),
)

SDGS = Record(
    "SDGs",
    (
        Field("title", Text(), "見出し", needed=True),
        Field("lead", Text(), "はじめの文", needed=True),
        Field("plan_heading", Text(), "計画の見出し", needed=True),
        Field("directions_heading", Text(), "方向性の見出し", needed=True),
        Field("directions", Listed(_DIRECTION), "方向性", needed=True),
        Field(
            "relations",
            Listed(Derived("組", _relation, {"type": "string", "pattern": "^[0-9]+-[0-9]+$"})),
            "基本目標と方向性の対応（1-3 など）。分からないときは書かない",
        ),
        Field("alt", Word(), "図の読み上げ文"),
    ),
    _sdgs,
)

PLAN = Record(
    "計画",
    (
        Field("page_titles", _PAGE_TITLES, "ページと節の見出し", needed=True),
        Field("vision", VISION, "人口ビジョン"),
        Field("strategy", STRATEGY, "計画の期間と進め方"),
        Field("sdgs", SDGS, "SDGsとの関わり"),
    ),
    _plan_file,
)
