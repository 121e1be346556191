"""What libyaml complains of, in an officer's words, where the slip stands."""

from __future__ import annotations

import re
from typing import Any

from strategy_report.content.report import Report
from strategy_report.content.typed_line import TypedLine, shown_quoted, typed_line
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value

_ESCAPE = (
    '" " の中の「\\」のあとの文字が読めません。',
    "「\\」を文字として使うときは ' ' で囲むか、「\\\\」と2つ書いてください。",
)
# By a piece of libyaml's message, where the words need no look at the line.
_SIMPLE: tuple[tuple[str, str, tuple[str, str]], ...] = (
    ("unknown escape", "YAML003", _ESCAPE),
    ("escape code", "YAML003", _ESCAPE),
    ("did not find expected hexdecimal number", "YAML003", _ESCAPE),
    ("cannot start any token", "YAML006", (
        "この文字で値を始めることはできません。",
        "値全体を ' ' で囲んでください。",
    )),
    ("document start", "YAML009", (
        "「---」や、ファイルの途中で字下げのない文があります。",
        "その行を消すか、上の項目の続きとして空白2つ下げてください。",
    )),
    ("directive", "YAML006", (
        "行の頭に「%」があります。",
        "文字として使うときは、値全体を ' ' で囲んでください。",
    )),
)  # fmt: skip
_OTHERWISE = (
    "ここまで読んで、YAML として意味が取れなくなりました。",
    "この行と前の行の、字下げ・「:」のあとの空白・引用符の閉じ忘れを見直してください。",
)
_WORD = re.compile(r"([A-Za-z_][\w-]*)[ 　]*[;；=＝,.、 　][=＝ 　]*(.*)")


class _Said(Value):
    """A message under way; *line* and *column* count from 0."""

    line: int
    column: int
    code: str
    what: str
    fix: str


def explain_problem(problem: Any, lines: list[str], file: str, report: Report) -> None:
    """One error for what stopped libyaml."""
    said = _Explanation(problem, lines).said()
    column = min(said.column, len(lines[said.line]))
    where = SourceSpan(file=file, line=said.line + 1, column=column + 1, end_column=column + 2)
    report.error(said.code, where, said.what, said.fix)


class _Explanation:
    """libyaml's message and marks, read against the lines."""

    def __init__(self, problem: Any, lines: list[str]) -> None:
        self._lines = lines
        self._problem = str(getattr(problem, "problem", "") or "")
        last = len(lines) - 1
        self._line, self._column = _place(getattr(problem, "problem_mark", None), last)
        self._context = _place(getattr(problem, "context_mark", None), last)

    def said(self) -> _Said:
        for pieces, explain in (
            (("could not find expected ':'",), self._no_colon_at_context),
            (("mapping values are not allowed",), self._colon_out_of_place),
            (("unexpected end of stream", "unexpected document indicator"), self._unclosed_quote),
            (("expected ',' or", "expected node content"), self._unclosed_bracket),
            (("did not find expected key", "did not find expected '-'"), self._wrong_indent),
            (("block sequence entries", "mapping keys are not allowed"), self._mark_in_line),
        ):
            if any(piece in self._problem for piece in pieces):
                return explain()
        for piece, code, words in _SIMPLE:
            if piece in self._problem:
                return self._here(code, *words)
        return self._here("YAML008", *_OTHERWISE)

    def _no_colon_at_context(self) -> _Said:
        return self._no_colon(self._context[0])

    def _here(self, code: str, what: str, fix: str) -> _Said:
        return _Said(line=self._line, column=self._column, code=code, what=what, fix=fix)

    def _no_colon(self, number: int) -> _Said:
        typed = typed_line(self._lines[number])
        word = _WORD.fullmatch(typed.rest)
        if word is not None:
            fix = f"「{word[1]}: {word[2]}」のように、名前と値の間に「:」と空白を書いてください。"
        else:
            fix = "メモなら行の頭に「# 」を付け、上の文の続きなら上の行の終わりにつなげてください。"
        return _Said(
            line=number,
            column=typed.start,
            code="YAML001",
            what=f"「{_short(typed.rest)}」の行に、「項目: 値」の「:」がありません。",
            fix=fix,
        )

    def _colon_out_of_place(self) -> _Said:
        line = self._lines[self._line]
        typed = typed_line(line)
        if typed.key is not None and self._column > typed.value_column:
            return self._here(
                "YAML001",
                "1行に「: 」が2回出てきます。",
                f"値の文字なら値全体を囲んで「{typed.key}: {shown_quoted(typed.value)}」と書き、"
                "項目が2つなら行を分けて書いてください。",
            )
        above = self._above()
        if above is None:
            return self._here("YAML008", *_OTHERWISE)
        before = typed_line(self._lines[above])
        if before.key is None and not before.dashes and before.start == typed.start:
            return self._no_colon(above)
        if typed.start > before.start:
            return _Said(
                line=self._line,
                column=0,
                code="YAML005",
                what=f"行の頭の空白が {typed.start} 個で、上の行の {before.start} 個より"
                "深くなっています。",
                fix=f"上の行と同じ段の項目なら、行の頭の空白を {before.start} 個にしてください。",
            )
        return self._here(
            "YAML001",
            "ここに「項目: 値」は書けません。",
            "上の行が文の途中で終わっていないか、字下げが合っているかを見直してください。",
        )

    def _above(self) -> int | None:
        for number in range(self._line - 1, -1, -1):
            if self._lines[number].strip() and not self._lines[number].lstrip().startswith("#"):
                return number
        return None

    def _unclosed_quote(self) -> _Said:
        line, column = self._context
        text = self._lines[line][column:]
        mark = text[:1]
        return _Said(
            line=line,
            column=column,
            code="YAML002",
            what=f"引用符「{mark}」が閉じていません。",
            fix=f"値の終わりにも「{mark}」を書いて {_short(text.rstrip())}{mark} としてください。",
        )

    def _unclosed_bracket(self) -> _Said:
        line, column = self._context
        mark = self._lines[line][column : column + 1]
        closing = {"[": "]", "{": "}"}.get(mark)
        if closing is None:
            return self._here(
                "YAML004",
                "ここで「,」や閉じるかっこは使えません。",
                "余分な文字を消すか、文の一部なら値全体を ' ' で囲んでください。",
            )
        cut_off = self._lines[line].find(" #", column)
        if cut_off > 0:
            return _Said(
                line=line,
                column=cut_off + 1,
                code="YAML004",
                what=f"「#」から後ろは注釈とみなされるので、かっこ「{mark}」が閉じません。",
                fix="「#」を取るか、その値を ' ' で囲んでください。",
            )
        return _Said(
            line=line,
            column=column,
            code="YAML004",
            what=f"かっこ「{mark}」の中が「,」で区切られていないか、「{closing}」で"
            "閉じていません。",
            fix=f"「{closing}」を書き足すか、文の一部なら値全体を ' ' で囲んでください。",
        )

    def _wrong_indent(self) -> _Said:
        typed = typed_line(self._lines[self._line])
        if self._column > typed.start:
            return self._here(
                "YAML006",
                "値が終わったあとに、余分な文字があります。",
                f"余分な文字を消すか、値全体を囲んで {shown_quoted(typed.value or typed.rest)} と"
                "書いてください。",
            )
        wanted = self._nearest_indent(typed)
        fix = (
            "同じ段の項目は、行の頭の空白を同じ数（2つずつ）にそろえてください。"
            if wanted is None
            else f"行の頭の空白を {wanted} 個にして、同じ段の行とそろえてください。"
        )
        return _Said(
            line=self._line,
            column=0,
            code="YAML005",
            what=f"行の頭の空白が {len(typed.indent)} 個で、同じ段の行とそろっていません。",
            fix=fix,
        )

    def _nearest_indent(self, typed: TypedLine) -> int | None:
        """The indent of a line of the same kind above, with the fewest spaces to add or take."""
        best: int | None = None
        own = len(typed.indent)
        for number in range(self._line - 1, -1, -1):
            above = typed_line(self._lines[number])
            if not above.rest or above.rest.startswith("#"):
                continue
            level = len(above.indent) if typed.dashes else above.start
            if typed.dashes and not above.dashes:
                continue
            if level != own and (best is None or abs(level - own) < abs(best - own)):
                best = level
        return best

    def _mark_in_line(self) -> _Said:
        typed = typed_line(self._lines[self._line])
        value = self._lines[self._line][self._column :].strip()
        if value == "-":
            return self._here(
                "YAML005",
                "「-」だけでは、なぜ値がないのか分かりません。",
                "「未実施」「集計中」のように理由を書いてください。",
            )
        return self._here(
            "YAML005",
            f"「{value[0]} 」で始まる値は、ここには書けません。",
            f"文字なら値全体を囲んで {shown_quoted(value)} と書いてください。一覧なら"
            f"「{typed.key or '項目'}:」で改行し、次の行を空白2つ下げて「- 」を書いてください。",
        )


def _place(mark: Any, last: int) -> tuple[int, int]:
    """Line and column of *mark*; what is noticed at the end of the file is on its last line."""
    return (0, 0) if mark is None else (min(mark.line, last), mark.column)


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:30] + "…"
