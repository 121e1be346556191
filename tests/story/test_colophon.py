"""Which edition a copy is of: colophon, marks, code."""

from __future__ import annotations

from pathlib import Path

from kit.booklets import boxes_of, lines_of
from kit.builders import a_plan, an_edition, prose
from kit.content_folders import change, copied
from kit.editions import issue_of

from strategy_report.core.value import replace
from strategy_report.display.role import Furniture
from strategy_report.model.edition import EditionMark, EditionStatus, PageKind
from strategy_report.model.plan import Plan
from strategy_report.story.block import plain
from strategy_report.story.compile import compile_story
from strategy_report.story.story import ColophonPart, Story

LABELS = {
    "colophon": "奥付",
    "colophon_edition": "版",
    "colophon_date": "発行",
    "colophon_contact": "問合せ先",
    "colophon_code": "識別番号",
}


def plan_of(**more: object) -> Plan:
    plan = a_plan(
        edition=an_edition(
            pages=(PageKind.COVER, PageKind.GOALS, PageKind.COLOPHON),
            **{"edition_name": "訂正版 第1号"} | more,
        )
    )
    phrases = dict(plan.wording.phrases) | {key: prose(text) for key, text in LABELS.items()}
    return replace(plan, wording=replace(plan.wording, phrases=phrases))


def colophon_of(story: Story) -> ColophonPart:
    (part,) = (part for part in story.parts if isinstance(part, ColophonPart))
    return part


def test_rows_that_have_nothing_to_say_are_left_out() -> None:
    part = colophon_of(compile_story(plan_of()))
    assert [(label.text, plain(words)) for label, words in part.rows] == [
        ("版", "訂正版 第1号"),
        ("発行", "令和6年10月"),
    ]
    with_contact = colophon_of(compile_story(plan_of(contact=prose("企画課"))))
    assert [label.text for label, _ in with_contact.rows] == ["版", "発行", "問合せ先"]


def test_the_code_is_that_of_the_words_wherever_they_were_written(tmp_path: Path) -> None:
    content = copied(tmp_path)
    first = compile_story(issue_of(content).plan).code
    # A comment moves every line of the file, and is not printed.
    path = content / "goals" / "3.yaml"
    path.write_text("# 覚え書き\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert compile_story(issue_of(content).plan).code == first
    change(content, "goals/3.yaml", "R5: 335", "R5: 336")
    assert compile_story(issue_of(content).plan).code != first


def test_the_code_in_the_colophon_is_the_storys() -> None:
    story = compile_story(plan_of())
    assert colophon_of(story).code == story.code
    assert len(story.code) == len("3F2A-9C01")


def test_the_foot_says_what_the_edition_wishes() -> None:
    marks = (EditionMark.NAME, EditionMark.STATUS, EditionMark.CODE)
    draft = compile_story(plan_of(foot_marks=marks, status=EditionStatus.DRAFT))
    assert plain(draft.page_words.running).endswith(
        f"（令和6年10月）　訂正版 第1号　案　{draft.code}"
    )
    # 確定 goes without saying.
    final = compile_story(plan_of(foot_marks=marks))
    assert plain(final.page_words.running).endswith(f"（令和6年10月）　訂正版 第1号　{final.code}")


def test_a_draft_says_so_behind_every_page_and_to_no_listener(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "edition.yaml", "status: 確定", "status: 取扱注意\nwatermark: 敷く")
    change(content, "edition.yaml", "  - 基本目標\n", "  - 基本目標\n  - 奥付\n")
    book = issue_of(content).book
    assert len(book.pages) == 9
    for page in book.pages:
        first = next(boxes_of(page))
        assert first.furniture is Furniture.WATERMARK
        assert first.rect.x >= 0
        assert first.rect.right <= page.trim.width
    texts = [line.text for line in lines_of(book.pages[-1])]
    assert texts[:3] == ["取扱注意", "奥付", "第2次金沢版総合戦略　取組状況"]
