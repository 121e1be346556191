"""This year's content to the start of next year's: years moved on, figures asked for.

Texts, ids, baselines, targets and earlier actuals stay as they are, byte for byte; what a person
must look at is marked in the files and listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from strategy_report.content.edit import Edit, drop_lines, edited, insert_line, replace_scalar
from strategy_report.content.period_text import read_period
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Collection, Node, Scalar, Sequence, parse_yaml
from strategy_report.content.yaml_tree import Mapping as MappingNode
from strategy_report.core.value import Value, replace
from strategy_report.model.edition import EditionStatus
from strategy_report.model.period import Period, YearKind

# Printed in the place of a figure until there is one.
AWAITED = "集計中"
_DROPPED = ("edition", "changes")
_ID_YEAR = re.compile(r"(\d+)$")


class ToDo(Value):
    """Something that a person must see to.

    Attributes:
        place: file and line: goals/1.yaml:14.
    """

    place: str
    what: str


class NextYear(Value):
    """The coming edition's content.

    Attributes:
        files: text by path in the content folder.
    """

    files: Mapping[str, str]
    to_do: tuple[ToDo, ...]


def next_year(files: Mapping[str, str]) -> NextYear:
    """The coming edition, from the texts of a content folder that loads without an error."""
    edition = _Editor("edition.yaml", files["edition.yaml"])
    year = edition.period("reporting_year")
    edition.move_edition()
    moved = {"edition.yaml": edition}
    for name, text in files.items():
        if name == "edition.yaml" or not name.endswith(".yaml"):
            continue
        editor = moved[name] = _Editor(name, text)
        editor.move_titles(year)
        if name.startswith("goals/"):
            editor.await_actuals(_later(year))
            editor.mark_measures(year)
        if name != "wording.yaml":
            editor.note_old_years(year)
    return NextYear(
        files=dict(files) | {name: editor.done() for name, editor in moved.items()},
        to_do=tuple(todo for editor in moved.values() for todo in editor.placed()),
    )


class _Editor:
    """One file: its nodes, the edits to be made, what is to be done by hand."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text
        self._lines = text.split("\n")
        root = parse_yaml(text, name, Report())
        self._root = root if isinstance(root, MappingNode) else None
        self._edits: list[Edit] = []
        self._to_do: list[tuple[int, str]] = []

    def period(self, key: str) -> Period:
        scalar = self._scalar(self._root, key)
        if scalar is None:
            raise LookupError(f"{self._name} has no {key}")
        return read_period(scalar.text).period

    def done(self) -> str:
        return edited(self._text, self._edits)

    def placed(self) -> Iterator[ToDo]:
        """What is to be done, with its line in the text as edited."""
        for line, what in sorted(self._to_do):
            added = sum(e.new.count("\n") for e in self._edits if e.line < line)
            dropped = sum(e.end > len(self._lines[e.line]) for e in self._edits if e.line < line)
            yield ToDo(place=f"{self._name}:{line + 1 + added - dropped}", what=what)

    def move_edition(self) -> None:
        """Id, date, reporting year a year on; a draft again; names and records of this one gone."""
        for name, moved in _MOVED.items():
            scalar = self._scalar(self._root, name)
            if scalar is not None:
                self._edits.append(replace_scalar(scalar, moved(scalar.text)))
        date = self._scalar(self._root, "date")
        if date is not None:
            self._to_do.append((date.line, "発行の年月を確かめる"))
        for key, last in self._blocks():
            if key.text in _DROPPED:
                self._edits.extend(drop_lines(key.line, last, self._lines))

    def move_titles(self, year: Period) -> None:
        """令和5年度 in headings becomes 令和6年度."""
        titles = self._value(self._root, "page_titles")
        if not isinstance(titles, MappingNode):
            return
        for _, value in titles.entries:
            if isinstance(value, Scalar) and year.long() in value.text:
                moved = value.text.replace(year.long(), _later(year).long())
                self._edits.append(replace_scalar(value, moved))

    def await_actuals(self, year: Period) -> None:
        """A line for the new year's actual in every series."""
        for indicator in self._items(self._root, "indicators"):
            name = self._scalar(indicator, "name")
            actuals = self._value(indicator, "actuals")
            called = name.text if name is not None else ""
            if not isinstance(actuals, MappingNode) or not actuals.entries:
                line = name.line if name is not None else 0
                self._to_do.append((line, f"「{called}」の {year.key} の実績があれば書く"))
                continue
            if any(key.text == year.key for key, _ in actuals.entries):
                continue
            line, edit = _awaited(actuals, year)
            self._edits.append(edit)
            self._to_do.append((line, f"「{called}」の {year.key} の実績を書く"))

    def mark_measures(self, year: Period) -> None:
        """A note above each measure whose bullets tell of the year that has passed."""
        for measure in self._items(self._root, "measures"):
            title = self._scalar(measure, "title")
            column = max(measure.column - 2, 0)
            told = replace(year, kind=YearKind.FISCAL).long()
            note = f"{' ' * column}# 要確認: 文は{told}の内容のまま"
            self._edits.append(insert_line(measure.line, note))
            called = title.text.replace("|", "") if title is not None else ""
            self._to_do.append((measure.line, f"施策「{called}」の文を新しくする"))

    def note_old_years(self, year: Period) -> None:
        """Texts that name the year that has passed, and were not moved on."""
        touched = {(edit.line, edit.start) for edit in self._edits}
        old = (year.long(), year.short() + "確定値")
        for scalar in _texts(self._root):
            if (scalar.line, scalar.column) in touched:
                continue
            if any(word in scalar.text for word in old):
                self._to_do.append((scalar.line, f"年を確かめる: 「{_short(scalar.text)}」"))

    def _blocks(self) -> Iterator[tuple[Scalar, int]]:
        """Top-level keys, each with the line behind its value; comments below stay."""
        if self._root is None:
            return
        for key, value in self._root.entries:
            last = _last_line(value)
            yield key, max(last, key.line) + 1

    def _items(self, node: Node | None, key: str) -> Iterator[MappingNode]:
        value = self._value(node, key)
        if isinstance(value, Sequence):
            yield from (item for item in value.items if isinstance(item, MappingNode))

    @staticmethod
    def _value(node: Node | None, key: str) -> Node | None:
        if not isinstance(node, MappingNode):
            return None
        return next((value for name, value in node.entries if name.text == key), None)

    def _scalar(self, node: Node | None, key: str) -> Scalar | None:
        value = self._value(node, key)
        return value if isinstance(value, Scalar) else None


def _awaited(actuals: MappingNode, year: Period) -> tuple[int, Edit]:
    """The edit that adds *year* behind the last of *actuals*, and the line that it is then on."""
    key, value = actuals.entries[-1]
    added = f"{year.key}: {AWAITED}"
    if actuals.flow:
        at = value.end_column
        return value.end_line, Edit(line=value.end_line, start=at, end=at, new=f", {added}")
    below = max(_last_line(value), key.line) + 1
    return below, insert_line(below, " " * key.column + added)


def _last_line(node: Node) -> int:
    """The last line on which something of *node* is written."""
    if isinstance(node, Collection) and node.flow:
        return node.end_line
    if isinstance(node, MappingNode):
        return max(max(key.line, _last_line(value)) for key, value in node.entries)
    if isinstance(node, Sequence):
        return max(map(_last_line, node.items), default=node.line)
    # A block scalar ends at the start of the line behind it.
    return node.end_line - (node.end_column == 0 and node.end_line > node.line)


def _texts(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, MappingNode):
        for _, value in node.entries:
            yield from _texts(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)


def _later(period: Period) -> Period:
    end = None if period.end_year is None else period.end_year + 1
    return replace(period, year=period.year + 1, end_year=end)


def _next_id(text: str) -> str:
    """kanazawa-r6 → kanazawa-r7; a name without a number gets one."""
    found = _ID_YEAR.search(text)
    return f"{text}-2" if found is None else text[: found.start()] + str(int(found[1]) + 1)


def _short(text: str) -> str:
    plain = text.replace("|", "")
    return plain if len(plain) <= 24 else plain[:24] + "…"


# How each of an edition's own values goes on to the next.
_MOVED: Mapping[str, Callable[[str], str]] = {
    "id": _next_id,
    "date": lambda text: _later(read_period(text).period).long(),
    "reporting_year": lambda text: _later(read_period(text).period).key,
    "status": lambda _: EditionStatus.DRAFT.value,
}
