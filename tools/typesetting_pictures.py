"""docs/pictures/typesetting-*.png: difficult paragraphs, set without this composer and with it.

    python tools/typesetting_pictures.py

Without: each line is filled until it is full, figures are broken like words, marks keep their full
width, and what is missing at a line end is spread over all characters.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from strategy_report.compose.break_chances import break_chances
from strategy_report.compose.composer import Composer
from strategy_report.compose.line_break import BrokenLine
from strategy_report.compose.set_line import set_clusters
from strategy_report.compose.text import ComposedLine, StyledRun
from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Path as Outline
from strategy_report.display.item import Shape, Stroke, TextLine
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Role
from strategy_report.fonts.catalog import open_catalog
from strategy_report.pdf.document import write_pdf
from strategy_report.style.text_style import BreakLevel, TextStyle
from strategy_report.style.themes import THEMES

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
PARAGRAPHS = (
    "令和6年10月1日現在の推計人口は458,123人で、前年同月に比べ2,345人（0.5％）減少した。"
    "13億3,000万円を投じて、延床面積223,727㎥の複合施設を令和8年4月に供用開始する。",
    "「『小さな拠点』づくり」（※1）は、国の補助（1/2）を受け、「住民」「企業」「行政」の協働で進める。"
    "なぜ若者は転出するのか？アンケート（n＝1,024）では、「仕事」が54.3％で最多だった。",
    "移住相談の累計（R2～6）は1,234世帯、「いしかわ・かなざわ移住支援センター」のKPIは第2期の目標"
    "（1,500世帯）の82.3％、U・I・Jターンは約2,873人で、令和元年度より1.5倍に増えた。",
)
CHARACTERS = 18
MARGIN, BETWEEN = pt(14), pt(26)
DOTS_PER_POINT = 2


def main() -> None:
    faces = open_catalog()
    composer = Composer(faces)
    theme = THEMES["kanazawa"]
    style = replace(theme.style("body"), western_space=0.25)
    for number, text in enumerate(PARAGRAPHS, start=1):
        page = _page(text, style, composer)
        book = Book(
            title="", author="", subject="", issued=(2026, 1, 1), language="ja-JP",
            pages=(page,), outline=(),
        )  # fmt: skip
        with pypdfium2.PdfDocument(write_pdf(book, faces)) as document:
            picture = document[0].render(scale=DOTS_PER_POINT).to_pil()
        picture.convert("L").quantize(16).save(
            PICTURES / f"typesetting-{number}.png", optimize=True
        )


def _page(text: str, style: TextStyle, composer: Composer) -> Page:
    length = Length(int(style.char_size) * CHARACTERS)
    runs = (StyledRun(text=text, style=style),)
    columns = (_without(runs, composer, length), composer.compose(runs, length).lines)
    rows = max(map(len, columns))
    size = Size(MARGIN * 2 + length * 2 + BETWEEN, MARGIN * 2 + style.line_feed * rows)
    boxes = tuple(
        Box(
            rect=Rect(left, MARGIN, length, size.height - MARGIN * 2),
            role=Role.PARAGRAPH,
            key=f"column-{place}",
            items=(_frame(left, length, size.height), *_placed(lines, left, style)),
        )
        for place, lines in enumerate(columns)
        for left in (MARGIN + (length + BETWEEN) * place,)
    )
    return Page(trim=size, bleed=ZERO, label="1", side=Side.RIGHT, boxes=boxes)


def _placed(lines: tuple[ComposedLine, ...], left: Length, style: TextStyle) -> list[TextLine]:
    first = MARGIN + style.char_size * 1.1
    return [line.at(Point(left, first + style.line_feed * row)) for row, line in enumerate(lines)]


def _frame(left: Length, length: Length, height: Length) -> Shape:
    """Hairlines at both ends of the lines."""
    top, foot = MARGIN / 2, height - MARGIN / 2
    path = Outline(
        operators="MLML",
        coordinates=(left, top, left, foot, left + length, top, left + length, foot),
    )
    ink = THEMES["kanazawa"].inks.sub
    return Shape(path=path, stroke=Stroke(ink=ink, width=pt(0.3)))


def _without(
    runs: tuple[StyledRun, ...], composer: Composer, length: Length
) -> tuple[ComposedLine, ...]:
    clusters = composer.clusters(runs)
    # Classes alone: neither tokens nor total fit.
    whole = break_chances(clusters, BreakLevel.STRICT, (), 0)
    allowed = [fine or i in whole.cut for i, fine in enumerate(whole.allowed)]
    lines: list[BrokenLine] = []
    start = 0
    while start < clusters.count:
        ends = [i + 1 for i in range(start, clusters.count) if allowed[i]]
        fitting = [end for end in ends if clusters.width(start, end) <= length]
        end = fitting[-1] if fitting else ends[0]
        lines.append(BrokenLine(start, end, None))
        start = end
    found = []
    for line in lines:
        gaps = clusters.gaps[line.start : line.end - 1]
        if line.end < clusters.count:
            spare = length - clusters.width(line.start, line.end)
            gaps = [gap + spare // len(gaps) for gap in gaps]
        found.append(set_clusters(clusters, (line.start, line.end), gaps, ZERO))
    return tuple(found)


if __name__ == "__main__":
    main()
