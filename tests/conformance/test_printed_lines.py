"""The finished file read back: where lines end and begin, and how far characters stand apart.

Nothing here asks the composer: glyphs are placed from the content streams as a viewer does it,
characters come from the fonts' ToUnicode, and the rules from the judge of lines.
"""

from __future__ import annotations

import itertools
from functools import cache

import pytest
from kit.booklets import BOOKLETS, built
from kit.line_checker import (
    class_of,
    end_is_forbidden,
    expansion,
    head_is_forbidden,
    is_mixed,
    natural,
    reduction,
    tokens_of,
)
from kit.pdf_text import PrintedGlyph, PrintedLine, printed_lines

# Faces of one width a letter aside, a body is where JLREQ puts it: half the em for marks.
_FULL = 0.999


@cache
def lines_of_file(name: str) -> tuple[tuple[PrintedLine, ...], ...]:
    booklet = built(name)
    return tuple(
        tuple(line for line in printed_lines(booklet.pdf, page) if len(line.glyphs) > 1)
        for page in range(len(booklet.book.pages))
    )


def paragraphs(name: str) -> list[tuple[PrintedLine, PrintedLine]]:
    """Pairs of lines that follow each other in one paragraph: same size, near, one below.

    Labels below each other are none: the first line of a pair is nearly as long as a column.
    """
    found = []
    for page in lines_of_file(name):
        for one, two in itertools.pairwise(page):
            size = one.glyphs[0].size
            same = size == two.glyphs[0].size
            near = abs(one.glyphs[0].x - two.glyphs[0].x) < size * 1.1
            if same and near and len(one.text) >= 6 and size * 1.05 < one.y - two.y < size * 2:
                found.append((one, two))
    return found


@pytest.mark.parametrize("name", BOOKLETS)
def test_no_printed_line_begins_or_ends_with_what_may_not_stand_there(name: str) -> None:
    pairs = paragraphs(name)
    assert len(pairs) >= 10
    for one, two in pairs:
        assert not head_is_forbidden(two.text.lstrip()[0], "very_strict"), (one.text, two.text)
        assert not end_is_forbidden(one.text.rstrip()[-1], "very_strict"), (one.text, two.text)


@pytest.mark.parametrize("name", BOOKLETS)
def test_no_printed_figure_date_or_range_is_cut(name: str) -> None:
    for one, two in paragraphs(name):
        for start, end in tokens_of(one.text + two.text):
            assert not start < len(one.text) < end, (one.text, two.text)


@pytest.mark.parametrize("name", BOOKLETS)
def test_printed_spaces_lie_between_the_least_and_the_most_that_jlreq_gives(name: str) -> None:
    for page in lines_of_file(name):
        for line in page:
            for one, two, gap in gaps(line):
                least, most = limits(one, two)
                assert least - 0.03 <= gap - tracking(line) <= most + 0.03, (one, two, gap, line)


def gaps(line: PrintedLine) -> list[tuple[str, str, float]]:
    """Neighbours of one size that both fill their em-box, and the space between their bodies.

    Letters of a proportional face, and spaces that were typed, are left out.
    """
    found = []
    for one, two in itertools.pairwise(line.glyphs):
        full = one.advance >= one.size * _FULL and two.advance >= two.size * _FULL
        if one.size == two.size and full and " " not in (one.text, two.text):
            gap = body(two.text, two.x, two.size)[0] - body(one.text, one.x, one.size)[1]
            found.append((one.text, two.text, gap / one.size))
    return found


def body(char: str, x: float, size: float) -> tuple[float, float]:
    """Where the body of a full-width character begins and ends."""
    kind = class_of(char)
    if kind == 1:
        return x + size / 2, x + size
    if kind in (2, 6, 7):
        return x, x + size / 2
    if kind == 5:
        return x + size / 4, x + size * 3 / 4
    return x, x + size


def limits(one: str, two: str) -> tuple[float, float]:
    before, after = class_of(one), class_of(two)
    space = natural(before, after)
    least = 0.0 if is_mixed(before, after) else space - sum(reduction(before, after).values())
    most = max(space + expansion(before, after)[1], 1.0 if before == 4 else 0.0)
    return least, most


def tracking(line: PrintedLine) -> float:
    """Letterspacing in em of a label or title set wide: all its solid neighbours keep the same."""
    solid = [gap for one, two, gap in gaps(line) if natural(class_of(one), class_of(two)) == 0]
    if not solid or max(solid) - min(solid) > 0.01:
        return 0.0
    return solid[0] if solid[0] <= 0.25 or line.glyphs[0].size >= 12 else 0.0


def test_the_reading_sees_a_gap_that_is_too_wide() -> None:
    glyphs = [
        PrintedGlyph(x, 10.0, 10.0, char)
        for x, char in zip((0, 10, 25, 35), "漢字かな", strict=True)
    ]
    wide = PrintedLine(0, glyphs)
    found = [gap for one, two, gap in gaps(wide) if gap > limits(one, two)[1] + 0.03]
    assert found == [0.5]
    assert tracking(wide) == 0.0
