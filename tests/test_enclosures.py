"""The files within the PDF: enough to build from, with nothing in them that is the office's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.booklets import BOOKLETS, KANAZAWA, ROOT, built
from kit.pdf_text import opened

from strategy_report.content.public_plan import PRIVATE, content_files_of, public_plan
from strategy_report.content.read_edition import EDITION
from strategy_report.content.read_goal import GOAL, MEASURE, PHOTO
from strategy_report.content.read_indicator import INDICATOR
from strategy_report.display.dump import dump
from strategy_report.display.places import lines_by_page, places
from strategy_report.pipeline import Press, build, on_screen


def restored(folder: Path, into: Path) -> Path:
    """A content folder made of what the PDF of *folder* holds."""
    (into / "goals").mkdir()
    for name, text in content_files_of(public_plan(folder)).items():
        (into / name).write_text(text, encoding="utf-8")
    return into


@pytest.mark.parametrize("name", BOOKLETS)
def test_the_same_book_can_be_built_from_the_public_plan(name: str, tmp_path: Path) -> None:
    again = build(restored(BOOKLETS[name], tmp_path), Press()).value
    assert again is not None

    def words(text: str) -> list[str]:
        # Lines and files that the words stand in are others, once comments are gone.
        return [line.rpartition(" ")[0] for line in text.splitlines()]

    assert words(dump(again.book)) == words(dump(built(name).book))


def test_what_is_not_for_the_public_is_left_out() -> None:
    records = (EDITION, GOAL, MEASURE, PHOTO, INDICATOR)
    unprinted = {f.key for r in records for f in r.fields if "印字しない" in f.help}
    assert unprinted
    # When a final figure is due is no secret, though no page tells it.
    assert unprinted - {"final_due"} <= PRIVATE
    plan = (KANAZAWA / "plan.yaml").read_text(encoding="utf-8")
    assert "doubts:" in plan
    public = public_plan(KANAZAWA)
    assert not any(f"{key}:" in public for key in PRIVATE)
    assert public.count("#") == 1


def test_the_file_holds_plan_figures_and_places() -> None:
    with opened(built("content").pdf) as document:
        kinds = {str(one.UF): str(one.AFRelationship) for one in document.Root.AF}
        assert kinds == {
            "indicators.csv": "/Data",
            "places.txt": "/Supplement",
            "plan.yaml": "/Source",
        }
        held = {name: document.attachments[name].get_file().read_bytes() for name in kinds}
    assert held["plan.yaml"].decode() == public_plan(KANAZAWA)
    assert held["places.txt"].decode() == places(built("content").book)


def test_places_tell_page_box_and_lines() -> None:
    told = places(built("content").book)
    lines = list(lines_by_page(told))
    assert ("5", 'goal-1/kpi/app_downloads/name "子育てアプリの" "ダウンロード数（累計）"') in lines
    assert not any(line.startswith("foot-") for _, line in lines)
    # Nobody who has the file alone knows the folder that it was written in.
    assert ".yaml" not in told


def test_without_data_the_file_is_smaller_and_has_none() -> None:
    checked = build(ROOT / "content", Press(setup=on_screen(with_data=False)))
    assert checked.value is not None
    assert len(checked.value.pdf) <= 190_000
    with opened(checked.value.pdf) as document:
        assert "/AF" not in document.Root
        assert len(document.attachments) == 0
