"""What can be wrong with an indicator's figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from strategy_report.checks.figure_scale import is_out_of_scale, out_of_scale
from strategy_report.checks.figure_text import figure_text
from strategy_report.checks.final_figures import overdue_final
from strategy_report.checks.rule import Finding, Rule
from strategy_report.checks.walk import indicators_of
from strategy_report.core.diagnostic import Severity
from strategy_report.core.source import SourceSpan
from strategy_report.model.house_style import in_usual_signs
from strategy_report.model.indicator import (
    Aggregation,
    Direction,
    Figure,
    Indicator,
    Level,
)
from strategy_report.model.period import Period
from strategy_report.model.plan import Plan
from strategy_report.model.reading import Number, State
from strategy_report.model.relative_target import relative_share


def duplicate_ids(plan: Plan) -> Iterator[Finding]:
    """Indicators and photographs each have an id of their own."""
    for kind, holders in (
        ("指標", [(i.id, i.source) for i in indicators_of(plan)]),
        ("写真", [(p.id, p.source) for goal in plan.goals for p in goal.photos]),
    ):
        seen: dict[str, SourceSpan | None] = {}
        for name, source in holders:
            if name in seen:
                yield Finding(
                    source,
                    f"{kind}の id「{name}」は、{_at(seen[name])} でも使われています。",
                    f"どちらかを「{name}_2」のような別の名前にしてください。",
                )
            seen.setdefault(name, source)


def year_after_edition(plan: Plan) -> Iterator[Finding]:
    """No figure was read after the edition's date."""
    date = plan.edition.date
    for indicator in indicators_of(plan):
        baseline = () if indicator.baseline is None else (indicator.baseline,)
        for word, figures in (("基準値", baseline), ("実績値", indicator.actuals)):
            for figure in figures:
                if _is_after(figure.period, date) and not figure.is_forecast:
                    yield Finding(
                        figure.source,
                        f"{_name(indicator)}の{word}の年 {figure.period.short()} は、"
                        f"発行（{date.long()}）より後です。",
                        "年を確かめてください。目標値なら targets: の下に移し、見込みの値なら"
                        "「status: 見込」を添えてください。",
                    )


def _is_after(period: Period, date: Period) -> bool:
    last = period.end_year or period.year
    if last != date.year or period.month is None or date.month is None:
        return last > date.year
    return period.month > date.month


def falling_cumulative(plan: Plan) -> Iterator[Finding]:
    """A cumulative figure never goes down."""
    for indicator in indicators_of(plan):
        if indicator.aggregation not in (Aggregation.CUMULATIVE, Aggregation.PERIOD_TOTAL):
            continue
        rows: list[Figure] = list(indicator.actuals)
        # A period total starts from nothing; its baseline is a year's figure.
        if indicator.baseline is not None and indicator.aggregation is Aggregation.CUMULATIVE:
            rows.insert(0, indicator.baseline)
        numbers = [(row, row.reading) for row in rows if isinstance(row.reading, Number)]
        for (before, was), (after, now) in pairwise(numbers):
            if now.base < was.base:
                yield Finding(
                    after.source,
                    f"{_name(indicator)}は{indicator.aggregation.value}なのに、"
                    f"{before.period.short()} の {figure_text(was)} から "
                    f"{after.period.short()} の {figure_text(now)} に減っています。",
                    "どちらかの値を直すか、累計でなければ aggregate: を 単年 にしてください。",
                )


def mixed_decimals(plan: Plan) -> Iterator[Finding]:
    """The figures of one indicator have the same decimal places."""
    for indicator in indicators_of(plan):
        numbers = [
            (figure, figure.reading)
            for figure in indicator.figures
            if isinstance(figure.reading, Number)
        ]
        places = [_places(number) for _, number in numbers]
        # The places that most figures have are the rule; of as many, the more places.
        usual = max(places, key=lambda count: (places.count(count), count), default=0)
        for (figure, number), own in zip(numbers, places, strict=True):
            # Of a point in the wrong place, its place is told.
            if own == usual or is_out_of_scale(figure, indicator):
                continue
            padded = (
                f"資料の桁数にそろえ、{number.value:.{usual}f} のように書いてください。"
                if own < usual
                else f"小数は {usual} 桁にそろえて書いてください。"
            )
            yield Finding(
                figure.source,
                f"{_name(indicator)}の {figure.period.short()} の値 {number.value} は、"
                f"ほかの値と小数の桁数が違います（{own} 桁と {usual} 桁）。",
                f"{padded}資料の桁数が違うなら、そのままで構いません。",
            )


def relative_target(plan: Plan) -> Iterator[Finding]:
    """「1割減」 and the number beside it say the same."""
    for indicator in indicators_of(plan):
        share = None if indicator.relative is None else relative_share(indicator.relative)
        if share is None or indicator.baseline is None or indicator.target is None:
            continue
        before, goal = indicator.baseline.reading, indicator.target.reading
        if not isinstance(before, Number) or not isinstance(goal, Number):
            continue
        wanted = before.base * (1 + share)
        # A target may be rounded either way to the places it is printed with.
        grain = Decimal(1).scaleb(-_places(goal)) * goal.unit.factor
        if abs(wanted - goal.base) >= grain:
            shown = Number(value=(wanted / goal.unit.factor).normalize(), unit=goal.unit)
            yield Finding(
                indicator.target.source,
                f"{_name(indicator)}の目標「{indicator.relative}」は、基準値 "
                f"{figure_text(before)} からは {figure_text(shown)} ですが、"
                f"目標値は {figure_text(goal)} です。",
                "基準値・目標値・relative: のどれかを直してください。",
            )


def unknown_state(plan: Plan) -> Iterator[Finding]:
    """A state is one of the declared order."""
    for indicator in indicators_of(plan):
        for figure in indicator.figures:
            if isinstance(figure.reading, State) and figure.reading.text not in indicator.states:
                yield Finding(
                    figure.source,
                    f"{_name(indicator)}の「{figure.reading.text}」は states: の段階にありません。",
                    f"段階は {'、'.join(indicator.states)} です。"
                    "どれかに直すか、states: に書き足してください。",
                )


def state_goes_back(plan: Plan) -> Iterator[Finding]:
    """A state once reached is kept."""
    for indicator in indicators_of(plan):
        reached = [
            (figure, indicator.states.index(figure.reading.text))
            for figure in _in_time(indicator)
            if isinstance(figure.reading, State) and figure.reading.text in indicator.states
        ]
        for (before, was), (after, now) in pairwise(reached):
            if now < was:
                yield Finding(
                    after.source,
                    f"{_name(indicator)}が {before.period.short()} の"
                    f"「{indicator.states[was]}」から {after.period.short()} の"
                    f"「{indicator.states[now]}」に戻っています。",
                    "値か、states: の順を見直してください。",
                )


def missing_target(plan: Plan) -> Iterator[Finding]:
    """An indicator that is rated has a target."""
    for indicator in indicators_of(plan):
        rated = indicator.level is not Level.REFERENCE
        if rated and indicator.target is None and indicator.better is not Direction.NONE:
            yield Finding(
                indicator.source,
                f"{_name(indicator)}に目標値がありません。目標達成かどうかを判定できません。",
                "targets: に「R6: 値」を書くか、目標のない指標なら"
                " direction: なし と書いてください。",
            )


def missing_actual(plan: Plan) -> Iterator[Finding]:
    """An indicator with baseline and target has an actual, or a 参考値 in its place."""
    replaced = {indicator.stands_for for indicator in indicators_of(plan)}
    for indicator in indicators_of(plan):
        ends = indicator.baseline is not None and indicator.target is not None
        if ends and not indicator.actuals and indicator.id not in replaced:
            yield Finding(
                indicator.source,
                f"{_name(indicator)}に実績値がありません。実績の行は印字されません。",
                "actuals: に「R5: 値」を書いてください。"
                "値がないときは、その理由を「R5: 集計中」のように書いてください。",
            )


def stands_for_nothing(plan: Plan) -> Iterator[Finding]:
    """A 参考値 stands in for a 数値目標 that exists."""
    known = {i.id for i in indicators_of(plan) if i.level is Level.NUMERIC_TARGET}
    for indicator in indicators_of(plan):
        if indicator.stands_for is not None and indicator.stands_for not in known:
            yield Finding(
                indicator.source,
                f"{_name(indicator)}の stands_for「{indicator.stands_for}」は、"
                "数値目標の id ではありません。",
                f"数値目標の id は {'、'.join(sorted(known))} です。"
                if known
                else "stands_for: の行を消してください。",
            )


def doubtful_direction(plan: Plan) -> Iterator[Finding]:
    """The written direction agrees with baseline and target, or is written where it matters."""
    for indicator in indicators_of(plan):
        if indicator.baseline is None or indicator.target is None:
            continue
        before, goal = indicator.baseline.reading, indicator.target.reading
        if not isinstance(before, Number) or not isinstance(goal, Number):
            continue
        if indicator.direction is Direction.DOWN and goal.base > before.base:
            yield Finding(
                indicator.target.source,
                f"{_name(indicator)}は減るほどよい（減少）のに、目標値 {figure_text(goal)} が"
                f"基準値 {figure_text(before)} より大きくなっています。",
                "direction: か、値を直してください。",
            )
        elif indicator.direction is None and goal.base < before.base:
            yield Finding(
                indicator.target.source,
                f"{_name(indicator)}は目標値が基準値より小さいので、減るほどよいとみなします。",
                "direction: 減少 と書いてください（多いほどよいなら 増加）。",
            )


def name_and_aggregate(plan: Plan) -> Iterator[Finding]:
    """（累計） and （R2～6合計） in a name agree with how the figures are added up."""
    for indicator in indicators_of(plan):
        name, kind = in_usual_signs(indicator.name.plain()), indicator.aggregation
        total = indicator.period_total
        if "累計" in name and kind is not Aggregation.CUMULATIVE:
            yield _aggregate(indicator, "累計", "aggregate: 累計")
        elif "合計）" in name and kind is not Aggregation.PERIOD_TOTAL:
            yield _aggregate(indicator, "合計", "aggregate: 期間合計 と period_total: R2-R6")
        elif kind is Aggregation.PERIOD_TOTAL and total is None:
            yield _aggregate(indicator, "期間合計", "period_total: R2-R6")
        elif total is not None and "～" in name and total.short() not in name:
            yield Finding(
                indicator.name.source,
                f"{_name(indicator)}の名称の期間が、period_total: の {total.short()} と違います。",
                "どちらかを直してください。",
            )


def _aggregate(indicator: Indicator, word: str, fix: str) -> Finding:
    return Finding(
        indicator.name.source,
        f"{_name(indicator)}は{word}ですが、項目にそう書いてありません。",
        f"「{fix}」と書いてください。",
    )


def _in_time(indicator: Indicator) -> Iterator[Figure]:
    if indicator.baseline is not None:
        yield indicator.baseline
    yield from indicator.actuals


def _places(number: Number) -> int:
    exponent = number.value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _name(indicator: Indicator) -> str:
    return f"「{indicator.name.plain()}」"


def _at(source: SourceSpan | None) -> str:
    return "ほか" if source is None else f"{source.file} の {source.line} 行目"


INDICATOR_RULES = (
    Rule(
        "IND010",
        Severity.ERROR,
        "同じ id が2度使われている",
        "どちらを指すのか決まらない",
        duplicate_ids,
    ),
    Rule(
        "IND011",
        Severity.ERROR,
        "発行より後の年の基準値・実績値",
        "まだ来ていない年の値は、目標値の書き間違い",
        year_after_edition,
    ),
    Rule(
        "IND012",
        Severity.ERROR,
        "減っている累計・期間合計",
        "足し上げる値は減らない",
        falling_cumulative,
    ),
    Rule(
        "IND013",
        Severity.WARNING,
        "小数の桁数が違う値",
        "1.7 と 1.70 は、読む人には違う値に見える",
        mixed_decimals,
    ),
    Rule(
        "IND014",
        Severity.ERROR,
        "「1割減」と目標値の食い違い",
        "言葉と数のどちらかが誤っている",
        relative_target,
    ),
    Rule(
        "IND015",
        Severity.ERROR,
        "states: にない段階",
        "段階の図に描けない",
        unknown_state,
    ),
    Rule(
        "IND016",
        Severity.WARNING,
        "前の段階に戻っている値",
        "一度達した段階は保たれる",
        state_goes_back,
    ),
    Rule(
        "IND017",
        Severity.WARNING,
        "目標値のない数値目標・KPI",
        "目標達成を判定できない",
        missing_target,
    ),
    Rule(
        "IND018",
        Severity.ERROR,
        "stands_for: の指す数値目標がない",
        "何の参考値か決まらない",
        stands_for_nothing,
    ),
    Rule(
        "IND019",
        Severity.WARNING,
        "増減の向きと目標値の食い違い",
        "判定が逆になる",
        doubtful_direction,
    ),
    Rule(
        "IND020",
        Severity.WARNING,
        "名称の（累計）（R2～6合計）と項目の食い違い",
        "累計と合計は、比べ方が違う",
        name_and_aggregate,
    ),
    Rule(
        "IND021",
        Severity.WARNING,
        "基準値と目標値があるのに、実績値のない指標",
        "消してしまった数に、気づかないまま印刷することになる",
        missing_actual,
    ),
    Rule(
        "IND022",
        Severity.WARNING,
        "予定の過ぎた確定値",
        "速報や前の年の値のまま、次の版に載ってしまう",
        overdue_final,
    ),
    Rule(
        "IND023",
        Severity.WARNING,
        "ほかの年の値や目標値と、桁の違う値",
        "0 を1つ多く打つと、10倍の数が印字される",
        out_of_scale,
    ),
)
