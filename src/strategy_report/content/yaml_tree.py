"""YAML text to nodes that know their place; the only door to PyYAML.

Only libyaml's parse events are used: no type is guessed, no key is lost, nothing is composed.
Anchors, aliases, tags, a second document and deep nesting are refused.
"""

from __future__ import annotations

from typing import Any

from strategy_report.content.japanese import forbidden, is_japanese, name_forbidden
from strategy_report.content.report import Report
from strategy_report.content.yaml_problem import explain_problem
from strategy_report.core.library_parts import patterns_at_first_use
from strategy_report.core.source import SourceSpan

# They are those of PyYAML's own reader, which libyaml does without.
with patterns_at_first_use():
    import yaml
    from yaml._yaml import CParser

# Ten levels are the most that a content file needs; twice that leaves room for mistakes.
DEEPEST = 24


class Node:
    """A value as typed, and where it stands. Lines and columns count from 0 in here."""

    __slots__ = ("column", "end_column", "end_line", "file", "line")

    def __init__(self, file: str, start: Any, end: Any) -> None:
        self.file = file
        self.line: int = start.line
        self.column: int = start.column
        self.end_line: int = end.line
        self.end_column: int = end.column

    @property
    def span(self) -> SourceSpan:
        end = self.end_column if self.end_line == self.line else self.column + 1
        return SourceSpan(
            file=self.file,
            line=self.line + 1,
            column=self.column + 1,
            end_column=max(end, self.column) + 1,
        )


class Scalar(Node):
    """A text, exactly as typed.

    Attributes:
        plain: written without quotation marks on one line or several.
        pieces: (offset in text, line, column) of each stretch that lies on a line of its own.
        lost: words behind `` #`` on the same line, which YAML takes for a comment.
    """

    __slots__ = ("lost", "pieces", "plain", "text")

    def __init__(self, file: str, event: Any) -> None:
        super().__init__(file, event.start_mark, event.end_mark)
        self.text: str = event.value
        self.plain: bool = not event.style
        inside = 0 if self.plain else 1
        self.pieces: tuple[tuple[int, int, int], ...] = ((0, self.line, self.column + inside),)
        self.lost = ""

    @property
    def first_line(self) -> str:
        """The part of the text that stands on its first line."""
        return self.text if len(self.pieces) < 2 else self.text[: self.pieces[1][0]].strip()

    @property
    def lost_place(self) -> SourceSpan:
        """Where the lost words stand, with the space before them."""
        first = self.end_column + 1
        return SourceSpan(
            file=self.file,
            line=self.line + 1,
            column=first,
            end_column=first + 1 + len(self.lost),
        )

    def join_lines(self) -> None:
        """Takes the line feeds out of the text; between two words not Japanese a space comes in."""
        joined, at = "", 0
        moved: dict[int, int] = {}
        for line in self.text.split("\n"):
            if line and joined and not (is_japanese(joined[-1]) or is_japanese(line[0])):
                joined += " "
            moved.update((at + i, len(joined) + i) for i in range(len(line) + 1))
            joined += line
            at += len(line) + 1
        self.text = joined
        self.pieces = tuple(
            (moved.get(offset, len(joined)), line, column) for offset, line, column in self.pieces
        )

    def place(self, start: int, end: int) -> SourceSpan:
        """Where the characters from *start* to *end* of the text stand (their first line's)."""
        offset, line, column = self.pieces[0]
        following = len(self.text)
        for piece in self.pieces:
            if piece[0] > start:
                following = piece[0]
                break
            offset, line, column = piece
        first = column + start - offset
        return SourceSpan(
            file=self.file,
            line=line + 1,
            column=first + 1,
            end_column=first + 1 + max(min(end, following) - start, 1),
        )


class Collection(Node):
    """A mapping or a sequence.

    Attributes:
        flow: written in brackets.
        typed: those brackets and what is in them, where they stand on one line; else empty.
    """

    __slots__ = ("flow", "typed")

    def __init__(self, file: str, event: Any) -> None:
        super().__init__(file, event.start_mark, event.end_mark)
        self.flow: bool = event.flow_style
        self.typed = ""

    def close(self, event: Any, lines: list[str]) -> None:
        """Takes its end from the event that ends it."""
        if self.flow and event.end_mark.line == self.line:
            self.end_column = event.end_mark.column
            self.typed = lines[self.line][self.column : self.end_column]


class Mapping(Collection):
    """Keys and values in the order written; like keys were refused."""

    __slots__ = ("entries",)

    def __init__(self, file: str, event: Any) -> None:
        super().__init__(file, event)
        self.entries: list[tuple[Scalar, Node]] = []


class Sequence(Collection):
    """Items in order."""

    __slots__ = ("items",)

    def __init__(self, file: str, event: Any) -> None:
        super().__init__(file, event)
        self.items: list[Node] = []


def parse_yaml(text: str, file: str, report: Report) -> Node | None:
    """The root node of *text*, or None where *report* says why there is none.

    Line ends must be line feeds and there must be no BOM (`decode` sees to both).
    """
    builder = _Builder(text, file, report)
    try:
        return builder.build()
    except yaml.YAMLError as problem:
        explain_problem(problem, text.split("\n"), file, report)
    except _RefusedError:
        pass
    return None


class _RefusedError(Exception):
    """The report already says why."""


class _Builder:
    """Turns one file's events into nodes."""

    def __init__(self, text: str, file: str, report: Report) -> None:
        self._events = CParser(text)
        self._lines = text.split("\n")
        self._file = file
        self._report = report
        self._depth = 0

    def build(self) -> Node | None:
        self._next()  # stream start
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        root = self._node(self._next())
        self._next()  # document end
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            self._refuse(
                event,
                "YAML009",
                "1つのファイルに「---」で区切った文書が2つ以上あります。",
                "2つ目からは別のファイルに分けるか、「---」の行を消してください。",
            )
        return root

    def _next(self) -> Any:
        return self._events.get_event()

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.AliasEvent):
            self._refuse_mark(event, "*")
        if event.anchor is not None:
            self._refuse_mark(event, "&")
        if event.tag is not None:
            self._refuse_mark(event, "!")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(
                event,
                "YAML010",
                f"入れ子が {DEEPEST} 段より深くなっています。",
                "かっこ [ { の閉じ忘れか、字下げの誤りを直してください。",
            )
        node = (
            self._mapping(event)
            if isinstance(event, yaml.MappingStartEvent)
            else self._sequence(event)
        )
        self._depth -= 1
        return node

    def _mapping(self, event: Any) -> Mapping:
        mapping = Mapping(self._file, event)
        seen: dict[str, Scalar] = {}
        restarted = False
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event)
            value = self._node(self._next())
            if not isinstance(key, Scalar):
                self._report.error(
                    "YAML011",
                    key.span,
                    "項目の名前（「:」の左）に、一覧や入れ子は書けません。",
                    "「id: births」のように、名前を1語で書いてください。",
                )
            elif key.text == "<<":
                self._refuse_mark(key, "<<")
            elif key.text in seen:
                if not restarted:
                    restarted = not mapping.flow and key.text == mapping.entries[0][0].text
                    self._twice(key, seen[key.text], restarted=restarted)
            else:
                seen[key.text] = key
                mapping.entries.append((key, value))
        mapping.close(event, self._lines)
        return mapping

    def _twice(self, key: Scalar, first: Scalar, *, restarted: bool) -> None:
        """*restarted*: the first key comes again, so that a list mark is likely to be missing."""
        more = (
            f"2つ目の始まりなら、{key.line + 1} 行目を「- {key.text}:」で始めてください。"
            if restarted
            else ""
        )
        self._report.error(
            "YAML012",
            key.span,
            f"「{key.text}」が {first.line + 1} 行目と {key.line + 1} 行目に2度書いてあります。",
            f"正しい方を残し、{first.line + 1} 行目か {key.line + 1} 行目を消してください。{more}",
        )

    def _sequence(self, event: Any) -> Sequence:
        sequence = Sequence(self._file, event)
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            sequence.items.append(self._node(event))
        sequence.close(event, self._lines)
        return sequence

    def _scalar(self, event: Any) -> Scalar:
        scalar = Scalar(self._file, event)
        if scalar.line >= len(self._lines):
            # An empty value at the very end is marked behind the last line.
            scalar.line = scalar.end_line = len(self._lines) - 1
            scalar.column = scalar.end_column = len(self._lines[-1])
        if scalar.end_line != scalar.line:
            self._unfold(scalar, event.style or "")
        elif scalar.plain:
            rest = self._lines[scalar.line][scalar.end_column :]
            # Two spaces or more show that a comment is meant.
            if rest.startswith(" #"):
                scalar.lost = rest[1:]
        if event.style == '"':
            self._look_for_escaped(scalar)
        return scalar

    def _look_for_escaped(self, scalar: Scalar) -> None:
        r"""A character that "\x1b" and the like put in is refused as if it had been typed."""
        for char in forbidden(scalar.text):
            name, _fix = name_forbidden(char)
            self._report.error(
                "YAML020",
                scalar.span,
                f"{name}（U+{ord(char):04X}）を入れる書き方があります。",
                "「\\」で始まる書き方を消すか、値全体を ' ' で囲み直してください。",
            )

    def _unfold(self, scalar: Scalar, style: str) -> None:
        """Finds each line of *scalar* in its text; between Japanese no space is folded in."""
        pieces: list[tuple[int, int, int]] = []
        text, at = scalar.text, 0
        for number in range(scalar.line, min(scalar.end_line + 1, len(self._lines))):
            found = self._stretch(scalar, number, style)
            if found is None:
                continue
            words, column = found
            start = text.find(words, at)
            if start < 0:
                return  # escapes: libyaml's text stays as it is
            if style != "|" and text[at:start] == " " and pieces and _closed_up(text, at, start):
                text, start = text[:at] + text[start:], at
            pieces.append((start, number, column))
            at = start + len(words)
        if pieces:
            pieces[0] = (0, *pieces[0][1:])
            scalar.text, scalar.pieces = text, tuple(pieces)

    def _stretch(self, scalar: Scalar, number: int, style: str) -> tuple[str, int] | None:
        """What line *number* gives to *scalar*, and its column; None for a blank line."""
        line = self._lines[number]
        first, last = 0, len(line)
        if number == scalar.line:
            if style in ("|", ">"):
                return None
            first = scalar.column + (1 if style else 0)
        if number == scalar.end_line:
            last = scalar.end_column - (1 if style in ("'", '"') else 0)
        words = line[first:last]
        column = first + len(words) - len(words.lstrip(" \t"))
        words = words.strip(" \t")
        return (words, column) if words else None

    def _refuse_mark(self, node: Any, mark: str) -> None:
        self._refuse(
            node,
            "YAML013",
            f"「{mark}」で始まる書き方（YAML の目印・参照・型）は、原稿では使えません。",
            '文字として使うときは " " で囲み、値はその場所にもう一度書いてください。',
        )

    def _refuse(self, event: Any, code: str, what: str, fix: str) -> None:
        node = (
            event if isinstance(event, Node) else Node(self._file, event.start_mark, event.end_mark)
        )
        self._report.error(code, node.span, what, fix)
        raise _RefusedError


def _closed_up(text: str, before: int, after: int) -> bool:
    """Whether the characters at both ends of a fold are Japanese."""
    return all(is_japanese(char) or char == "\u3000" for char in (text[before - 1], text[after]))
