"""A value as printed: 約 2,000 人 以上, its digits ending at one place and its unit after them."""

from __future__ import annotations

from strategy_report.compose.text import ComposedLine
from strategy_report.core.geometry import Point
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.item import TextLine
from strategy_report.pages.context import Sheet
from strategy_report.story.block import RowRole, Run, ValueRow
from strategy_report.style.text_style import TextStyle

UNIT_GAP = pt(2)
# Kanji fill their body, digits as large again beside them do, too: 約 would touch what follows.
ABOUT_GAP = pt(1)
# Units of more characters go one size down.
LONG_UNIT = 2
_ONE_SIZE = 1.0
MINUS = "▲"


class ValueStyles(Value):
    """How the parts of a value are set; `actual` has ink and weight of its own."""

    digits: TextStyle
    unit: TextStyle
    long_unit: TextStyle
    word: TextStyle


class SetValue(Value):
    """A value composed, not yet placed: `head` ends where the digits end, `tail` follows.

    Attributes:
        head: 約 and the digits (of a mixed number all but its last unit), or the word.
        tail: unit and bound; empty for a word.
        about_gap, tail_gap: white behind 約, and between head and tail.
        fraction: how much of the head is the decimal point and what follows it.
    """

    head: tuple[ComposedLine, ...]
    tail: tuple[ComposedLine, ...]
    tail_gap: Length
    is_word: bool
    fraction: Length = ZERO
    about_gap: Length = ZERO

    @property
    def head_width(self) -> Length:
        return sum((line.width for line in self.head), self.about_gap)

    @property
    def tail_width(self) -> Length:
        """Of what stands after the digits, with the gap before it."""
        width = sum((line.width for line in self.tail), ZERO)
        return width + self.tail_gap if self.tail else ZERO

    @property
    def width(self) -> Length:
        return self.head_width + self.tail_width

    @property
    def whole_width(self) -> Length:
        """Of the head as far as its decimal point."""
        return self.head_width - self.fraction

    def ending_at(self, at: Point) -> TextLine:
        """Placed so that the digits end at *at*, on its baseline."""
        return self.starting_at(Point(at.x - self.head_width, at.y))

    def pointed_at(self, at: Point) -> TextLine:
        """Placed so that the whole digits end at *at*, on its baseline: the point stands there."""
        return self.starting_at(Point(at.x - self.whole_width, at.y))

    def starting_at(self, at: Point) -> TextLine:
        """Placed with its left end at *at*: one line, read as 約2,000人以上."""
        placed: list[TextLine] = []
        x = at.x
        for place, line in enumerate(self.head):
            placed.append(line.at(Point(x, at.y)))
            x += line.width + (ZERO if place else self.about_gap)
        x += self.tail_gap
        for line in self.tail:
            placed.append(line.at(Point(x, at.y)))
            x += line.width
        return TextLine(
            runs=tuple(run for line in placed for run in line.runs),
            text="".join(line.text for line in placed),
            notes=tuple(note for line in placed for note in line.notes),
        )


def value_styles(sheet: Sheet, kind: str, role: RowRole, size: float | None = None) -> ValueStyles:
    """The styles of *kind* (``kpi``, ``target``, ``list``) for a value of this role.

    *size* in points replaces the actual's.
    """
    names = _NAMES[kind, role is RowRole.ACTUAL]
    unit = sheet.style(names[1])
    return ValueStyles(
        digits=sheet.style(names[0], size if role is RowRole.ACTUAL else None),
        unit=unit,
        long_unit=sheet.style(names[1], unit.char_size.pt - _ONE_SIZE),
        word=sheet.style(names[2]),
    )


_NAMES = {
    ("kpi", True): ("kpi-actual", "kpi-actual-unit", "kpi-word-actual"),
    ("kpi", False): ("kpi-value", "kpi-unit", "kpi-word"),
    ("list", True): ("list-actual", "kpi-actual-unit", "kpi-word-actual"),
    ("list", False): ("kpi-value", "kpi-unit", "kpi-word"),
    ("half", True): ("target-actual", "kpi-actual-unit", "kpi-word-actual"),
    ("half", False): ("half-value", "kpi-unit", "kpi-word"),
    ("target", True): ("target-actual", "target-actual-unit", "target-actual-unit"),
    ("target", False): ("target-value", "target-unit", "target-unit"),
}


def set_value(row: ValueRow, styles: ValueStyles, sheet: Sheet, *, unit: bool = True) -> SetValue:
    """*row* composed; *unit* False where the unit stands elsewhere."""
    setter = sheet.setter
    if row.word is not None or row.number is None:
        word = row.word or Run(text="")
        line = setter.line(word, styles.word)
        return SetValue(head=(line,), tail=(), tail_gap=ZERO, is_word=True)
    own = row.source
    tail_style = styles.long_unit if len(row.unit) > LONG_UNIT else styles.unit
    head: list[ComposedLine] = []
    number, sign = _parted(row.number)
    if before := row.before + sign:
        head.append(setter.line(Run(text=before, source=own), styles.unit))
    tail_text = row.unit if unit else ""
    fraction = ZERO
    if row.parts:
        for digits, unit_word in row.parts[:-1]:
            head.append(setter.line(Run(text=digits, source=own), styles.digits))
            head.append(setter.line(Run(text=unit_word, source=own), styles.unit))
        head.append(setter.line(Run(text=row.parts[-1][0], source=own), styles.digits))
        tail_text = row.parts[-1][1]
    else:
        line = setter.line(number, styles.digits)
        head.append(line)
        whole = replace(number, text=number.text.partition(".")[0])
        fraction = line.width - setter.line(whole, styles.digits).width
    tail = tail_text + row.after
    after = (setter.line(Run(text=tail, source=own), tail_style),) if tail else ()
    # In 43万2千人 no unit stands off from its digits, nor does the last.
    gap = UNIT_GAP if after and not row.parts else ZERO
    return SetValue(
        head=tuple(head),
        tail=after,
        tail_gap=gap,
        is_word=False,
        fraction=fraction,
        about_gap=ABOUT_GAP if row.before else ZERO,
    )


def _parted(number: Run) -> tuple[Run, str]:
    """A number and its ▲, which at the size of the digits would outweigh them."""
    if number.text.startswith(MINUS):
        return replace(number, text=number.text.removeprefix(MINUS)), MINUS
    return number, ""
