"""Kinds of values: how each is read from a node, and what a schema says of it.

A kind answers None where it reported an error, or where nothing was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from unicodedata import normalize

from strategy_report.content.inline_markup import read_prose
from strategy_report.content.one_text import period_of, scalar_of
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Node, Scalar, Sequence
from strategy_report.core.near import nearest

Schema = dict[str, Any]

# What is in the braces of a reference to a figure.
_REFERENCE = re.compile(r"[a-z][\w-]*\.[\w.]+", re.ASCII)

# More words to choose from than these are not all named in a message.
_MOST_NAMED = 12


class Kind:
    """One kind of value.

    Attributes:
        called: what it is called in messages and in the guide's tables.
    """

    called = "値"

    def read(self, node: Node, report: Report) -> Any:
        raise NotImplementedError

    def schema(self) -> Schema:
        raise NotImplementedError


class Text(Kind):
    """Prose with break marks and references."""

    called = "文"

    def __init__(self, *fields: str) -> None:
        self._fields = fields

    def read(self, node: Node, report: Report) -> Any:
        scalar = scalar_of(node, self.called, report)
        if scalar is None or not scalar.text:
            return None
        if not self._fields and "{" not in scalar.text:
            return read_prose(scalar, report)
        self._check_fields(scalar, report)
        return read_prose(scalar, report)

    def schema(self) -> Schema:
        return {"type": ["string", "number"]}

    def _check_fields(self, scalar: Scalar, report: Report) -> None:
        """A brace must name a field that is filled in here."""
        text = scalar.text
        at = text.find("{")
        while at >= 0:
            end = text.find("}", at)
            name = text[at + 1 : end] if end > at else text[at + 1 :]
            if text[at - 1 : at] == "$" or name in self._fields:
                pass
            elif end > at and _REFERENCE.fullmatch(name):
                report.error(
                    "TXT004",
                    scalar.place(at, end + 1),
                    f"「{{{name}}}」の前に「$」がありません。このままでは文字として印字されます。",
                    f"${{{name}}} と書いてください。",
                )
            elif name.isidentifier():
                known = "、".join(f"{{{field}}}" for field in self._fields)
                report.error(
                    "TXT004",
                    scalar.place(at, end + 1 if end > at else len(text)),
                    f"「{{{name}}}」に入るものがありません。",
                    f"ここで使えるのは {known} です。" if known else "波かっこを消してください。",
                )
            at = text.find("{", at + 1)


class Word(Kind):
    """Plain text, as typed."""

    called = "文字"

    def read(self, node: Node, report: Report) -> Any:
        scalar = scalar_of(node, self.called, report)
        return scalar.text if scalar is not None and scalar.text else None

    def schema(self) -> Schema:
        return {"type": ["string", "number"]}


class Identifier(Kind):
    """A name that references use: small Latin letters, digits, ``_`` and ``-``."""

    called = "id"
    _FIRST = frozenset("abcdefghijklmnopqrstuvwxyz")
    _ALLOWED = _FIRST | frozenset("0123456789_-")
    _DEVICES = frozenset(
        ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
    )

    def read(self, node: Node, report: Report) -> Any:
        scalar = scalar_of(node, self.called, report)
        if scalar is None or not scalar.text:
            return None
        text = scalar.text
        if text in self._DEVICES:
            report.error(
                "VAL002",
                scalar.span,
                f"「{text}」は Windows がファイルの名前に使わせない言葉なので、id に使えません。",
                f"「{text}-1」のような別の名前にしてください。",
            )
            return None
        if text[0] in self._FIRST and self._ALLOWED.issuperset(text) and len(text) <= 60:
            return text
        report.error(
            "VAL002",
            scalar.span,
            f"「{text}」は id に使えません。",
            "半角の小文字で始め、小文字・数字・「_」「-」だけで書いてください（例: birth_rate）。",
        )
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[a-z][a-z0-9_-]*$", "maxLength": 60}


class Choice(Kind):
    """One of some words, each standing for a value."""

    called = "選択"

    def __init__(self, words: Mapping[str, object]) -> None:
        self._words = words

    def read(self, node: Node, report: Report) -> Any:
        scalar = scalar_of(node, self.called, report)
        if scalar is None or not scalar.text:
            return None
        if scalar.text in self._words:
            return self._words[scalar.text]
        plain = normalize("NFKC", scalar.text)
        near = plain if plain in self._words else nearest(plain, self._words)
        words = list(self._words)
        known = (
            f"{'・'.join(words)} です"
            if len(words) <= _MOST_NAMED
            else f"{'・'.join(words[:3])} などです（手引きの付録A）"
        )
        report.error(
            "VAL003",
            scalar.span,
            f"「{scalar.text}」という選択はありません。",
            (f"「{near}」ではありませんか。" if near else "") + f"書けるのは {known}。",
        )
        return None

    def schema(self) -> Schema:
        return {"enum": list(self._words)}


class Whole(Kind):
    """A whole number from *least* to *most*."""

    called = "整数"

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def read(self, node: Node, report: Report) -> Any:
        scalar = scalar_of(node, self.called, report)
        if scalar is None or not scalar.text:
            return None
        text = scalar.text
        if text.isascii() and text.isdigit() and len(text) <= 6 and str(int(text)) == text:
            number = int(text)
            if self._least <= number <= self._most:
                return number
        report.error(
            "VAL004",
            scalar.span,
            f"「{text}」は {self._least} から {self._most} までの整数ではありません。",
            self._wanted(text),
        )
        return None

    def _wanted(self, text: str) -> str:
        plain = normalize("NFKC", text).strip()
        if plain != text and plain.isascii() and plain.isdigit() and len(plain) <= 6:
            return f"半角の数字で {int(plain)} と書いてください。"
        return f"半角の数字で {self._least} から {self._most} までを書いてください。"

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self._least, "maximum": self._most}


class When(Kind):
    """A year, month or range."""

    called = "年"

    def read(self, node: Node, report: Report) -> Any:
        scalar = scalar_of(node, self.called, report)
        return None if scalar is None or not scalar.text else period_of(scalar, report)

    def schema(self) -> Schema:
        return {"type": ["string", "integer"], "examples": ["R5", "H30", "R2-R6", "令和6年10月"]}


class Share(Kind):
    """Two numbers from 0 to 1, right and down: the point that cropping keeps."""

    called = "位置"

    def read(self, node: Node, report: Report) -> Any:
        items = node.items if isinstance(node, Sequence) else []
        shares = [self._share(item) for item in items]
        if len(shares) == 2 and shares[0] is not None and shares[1] is not None:
            return shares[0], shares[1]
        if isinstance(node, Scalar) and not node.text:
            return None
        report.error(
            "VAL005",
            node.span,
            "位置として読めません。",
            "左からと上からの割合を、[0.5, 0.4] のように 0 から 1 までの数で書いてください。",
        )
        return None

    @staticmethod
    def _share(item: Node) -> float | None:
        text = item.text if isinstance(item, Scalar) else ""
        if not text.isascii() or not text.replace(".", "", 1).isdigit() or len(text) > 8:
            return None
        share = float(text)
        return share if share <= 1 else None

    def schema(self) -> Schema:
        share = {"type": "number", "minimum": 0, "maximum": 1}
        return {"type": "array", "items": share, "minItems": 2, "maxItems": 2}


class Listed(Kind):
    """Any number of one kind."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self.called = f"{kind.called}の一覧"

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, Scalar) and not node.text:
            return ()
        if not isinstance(node, Sequence):
            self._not_a_list(node, report)
            return ()
        if node.flow and not self._commas(node, report):
            return ()
        found: list[object] = []
        for item in node.items:
            if isinstance(item, Scalar) and not item.text:
                report.error(
                    "VAL006",
                    item.span,
                    "一覧の「-」のあとが空です。",
                    "「-」の行を消すか、中身を書いてください。",
                )
                continue
            value = self._kind.read(item, report)
            if value is not None:
                found.append(value)
        return tuple(found)

    def schema(self) -> Schema:
        return {"type": ["array", "null"], "items": self._kind.schema()}

    def _not_a_list(self, node: Node, report: Report) -> None:
        if isinstance(node, Scalar) and node.text[0] == "［":
            meant = _in_brackets(node.text.strip("［］"))
            fix = f"かっこと区切りを半角にして {meant} と書いてください。"
        else:
            shown = f"- {node.first_line}" if isinstance(node, Scalar) else "- "
            fix = f"「{shown}」のように、改行した行の頭に1つずつ「- 」を付けて書いてください。"
        report.error("VAL001", node.span, f"ここには{self.called}を書きます。", fix)

    def _commas(self, node: Sequence, report: Report) -> bool:
        """Whether no full-width comma stands where 「, 」 is meant: in [未整備、整備]."""
        if not isinstance(self._kind, Word | Choice | Identifier):
            return True
        for item in node.items:
            if isinstance(item, Scalar) and item.plain and ("、" in item.text or "，" in item.text):
                meant = _in_brackets(node.typed.strip("[]"))
                report.error(
                    "VAL008",
                    node.span,
                    "かっこの中の区切りが「、」になっています。",
                    f"半角の「,」と空白にして {meant} と書いてください。",
                )
                return False
        return True


class Distinct(Listed):
    """Any number of one kind, none of them twice but those that *may_recur*."""

    def __init__(self, kind: Kind, may_recur: tuple[str, ...] = ()) -> None:
        super().__init__(kind)
        self._may_recur = may_recur

    def read(self, node: Node, report: Report) -> Any:
        found = super().read(node, report)
        seen: set[str] = set()
        for item in node.items if isinstance(node, Sequence) else ():
            if isinstance(item, Scalar) and item.text in seen:
                report.error(
                    "VAL009",
                    item.span,
                    f"「{item.text}」が2度書かれています。",
                    "どちらかを消してください。",
                )
            if isinstance(item, Scalar) and item.text not in self._may_recur:
                seen.add(item.text)
        return found

    def schema(self) -> Schema:
        return super().schema() if self._may_recur else {**super().schema(), "uniqueItems": True}


def _in_brackets(items: str) -> str:
    """「未整備、整備」 as YAML's [未整備, 整備]."""
    words = items.replace("、", ",").replace("，", ",").split(",")
    return "[" + ", ".join(word.strip() for word in words) + "]"


class Derived(Kind):
    """A kind whose scalar is turned into something by *convert*, which may raise ValueError.

    The error's arguments are what is wrong and how to put it right.
    """

    def __init__(self, called: str, convert: Callable[[str], object], schema: Schema) -> None:
        self.called = called
        self._convert = convert
        self._schema = schema

    def read(self, node: Node, report: Report) -> Any:
        scalar = scalar_of(node, self.called, report)
        if scalar is None or not scalar.text:
            return None
        try:
            return self._convert(scalar.text)
        except ValueError as wrong:
            what, fix = wrong.args
            report.error("VAL007", scalar.span, what, fix)
            return None

    def schema(self) -> Schema:
        return dict(self._schema)


class Located(Kind):
    """A value of *kind* together with its node, for readers that need the place."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self.called = kind.called

    def read(self, node: Node, report: Report) -> Any:
        value = self._kind.read(node, report)
        return None if value is None else (value, node)

    def schema(self) -> Schema:
        return self._kind.schema()
