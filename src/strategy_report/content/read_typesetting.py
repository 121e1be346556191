"""`typesetting:` of theme.yaml: how running text is set, where the rules leave a choice."""

from __future__ import annotations

from collections.abc import Mapping

from strategy_report.content.kinds import Choice
from strategy_report.content.record import Field, Record
from strategy_report.style.text_style import (
    Adjustment,
    BreakLevel,
    FirstBracket,
    Hang,
    LastLine,
    LineEnd,
    Reduction,
)

_CHOICES: tuple[tuple[str, Mapping[str, object], str], ...] = (
    (
        "level",
        {
            "最も厳しい": BreakLevel.VERY_STRICT,
            "厳しい": BreakLevel.STRICT,
            "ゆるい": BreakLevel.LOOSE,
            "最もゆるい": BreakLevel.VERY_LOOSE,
        },
        "行頭禁則の強さ。書かなければ 最も厳しい。厳しい では小さい「っ」や「ー」が行頭に来る",
    ),
    (
        "adjustment",
        {
            "追い込み優先": Adjustment.PUSH_IN,
            "追い出し優先": Adjustment.PUSH_OUT,
            "追い出しのみ": Adjustment.PUSH_OUT_ONLY,
            "調整量優先": Adjustment.LEAST_CHANGE,
        },
        "行の調整のしかた。書かなければ 調整量優先（字間が最もそろう）。"
        "追い込み優先 では行数が最も少ない",
    ),
    (
        "reduction",
        {"報告書": Reduction.DEFAULT, "書籍": Reduction.BOOKS},
        "約物の詰めかた。書籍 では「、」や括弧を四分までしか詰めず、中黒と和欧間は詰めない。"
        "書かなければ 報告書",
    ),
    (
        "hang",
        {"しない": Hang.NONE, "許す": Hang.ALLOW, "必ず": Hang.FORCE},
        "行末の「、。」のぶら下げ。書かなければ しない",
    ),
    (
        "line_end",
        {"空ける": LineEnd.WITH_SPACE, "詰める": LineEnd.SOLID},
        "行末の「、。）」のあとの半角。書かなければ 空ける（入らないときは詰める）",
    ),
    (
        "last_line",
        {"成り行き": LastLine.NATURAL, "均等割付": LastLine.SPREAD},
        "段落の最後の行。書かなければ 成り行き",
    ),
    (
        "first_bracket",
        {
            "天付き": FirstBracket.FLUSH,
            "半字下げ": FirstBracket.SPACED,
            "半字出し": FirstBracket.HALF_BACK,
        },
        "段落の頭の「（」や「「」の位置。半字下げ では折り返した行の頭も。書かなければ 天付き",
    ),
    (
        "western_space",
        {"なし": 0.0, "八分": 0.125, "六分": 1 / 6, "四分": 0.25},
        "本文の和欧間（かな漢字と英数字の間）。書かなければ なし",
    ),
    (
        "western_most",
        {"六分": 1 / 6, "四分": 0.25, "三分": 1 / 3, "二分": 0.5},
        "行をそろえるとき、かなや漢字の間より先に和欧間を広げる限り。書かなければ 六分",
    ),
)

TYPESETTING = Record(
    "組み方",
    tuple(Field(key, Choice(words), help_) for key, words, help_ in _CHOICES),
    lambda entries: entries.given(*(key for key, _, _ in _CHOICES)),
)
