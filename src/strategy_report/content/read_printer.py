"""printers/*.yaml: what a printing house asks for."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from strategy_report.content.kinds import Choice, Derived, Whole, Word
from strategy_report.content.record import Entries, Field, Record
from strategy_report.core.length import Length, mm, pt
from strategy_report.model.printer import Printer, Rendering, Standard, Stitching

_UNITS = {"mm": mm, "pt": pt}
_MOST_MM = 20


def _length(text: str) -> Length:
    number, unit = text[:-2].strip(), text[-2:]
    fix = "「3mm」や「0.25pt」のように、半角の数字に mm か pt を付けて書いてください。"
    if unit not in _UNITS or not number.isascii():
        raise ValueError(f"「{text}」は長さとして読めません。", fix)
    try:
        length = _UNITS[unit](Decimal(number))
    except InvalidOperation:
        raise ValueError(f"「{text}」は長さとして読めません。", fix) from None
    if not 0 <= length <= mm(_MOST_MM):
        raise ValueError(
            f"「{text}」は 0mm から {_MOST_MM}mm までに入りません。",
            "印刷所の入稿案内にある長さを書いてください（例: 3mm）。",
        )
    return length


def _registered(text: str) -> str:
    if text.isascii() and text.replace(" ", "").replace("-", "").isalnum() and len(text) <= 40:
        return text
    raise ValueError(
        f"「{text}」は印刷条件の名前として使えません。",
        "印刷所に聞いた名前を、半角の英数字で書いてください（例: JC200103、FOGRA39）。",
    )


def _profile_name(text: str) -> str:
    if "/" in text or "\\" in text or ":" in text or text.startswith("."):
        raise ValueError(
            f"「{text}」は、printers フォルダーの外を指す書き方です。",
            "プロファイルを printers フォルダーに入れて、ファイルの名前だけを書いてください"
            "（例: JapanColor2011Coated.icc）。",
        )
    return text


_LENGTH = Derived("長さ", _length, {"type": "string", "examples": ["3mm", "0.25pt"]})
_CONDITION = Derived("印刷条件の名前", _registered, {"type": "string"})
_PROFILE = Derived("ファイルの名前", _profile_name, {"type": "string"})


def _printer(entries: Entries) -> Printer:
    return Printer(**entries.given(*(field.key for field in _FIELDS)))


_FIELDS = (
    Field("name", Word(), "この条件の呼び名。入稿仕様書に出る", needed=True),
    Field(
        "standard",
        Choice({standard.value: standard for standard in Standard}),
        "ファイルの規格。X-4 か X-1a",
        needed=True,
    ),
    Field("condition", _CONDITION, "印刷条件の登録名（JC200103、FOGRA39 など）"),
    Field("profile", _PROFILE, "印刷所から受け取った ICC プロファイルのファイル"),
    Field("bleed", _LENGTH, "塗り足し"),
    Field("marks", Choice({"あり": True, "なし": False}), "トンボを付けるか"),
    Field("total_ink", Whole(200, 400), "インキの総量の上限（％）"),
    Field("least_line", _LENGTH, "いちばん細い線"),
    Field("least_ppi", Whole(72, 600), "写真の解像度の下限（ppi）"),
    Field(
        "rendering",
        Choice({rendering.value: rendering for rendering in Rendering}),
        "写真の色の変え方。知覚的 か 相対的（黒点補正つき）",
    ),
    Field(
        "stitching",
        Choice({stitching.value: stitching for stitching in Stitching}),
        "とじ方。中綴じは4の倍数のページが要る",
    ),
    Field("safety", _LENGTH, "文字などを裁ち落としから離す長さ"),
    Field("gutter", _LENGTH, "文字などをのどから離す長さ"),
    Field("paper", _LENGTH, "紙の厚さ"),
)

PRINTER = Record("印刷の条件", _FIELDS, _printer)
