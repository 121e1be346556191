"""A figure on a page is the figure in the content: traced, changed, drawn, taken from the cache."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from kit.booklets import KANAZAWA, boxes_of, built, lines_of, runs_of
from kit.content_folders import change, copied
from kit.pdf_text import pdfium_text
from kit.town import a_town

from strategy_report.core.source import SourceSpan
from strategy_report.display.box import Box
from strategy_report.display.item import Shape
from strategy_report.pipeline import Built, Press, build
from strategy_report.store.cache import Cache
from strategy_report.style.kanazawa import INKS

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# Numbers that are counted or follow from the place on the page, with nothing typed for them:
# page labels, numbers of goals, directions and measures, met targets, years of the plan.
_COUNTED = re.compile(
    r"foot-|thumb-tab-|/number$|goal-index/(goal-\d+/(block|tally)|total|definition-)|"
    r"strategy/(period|years)$"
)
# 実績 R2～5 of a period total: the years summed, behind the actual of R5.
_YEARS_SUMMED = re.compile(r"\d+～\d+")


def numbers(text: str) -> set[str]:
    return {found.replace(",", "") for found in _NUMBER.findall(text)}


def typed_at(source: SourceSpan) -> str:
    """The line of the content that *source* points at."""
    name = source.file.partition("/")[2]
    return (KANAZAWA / name).read_text(encoding="utf-8").split("\n")[source.line - 1]


def test_every_number_on_every_page_was_typed_where_its_source_says() -> None:
    astray: list[str] = []
    checked = 0
    for page in built("content").book.pages:
        for box, run in runs_of(page):
            text = "".join(run.texts)
            if not numbers(text) or _COUNTED.search(box.key) or _YEARS_SUMMED.fullmatch(text):
                continue
            checked += 1
            if run.source is None or not numbers(text) <= numbers(typed_at(run.source)):
                astray.append(f"p{page.label} {box.key} {text!r} {run.source}")
    assert astray == []
    assert checked > 200


def pdf_lines(booklet: Built) -> Counter[str]:
    """The lines that a reader of the PDF copies, page by page."""
    return Counter(
        f"{number + 1}: {line}"
        for number in range(len(booklet.book.pages))
        for line in pdfium_text(booklet.pdf, number)
    )


def numbers_changed(before: Built, after: Built) -> tuple[Counter[str], Counter[str]]:
    """Numbers that went from, and came to, each page."""
    sides = []
    for one, other in ((before, after), (after, before)):
        lines = pdf_lines(one) - pdf_lines(other)
        sides.append(
            Counter(
                f"{line.partition(':')[0]}: {found}"
                for line, times in lines.items()
                for found in _NUMBER.findall(line.partition(":")[2])
                for _ in range(times)
            )
        )
    return sides[0] - sides[1], sides[1] - sides[0]


@pytest.mark.parametrize(
    ("edits", "gone", "come"),
    [
        # An actual of a KPI, on its own page alone; its target was and stays unmet.
        ([("goals/2.yaml", "R5: 17342", "R5: 17432")], ["6: 17,342"], ["6: 17,432"]),
        # A numeric target's actual: on the list of goals and on its goal's page.
        ([("goals/4.yaml", "R5: 97", "R5: 96")], ["3: 97", "8: 97"], ["3: 96", "8: 96"]),
        # A numeric target's target, padded to the decimals of the others.
        ([("goals/1.yaml", "R6: 1.69", "R6: 1.7")], ["3: 1.69", "5: 1.69"], ["3: 1.70", "5: 1.70"]),
        # The population vision: estimate and aim, which the difference must still join.
        (
            [
                ("plan.yaml", "estimate: 34万7千人", "estimate: 33万6千人"),
                ("plan.yaml", "aim: 43万2千人", "aim: 42万1千人"),
            ],
            ["2: 34", "2: 7", "2: 43", "2: 2"],
            ["2: 33", "2: 6", "2: 42", "2: 1"],
        ),
    ],
)  # fmt: skip
def test_a_changed_figure_changes_its_own_numbers_and_no_other(
    edits: list[tuple[str, str, str]], gone: list[str], come: list[str], tmp_path: Path
) -> None:
    content = copied(tmp_path)
    for edit in edits:
        change(content, *edit)
    after = build(content, Press()).value
    assert after is not None
    assert numbers_changed(built("content"), after) == (Counter(gone), Counter(come))


def shapes_in(box: Box) -> list[Shape]:
    return [item for item in box.items if isinstance(item, Shape)]


def width_of(shape: Shape) -> float:
    """In points, with the line around it."""
    xs = shape.path.coordinates[0::2]
    line = int(shape.stroke.width) if shape.stroke is not None else 0
    return (int(max(xs)) - int(min(xs)) + line) / 12_700


@pytest.mark.parametrize("goal", [1, 2, 3, 4])
def test_bars_are_as_long_as_the_numbers_beside_them_say(goal: int) -> None:
    """Read back from the page: the digits as glyphs, the bars as shapes."""
    page = built("content").book.pages[goal + 3]
    accent = INKS.goals[goal - 1].ink
    figures = [b for b in boxes_of(page) if re.fullmatch(r"goal-\d/kpi/\w+/figure", b.key)]
    assert len(figures) == 4
    for box in figures:
        texts = [line.text for line in lines_of(page) if line.key == box.key]
        values = [float(t.replace(",", "")) for t in map(_value, texts) if t is not None]
        shapes = shapes_in(box)
        actual = next(s for s in shapes if s.fill == accent and s.stroke is None and _is_bar(s))
        target = next(
            s for s in shapes if s.fill == INKS.paper and s.stroke and s.stroke.ink == accent
        )
        assert width_of(actual) / width_of(target) == pytest.approx(
            values[-2] / values[-1], rel=0.001
        ), box.key


def _value(text: str) -> str | None:
    """The digits of 「34,339件」; None for a label or a period."""
    found = re.fullmatch(r"約?(\d[\d,]*(?:\.\d+)?)\D{0,4}", text)
    return found[1] if found is not None else None


def _is_bar(shape: Shape) -> bool:
    """A bar of the actual is 10.5 pt high or more; a badge's corners are round."""
    ys = shape.path.coordinates[1::2]
    return (int(max(ys)) - int(min(ys))) / 12_700 > 9 and "C" not in shape.path.operators


@pytest.mark.parametrize("seed", [1, 2])
def test_a_press_that_remembers_gives_the_bytes_of_one_that_does_not(
    seed: int, tmp_path: Path
) -> None:
    random_edits(seed, 6, tmp_path)


def random_edits(seed: int, count: int, folder: Path) -> None:
    """*count* edits of a small town, each built by a press with a past and by a new one."""
    random = Random(seed)
    remembering = Press(cache=Cache(folder / "cache"))
    figures = {"a": ["100", "120", "150"], "b": ["1.48", "1.35", "1.69"]}
    for _ in range(count):
        values = figures[random.choice("ab")]
        values[random.randrange(3)] = random.choice(
            ["未実施", "0", "-3", "99", "150", "12345", "298521", str(random.randrange(10**6))]
        )
        town = a_town(folder, _two_indicators(figures))
        old, new = build(town, remembering).value, build(town, Press()).value
        shelf = build(town, Press(cache=Cache(folder / "cache"))).value
        assert old is not None
        assert new is not None
        assert shelf is not None
        assert old.pdf == new.pdf == shelf.pdf


def _two_indicators(figures: dict[str, list[str]]) -> str:
    return "".join(
        f"- id: {name}\n  level: KPI\n  name: 来訪者数\n  unit: 人\n  direction: 増加\n"
        f"  baseline: {{H30: {values[0]}}}\n  actuals: {{R4: 5, R5: {values[1]}}}\n"
        f"  targets: {{R6: {values[2]}}}\n"
        for name, values in figures.items()
    )
