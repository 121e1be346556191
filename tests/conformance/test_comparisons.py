"""Every figure of two booklets changed by one: told once, wherever it stands, and nothing else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.booklets import KANAZAWA
from kit.editions import PRESS

from strategy_report.errata.change import ChangeKind, ConsequenceKind, Spot
from strategy_report.errata.comparison import Issue, compare
from strategy_report.errata.passages import passages_of
from strategy_report.pipeline import make

TOWN = Path(__file__).parents[1] / "corpus" / "towns" / "nanatsu"
FIGURE = re.compile(r"((?:[RH]\d+|R元)[^:{},]*: )(\d+)(?=[.,}\s]|$)")
# One in so many of the hostile town's figures, which are like each other.
SAMPLE = {KANAZAWA: 1, TOWN: 7}
# The direction is told by baseline and target, where the content does not tell it.
FOLLOWING = {"direction"}


def issue_of(content: Path) -> Issue | None:
    made = make(content, PRESS).value
    return None if made is None else Issue(plan=made.plan, book=made.book)


def edits(content: Path, work: Path) -> Iterator[Path]:
    """Copies of *content* in which one figure is one more."""
    found = [
        (path, match)
        for path in sorted((content / "goals").glob("*.yaml"))
        for match in FIGURE.finditer(path.read_text(encoding="utf-8"))
    ]
    for path, match in found[:: SAMPLE[content]]:
        shutil.rmtree(work, ignore_errors=True)
        copy = Path(shutil.copytree(content, work / content.name))
        text = path.read_text(encoding="utf-8")
        more = f"{text[: match.start(2)]}{int(match[2]) + 1}{text[match.end(2) :]}"
        (copy / "goals" / path.name).write_text(more, encoding="utf-8")
        yield copy


def places_of(issue: Issue, spot: Spot) -> list[str]:
    """Labels of the pages on which the indicator of *spot* shows what stands there."""
    item = next(i.id for g in issue.plan.goals for i in g.indicators if i.id in spot.key.split("/"))
    return [
        passage.spot.page
        for passage in passages_of(issue.book)
        if passage.spot.text == spot.text and item in passage.spot.key.split("/")
    ]


@pytest.mark.parametrize("content", SAMPLE, ids=lambda content: content.name)
def test_a_figure_is_told_once_with_all_its_places(content: Path, tmp_path: Path) -> None:
    old = issue_of(content)
    assert old is not None
    compared = 0
    for copy in edits(content, tmp_path / "work"):
        new = issue_of(copy)
        if new is None:
            # Two figures that contradict each other now: refused, and rightly.
            continue
        compared += 1
        comparison = compare(old, new)
        figures = [c for c in comparison.changes if c.change.kind is ChangeKind.FIGURE]
        assert {c.change.field for c in comparison.changes if c not in figures} <= FOLLOWING
        (located,) = figures
        if located.new_spots:
            pages = [spot.page for spot in located.new_spots]
            assert pages == places_of(new, located.new_spots[0]), located.change.where
        kinds = {one.kind for one in comparison.consequences}
        assert ConsequenceKind.OTHER not in kinds, located.change.where
    assert compared > 20
