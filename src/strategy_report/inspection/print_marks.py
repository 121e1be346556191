"""Rules about what a page paints: colours, ink, lines, small text, images, transparency."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from strategy_report.core.diagnostic import Severity
from strategy_report.core.geometry import Rect, Size
from strategy_report.core.length import Length, mm
from strategy_report.core.value import Value
from strategy_report.inspection.mark import Family, Mark, MarkKind, PageMarks
from strategy_report.inspection.print_conditions import (
    LINE_ART_PPI,
    OVERPRINTED_TEXT,
    SMALL_TEXT,
    PrintConditions,
)
from strategy_report.inspection.said import Fault, counted, fault, place

# What rounding does to percentages and sizes.
_SLACK = 0.5
_NEARLY = mm("0.01")
# A thin area is a line from this length on.
_LINE_LENGTH = mm(2)
# Black that shows as such, and what other inks add to it (リッチブラック).
_DEEP, _ADDED, _THREE_INK_BLACK = 70, 20, 60
# An area that ends so near to the trim was meant to reach it.
_MEANT = mm("0.5")


class PrintPage(Value):
    """A page to be looked at.

    Attributes:
        trim: its size; marks are placed from its corner.
        states_trim: whether it says where it is cut.
        reach: from the trim to the edge of the bleed.
    """

    index: int
    trim: Size
    states_trim: bool
    reach: Length
    standard: str
    content: PageMarks

    @property
    def inside(self) -> list[Mark]:
        """Marks that are printed, not what stands around the page."""
        bleed = Rect(
            -self.reach,
            -self.reach,
            self.trim.width + self.reach * 2,
            self.trim.height + self.reach * 2,
        )
        return [mark for mark in self.content.marks if _overlap(mark.rect, bleed)]


def mark_faults(page: PrintPage, conditions: PrintConditions) -> Iterator[Fault]:
    """What is wrong with the marks of *page*; one fault a rule, with the first place."""
    marks = page.inside
    for rule in _RULES:
        found = [mark for mark in marks if rule.wrong(mark, page, conditions)]
        if found:
            yield Fault(
                code=rule.code,
                what=f"{rule.told(found, page, conditions)}。",
                fix=rule.fix,
                page=counted(page.index),
                severity=rule.severity,
                place=place(found[0]),
                count=len(found),
            )
    yield from _fonts(page)
    if page.content.broken:
        yield fault(
            "PRE001",
            "ページの中身が壊れていて、終わりまで読めません。",
            "元のソフトで書き出し直してください。",
            counted(page.index),
        )


def _fonts(page: PrintPage) -> Iterator[Fault]:
    missing = [name for name, embedded in page.content.fonts if not embedded]
    if missing:
        yield fault(
            "PRE020",
            f"フォント {'、'.join(missing)} が埋め込まれていません。",
            "「フォントをすべて埋め込む」を選んで書き出し直してください。",
            counted(page.index),
        )


Wrong = Callable[[Mark, PrintPage, PrintConditions], bool]
Told = Callable[[list[Mark], PrintPage, PrintConditions], str]


class _Rule(Value):
    code: str
    wrong: Wrong
    told: Told
    fix: str
    severity: Severity = Severity.ERROR


def _rgb(mark: Mark, _page: PrintPage, _conditions: PrintConditions) -> bool:
    return mark.colour.family is Family.RGB and mark.kind is not MarkKind.GROUP


def _mixed_in_rgb(mark: Mark, _page: PrintPage, _conditions: PrintConditions) -> bool:
    return mark.colour.family is Family.RGB and mark.kind is MarkKind.GROUP


def _uncertain(mark: Mark, page: PrintPage, _conditions: PrintConditions) -> bool:
    icc = mark.colour.icc and page.standard == "X-1a"
    return mark.colour.family is Family.OTHER or (icc and mark.colour.family is not Family.RGB)


def _spot(mark: Mark, _page: PrintPage, conditions: PrintConditions) -> bool:
    return not set(mark.colour.spots) <= set(conditions.spots)


def _spot_names(marks: list[Mark], _page: PrintPage, conditions: PrintConditions) -> str:
    names = {name for mark in marks for name in mark.colour.spots} - set(conditions.spots)
    return f"特色 {'、'.join(sorted(names))} が使われています"


def _registration(mark: Mark, page: PrintPage, _conditions: PrintConditions) -> bool:
    trim = Rect(Length(0), Length(0), page.trim.width, page.trim.height)
    return page.states_trim and mark.colour.is_registration and _overlap(mark.rect, trim)


def _thin(mark: Mark, _page: PrintPage, conditions: PrintConditions) -> bool:
    thin = mark.size < conditions.least_line - _NEARLY / 10
    # Office programs draw their lines as long, thin areas.
    as_long = mark.kind is MarkKind.FILL and max(mark.rect.width, mark.rect.height) > _LINE_LENGTH
    printed = bool(mark.colour.plates) or not mark.colour.inks
    return thin and (mark.kind is MarkKind.STROKE or (as_long and printed))


def _thinnest(marks: list[Mark], _page: PrintPage, conditions: PrintConditions) -> str:
    thinnest = min(mark.size for mark in marks)
    return f"線が {thinnest.pt:.2f}pt です（{conditions.least_line.pt:g}pt 要ります）"


def _too_much_ink(mark: Mark, _page: PrintPage, conditions: PrintConditions) -> bool:
    return not mark.colour.is_registration and mark.colour.total > conditions.total_ink + _SLACK


def _most_ink(marks: list[Mark], _page: PrintPage, conditions: PrintConditions) -> str:
    most = max(mark.colour.total for mark in marks)
    return f"インキの合計が {most:.0f}% です（上限 {conditions.total_ink}%）"


def _too_much_in_image(mark: Mark, page: PrintPage, conditions: PrintConditions) -> bool:
    most = page.content.images[mark.pixels].most_ink if mark.pixels >= 0 else None
    return most is not None and most > conditions.total_ink + _SLACK


def _unknown_in_image(mark: Mark, page: PrintPage, _conditions: PrintConditions) -> bool:
    return mark.pixels >= 0 and page.content.images[mark.pixels].ink_unknown


def _most_in_image(marks: list[Mark], page: PrintPage, conditions: PrintConditions) -> str:
    most = max(page.content.images[mark.pixels].most_ink or 0 for mark in marks)
    return f"画像の濃いところで、インキの合計が {most:.0f}% です（上限 {conditions.total_ink}%）"


def _knocked_out(mark: Mark, _page: PrintPage, _conditions: PrintConditions) -> bool:
    black = mark.colour.inks and mark.colour.plates == ("K",) and mark.colour.total >= 99.5
    small = mark.kind is MarkKind.TEXT and mark.size <= OVERPRINTED_TEXT
    return bool(black) and small and not mark.overprints


def _many_plates(mark: Mark, _page: PrintPage, _conditions: PrintConditions) -> bool:
    small = mark.kind is MarkKind.TEXT and mark.size < SMALL_TEXT - _NEARLY
    return small and len(mark.colour.plates) > 1 and not mark.colour.is_registration


def _rich_black(mark: Mark, _page: PrintPage, _conditions: PrintConditions) -> bool:
    if mark.kind is not MarkKind.TEXT or not SMALL_TEXT - _NEARLY <= mark.size <= OVERPRINTED_TEXT:
        return False
    inks = dict(mark.colour.inks)
    coloured = [inks.get(plate, 0) for plate in ("C", "M", "Y")]
    deep = inks.get("K", 0) >= _DEEP and sum(coloured) >= _ADDED
    return deep or min(coloured) >= _THREE_INK_BLACK


def _vanishing(mark: Mark, _page: PrintPage, _conditions: PrintConditions) -> bool:
    known = bool(mark.colour.inks) and mark.colour.family is Family.CMYK
    return mark.overprints and known and mark.colour.total == 0


def _coarse(mark: Mark, page: PrintPage, conditions: PrintConditions) -> bool:
    return mark.ppi > 0 and mark.ppi < _needed_ppi(mark, page, conditions)


def _needed_ppi(mark: Mark, page: PrintPage, conditions: PrintConditions) -> int:
    line_art = mark.pixels >= 0 and page.content.images[mark.pixels].bits == 1
    return LINE_ART_PPI if line_art else conditions.least_ppi


def _coarsest(marks: list[Mark], page: PrintPage, conditions: PrintConditions) -> str:
    worst = min(marks, key=lambda mark: mark.ppi)
    needed = _needed_ppi(worst, page, conditions)
    return f"画像の解像度が {worst.ppi}ppi です（{needed}ppi 要ります）"


def _transparent(mark: Mark, page: PrintPage, _conditions: PrintConditions) -> bool:
    # A group whose space is stated shows nothing through by that alone; X-1a has none all the same.
    shows = mark.transparent and mark.kind is not MarkKind.GROUP
    return page.standard != "X-4" and (shows or (mark.transparent and page.standard == "X-1a"))


def _short_of_bleed(mark: Mark, page: PrintPage, _conditions: PrintConditions) -> bool:
    white = mark.colour.inks and not mark.colour.plates
    areas = (MarkKind.FILL, MarkKind.IMAGE, MarkKind.SHADING)
    if white or mark.kind not in areas or not page.states_trim:
        return False
    rect, trim = mark.rect, page.trim
    beyond = (-rect.x, -rect.y, rect.right - trim.width, rect.bottom - trim.height)
    return any(-_MEANT < one < page.reach - _NEARLY * 10 for one in beyond)


def _plain(words: str) -> Told:
    return lambda _marks, _page, _conditions: words


_CMYK = "CMYK に変えて書き出し直してください。"
_RULES = (
    _Rule(
        code="PRE021",
        wrong=_rgb,
        told=_plain("画面用の色（RGB）が使われています"),
        fix=_CMYK,
    ),
    _Rule(
        code="PRE022",
        wrong=_uncertain,
        told=_plain("プロファイルなどで決まる色が使われています"),
        fix=_CMYK,
    ),
    _Rule(
        code="PRE023",
        wrong=_spot,
        told=_spot_names,
        fix="特色で刷る注文でなければ、CMYK に変えてください。",
        severity=Severity.NOTE,
    ),
    _Rule(
        code="PRE024",
        wrong=_registration,
        told=_plain("トンボの色（すべての版に出る色）が紙面の中にあります"),
        fix="黒い文字や線は K100 にしてください。",
    ),
    _Rule(
        code="PRE025",
        wrong=_thin,
        told=_thinnest,
        fix="線を太くしてください。細い線はかすれて消えます。",
        severity=Severity.WARNING,
    ),
    _Rule(
        code="PRE026",
        wrong=_too_much_ink,
        told=_most_ink,
        fix="色を薄くしてください。乾かずに裏に移ります。",
    ),
    _Rule(
        code="PRE027",
        wrong=_too_much_in_image,
        told=_most_in_image,
        fix="印刷条件のプロファイルで、インキの総量を抑えて変換し直してください。",
    ),
    _Rule(
        code="PRE028",
        wrong=_knocked_out,
        told=_plain("小さい K100 の文字が、下の色に重ねて刷る設定になっていません"),
        fix="墨の文字をオーバープリントにしてください。版がずれると白い縁が出ます。",
        severity=Severity.WARNING,
    ),
    _Rule(
        code="PRE029",
        wrong=_many_plates,
        told=_plain("小さい文字が2つ以上のインキで刷られます"),
        fix="K100 など1色にしてください。版がずれると読みにくくなります。",
        severity=Severity.WARNING,
    ),
    _Rule(
        code="PRE030",
        wrong=_vanishing,
        told=_plain("白いところが重ねて刷る設定なので、刷ると消えます"),
        fix="白い文字や図の、オーバープリントを外してください。",
    ),
    _Rule(
        code="PRE031",
        wrong=_coarse,
        told=_coarsest,
        fix="画素の多い画像に替えるか、小さく置いてください。",
        severity=Severity.WARNING,
    ),
    _Rule(
        code="PRE032",
        wrong=_transparent,
        told=_plain("X-1a では使えない透明があります"),
        fix="透明を分割・統合するか、PDF/X-4 で書き出してください。",
    ),
    _Rule(
        code="PRE033",
        wrong=_short_of_bleed,
        told=_plain("端まである色や画像が、塗り足しに届いていません"),
        fix="裁ち落としの線の外まで、色や画像を伸ばしてください。",
        severity=Severity.WARNING,
    ),
    _Rule(
        code="PRE034",
        wrong=_mixed_in_rgb,
        told=_plain("透明を重ねる計算が、画面用の色（RGB）になっています"),
        fix="透明の変換に使うカラースペースを CMYK にして書き出し直してください。",
    ),
    _Rule(
        code="PRE036",
        wrong=_unknown_in_image,
        told=_plain("画像のインキの量を、確かめられませんでした（圧縮の形式のため）"),
        fix="印刷所に、インキの総量を確かめてもらってください。",
        severity=Severity.NOTE,
    ),
    _Rule(
        code="PRE035",
        wrong=_rich_black,
        told=_plain("小さい黒い文字が、いくつものインキを重ねた黒（リッチブラック）です"),
        fix="黒い文字は K100 だけにしてください。版がずれると、にじんで読みにくくなります。",
        severity=Severity.WARNING,
    ),
)


def _overlap(rect: Rect, other: Rect) -> bool:
    """Whether the two share a place; a point and a line have one too."""
    return (
        rect.x <= other.right
        and other.x <= rect.right
        and rect.y <= other.bottom
        and other.y <= rect.bottom
    )
