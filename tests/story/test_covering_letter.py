"""Every word of a covering letter: the recipient's, the booklet's, and figures of the plan."""

from __future__ import annotations

import pytest
from kit.booklets import built

from strategy_report.content.init import starter_files
from strategy_report.content.read_letter import LETTER
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import parse_yaml
from strategy_report.core.source import SourceSpan
from strategy_report.model.letter import Letter
from strategy_report.model.recipient import Recipient
from strategy_report.story.block import Words, plain
from strategy_report.story.covering_letter import LetterPart, letter_part, unresolved

PLACE = SourceSpan(file="名簿.csv", line=3, column=5, end_column=9)
RECIPIENT = Recipient(number="012", name="髙﨑花子", office="総務課", name_source=PLACE)
SAMPLE = starter_files()["letter.yaml"].decode()


def read(text: str) -> Letter:
    report = Report()
    root = parse_yaml(text, "content/letter.yaml", report)
    assert root is not None
    letter = LETTER.read(root, report)
    assert isinstance(letter, Letter), report.said
    return letter


def told(text: str, recipient: Recipient = RECIPIENT) -> LetterPart:
    return letter_part(read(text), recipient, built("content").plan, "第2次総合戦略")


def texts(words: tuple[Words, ...]) -> list[str]:
    return [plain(one) for one in words]


def test_the_sample_is_told_to_each_recipient_by_name() -> None:
    part = told(SAMPLE)
    assert texts(part.head) == ["企第123号", "令和6年10月15日"]
    assert texts(part.to) == ["総務課", "髙﨑花子　様"]
    assert plain(part.subject) == "第2次総合戦略の送付について"
    assert texts(part.body)[0] == "拝啓　時下ますます御清栄のこととお喜び申し上げます。"
    assert texts(part.enclosed) == ["第2次総合戦略　1部（配布番号 012）"]
    assert plain(part.closing) == "敬具"
    assert texts(part.contact) == ["担当　企画課　見本", "電話　00-0000-0000"]


def test_a_name_still_knows_where_it_stands_in_the_list() -> None:
    (_, name) = told(SAMPLE).to
    assert [run.source for run in name if run.text == "髙﨑花子"] == [PLACE]


@pytest.mark.parametrize("name", ["髙﨑花子先生", "総合戦略審議会御中", "山田太郎様"])
def test_a_name_that_the_list_honours_is_not_honoured_twice(name: str) -> None:
    assert texts(told(SAMPLE, Recipient(number="012", name=name)).to) == [name]


def test_someone_without_an_office_is_named_alone() -> None:
    assert texts(told(SAMPLE, Recipient(number="1", name="山田")).to) == ["山田　様"]


def test_the_honorific_and_figures_are_the_towns_to_choose() -> None:
    more = SAMPLE.replace("closing: 敬具", "honorific: 殿").replace(
        "1部をお送りします", "（${app_downloads.R5}）"
    )
    part = told(more)
    assert texts(part.to)[1] == "髙﨑花子　殿"
    assert "（20,618件）" in texts(part.body)[1]
    assert part.closing == ()


def test_a_letter_without_a_word_is_told_as_far_as_it_goes() -> None:
    least = "date: 令和6年10月\nsender:\nsubject: 送付\nbody:\n"
    part = told(least)
    assert (part.sender, part.body, part.enclosed, part.contact) == ((), ((),), (), ())


def test_a_figure_that_is_not_there_is_found() -> None:
    lost = read(SAMPLE.replace("1部をお送りします", "${app_downloads.R9}と${nothing.R5}"))
    assert [(one.indicator, one.part) for one in unresolved(lost, built("content").plan)] == [
        ("app_downloads", "R9"),
        ("nothing", "R5"),
    ]
    assert list(unresolved(read(SAMPLE), built("content").plan)) == []
