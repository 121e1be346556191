"""Kinds of values: how each is read from a node, and what a schema says of it.

A kind answers None where it reported an error, or where nothing was written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from strategy_report.content.inline_markup import read_prose
from strategy_report.content.near import nearest
from strategy_report.content.period_text import NotAPeriodError, read_period
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Mapping as MappingNode
from strategy_report.content.yaml_tree import Node, Scalar, Sequence

Schema = dict[str, Any]

# Words behind these were cut off by a single ` #`.
_LONGEST_QUOTED = 30


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
            if name not in self._fields and text[at - 1 : at] != "$" and name.isidentifier():
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

    def read(self, node: Node, report: Report) -> Any:
        scalar = scalar_of(node, self.called, report)
        if scalar is None or not scalar.text:
            return None
        text = scalar.text
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
        near = nearest(scalar.text, self._words)
        known = "・".join(self._words) if len(self._words) <= 12 else ""
        report.error(
            "VAL003",
            scalar.span,
            f"「{scalar.text}」という選択はありません。",
            (f"「{near}」ではありませんか。" if near else "")
            + (f"書けるのは {known} です。" if known else ""),
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
            f"半角の数字で {self._least} から {self._most} までを書いてください。",
        )
        return None

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
            shown = f"「- {node.text}」" if isinstance(node, Scalar) else "「- 」"
            report.error(
                "VAL001",
                node.span,
                f"ここには{self.called}を書きます。",
                f"改行して空白2つ下げ、1つずつ{shown}のように「- 」を付けて書いてください。",
            )
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


def scalar_of(node: Node, called: str, report: Report) -> Scalar | None:
    """*node* as one text; what was lost behind `` #`` is said."""
    if isinstance(node, Scalar):
        if node.lost:
            lost = (
                node.lost
                if len(node.lost) <= _LONGEST_QUOTED
                else node.lost[:_LONGEST_QUOTED] + "…"
            )
            report.warning(
                "YAML030",
                node.place(len(node.text), len(node.text) + 1 + len(node.lost)),
                f"「{lost}」は注釈とみなされ、印字されません。",
                '印字するなら値全体を " " で囲み、注釈なら「#」の前の空白を2つにしてください。',
            )
        if "\t" in node.text:
            place = node.text.index("\t")
            report.error(
                "YAML021",
                node.place(place, place + 1),
                "文の中にタブがあります。",
                "タブを消すか、空白に替えてください。",
            )
            return None
        return node
    if isinstance(node, MappingNode | Sequence) and node.flow:
        mark = "{" if isinstance(node, MappingNode) else "["
        report.error(
            "VAL001",
            node.span,
            f"値が「{mark}」で始まっているので、{called}として読めません。",
            "文の一部なら、値全体を ' ' で囲んでください。",
        )
        return None
    report.error(
        "VAL001",
        node.span,
        f"ここには{called}を1つ書きますが、一覧か入れ子になっています。",
        "「項目: 値」のように1行で書いてください。",
    )
    return None


def period_of(scalar: Scalar, report: Report) -> Any:
    """The period that *scalar* names, or None; a year that never came is said."""
    try:
        found = read_period(scalar.text)
    except NotAPeriodError as wrong:
        report.error(
            "PER001",
            scalar.span,
            str(wrong),
            "R5、H30、R元、2023、R2-R6、令和6年10月 のように書いてください。",
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
