"""theme.yaml: what a town changes of the look, within what stays readable and printable."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from strategy_report.content.kinds import Choice, Derived, Kind, Listed, Schema, Share
from strategy_report.content.photo_file import photo_name
from strategy_report.content.read_typesetting import TYPESETTING
from strategy_report.content.record import Entries, Field, Record
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Node, Scalar, Sequence
from strategy_report.core.ink import WHITE, Ink, contrast
from strategy_report.core.length import Length, mm
from strategy_report.core.value import replace
from strategy_report.model.look import Colour, Look
from strategy_report.style.inks import tint_of
from strategy_report.style.kanazawa import INKS as SHIPPED_INKS

# WCAG 2 asks this of text that is not large.
_READABLE = 4.5
# Of marks in charts (1.4.11).
_SEEN = 3.0
# Uncoated paper takes no more ink without setting off on the next sheet (FOGRA52, Japan Color).
_MOST_INK = 300
# How far the screen's red, green or blue may be from what the plates make, plainly reckoned.
_FAR_APART = 100
_MOTIFS = {"雪吊り": "yukitsuri", "絵": "picture", "なし": "none"}

# Style, help, smallest and largest size: floors of legibility, and what the line feed holds.
_SIZES: tuple[tuple[str, str, str, str], ...] = (
    ("body", "施策の本文", "9.5", "11"),
    ("measure-heading", "施策の名称", "9.5", "11"),
    ("section-heading", "見出し（主な施策、主なKPI）", "12", "15"),
    ("kpi-name", "KPIの名称", "9.5", "11"),
    ("caption", "写真の説明", "8", "9.5"),
    ("note", "※の注", "7.5", "10"),
    ("lead", "SDGsのページの前文", "10", "13"),
)


class Plates(Kind):
    """Four percentages: cyan, magenta, yellow, black."""

    called = "CMYK"

    def read(self, node: Node, report: Report) -> Any:
        items = node.items if isinstance(node, Sequence) else []
        plates = [_percent(item) for item in items]
        if len(plates) == 4 and None not in plates:
            return tuple(plates)
        if isinstance(node, Scalar) and not node.text:
            return None
        report.error(
            "THM001",
            node.span,
            "印刷の色（CMYK）として読めません。",
            "シアン・マゼンタ・黄・黒の割合を、[95, 70, 25, 20] のように"
            " 0 から 100 までの4つの数で書いてください。",
        )
        return None

    def schema(self) -> Schema:
        percent = {"type": "number", "minimum": 0, "maximum": 100}
        return {"type": "array", "items": percent, "minItems": 4, "maxItems": 4}


def _percent(item: Node) -> float | None:
    text = item.text if isinstance(item, Scalar) else ""
    if not text.isascii() or not text.replace(".", "", 1).isdigit() or len(text) > 6:
        return None
    percent = float(text)
    return percent if percent <= 100 else None


def _screen_colour(text: str) -> tuple[int, int, int]:
    digits = text.removeprefix("#").lower()
    if len(digits) != 6 or not set(digits) <= set("0123456789abcdef"):
        raise ValueError(
            f"画面の色「{text}」は読めません。",
            "赤・緑・青を16進数2桁ずつで、「#」を付けずに 1b4470 のように書いてください。",
        )
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


_COLOUR_FIELDS = (
    Field(
        "rgb",
        Derived("色", _screen_colour, {"type": ["string", "integer"]}),
        "画面の色。16進数で、「#」を付けずに（1b4470）",
        needed=True,
    ),
    Field("cmyk", Plates(), "印刷の色。[シアン, マゼンタ, 黄, 黒] を % で", needed=True),
)


def _ink(entries: Entries) -> Ink:
    """The ink, named by its parts, so that two that differ never share a name."""
    cmyk: tuple[float, float, float, float] = entries["cmyk"]
    total = sum(cmyk)
    if total > _MOST_INK:
        entries.report.error(
            "THM002",
            entries.place("cmyk"),
            f"CMYK の合計が {total:g}% です。紙が乗せられるのは {_MOST_INK}% までです。",
            f"4つの数の合計を {_MOST_INK} 以下に減らしてください。",
        )
    ink = Ink(name="", rgb=entries["rgb"], cmyk=cmyk)
    ink = replace(ink, name="-".join((ink.hex[1:], *(f"{part:g}" for part in cmyk))))
    if _distance(ink) > _FAR_APART:
        entries.report.warning(
            "THM003",
            entries.place("cmyk"),
            "画面の色（rgb）と印刷の色（cmyk）が、大きく違って見えます。",
            "書き間違いでないか見てください。どちらも同じ色になるように書きます。",
        )
    return ink


def _distance(ink: Ink) -> float:
    """On the worst of red, green and blue, between the screen's colour and the plates'."""
    *colours, black = (part / 100 for part in ink.cmyk)
    plain = (255 * (1 - part) * (1 - black) for part in colours)
    return max(abs(one - other) for one, other in zip(ink.rgb, plain, strict=True))


INK = Record("色", _COLOUR_FIELDS, _ink)


def _colour(entries: Entries) -> Colour:
    colour = Colour(ink=_ink(entries), tint=entries.get("tint"))
    ground = colour.tint or tint_of(colour.ink)
    for behind, what in ((WHITE, "白い文字が"), (ground, "うすい地の上の文字が")):
        ratio = contrast(colour.ink, behind)
        if ratio < _READABLE:
            entries.report.error(
                "THM004",
                entries.place("rgb"),
                f"この色では、{what}読みにくくなります（明るさの比 {ratio:.1f}）。",
                f"もっと濃い色にしてください（比が {_READABLE} 以上）。",
            )
            break
    return colour


COLOUR = Record(
    "色",
    (*_COLOUR_FIELDS, Field("tint", INK, "文字の下に敷くうすい色。書かなければ自動")),
    _colour,
)


def _inks(entries: Entries) -> Mapping[str, Ink]:
    given: dict[str, Ink] = entries.given(*(field.key for field in INKS.fields))
    warm = given.get("warm", SHIPPED_INKS.warm)
    for key in ("text", "sub"):
        if key in given and contrast(given[key], WHITE) < _READABLE:
            entries.report.error(
                "THM004",
                entries.place(key),
                "この色では、白い紙の上の文字が読みにくくなります。",
                f"もっと濃い色にしてください（明るさの比が {_READABLE} 以上）。",
            )
        elif contrast(given.get(key, getattr(SHIPPED_INKS, key)), warm) < _READABLE:
            entries.report.error(
                "THM004",
                entries.place("warm" if "warm" in given else key),
                "この色では、カードの地の上の文字が読みにくくなります。",
                f"地を薄くするか、文字を濃くしてください（明るさの比が {_READABLE} 以上）。",
            )
            break
    if contrast(given.get("baseline_line", SHIPPED_INKS.baseline_line), warm) < _SEEN:
        entries.report.error(
            "THM006",
            entries.place("baseline_line" if "baseline_line" in given else "warm"),
            "この色では、基準値の棒の輪郭が、カードの地から見分けにくくなります。",
            f"輪郭を濃くするか、地を薄くしてください（明るさの比が {_SEEN:.0f} 以上）。",
        )
    return given


INKS = Record(
    "そのほかの色",
    (
        Field("text", INK, "文字"),
        Field("sub", INK, "見出し語と注の文字"),
        Field("baseline_fill", INK, "基準値の棒"),
        Field("baseline_line", INK, "基準値の棒の輪郭、軸"),
        Field("rule", INK, "細い線"),
        Field("warm", INK, "KPIのカードの地"),
        Field("far", INK, "表紙の遠くの模様"),
        Field("pine", INK, "表紙の松"),
    ),
    _inks,
)


class _Points(Derived):
    """A length in points, from *least* to *most*."""

    def __init__(self, called: str, least: str, most: str) -> None:
        self._called, self._least, self._most = called, Decimal(least), Decimal(most)
        schema = {"type": "number", "minimum": float(least), "maximum": float(most)}
        super().__init__(called, self._size, schema)

    def _size(self, text: str) -> float:
        if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) <= 6:
            size = Decimal(text)
            if self._least <= size <= self._most:
                return float(size)
        raise ValueError(
            f"「{text}」は{self._called}に使えません。",
            f"{self._least} から {self._most} までの数（ポイント）で書いてください。",
        )


def _gutter(text: str) -> Length:
    if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) <= 6:
        width = Decimal(text)
        if 14 <= width <= 20:
            return mm(text)
    raise ValueError(
        f"のどの余白「{text}」は使えません。", "14 から 20 までの数（ミリ）で書いてください。"
    )


SIZES = Record(
    "文字の大きさ",
    tuple(
        Field(name, _Points("文字の大きさ", least, most), f"{called}。{least}～{most}")
        for name, called, least, most in _SIZES
    ),
    lambda entries: entries.given(*(name for name, *_ in _SIZES)),
)

# JLREQ 2.4.1.b: a line gap of half an em and more; 9.5 points at 13 is the least to be read well.
FEEDS = Record(
    "行送り",
    (Field("body", _Points("行送り", "13", "17"), "施策の本文。13～17（書かなければ 15）"),),
    lambda entries: entries.given("body"),
)


def _look(entries: Entries) -> Look:
    if entries.get("motif") == "picture" and entries.get("picture") is None:
        entries.report.error(
            "THM005",
            entries.place("motif"),
            "「motif: 絵」ですが、どの絵かが書いてありません。",
            "絵を photos/ に置き、「picture: 絵のファイル名」の行を足してください。",
        )
    given = entries.given("main", "goals", "motif", "picture", "focus", "gutter")
    return Look(
        **given,
        inks=MappingProxyType(entries.get("inks", {})),
        sizes=MappingProxyType(entries.get("sizes", {})),
        feeds=MappingProxyType(entries.get("feeds", {})),
        typesetting=MappingProxyType(entries.get("typesetting", {})),
        source=entries.place("picture"),
    )


LOOK = Record(
    "見た目",
    (
        Field("main", COLOUR, "表紙と、基本目標でないページの色"),
        Field("goals", Listed(COLOUR), "基本目標の色を、1から順に"),
        Field("inks", INKS, "そのほかの色"),
        Field("motif", Choice(_MOTIFS), "飾り。雪吊り・絵・なし のどれか"),
        Field(
            "picture",
            Derived("ファイルの名前", photo_name, {"type": ["string", "null"]}),
            "「motif: 絵」のとき表紙に入れる絵。photos/ の中のファイルの名前",
        ),
        Field("focus", Share(), "その絵の切り抜きで残す点。左からと上からの割合"),
        Field(
            "gutter",
            Derived("余白", _gutter, {"type": "number", "minimum": 14, "maximum": 20}),
            "のど（とじる側）の余白。ミリで、14～20",
        ),
        Field("sizes", SIZES, "文字の大きさ。ポイントで"),
        Field("feeds", FEEDS, "行送り（行から次の行まで）。ポイントで"),
        Field("typesetting", TYPESETTING, "本文の組み方"),
    ),
    _look,
)
