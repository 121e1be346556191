"""How a text is set."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.ink import Ink
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value


class Kind(Enum):
    """What a text is to the composer.

    BODY is justified but for its last line; HEADING and CELL (captions and labels too) are set at
    natural spaces, broken at phrases, their lines balanced.
    """

    BODY = "body"
    HEADING = "heading"
    CELL = "cell"


class BreakLevel(Enum):
    """How strictly JLREQ's break rules are kept (JLREQ 3.1.7 and its Table 2)."""

    VERY_STRICT = "very_strict"
    STRICT = "strict"
    LOOSE = "loose"
    VERY_LOOSE = "very_loose"


class Hang(Enum):
    """ぶら下げ: whether 、。，． may stand just outside the line (JLREQ 3.8.2, note)."""

    NONE = "none"
    ALLOW = "allow"
    FORCE = "force"


class Adjustment(Enum):
    """What is preferred where a line must be brought to its length."""

    PUSH_IN = "push_in"  # 追い込み優先: fewest lines
    PUSH_OUT = "push_out"  # 追い出し優先: wide rather than tight
    PUSH_OUT_ONLY = "push_out_only"  # 追い出しのみ: no space is ever taken away
    LEAST_CHANGE = "least_change"  # 調整量優先: the spaces stay as near to natural as can be


class LineEnd(Enum):
    """A mark at the end of a full line: with its half em where there is room, or never."""

    WITH_SPACE = "with_space"
    SOLID = "solid"


class Reduction(Enum):
    """What may be taken away from a line's spaces (JLREQ tables 3 and 5)."""

    DEFAULT = "default"
    # Brackets and 、 keep a quarter em; middle dots and 和欧間 all that they have.
    BOOKS = "books"


class LastLine(Enum):
    """The last line of a paragraph: at its natural spaces, or spread over the line (均等割付)."""

    NATURAL = "natural"
    SPREAD = "spread"


class FirstBracket(Enum):
    """An opening bracket at the head of an indented paragraph (JLREQ 3.1.5).

    ① its body directly behind the indent; ② with half an em before it, there (without an indent,
    too) and at every line head; ③ half an em further left.
    """

    FLUSH = 1
    SPACED = 2
    HALF_BACK = 3


class TextStyle(Value):
    """How a text is set.

    Attributes:
        face: id of the face for kana, kanji and marks (and what `western_face` leaves).
        western_face: id of the face for Latin letters; None: the same face.
        strong_face, strong_western_face: of words that are to stand out; None: they do not.
        western_digits: digits, comma and point come from `western_face` too.
        tabular_digits: digits narrower than the face's widest are padded to its advance.
        char_size: the em.
        line_feed: from baseline to baseline.
        tracking: added after every character but a line's last.
        western_space: 和欧間 in em: 0 (as between kana), 1/8, 1/6 or 1/4.
        western_most: up to which it is widened in em, before spaces between kana are: 1/2, 1/3,
            1/4 or 1/6.
        rise: of the baseline above that of the line.
    """

    face: str
    char_size: Length
    line_feed: Length
    ink: Ink
    kind: Kind = Kind.CELL
    western_face: str | None = None
    strong_face: str | None = None
    strong_western_face: str | None = None
    western_digits: bool = False
    tabular_digits: bool = False
    tracking: Length = ZERO
    western_space: float = 0.25
    western_most: float = 0.5
    rise: Length = ZERO
    level: BreakLevel = BreakLevel.VERY_STRICT
    hang: Hang = Hang.NONE
    adjustment: Adjustment = Adjustment.PUSH_IN
    reduction: Reduction = Reduction.DEFAULT
    line_end: LineEnd = LineEnd.WITH_SPACE
    last_line: LastLine = LastLine.NATURAL
    first_bracket: FirstBracket = FirstBracket.FLUSH
