"""One planted fault a rule, and beside it the same content put right."""

from __future__ import annotations

from kit.town import EDITION, PLAN

from strategy_report.core.value import Value

VISION = (
    PLAN
    + """\
vision:
  title: 人口ビジョン
  subject: 2060年の人口
  estimate_label: 国の推計
  estimate: 34万7千人
  aim_label: 人口ビジョン
  aim: {aim}
  difference: 8万5千人
  difference_text: 国の推計より{{difference}}増加
"""
)
STRATEGY = (
    PLAN
    + """\
strategy:
  title: 見本町総合戦略
  period_label: 推進期間
  period: R2-R5
  year: 年度
  baseline_year: {baseline_year}
  target_year: R6
"""
)
SDGS = (
    PLAN
    + """\
sdgs:
  title: SDGsとの関わり
  lead: 5つの方向性を踏まえる。
  plan_heading: 見本町総合戦略
  directions_heading: 方向性
  directions:
    - {{number: 1, text: 自然を守る, vision: 心地よいまち}}
  relations: [{relation}]
"""
)
INDICATOR = """\
- id: visitors
  level: KPI
  name: {name}
  unit: 人
{rest}"""


class Planted(Value, kw_only=False):
    """`wrong` and `right`: a file's name in `kit.town.a_town` and its text."""

    code: str
    file: str
    wrong: str
    right: str


def _photos(wrong: str, right: str) -> tuple[str, str]:
    head = "photos:\n  - id: park\n    caption: 中央公園\n    file: park.jpg\n"
    return f"{head}    {wrong}\n", f"{head}    {right}\n"


def _figures(wrong: str, right: str, name: str = "来訪者数") -> tuple[str, str]:
    rows = [
        INDICATOR.format(name=name, rest="".join(f"  {line}\n" for line in text.split("; ")))
        for text in (wrong, right)
    ]
    return rows[0], rows[1]


_LEAVING = "direction: 減少; relative: 1割減; baseline: {H30: 約2000}; actuals: {R5: 1950}; "
_RATED = "baseline: {H30: 100}; actuals: {R5: 120}; targets: {R6: 150}"
_STATES = "states: [未整備, 供用開始, 整備]"
_TWO = INDICATOR.format(name="来訪者数", rest="  targets: {R6: 150}\n") * 2
_REFERENCE = """\
- id: leaving
  level: 数値目標
  name: 転出者数
  baseline: {{H30: 2000}}
  actuals: {{R5: 2050}}
  targets: {{R6: 2100}}
- id: offers
  level: 参考値
  stands_for: {target}
  name: 内定者数
  actuals: {{R5: 3018}}
"""
_MEASURES = """\
measures:
  - number: 1
    title: 交流の促進
    bullets:
      - {bullet}
"""
_PHOTOS = """\
measures:
  - {{number: 1, title: 交流の促進}}
photos:
  - {{id: hall, caption: 交流会館, measure: {measure}}}
"""


def _measures(wrong: str, right: str) -> tuple[str, str]:
    return _MEASURES.format(bullet=wrong), _MEASURES.format(bullet=right)


PLANTED = (
    Planted("PLN010", "plan", VISION.format(aim="43万3千人"), VISION.format(aim="43万2千人")),
    Planted(
        "PLN011",
        "plan",
        STRATEGY.format(baseline_year="R3"),
        STRATEGY.format(baseline_year="H30"),
    ),
    Planted(
        "PLN012",
        "goal",
        "number: 2\ntitle: 住みよいまちをつくる\n",
        "number: 1\ntitle: 住みよいまちをつくる\n",
    ),
    Planted("PLN013", "plan", SDGS.format(relation="1-2"), SDGS.format(relation="1-1")),
    Planted("PLN014", "rest", _PHOTOS.format(measure=2), _PHOTOS.format(measure=1)),
    Planted("PLN015", "edition", EDITION.replace("表紙, ", "表紙, SDGs, "), EDITION),
    Planted("PLN016", "edition", EDITION.replace("year: R5", "year: R7"), EDITION),
    Planted(
        "PLN017",
        "plan",
        PLAN.replace("主な施策", "主な施策の令和4年度の実施状況"),
        PLAN.replace("主な施策", "主な施策の令和5年度の実施状況"),
    ),
    Planted("IND010", "indicators", _TWO, _TWO.replace("id: visitors", "id: guests", 1)),
    Planted(
        "IND011",
        "indicators",
        *_figures("actuals: {R7: 120}; targets: {R7: 150}", _RATED),
    ),
    Planted(
        "IND012",
        "indicators",
        *_figures(
            "aggregate: 累計; actuals: {R4: 130, R5: 120}; targets: {R6: 150}",
            "aggregate: 累計; actuals: {R4: 120, R5: 120}; targets: {R6: 150}",
            "来訪者数（累計）",
        ),
    ),
    Planted(
        "IND013",
        "indicators",
        *_figures(
            "baseline: {H30: 1.48}; actuals: {R5: 1.5}; targets: {R6: 1.70}",
            "baseline: {H30: 1.48}; actuals: {R5: 1.50}; targets: {R6: 1.70}",
        ),
    ),
    Planted(
        "IND014",
        "indicators",
        *_figures(
            _LEAVING + "targets: {R6: 1900}",
            _LEAVING + "targets: {R6: 1800}",
        ),
    ),
    Planted(
        "IND015",
        "indicators",
        *_figures(
            _STATES + "; actuals: {R3: 共用開始}; targets: {R6: 整備}",
            _STATES + "; actuals: {R3: 供用開始}; targets: {R6: 整備}",
        ),
    ),
    Planted(
        "IND016",
        "indicators",
        *_figures(
            _STATES + "; actuals: {R3: 供用開始, R4: 未整備}; targets: {R6: 整備}",
            _STATES + "; actuals: {R3: 未整備, R4: 供用開始}; targets: {R6: 整備}",
        ),
    ),
    Planted(
        "IND017",
        "indicators",
        *_figures("actuals: {R5: 120}", "direction: なし; actuals: {R5: 120}"),
    ),
    Planted(
        "IND018",
        "indicators",
        _REFERENCE.format(target="leaver"),
        _REFERENCE.format(target="leaving"),
    ),
    Planted(
        "IND019",
        "indicators",
        *_figures(
            "direction: 減少; " + _RATED,
            "direction: 減少; baseline: {H30: 150}; actuals: {R5: 120}; targets: {R6: 100}",
        ),
    ),
    Planted(
        "IND020",
        "indicators",
        *_figures(_RATED, f"aggregate: 累計; {_RATED}", "来訪者数（累計）"),
    ),
    Planted("IND021", "indicators", *_figures("baseline: {H30: 100}; targets: {R6: 150}", _RATED)),
    Planted(
        "IND022",
        "indicators",
        *_figures(
            f"final_due: R5確定値は令和6年8月頃公開予定; {_RATED}",
            f"final_due: R5確定値は令和6年12月頃公開予定; {_RATED}",
        ),
    ),
    Planted(
        "IND023",
        "indicators",
        *_figures(
            "baseline: {H30: 100}; actuals: {R4: 110, R5: 1200}; targets: {R6: 150}",
            "baseline: {H30: 10}; actuals: {R4: 110, R5: 120}; targets: {R6: 150}",
        ),
    ),
    Planted(
        "IND024",
        "indicators",
        *_figures("baseline: {R5: 100}; actuals: {R5: 120}; targets: {R6: 150}", _RATED),
    ),
    Planted(
        "IND025",
        "indicators",
        *_figures("actuals: {R6: 120}; targets: {R6: 150}", _RATED),
    ),
    Planted(
        "IND026",
        "indicators",
        *_figures(
            "actuals: {令和5年: 120}; targets: {令和6年度: 150}",
            "actuals: {令和5年度: 120}; targets: {令和6年度: 150}",
        ),
    ),
    Planted("FIG001", "rest", *_photos("", "alt: 池のほとりに白い鳥がいる")),
    Planted("FIG003", "rest", *_photos("alt: 中央公園", "alt: 池のほとりに白い鳥がいる")),
    Planted(
        "TXT010", "rest", *_measures("来訪者数は${visitors.R4}に", "来訪者数は${visitors.R5}に")
    ),
    Planted("TXT011", "rest", *_measures("ズワイガ二の初競り", "ズワイガニの初競り")),
    Planted("TXT012", "rest", *_measures("相談，見守り、交流を支援", "相談、見守り、交流を支援")),
    Planted("TXT013", "rest", *_measures("市民サ－ビスの向上", "市民サービスの向上")),
    Planted("TXT014", "rest", *_measures("延べ12345人が参加", "延べ12,345人が参加")),
    Planted(
        "TXT015",
        "rest",
        *_measures(
            "補助12,000千円、基金1億2,700万円と寄附300万円",
            "補助1,200万円、基金1億2,700万円と寄附300万円",
        ),
    ),
    Planted(
        "TXT018",
        "rest",
        _MEASURES.format(bullet="交流の日[^※9]を開催"),
        _MEASURES.format(bullet="交流の日[^※9]を開催") + "notes: [※9　毎年10月]\n",
    ),
    Planted("TXT017", "rest", *_measures("来訪者は120人に増加", "来訪者は${visitors.R5}に増加")),
    Planted("TXT016", "rest", *_measures("「交流の日（夏）を開催", "1）「交流の日（夏）」を開催")),
)
