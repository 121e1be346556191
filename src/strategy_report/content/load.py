"""A folder of YAML files to a `Plan`; everything that is wrong in any of them, at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from strategy_report.content.decode import decode
from strategy_report.content.folder_files import (
    LETTER_FILE,
    THEME_FILE,
    content_files,
    goal_files,
)
from strategy_report.content.left_out import tell_photos_left_out, tell_texts_left_out
from strategy_report.content.messages import in_order
from strategy_report.content.no_folder import refusal
from strategy_report.content.read_edition import EDITION
from strategy_report.content.read_goal import GOAL
from strategy_report.content.read_letter import LETTER
from strategy_report.content.read_look import LOOK
from strategy_report.content.read_plan import PLAN, PlanFile
from strategy_report.content.read_wording import WORDING, style_in
from strategy_report.content.record import Record
from strategy_report.content.report import Report
from strategy_report.content.typing_slips import find_slips
from strategy_report.content.yaml_tree import parse_yaml
from strategy_report.core.diagnostic import Checked, Diagnostic, Severity
from strategy_report.core.kept import Kept
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.images.photo_path import PHOTOS, resolve_photo
from strategy_report.images.problem import PhotoProblem
from strategy_report.model.house_style import HOUSE_STYLE, HouseStyle
from strategy_report.model.look import Look
from strategy_report.model.plan import Goal, Plan, Wording

_RECORDS = {
    "edition.yaml": EDITION,
    "plan.yaml": PLAN,
    "wording.yaml": WORDING,
    THEME_FILE: LOOK,
    LETTER_FILE: LETTER,
}


def load_plan(folder: Path, kept: Kept | None = None) -> Checked[Plan]:
    """The plan that *folder* holds; no value where an error stands.

    Diagnostics come in the order of files and lines, each with its line quoted.

    Args:
        folder: of the content.
        kept: what files held when they were read before; None reads all of them.
    """
    refused = refusal(folder)
    if refused is not None:
        return Checked(value=None, diagnostics=(refused,))
    reader = _Folder(folder.resolve(), kept)
    plan = reader.plan()
    said = in_order(_quoted(reader.report.said, reader.lines))
    return Checked(value=plan if reader.report.error_count == 0 else None, diagnostics=said)


def quote_lines(diagnostics: Iterable[Diagnostic], folder: Path) -> tuple[Diagnostic, ...]:
    """*diagnostics* with the line they speak of, read again from *folder*."""
    reader = _Folder(folder.resolve())
    said = tuple(diagnostics)
    names = {d.where.file for d in said if d.where is not None and d.quoted is None}
    for name in sorted(names):
        reader.read_text(name.partition("/")[2])
    return _quoted(said, reader.lines)


def confirmations_of(folder: Path) -> str | None:
    """The list of what is to be asked of the city, which stands beside the content."""
    path = folder.resolve().parent / "docs" / "確認事項.md"
    # Whatever encoding it was saved in: its doubts are then not found in it, and that is said.
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else None


def load_record(folder: Path, name: str, record: Record) -> Checked[Any]:
    """What one file of *folder* holds; no value where an error stands."""
    reader = _Folder(folder.resolve())
    value = reader.read_record(name, record)
    said = in_order(_quoted(reader.report.said, reader.lines))
    return Checked(value=value if reader.report.error_count == 0 else None, diagnostics=said)


def record_of(name: str) -> Record:
    """What the file *name*, as written below the content folder, holds."""
    return _RECORDS.get(name, GOAL)


class _Folder:
    """One content folder being read."""

    def __init__(self, folder: Path, kept: Kept | None = None) -> None:
        self._folder = folder
        self._kept = kept or Kept()
        self.report = Report()
        self.lines: dict[str, list[str]] = {}
        self._style = HOUSE_STYLE
        self._sources: dict[str, str] = {}

    def plan(self) -> Plan | None:
        # First, as it says in which style all the others are read.
        wording: Wording | None = self.read_record("wording.yaml", WORDING)
        edition = self.read_record("edition.yaml", EDITION)
        plan_file: PlanFile | None = self.read_record("plan.yaml", PLAN)
        look = self._look()
        goals = self._goals()
        tell_texts_left_out(self._folder, self.report)
        if self.report.error_count == 0:
            # Else what could not be read may name them.
            tell_photos_left_out(self._folder, goals, look, self.report)
        if edition is None or plan_file is None or wording is None:
            return None
        return Plan(
            edition=edition,
            vision=plan_file.vision,
            strategy=plan_file.strategy,
            sdgs=plan_file.sdgs,
            goals=goals,
            wording=wording,
            page_titles=plan_file.page_titles,
            sources=MappingProxyType(self._sources),
            look=look,
        )

    def read_text(self, name: str) -> str | None:
        """The text of a file, its lines kept for quoting; None where the report says why not."""
        shown = f"{self._folder.name}/{name}"
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            self.report.error(
                "FILE011",
                SourceSpan(file=shown, line=1),
                f"ファイル「{shown}」がないか、開けません。",
                self._remedy_of_missing(name),
            )
            return None
        self._sources[shown] = sha256(data).hexdigest()
        text = decode(data, shown, self.report)
        if text is not None:
            self.lines[shown] = text.split("\n")
        return text

    def _remedy_of_missing(self, name: str) -> str:
        """The same name with something behind it, where there is one: edition.yaml.txt."""
        for path in content_files(self._folder, "*"):
            if path.is_file() and path.name.lower().startswith(name):
                return f"「{path.name}」の名前を「{name}」に直してください。"
        return "strategy-report init で作った見本の、同じ名前のファイルを参考に作ってください。"

    def read_record(self, name: str, record: Record) -> Any:
        """What a file holds; None where the report says why not."""
        text = self.read_text(name)
        if text is None:
            return None
        shown = f"{self._folder.name}/{name}"
        read = self._kept.of(
            f"record {shown}",
            (text, record, self._style),
            partial(_read, text, shown, record, self._style),
        )
        self._style = read.style
        self.report.take(read.said)
        return read.value

    def _look(self) -> Look | None:
        """The town's own look, where there is a file of it."""
        if not (self._folder / THEME_FILE).is_file():
            return None
        look: Look | None = self.read_record(THEME_FILE, LOOK)
        if look is not None and look.picture is not None:
            found = resolve_photo(self._folder / PHOTOS, look.picture)
            if isinstance(found, PhotoProblem):
                fix = "絵を photos/ に置くか、picture: の名前を直してください。"
                self.report.take([replace(found, fix=fix).at(look.source)])
        return look

    def _goals(self) -> tuple[Goal, ...]:
        names = [path.name for path in goal_files(self._folder)]
        if not names:
            self.report.error(
                "FILE013",
                None,
                f"「{self._folder.name}/goals」に基本目標のファイルがありません。",
                "goals/1.yaml から順に、基本目標を1つずつ書いてください。",
            )
        goals: list[Goal] = []
        for name in names:
            goal: Goal | None = self.read_record(f"goals/{name}", GOAL)
            if goal is not None:
                self._photo_files(goal)
                goals.append(goal)
        self._goal_numbers(goals)
        return tuple(sorted(goals, key=lambda goal: goal.number))

    def _goal_numbers(self, goals: list[Goal]) -> None:
        seen: dict[int, Goal] = {}
        for goal in goals:
            first = seen.setdefault(goal.number, goal)
            if first is not goal:
                self.report.error(
                    "KEY004",
                    goal.source,
                    f"基本目標の番号 {goal.number} が {_file(first)} と {_file(goal)} の"
                    "2つにあります。",
                    "どちらかの number: を違う番号に直してください。",
                )

    def _photo_files(self, goal: Goal) -> None:
        for photo in goal.photos:
            if photo.file is None:
                continue
            found = resolve_photo(self._folder / PHOTOS, photo.file)
            if isinstance(found, PhotoProblem):
                self.report.take([found.at(photo.file_source)])


class _FileRead(Value):
    """What a file holds, what is to be said of it, and the style that other files are read in."""

    value: Any
    said: tuple[Diagnostic, ...]
    style: HouseStyle


def _read(text: str, shown: str, record: Record, style: HouseStyle) -> _FileRead:
    """The *text* of the file *shown*, read as *record*."""
    slips = Report()
    meant = find_slips(text, shown, slips, record.knows)
    parsed = Report()
    root = parse_yaml(meant, shown, parsed)
    if record is WORDING:
        style = style_in(root)
    found = Report(style)
    found.take(parsed.said)
    value = None if root is None else record.read(root, found)
    if root is None and not found.error_count:
        found.error(
            "FILE012",
            SourceSpan(file=shown, line=1),
            f"ファイル「{shown}」に中身がありません。",
            f"{record.called}を書いてください（要るもの: "
            + "、".join(field.key for field in record.fields if field.needed)
            + "）。",
        )
    beyond = _beyond(found.said, slips.said, whole=root is not None)
    return _FileRead(value=value, said=(*slips.said, *beyond), style=style)


_OF_INDENT = ("YAML021", "YAML022", "YAML029")


def _beyond(
    found: Iterable[Diagnostic], slips: tuple[Diagnostic, ...], *, whole: bool
) -> Iterator[Diagnostic]:
    """What was found in the text as it was meant, and is no consequence of a slip in it.

    *whole*: the text could be parsed to its end.
    """
    wrong = [slip for slip in slips if slip.severity is Severity.ERROR]
    # How deep a line was meant to stand is not known for certain.
    if not whole and any(slip.code in _OF_INDENT for slip in wrong):
        return
    lines = {slip.where.line for slip in wrong if slip.where is not None}
    for diagnostic in found:
        if diagnostic.where is None or diagnostic.where.line not in lines:
            yield diagnostic


def _file(goal: Goal) -> str:
    return goal.source.file if goal.source is not None else ""


def _quoted(said: Iterable[Diagnostic], lines: dict[str, list[str]]) -> tuple[Diagnostic, ...]:
    return tuple(_with_line(diagnostic, lines) for diagnostic in said)


def _with_line(diagnostic: Diagnostic, lines: dict[str, list[str]]) -> Diagnostic:
    where = diagnostic.where
    if where is None or diagnostic.quoted is not None:
        return diagnostic
    of_file = lines.get(where.file, [])
    if not 1 <= where.line <= len(of_file):
        return diagnostic
    return replace(diagnostic, quoted=of_file[where.line - 1])
