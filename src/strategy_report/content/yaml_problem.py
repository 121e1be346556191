"""What libyaml complains of, in an officer's words."""

from __future__ import annotations

from typing import Any

from strategy_report.content.report import Report
from strategy_report.core.source import SourceSpan

_COLON = (
    "「:」（半角コロンと空白）の使い方が合っていません。",
    '値に「: 」が入るときは title: "概要: 詳細" のように " " で囲み、'
    "そうでなければ上の行の「:」と字下げを見直してください。",
)
_INDENT = (
    "字下げ（行の頭の空白）が、前の行と合っていません。",
    "同じ段の項目は、行の頭の空白を同じ数（2つずつ）にそろえてください。",
)
_QUOTE = (
    "引用符「\"」または「'」が閉じていません。",
    '値の終わりに同じ引用符を書き足すか、値全体を " " で囲み直してください。',
)
_FLOW = (
    "かっこ「[ ]」または「{ }」の組が合っていません。",
    '閉じるかっこを書き足すか、文の一部なら値全体を " " で囲んでください。',
)
# By a piece of libyaml's message; the first that is found counts.
_EXPLANATIONS: tuple[tuple[str, str, tuple[str, str]], ...] = (
    ("mapping values are not allowed", "YAML001", _COLON),
    ("could not find expected ':'", "YAML001", _COLON),
    ("unexpected end of stream", "YAML002", _QUOTE),
    ("unexpected document indicator", "YAML002", _QUOTE),
    ("unknown escape", "YAML003", (
        '" " の中の「\\」のあとの文字が読めません。',
        "「\\」を文字として使うときは ' ' で囲むか、「\\\\」と2つ書いてください。",
    )),
    ("expected ',' or", "YAML004", _FLOW),
    ("did not find expected node content", "YAML004", _FLOW),
    ("did not find expected '-'", "YAML005", _INDENT),
    ("did not find expected key", "YAML005", _INDENT),
    ("block sequence entries are not allowed", "YAML005", (
        "ここに「- 」で始まる一覧は書けません。",
        "「項目:」で改行し、次の行を空白2つ下げて「- 」を書いてください。",
    )),
    ("cannot start any token", "YAML006", (
        "この文字で値を始めることはできません。",
        '値全体を " " で囲んでください。',
    )),
    ("document start", "YAML009", (
        "「---」や、ファイルの途中で字下げのない文があります。",
        "その行を消すか、上の項目の続きとして空白2つ下げてください。",
    )),
    ("directive", "YAML006", (
        "行の頭に「%」があります。",
        '文字として使うときは、値全体を " " で囲んでください。',
    )),
)  # fmt: skip
_OTHERWISE = (
    "ここまで読んで、YAML として意味が取れなくなりました。",
    "この行と前の行の、字下げ・「:」のあとの空白・引用符の閉じ忘れを見直してください。",
)


def explain_problem(problem: Any, lines: list[str], file: str, report: Report) -> None:
    """One error for what stopped libyaml, at the place it names (its own guess)."""
    mark = getattr(problem, "problem_mark", None)
    context = getattr(problem, "context_mark", None)
    said = str(getattr(problem, "problem", "") or "")
    code, words = "YAML008", _OTHERWISE
    for piece, found_code, explanation in _EXPLANATIONS:
        if piece in said:
            code, words = found_code, explanation
            break
    # An unclosed quotation mark is noticed at the end of the file, but begins at the context.
    place = context if code == "YAML002" and context is not None else mark
    line = min(place.line if place is not None else 0, len(lines) - 1)
    column = min(place.column if place is not None else 0, len(lines[line]))
    where = SourceSpan(file=file, line=line + 1, column=column + 1, end_column=column + 2)
    report.error(code, where, *words)
