"""Ruby: readings above characters, and where they are set (JLREQ 3.3)."""

from __future__ import annotations

from strategy_report.core.value import Value

# Ruby is half the size of what it explains (JLREQ 3.3.3).
RUBY_SIZE = 0.5


class Ruby(Value, kw_only=False):
    """A reading, and where its characters stand.

    Attributes:
        first, last: clusters from *first* to before *last*.
        readings: one for all of them (group ruby), or one for each of them.
        overhang: by how much the reading may stand out to the left and to the right.
        joint: one reading is wider than its character, so that all share their room (jukugo ruby).
    """

    first: int
    last: int
    readings: tuple[str, ...]
    joint: bool = False
    overhang: tuple[int, int] = (0, 0)

    @property
    def is_group(self) -> bool:
        """Whether the reading belongs to all the characters together."""
        return len(self.readings) != self.last - self.first


class RubyPart(Value, kw_only=False):
    """A stretch of reading above a stretch of clusters, on one line."""

    first: int
    last: int
    reading: str
    overhang: tuple[int, int]


def parts_of(ruby: Ruby, start: int, end: int) -> list[RubyPart]:
    """What is set above the clusters of a line that runs from *start* to before *end*."""
    first, last = max(ruby.first, start), min(ruby.last, end)
    if first >= last:
        return []
    if ruby.is_group:
        return [RubyPart(first, last, "".join(ruby.readings), ruby.overhang)]
    readings = ruby.readings[first - ruby.first : last - ruby.first]
    if ruby.joint:
        return [RubyPart(first, last, "".join(readings), ruby.overhang)]
    return [
        RubyPart(first + i, first + i + 1, reading, (0, 0)) for i, reading in enumerate(readings)
    ]


def places_of(part: RubyPart, size: int, span: tuple[int, int], line: tuple[int, int]) -> list[int]:
    """Where the characters of a reading begin.

    A reading narrower than its base is spread: a share between characters, half of one at both
    ends (1:2:1). A wider one stands solid, as near to the middle as its overhang lets it, and
    never outside the line.

    Args:
        part: of a reading.
        size: the em of its characters.
        span: left and right edge of what they stand above.
        line: left and right edge of the line.
    """
    left, right = span
    count = len(part.reading)
    spare = right - left - count * size
    if spare >= 0:
        return [left + spare * (2 * i + 1) // (2 * count) + size * i for i in range(count)]
    before, after = part.overhang
    start = max(left - before, min(left + spare // 2, right + after - count * size))
    start = max(line[0], min(start, line[1] - count * size))
    return [start + size * i for i in range(count)]
