"""A node as the one text, or the one period, that must stand there."""

from __future__ import annotations

from typing import Any

from strategy_report.content.japanese import has_japanese
from strategy_report.content.period_text import NotAPeriodError, meant_period, read_period
from strategy_report.content.report import Report
from strategy_report.content.typed_line import shown_quoted
from strategy_report.content.yaml_tree import Collection, Mapping, Node, Scalar

# Words behind these were cut off by a single ` #`.
_LONGEST_QUOTED = 30


def scalar_of(node: Node, called: str, report: Report) -> Scalar | None:
    """*node* as one text; what was lost behind `` #`` is said."""
    if isinstance(node, Scalar):
        return _on_one_line(node, report)
    report.error("VAL001", node.span, *_no_text(node, called))
    return None


def _on_one_line(scalar: Scalar, report: Report) -> Scalar | None:
    """*scalar*, its lines joined; None where a tab stands in it."""
    if scalar.lost:
        lost = scalar.lost[:_LONGEST_QUOTED]
        more = "…" if len(scalar.lost) > _LONGEST_QUOTED else ""
        report.warning(
            "YAML030",
            scalar.lost_place,
            f"「{lost}{more}」は注釈とみなされ、印字されません。",
            "印字するなら値全体を ' ' で囲み、注釈なら「#」の前の空白を2つにしてください。",
        )
    if "\t" in scalar.text:
        place = scalar.text.index("\t")
        report.error(
            "YAML021",
            scalar.place(place, place + 1),
            "文の中にタブがあります。",
            "タブを消すか、空白に替えてください。",
        )
        return None
    if "\n" in scalar.text:
        _join_lines(scalar, report)
    return scalar


def _no_text(node: Node, called: str) -> tuple[str, str]:
    """What is wrong with a list or a mapping in a text's place, and how to put it right."""
    if isinstance(node, Collection) and node.flow:
        mark = "{" if isinstance(node, Mapping) else "["
        whole = shown_quoted(node.typed) if node.typed else "' '"
        return (
            f"値が「{mark}」で始まっているので、{called}として読めません。",
            f"かっこも文字なら、値全体を囲んで {whole} と書いてください。",
        )
    text = _text_with_colon(node)
    if text:
        return (
            "文の中に「: 」があるので、「項目: 値」の組として読まれます。",
            f"「: 」を全角の「：」にするか、全体を囲んで {shown_quoted(text)} と書いてください。",
        )
    return (
        f"ここには{called}を1つ書きますが、一覧か入れ子になっています。",
        "次の行に分けず、「項目: 値」のように1行で書いてください。",
    )


def _text_with_colon(node: Node) -> str:
    """「目的: 育てる」 on one line, as it was typed; empty where *node* is something else."""
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return ""
    key, value = node.entries[0]
    if not isinstance(value, Scalar) or not key.line == value.line == value.end_line:
        return ""
    return f"{key.text}: {value.text}" if has_japanese(key.text) else ""


def _join_lines(scalar: Scalar, report: Report) -> None:
    """A text is set as one: line feeds go, but a space stays between two Latin words.

    The one that ends a block text (``|``, ``>``) is no line the author asked for.
    """
    if "\n" in scalar.text.strip("\n"):
        report.warning(
            "TXT005",
            scalar.place(0, len(scalar.first_line)),
            "文の中で改行しています。紙面では、改行せずに続けて印字します。",
            "1行に続けて書いてください。折り返してよい所には「|」を書けます。",
        )
    scalar.join_lines()


def period_of(scalar: Scalar, report: Report) -> Any:
    """The period that *scalar* names, or None; a year that never came is said."""
    try:
        found = read_period(scalar.text)
    except NotAPeriodError as wrong:
        what, *fix = wrong.args
        meant = meant_period(scalar.text)
        if meant is not None:
            fix = [f"{meant} と書いてください。"]
        report.error(
            "PER001",
            scalar.span,
            what,
            fix[0] if fix else "R5、H30、R元、2023、R2-R6、令和6年10月 のように書いてください。",
        )
        return None
    if found.never_came:
        report.warning(
            "PER002",
            scalar.span,
            f"「{scalar.text}」という年は来ませんでした。",
            f"同じ年は {found.never_came} です。もとの資料のとおりなら、このままで構いません。",
        )
    return found.period
