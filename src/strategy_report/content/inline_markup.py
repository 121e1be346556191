"""「出生数は${births.R6}、**過去最多**」 to `Prose`; break marks ``|`` and no-break marks ``^``."""

from __future__ import annotations

import re
from unicodedata import normalize

from strategy_report.content.house_style import in_house_style
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Scalar
from strategy_report.model.prose import Prose, Reference, Words

BREAK = "\u200b"
NO_BREAK = "\u2060"

_TOKEN = re.compile(r"\\[|^$*\\]|\$\{[^}\n]*\}?|\*\*|[|^]")
_REFERENCE = re.compile(r"\$\{([A-Za-z][\w-]*)\.([^.}\s]+(?:\.\d+)*?)(\.number)?\}")
_MARKED = frozenset("$|^\\*")
_WIDE_MARKS = frozenset("＄｛")
_WIDE_REFERENCE = re.compile(r"(?:＄[{｛]|\$｛)([^{}｛｝]+)[}｝]")


def read_prose(scalar: Scalar, report: Report) -> Prose:
    """*scalar* as words and references; an empty text has no parts."""
    text = scalar.text
    if not text:
        return Prose(())
    if not _WIDE_MARKS.isdisjoint(text):
        _wide_reference(scalar, report)
    if _MARKED.isdisjoint(text):
        return Prose((_styled_words(scalar, text, 0, len(text), report),))
    return _Cutter(scalar, report).cut()


def _wide_reference(scalar: Scalar, report: Report) -> None:
    """＄｛births.R6｝ would be printed as it stands."""
    found = _WIDE_REFERENCE.search(scalar.text)
    if found is not None:
        report.error(
            "TXT002",
            scalar.place(found.start(), found.end()),
            f"「{found[0]}」の記号が全角になっています。このままでは文字として印字されます。",
            f"半角で ${{{normalize('NFKC', found[1])}}} と書いてください。",
        )


class _Cutter:
    """Cuts one text at its marks."""

    def __init__(self, scalar: Scalar, report: Report) -> None:
        self._scalar = scalar
        self._report = report
        self._parts: list[Words | Reference] = []
        self._held = ""
        self._from = 0
        self._strong = False
        self._strong_since = 0

    def cut(self) -> Prose:
        text = self._scalar.text
        at = 0
        for token in _TOKEN.finditer(text):
            self._held += text[at : token.start()]
            at = token.end()
            self._take(token.group(), token.start(), at)
        self._held += text[at:]
        self._close(len(text))
        if self._strong:
            self._report.error(
                "TXT003",
                self._scalar.place(self._strong_since, self._strong_since + 2),
                "太字の印「**」が閉じていません。",
                "太字の終わりにも「**」を書くか、文字としての「*」なら「\\*\\*」と書いてください。",
            )
        return Prose(tuple(self._parts))

    def _take(self, token: str, start: int, end: int) -> None:
        if token == "|":
            self._held += BREAK
        elif token == "^":
            self._held += NO_BREAK
        elif token == "**":
            self._close(start)
            self._from = end
            self._strong, self._strong_since = not self._strong, start
        elif token.startswith("\\"):
            self._held += token[1]
        else:
            self._close(start)
            self._from = end
            self._refer(token, start, end)

    def _close(self, end: int) -> None:
        if self._held:
            words = _styled_words(self._scalar, self._held, self._from, end, self._report)
            if self._strong:
                words = Words(text=words.text, source=words.source, strong=True)
            self._parts.append(words)
        self._held = ""

    def _refer(self, token: str, start: int, end: int) -> None:
        found = _REFERENCE.fullmatch(token)
        where = self._scalar.place(start, end)
        if found is None:
            self._report.error(
                "TXT002",
                where,
                f"「{token}」は、指標の値を指す書き方になっていません。"
                if token.endswith("}")
                else f"「{token}」の「{{」が「}}」で閉じていません。",
                "${id.R6} のように、指標の id と、年か baseline・actual・target を書いてください"
                "（文字としての「$」は「\\$」）。",
            )
            return
        indicator, part, bare = found.groups()
        self._parts.append(
            Reference(indicator=indicator, part=part, bare=bare is not None, source=where)
        )


def _styled_words(scalar: Scalar, text: str, start: int, end: int, report: Report) -> Words:
    where = scalar.place(start, end)
    styled = in_house_style(text)
    if styled != text:
        was, now = first_difference(text, styled)
        report.note("TXT001", where, f"表記をそろえて印字します（「{was}」→「{now}」）。")
    return Words(text=styled, source=where)


def first_difference(before: str, after: str) -> tuple[str, str]:
    """The first stretch in which two texts differ, with two characters on each side."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    most = min(len(before), len(after)) - start
    while end < most and before[-1 - end] == after[-1 - end]:
        end += 1
    first = max(start - 2, 0)
    return (
        before[first : len(before) - max(end - 2, 0)],
        after[first : len(after) - max(end - 2, 0)],
    )
