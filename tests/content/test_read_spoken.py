"""How words are read aloud, as the town writes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.content_folder import ContentFolder

from strategy_report.content.load import load_plan


def said_of(tmp_path: Path, lines: str) -> list[tuple[str, str]]:
    folder = ContentFolder(tmp_path)
    folder.write("wording.yaml", folder.read("wording.yaml") + lines)
    return [(said.code, said.fix) for said in folder.diagnostics()]


def test_abbreviations_and_languages_are_read_by_word(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    spoken = "abbreviations:\n  KPI: 重要業績評価指標\n  PDCA:\nlanguages:\n  Nancy: フランス語\n"
    folder.write("wording.yaml", folder.read("wording.yaml") + spoken)
    plan = load_plan(folder.path).value
    assert plan is not None
    assert plan.wording.spoken.abbreviations == {"KPI": "重要業績評価指標"}
    assert plan.wording.spoken.languages == {"Nancy": "fr"}


@pytest.mark.parametrize(
    ("lines", "code", "fix"),
    [
        ("abbreviations: KPI\n", "VAL001", "「KPI: 重要業績評価指標」のように"),
        ("abbreviations:\n  - KPI\n", "VAL001", "「KPI: 重要業績評価指標」のように"),
        ("languages:\n  Gent: オランダ\n", "VAL003", "「オランダ語」ではありませんか"),
    ],
)
def test_what_cannot_be_read_is_told_with_an_example(
    tmp_path: Path, lines: str, code: str, fix: str
) -> None:
    ((found, remedy),) = said_of(tmp_path, lines)
    assert found == code
    assert fix in remedy
