"""「出生数は${births.R6}、**過去最多**」 to `Prose`.

Break marks ``|`` and no-break marks ``^``; bold ``**太字**``; 圏点 ``《《ここ》》``; raised marks
of notes ``[^※1]``; ruby ``{金沢|かなざわ}`` or, one reading a character, ``{金沢|かな|ざわ}``.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from strategy_report.content.house_style import differences, in_house_style
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Scalar
from strategy_report.core.value import replace
from strategy_report.model.prose import Prose, Reference, Words

BREAK = "\u200b"
NO_BREAK = "\u2060"

_RUBY = re.compile(r"\{([^{}|\n]+)\|([^{}\n]*)\}")
_TOKEN = re.compile(
    rf"\\[|^$*\\{{《\[]|\$\{{[^}}\n]*\}}?|{_RUBY.pattern}|\[\^[^\]\n]*\]|《《|》》|\*\*|[|^]"
)
_REFERENCE = re.compile(r"\$\{([A-Za-z][\w-]*)\.([^.}\s]+(?:\.\d+)*?)(\.number)?\}")
_MARKED = frozenset("$|^\\*《")
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
        # Where the stretch began that is bold, or dotted.
        self._strong: int | None = None
        self._dotted: int | None = None

    def cut(self) -> Prose:
        text = self._scalar.text
        at = 0
        for token in _TOKEN.finditer(text):
            self._held += text[at : token.start()]
            at = token.end()
            self._take(token.group(), token.start(), at)
        self._held += text[at:]
        self._close(len(text))
        self._unclosed(self._strong, "太字の印「**」", "**")
        self._unclosed(self._dotted, "圏点の印「《《」", "》》")
        return Prose(tuple(self._parts))

    def _unclosed(self, since: int | None, mark: str, end: str) -> None:
        if since is not None:
            self._report.error(
                "TXT003",
                self._scalar.place(since, since + 2),
                f"{mark}が閉じていません。",
                f"終わりに「{end}」を書くか、文字として書くなら印の前に「\\」を付けてください。",
            )

    def _take(self, token: str, start: int, end: int) -> None:
        if token == "|":
            self._held += BREAK
        elif token == "^":
            self._held += NO_BREAK
        elif token.startswith("\\"):
            self._held += token[1]
        else:
            self._close(start)
            self._from = end
            self._mark(token, start, end)

    def _mark(self, token: str, start: int, end: int) -> None:
        """A mark that ends the stretch before it."""
        if token == "**":
            self._strong = None if self._strong is not None else start
        elif token == "《《":
            self._dotted = start
        elif token == "》》":
            self._close_dots(start)
        elif token.startswith("["):
            self._note(token[2:-1], start, end)
        elif token.startswith("{"):
            self._ruby(token, start, end)
        else:
            self._refer(token, start, end)

    def _close_dots(self, start: int) -> None:
        if self._dotted is None:
            self._held += "》》"
            self._from = start
        self._dotted = None

    def _close(self, end: int) -> None:
        if self._held:
            words = _styled_words(self._scalar, self._held, self._from, end, self._report)
            self._parts.append(self._marked(words))
        self._held = ""

    def _marked(self, words: Words) -> Words:
        if self._strong is None and self._dotted is None:
            return words
        return replace(words, strong=self._strong is not None, dotted=self._dotted is not None)

    def _note(self, mark: str, start: int, end: int) -> None:
        if not mark:
            self._report.error(
                "TXT006",
                self._scalar.place(start, end),
                "注の印「[^]」の中が空です。",
                "[^※1] のように、上に小さく出す印を書いてください（文字としての「[」は「\\[」）。",
            )
            return
        # As the note that begins with it.
        words = _styled_words(self._scalar, mark, start, end, self._report)
        self._parts.append(self._marked(replace(words, note=True)))

    def _ruby(self, token: str, start: int, end: int) -> None:
        base, *readings = token[1:-1].split("|")
        if not all(readings) or len(readings) not in (1, len(base)):
            self._report.error(
                "TXT007",
                self._scalar.place(start, end),
                f"ルビ「{token}」の読みの数が、文字の数（{len(base)}）と合いません。",
                "まとめて振るなら {金沢|かなざわ}、1字ずつなら {金沢|かな|ざわ} のように"
                "書いてください（文字としての「{」は「\\{」）。",
            )
            return
        words = Words(text=base, source=self._scalar.place(start, end), ruby=tuple(readings))
        self._parts.append(self._marked(words))

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
    styled = in_house_style(text, report.style)
    if styled != text:
        changes = "、".join(f"「{was}」→「{now}」" for was, now in differences(text, styled))
        report.note("TXT001", where, f"表記をそろえて印字します（{changes}）。")
    return Words(text=styled, source=where)
